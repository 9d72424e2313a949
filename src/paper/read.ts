import {type Place, placeOf} from '../finding.ts'
import {parseDate} from './date.ts'
import {checkFields} from './fields.ts'
import type {FieldPath, Paper, PaperFile, PaperLink} from './paper.ts'
import {rangeOf} from './range.ts'
import {type PaperFields, paperSchema} from './schema.ts'
import {readYaml} from './yaml.ts'

/** Most bytes of a paper file. */
export const paperBytes = 32 * 1024

/** A file that was read, and the paper in it where there is one. */
export interface ReadPaper {
  readonly file: PaperFile
  readonly paper?: Paper
}

/** Reads the text of a paper file. Whatever is wrong with it is in the file's problems, nothing is thrown. */
export function readPaper(path: string, text: string): ReadPaper {
  const reading = readYaml(text)
  if (reading.value === undefined) return {file: {path, text, problems: reading.problems}}
  const {fields, problems} = checkFields(paperSchema, reading.value, reading.document)
  const file = {path, text, problems}
  return fields ? {file, paper: paperOf(file, fields)} : {file}
}

function paperOf(file: PaperFile, fields: PaperFields): Paper {
  return {
    file,
    title: fields.title,
    date: fields.date,
    day: parseDate(fields.date),
    tags: fields.tags,
    links: fields.links.map((link): PaperLink => (typeof link === 'string' ? {url: link} : link)),
    summary: fields.summary,
    authors: fields.authors ?? [],
    venue: fields.venue,
    groups: fields.groups ?? [],
    added: fields.added,
    ignore: fields.ignore ?? []
  }
}

/**
 * Where a value stands in its file. The file is read once more for it: findings are few, and
 * thousands of papers without any need no positions in memory.
 */
export function placeIn(file: PaperFile, path: FieldPath): Place {
  const reading = readYaml(file.text)
  if (reading.value === undefined) return placeOf(file.text, 0, 0)
  const {start, end} = rangeOf(reading.document, path)
  return placeOf(file.text, start, end)
}
