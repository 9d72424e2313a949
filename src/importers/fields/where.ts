import {quote} from '../../quote.ts'
import type {Draft} from '../draft.ts'
import type {Block, Passage} from '../source/passage.ts'
import {findVenues, isPreprint, isVenue, preprintIn} from './venue.ts'

/** Takes the venue: of its column, else a known name among the words that nothing else has taken. */
export function takeVenue(draft: Draft, passage: Passage, cells: readonly Block[]): void {
  if (cells.some((cell) => takeCell(draft, passage, cell))) return
  const free = passage.unclaimed().flatMap((range) => passage.linesOf(range))
  if (!free.some((line) => takeKnown(draft, passage, line))) takeNamedVenue(draft, passage)
}

type Range = {readonly start: number; readonly end: number}

/** A known name; beside it there may be a workshop or a track. A longer line tells of more than the venue. */
function takeKnown(draft: Draft, passage: Passage, {start, end}: Range): boolean {
  const line = passage.text.slice(start, end)
  const [found] = findVenues(line)
  if (!found) return false
  const text = line.replace(/^[\s\p{P}]+|[\s,.;:|[(–—-]+$/gu, '').replace(/\s+/gu, ' ')
  const isAll = text.length <= 60 && !/\bet al\b/u.test(text) && !/[.;|]\s|[\][@]/u.test(text)
  if (isAll) {
    setVenue(draft, text.replace(/^([^()]*)\)$/u, '$1'), 0.85, line.trim())
    passage.claim(start, end)
  } else {
    setVenue(draft, found.venue, 0.85, line.slice(found.start, found.end))
    passage.claim(start + found.start, start + found.end)
  }
  return true
}

function takeCell(draft: Draft, passage: Passage, cell: Block): boolean {
  for (const free of passage.unclaimed(cell.start, cell.end)) {
    const text = passage
      .slice(free)
      .trim()
      .replace(/^[-–—,.\s]+|[-–—,.\s]+$/gu, '')
    if (!/\p{L}/u.test(text) || text.length > 80) continue
    passage.claim(free.start, free.end)
    if (isPreprint(text)) draft.grounds['venue'] = {confidence: 0.9, reason: `none: ${quote(text)}`}
    else setVenue(draft, text.replace(/\s+/gu, ' '), 0.95, text)
    return true
  }
  return false
}

/** Words that name a conference or journal that is not among the known; or a preprint. */
function takeNamedVenue(draft: Draft, passage: Passage): void {
  for (const free of passage.unclaimed()) {
    let from = free.start
    for (const part of passage.slice(free).split(/(?<=[\n.,;|]|\s\|\s)/u)) {
      if (takePart(draft, passage, part, from)) return
      from += part.length
    }
  }
}

function takePart(draft: Draft, passage: Passage, part: string, from: number): boolean {
  const text = part.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
  if (text.length > 0 && text.length <= 90 && isVenue(text)) {
    passage.claim(from, from + part.length)
    setVenue(draft, text.replace(/\s+/gu, ' '), 0.75, text)
    return true
  }
  const preprint = text.length <= 40 ? preprintIn(text) : undefined
  if (preprint === undefined) return false
  const at = from + part.indexOf(preprint)
  passage.claim(at, at + preprint.length)
  draft.grounds['venue'] = {confidence: 0.9, reason: `none: ${quote(preprint)}`}
  return true
}

function setVenue(draft: Draft, venue: string, confidence: number, words: string): void {
  draft.venue = venue
  draft.grounds['venue'] = {confidence, reason: `written as ${quote(words)}`}
}
