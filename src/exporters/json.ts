import type {Paper, PaperLink} from '../paper/paper.ts'
import type {PaperFields} from '../paper/schema.ts'
import type {Exporter} from './exporter.ts'

/** The papers as their files have them, in the order of the list: docs/paper.schema.json describes each. */
export const json: Exporter = {
  name: 'json',
  render({publications}) {
    return `${JSON.stringify(
      publications.map(({paper}) => fieldsOf(paper)),
      undefined,
      2
    )}\n`
  }
}

/** A paper as its file has it, without the fields that it does not have. */
function fieldsOf(paper: Paper): PaperFields {
  const {title, date, tags, links, summary, authors, venue, groups, added, notes, ignore} = paper
  return {
    title,
    date,
    tags: [...tags],
    links: links.map(linkOf),
    ...(summary && {summary: [...summary]}),
    ...(authors.length > 0 && {authors: [...authors]}),
    ...(venue !== undefined && {venue}),
    ...(groups.length > 0 && {groups: [...groups]}),
    ...(added !== undefined && {added}),
    ...(notes !== undefined && {notes}),
    ...(ignore.length > 0 && {ignore: [...ignore]})
  }
}

/** An address alone is written without braces. */
function linkOf(link: PaperLink): PaperFields['links'][number] {
  return link.site === undefined && link.kind === undefined ? link.url : link
}
