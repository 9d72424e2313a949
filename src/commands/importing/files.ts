import {Document as YamlDocument} from 'yaml'
import {strangeCharacters} from '../../paper/characters.ts'
import {parseDate} from '../../paper/date.ts'
import type {Paper} from '../../paper/paper.ts'
import type {PaperFields} from '../../paper/schema.ts'
import {suggestName} from '../../rules/file-name.ts'
import {venueName} from '../../rules/venue.ts'
import type {Merged} from './merge.ts'

/** A paper and the file that it becomes. */
export interface NewPaper {
  readonly merged: Merged
  readonly fields: PaperFields
  /** Relative to the list's root. */
  readonly path: string
}

/** Gives every paper a file of its own. */
export function nameFiles(
  papers: readonly Merged[],
  folder: string,
  groupsOf: (paper: Merged) => readonly string[]
): NewPaper[] {
  const taken = new Set<string>()
  return papers.map((merged) => {
    const fields = fieldsOf(merged, groupsOf(merged))
    const name = freeName(paperOf(fields), taken)
    taken.add(name)
    return {merged, fields, path: `${folder}/${name}`}
  })
}

function freeName(paper: Paper, taken: ReadonlySet<string>): string {
  const name = suggestName(paper, (each) => taken.has(each))
  if (!taken.has(name)) return name
  for (let number = 2; ; number++) {
    const numbered = name.replace(/(?:-paper)?\.yaml$/, `-${number}.yaml`)
    if (!taken.has(numbered)) return numbered
  }
}

function fieldsOf(merged: Merged, groups: readonly string[]): PaperFields {
  const {summary, authors, venue} = merged
  const [{draft}] = merged.readings
  const all = unique([...groups, ...(draft.groups ?? [])])
  return {
    title: visibleText(merged.title),
    date: merged.date,
    tags: unique(merged.tags.map(visibleText).filter(Boolean)),
    links: merged.links.map(({url, site, kind}) =>
      site === undefined && kind === undefined
        ? url
        : {url, ...(site && {site: visibleText(site)}), ...(kind && {kind: visibleText(kind)})}
    ),
    ...(summary.length > 0 && {summary: summary.map(visibleText)}),
    ...(authors.length > 0 && {authors: authors.map(visibleText)}),
    ...(venue !== undefined && {venue: venueName(visibleText(venue))}),
    ...(all.length > 0 && {groups: all.map(visibleText)}),
    ...(draft.added !== undefined && {added: draft.added}),
    ...(draft.notes !== undefined && {notes: visibleText(draft.notes)})
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}

/** A text without what nobody can see; the reader of paper files refuses it. */
function visibleText(text: string): string {
  const composed = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  let result = composed
  for (const {offset, length} of strangeCharacters(composed).toReversed()) {
    result = result.slice(0, offset) + result.slice(offset + length)
  }
  return result.trim()
}

/** A paper in memory, as far as its name depends on it. */
function paperOf(fields: PaperFields): Paper {
  return {
    file: {path: '', text: '', problems: []},
    title: fields.title,
    date: fields.date,
    day: parseDate(fields.date),
    tags: fields.tags,
    links: [],
    summary: fields.summary,
    authors: fields.authors ?? [],
    venue: fields.venue,
    groups: fields.groups ?? [],
    added: undefined,
    notes: undefined,
    ignore: []
  }
}

/** The text of a paper file: every value is plain text, so nothing needs quotes but what YAML would misread. */
export function writePaper(fields: PaperFields): string {
  return new YamlDocument(fields, {schema: 'failsafe'}).toString({lineWidth: 0})
}
