import type {Finding} from '../../finding.ts'
import {inWords, plural, quote, visible} from '../../quote.ts'
import type {NewPaper} from './files.ts'
import type {Reading} from './gather.ts'
import type {Plan} from './plan.ts'

/** One entry of the source and the paper that it became. */
export interface EntryReport {
  readonly path: string
  readonly source: {readonly path: string; readonly line: number; readonly endLine: number}
  readonly fields: Readonly<Record<string, {readonly confidence: number; readonly reason: string}>>
  /** Text that found no field. */
  readonly rest: readonly string[]
  /** Every address that is not in the paper file as it was found; null where it is not in there at all. */
  readonly urls: readonly {readonly from: string; readonly to: string | null}[]
}

/** Every entry in the order of the source. */
export function entriesOf({papers}: Pick<Plan, 'papers'>): EntryReport[] {
  const entries = papers.flatMap((paper) => paper.merged.readings.map((reading) => ({paper, reading})))
  const place = ({reading: {document, entry}}: {reading: Reading}) => [document.path, entry.start] as const
  return entries
    .toSorted((a, b) => {
      const [[mine, first], [yours, second]] = [place(a), place(b)]
      return mine === yours ? first - second : mine < yours ? -1 : 1
    })
    .map(({paper, reading}) => entryOf(paper, reading))
}

function entryOf({path}: NewPaper, {document, entry, draft}: Reading): EntryReport {
  return {
    path,
    source: {
      path: document.path,
      line: firstLine(document, entry),
      endLine: document.line(Math.max(entry.start, entry.end - 1))
    },
    fields: draft.grounds,
    rest: draft.rest,
    urls: unique(draft.addresses)
  }
}

/** The line of an entry's first word. */
function firstLine(document: Reading['document'], {start, end}: {start: number; end: number}): number {
  return document.line(start + (/^\s*/.exec(document.text.slice(start, end))?.[0].length ?? 0))
}

function unique(addresses: EntryReport['urls']): EntryReport['urls'] {
  return addresses.filter(({from}, index) => addresses.findIndex((each) => each.from === from) === index)
}

/** The whole report as one JSON document. */
export function importJson({
  papers,
  unplaced,
  defects,
  accounted,
  written
}: Plan & {readonly written: readonly string[]}): string {
  return JSON.stringify({papers: entriesOf({papers}), unplaced, defects, accounted, written}, undefined, 2)
}

/** The defects of the source as findings, for annotations. */
export function defectFindings({defects}: Plan): Finding[] {
  return defects.map(({path, line, defect, reason}) => ({
    path,
    place: {start: {line, column: 1}, end: {line, column: 1}},
    ruleId: defect,
    severity: 'warning',
    reason
  }))
}

/**
 * The report for a person: every entry with the file it became and what is uncertain about it, then what is
 * in no file, and the defects of the source.
 */
export function importText(plan: Plan): string {
  const unplaced = plan.unplaced.map(({path, line, text, reason}) => `${path}:${line}  ${reason}: ${quote(text)}`)
  const defects = plan.defects.map(({path, line, defect, reason}) => `${path}:${line}  ${defect}  ${reason}`)
  return [
    ...section('Entries', entriesOf(plan).flatMap(entryLines)),
    ...section('In neither a paper file nor the template', unplaced),
    ...section('Defects of the source', defects)
  ]
    .map(visible)
    .join('\n')
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), '']
}

function entryLines({path, source, fields, rest}: EntryReport): string[] {
  const grounds = Object.entries(fields).map(([name, {confidence}]) => `${name} ${Math.round(confidence * 100)} %`)
  const doubtful = Object.entries(fields)
    .filter(([, {confidence}]) => confidence < 0.7)
    .map(([name, {reason}]) => `    ${name}: ${reason}`)
  return [
    `${source.path}:${source.line} → ${path}  ${grounds.join(', ')}`,
    ...doubtful,
    ...(rest.length > 0 ? [`    no field: ${rest.map(quote).join(', ')}`] : [])
  ]
}

/** What was accounted for, in one sentence. */
export function accountNote({accounted: {urls, words, missing}}: Plan): string {
  const total = `${plural(urls, 'address').replace(/addresss$/, 'addresses')} and ${plural(words, 'word')}`
  if (missing.urls.length + missing.words.length === 0)
    return `Nothing is lost: all ${total} of the source are in a paper file, in a template or in this report.`
  return `Of ${total} these are nowhere: ${inWords([...missing.urls, ...missing.words].slice(0, 20).map(quote))}.`
}
