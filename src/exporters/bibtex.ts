import type {Exporter} from './exporter.ts'
import type {Publication} from './publication.ts'
import {escapeTex, escapeTitle} from './tex.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * BibTeX, with the fields of arXiv's own entries for preprints (https://info.arxiv.org/help/hypertex/bibstyles/).
 * Fields that no style knows, such as `groups`, are those of JabRef; `origdate` is biblatex's: the first public
 * date of a paper that was published in another year.
 */
export const bibtex: Exporter = {
  name: 'bibtex',
  render({publications}) {
    return publications.length === 0 ? '' : `${publications.map(entryOf).join('\n\n')}\n`
  }
}

function entryOf(publication: Publication): string {
  const {key, venue} = publication
  const type = venue ? (venue.isJournal ? 'article' : 'inproceedings') : 'misc'
  const fields = fieldsOf(publication).flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []))
  return `@${type}{${[key, ...fields].join(',\n')}\n}`
}

type Field = readonly [name: string, value: string | undefined]

function fieldsOf({paper, urls, arxiv, doi, venue}: Publication): Field[] {
  const {title, authors, tags, groups, summary = [], added, notes} = paper
  const place = venue && braced(escapeTex(venue.name))
  return [
    ['title', braced(escapeTitle(title))],
    ['author', list(authors, ' and ', /^others$|\sand\s|,/i)],
    [venue?.isJournal ? 'journal' : 'booktitle', place],
    ...dateFields(paper, venue?.year),
    ['eprint', arxiv && braced(arxiv)],
    ['archiveprefix', arxiv && braced('arXiv')],
    ['doi', doi && verbatim(doi)],
    ['url', urls[0] && verbatim(urls[0])],
    ['links', urls.length > 1 ? braced(urls.slice(1).map(escapeTex).join(' ')) : undefined],
    ['keywords', list(tags, ', ', /[,;]/)],
    ['groups', list(groups, ', ', /[,;]/)],
    ['annote', summary.length > 0 ? braced(summary.map(escapeTex).join(' \\par ')) : undefined],
    ['timestamp', added && braced(escapeTex(added))],
    ['comment', notes && braced(escapeTex(notes))]
  ]
}

/** The year of publication; that and the day of first appearance where they are not the same year. */
function dateFields({day, date}: Publication['paper'], venueYear: number | undefined): Field[] {
  const year = venueYear ?? day?.year
  if (!day || year !== day.year)
    return [
      ['year', year === undefined ? year : braced(String(year))],
      ['origdate', braced(escapeTex(date))]
    ]
  return [
    ['year', braced(String(day.year).padStart(4, '0'))],
    ['month', day.month === undefined ? day.month : months[day.month - 1]],
    ['day', day.day === undefined ? day.day : braced(String(day.day))]
  ]
}

/** Names in a row; what would read as more or other than one is in braces of its own. */
function list(names: readonly string[], between: string, needsBraces: RegExp): string | undefined {
  if (names.length === 0) return undefined
  const escaped = names.map((name) => (needsBraces.test(name) ? `{${escapeTex(name)}}` : escapeTex(name)))
  return braced(escaped.join(between))
}

function braced(text: string): string {
  return `{${text}}`
}

/** An address or DOI is taken as it is; what could do harm to a reader of BibTeX is written as addresses can have it. */
function verbatim(text: string): string {
  return braced(text.replace(/[\\{}$]/g, encodeURIComponent))
}
