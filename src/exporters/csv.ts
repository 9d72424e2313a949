import {stringify} from 'csv-stringify/sync'
import type {Exporter} from './exporter.ts'
import type {Publication} from './publication.ts'

const columns = [
  'key',
  'title',
  'date',
  'authors',
  'venue',
  'tags',
  'groups',
  'arxiv',
  'doi',
  'links',
  'summary',
  'added',
  'notes'
] as const

/**
 * One row a paper, for spreadsheets (https://www.rfc-editor.org/rfc/rfc4180). A cell that one would take for a
 * formula begins with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection). Names are set apart
 * by semicolons; links and sentences stand on lines of their own.
 */
export const csv: Exporter = {
  name: 'csv',
  render({publications}) {
    return stringify(publications.map(rowOf), {
      header: true,
      columns: [...columns],
      record_delimiter: '\r\n',
      escape_formulas: true,
      // The library looks for its own line break alone, and a space at either end gets lost without quotes.
      quoted_match: /[\r\n]|^\s|\s$/
    })
  }
}

function rowOf({paper, key, urls, arxiv, doi}: Publication): Record<(typeof columns)[number], string> {
  return {
    key,
    title: paper.title,
    date: paper.date,
    authors: paper.authors.join('; '),
    venue: paper.venue ?? '',
    tags: paper.tags.join('; '),
    groups: paper.groups.join('; '),
    arxiv: arxiv ?? '',
    doi: doi ?? '',
    links: urls.join('\n'),
    summary: (paper.summary ?? []).join('\n'),
    added: paper.added ?? '',
    notes: paper.notes ?? ''
  }
}
