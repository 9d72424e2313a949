import {quote} from '../../quote.ts'
import type {Registry} from '../../sites/registry.ts'
import type {Draft} from '../draft.ts'
import type {Block, Passage} from '../source/passage.ts'
import {type FoundDate, findDates, findYears, monthDate} from './date.ts'

/** What a date can be found by. */
export interface DateSources {
  readonly dateCells: readonly Block[]
  readonly registry: Registry
  readonly path: readonly string[]
}

/** Takes a date as it is written, where it has a month at least. */
export function takeWrittenDate(draft: Draft, passage: Passage, dateCells: readonly Block[]): void {
  const written = firstIn(passage, [...dateCells, ...passage.unclaimed()], findDates)
  if (written) takeWritten(draft, passage, written, 0.98)
  const [cell] = dateCells
  if (!written && cell && /\d{4}\D+\d/.test(passage.slice(cell))) draft.malformedDate = passage.slice(cell)
}

/** Where no date is written: the month of the arXiv identifier, else a year: beside the venue, in an address, in a heading. */
export function takeImpliedDate(draft: Draft, passage: Passage, {dateCells, registry, path}: DateSources): void {
  if (draft.date !== undefined) return
  const year = firstIn(passage, [...dateCells, ...passage.unclaimed()], findYears)
  if (year) takeWritten(draft, passage, year, 0.7)
  const month = draft.links.map(({url}) => registry.month(url)).find((each) => each !== undefined)
  if (month) {
    draft.date = monthDate(month)
    const also = year ? `, beside ${quote(passage.text.slice(year.start, year.end))}` : ''
    draft.grounds['date'] = {confidence: 0.8, reason: `the month of the arXiv identifier${also}`}
    return
  }
  if (year) return
  const [date, from] = impliedYear(draft, path) ?? []
  if (date === undefined || from === undefined) return
  draft.date = date
  draft.grounds['date'] = {confidence: 0.5, reason: `the year of the ${from}`}
}

// Proceedings have their year in their addresses: Anthology identifiers, CVF and NeurIPS.
const addressYear =
  /aclanthology\.org\/(?:[A-Z](\d\d)-|((?:19|20)\d\d)\.)|(?:CVPR|ICCV|ECCV|WACV)_?((?:19|20)\d\d)|(?:paper|paper_files\/paper|file|pub)\/((?:19|20)\d\d)\b/i

function impliedYear(
  {venue = '', links, grounds}: Draft,
  path: readonly string[]
): [date: string, from: string] | undefined {
  const [beside] = findYears(venue || (grounds['venue']?.reason ?? ''))
  if (beside) return [beside.date, 'venue']
  for (const {url} of links) {
    const [short, ...full] = addressYear.exec(url)?.slice(1) ?? []
    const found =
      full.find((each) => each !== undefined) ?? (short && (Number(short) > 60 ? `19${short}` : `20${short}`))
    if (found) return [found, 'address']
  }
  const heading = path.flatMap((name) => findYears(name)).at(-1)
  return heading && [heading.date, 'heading above']
}

function firstIn(
  passage: Passage,
  ranges: readonly {start: number; end: number}[],
  find: (text: string) => FoundDate[]
): FoundDate | undefined {
  for (const range of ranges) {
    const [found] = find(passage.slice(range))
    if (found) return {...found, start: found.start + range.start, end: found.end + range.start}
  }
  return undefined
}

function takeWritten(
  draft: Draft,
  passage: Passage,
  {start, end, date, isMalformed}: FoundDate,
  confidence: number
): void {
  const words = passage.text.slice(start, end)
  draft.date = date
  draft.grounds['date'] = {confidence, reason: `written as ${quote(words)}`}
  if (isMalformed) draft.malformedDate = words
  passage.claim(start, end)
}
