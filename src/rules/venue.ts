import {quote} from '../quote.ts'
import type {Rule} from './rule.ts'

// One name for one venue, and the other names that it goes by, in small letters without punctuation.
const venues: Readonly<Record<string, readonly string[]>> = {
  AAAI: ['aaai conference on artificial intelligence'],
  ACL: ['annual meeting of the association for computational linguistics'],
  COLING: ['international conference on computational linguistics'],
  COLM: ['conference on language modeling'],
  CoNLL: ['conference on computational natural language learning'],
  CVPR: ['conference on computer vision and pattern recognition'],
  EACL: [],
  ECCV: ['european conference on computer vision'],
  EMNLP: ['empirical methods in natural language processing'],
  ICCV: ['international conference on computer vision'],
  ICLR: ['international conference on learning representations'],
  ICML: ['international conference on machine learning'],
  IJCAI: [],
  Interspeech: [],
  JMLR: ['journal of machine learning research'],
  KDD: ['sigkdd'],
  NAACL: ['naacl hlt'],
  NeurIPS: ['nips', 'neural information processing systems', 'advances in neural information processing systems'],
  SIGIR: [],
  TACL: ['transactions of the association for computational linguistics'],
  TMLR: ['transactions on machine learning research'],
  WWW: ['the web conference', 'thewebconf']
}

const names: ReadonlyMap<string, string> = new Map(
  Object.entries(venues).flatMap(([name, others]) => [name.toLowerCase(), ...others].map((other) => [other, name]))
)

/** One venue goes by one name. */
export const venue: Rule = {
  id: 'venue',
  about: 'A venue goes by one name, with its year in four digits behind it',
  why: '`NIPS 2017`, `NeurIPS’17` and `Neurips 2017` are one venue; a reader who looks for it should need one word.',
  severity: 'error',
  bad: [{text: "venue: NIPS'17\n"}],
  good: [{text: 'venue: NeurIPS 2017\n'}],
  check({list}, report) {
    for (const {file, venue, links} of list.papers) {
      const found = [
        {where: ['venue'], name: venue, expected: venue && venueName(venue)},
        ...links.map(({site}, index) => ({
          where: ['links', index, 'site'],
          name: site,
          expected: site && siteName(site)
        }))
      ]
      for (const {where, name, expected} of found) {
        if (!name || !expected || name === expected) continue
        report(file, where, `Unexpected venue ${quote(name)}, expected ${quote(expected)}`)
      }
    }
  }
}

/** The left half of a badge is a venue's bare name, or something that is no venue. */
function siteName(site: string): string {
  return names.get(keyOf(site)) ?? site
}

/** A venue as the list writes it: `NIPS'17` is `NeurIPS 2017`. What is not known stays as it is. */
export function venueName(text: string): string {
  const year = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(text)?.[1] ?? short(text)
  const bare = text.replace(/['’]?\b(?:(?:19|20)\d\d|\d\d)\b|(?<=[A-Za-z])['’]?\d\d(?:\d\d)?\b/u, ' ')
  const name = names.get(keyOf(bare))
  if (!name) return text
  return year ? `${name} ${year}` : name
}

function short(text: string): string | undefined {
  const digits = /(?<=[A-Za-z\s])['’]?(\d\d)$/u.exec(text.trim())?.[1]
  return digits && (Number(digits) > 80 ? `19${digits}` : `20${digits}`)
}

function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
