import {hasCome} from '../paper/date.ts'
import type {Paper} from '../paper/paper.ts'
import {wordsOf} from '../paper/title.ts'
import {quote} from '../quote.ts'
import type {Rule} from './rule.ts'

// Words that say nothing about one paper.
const small = new Set(
  'a an and are as at by can does do for from how in into is it its of on or the their through to towards under using via what when where which who why with'.split(
    ' '
  )
)

const latin = /^[a-z0-9]+$/

/** A file is named after the year and title of its paper. */
export const fileName: Rule = {
  id: 'file-name',
  about: 'A file is named `<year>-<words of the title>.yaml`, in lower case',
  why: `The name is the paper's anchor in the README and tells files apart in a pull request. Any words of the title will
do, in small letters, digits and hyphens.`,
  severity: 'error',
  bad: [{path: 'papers/2023-Retrieval_Head.yaml', text: ''}],
  good: [{path: 'papers/2024-retrieval-head.yaml', text: ''}],
  check({list}, report) {
    const names = new Set(list.files.map(({path}) => path))
    for (const paper of list.papers) {
      // A date that has not come is told by its own rule, and the year of the name may well be right.
      if (!hasCome(paper.date, list.now)) continue
      const reason = fault(nameOf(paper), paper)
      if (!reason) continue
      const isTaken = (name: string) => names.has(`${list.config.papers}/${name}`)
      const suggested = mendedName(paper, isTaken) ?? suggestName(paper, isTaken)
      report(paper.file, undefined, `${reason}; ${quote(suggested)} would do`)
    }
  }
}

/** The name as it is but for its year, capitals and separators, where that is enough. */
function mendedName(paper: Paper, isTaken: (name: string) => boolean): string | undefined {
  const words = nameOf(paper)
    .replace(/\.yaml$/, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const rest = /^\d{4}$/.test(words[0] ?? '') ? words.slice(1) : words
  const name = `${[yearOf(paper), ...rest].join('-')}.yaml`
  return fault(name, paper) || isTaken(name) ? undefined : name
}

function nameOf({file}: Paper): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1)
}

function fault(name: string, paper: Paper): string | undefined {
  const stem = name.replace(/\.yaml$/, '')
  const strange = /[^a-z0-9-]/u.exec(stem)?.[0]
  if (strange) return `Unexpected ${quote(strange)} in the file name, expected small letters, digits and hyphens`
  const [year, ...words] = stem.split('-')
  const expected = yearOf(paper)
  if (expected && year !== expected)
    return `Unexpected ${quote(year ?? '')} at the start of the file name, expected ${quote(expected)}`
  if (words.length === 0 || words.includes(''))
    return 'Unexpected file name, expected a year and words, with a hyphen between'
  const foreign = foreignWord(words, paper.title)
  return foreign ? `Unexpected ${quote(foreign)} in the file name, expected words of the title` : undefined
}

function yearOf({day}: Paper): string | undefined {
  return day && String(day.year).padStart(4, '0')
}

/** The first word that does not stand in the title; a title without Latin words lets any pass. */
function foreignWord(words: readonly string[], title: string): string | undefined {
  const known = wordsOf(title)
  const foreign = words.filter((word) => !known.includes(word))
  if (foreign.length === 0 || !known.some((word) => latin.test(word))) return undefined
  // An apostrophe may also stand between two words of the name, `bert-s`.
  const halves = wordsOf(title.replace(/['’ʼ`]/gu, ' '))
  return foreign.find((word) => !halves.includes(word))
}

/** A name of a few telling words; a further word for each name that is taken. */
export function suggestName(paper: Paper, isTaken: (name: string) => boolean): string {
  const words = wordsOf(paper.title).filter((word) => latin.test(word))
  const telling = words.filter((word) => !small.has(word))
  const chosen = telling.length > 0 ? telling : words
  const year = yearOf(paper) ?? '0000'
  for (let count = Math.min(5, chosen.length); count <= chosen.length && count > 0; count++) {
    const name = `${[year, ...chosen.slice(0, count)].join('-')}.yaml`
    if (name === nameOf(paper) || !isTaken(name)) return name
  }
  return `${[year, ...chosen, 'paper'].join('-')}.yaml`
}
