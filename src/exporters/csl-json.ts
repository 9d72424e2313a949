import type {CalendarDate} from '../paper/date.ts'
import type {Exporter} from './exporter.ts'
import type {Publication} from './publication.ts'

/**
 * CSL-JSON, which Zotero and Pandoc read (https://docs.citationstyles.org/en/stable/specification.html). What it has
 * no field for stands in `custom` under the names of the paper file.
 */
export const cslJson: Exporter = {
  name: 'csl-json',
  render({publications}) {
    return `${JSON.stringify(publications.map(itemOf), undefined, 2)}\n`
  }
}

interface Name {
  readonly family?: string
  readonly given?: string
  readonly 'non-dropping-particle'?: string
  readonly suffix?: string
  readonly literal?: string
}

function itemOf({paper, key, urls, arxiv, doi, venue}: Publication) {
  const {title, day, date, tags, links, summary, groups, added, notes} = paper
  const first = dateOf(day, date)
  const isDated = venue?.year !== undefined && venue.year !== day?.year
  return {
    id: key,
    type: venue ? (venue.isJournal ? 'article-journal' : 'paper-conference') : 'article',
    title,
    author: paper.authors.length > 0 ? paper.authors.map(nameOf) : undefined,
    issued: isDated ? {'date-parts': [[venue.year]]} : first,
    'original-date': isDated ? first : undefined,
    'container-title': venue?.name,
    ...(venue || !arxiv ? {} : {publisher: 'arXiv', number: `arXiv:${arxiv}`}),
    DOI: doi,
    URL: urls[0],
    keyword: tags.join(', '),
    // A container that was read off a badge is no venue of the file's own.
    custom: {
      tags,
      links,
      summary,
      venue: paper.venue ?? (venue ? null : undefined),
      groups: groups.length > 0 ? groups : undefined,
      added,
      notes
    }
  }
}

function dateOf(day: CalendarDate | undefined, text: string) {
  if (!day) return {literal: text}
  return {'date-parts': [[day.year, day.month, day.day].filter((part) => part !== undefined)]}
}

const suffixes = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i

/** "Ludwig van Beethoven" in its parts; what is not written so, such as the name of a group, is one literal. */
function nameOf(name: string): Name {
  const words = name.trim().split(/\s+/)
  const suffix = words.length > 2 && suffixes.test(words.at(-1) ?? '') ? words.pop() : undefined
  const family = words.pop() ?? ''
  if (words.length === 0 || /[,，]/.test(name)) return {literal: name}
  const particle = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word))
  const given = words.slice(0, particle === -1 ? undefined : particle).join(' ')
  return {
    family,
    given,
    ...(particle === -1 ? {} : {'non-dropping-particle': words.slice(particle).join(' ')}),
    ...(suffix === undefined ? {} : {suffix})
  }
}
