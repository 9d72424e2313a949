import {quote} from '../../quote.ts'
import type {Draft} from '../draft.ts'
import type {Block, Passage} from '../source/passage.ts'
import {findVenues, isPreprint, isVenue, preprintIn} from './venue.ts'

/** Takes the venue: of its column, else a known name among the words that nothing else has taken. */
export function takeVenue(draft: Draft, passage: Passage, cells: readonly Block[]): void {
  for (const cell of cells) if (takeCell(draft, passage, cell)) return
  for (const free of passage.unclaimed()) {
    for (const {start, end} of lines(passage, free)) {
      const line = passage.text.slice(start, end)
      const [found] = findVenues(line)
      if (!found) continue
      // Beside the name there may be a workshop or a track; a longer line tells of more than the venue.
      const text = line.replace(/^[\s\p{P}]+|[\s,.;:|[(–—-]+$/gu, '').replace(/\s+/gu, ' ')
      const isAll = text.length <= 60 && !/[.;|]\s|[\][@]/u.test(text)
      const whole = isAll ? text.replace(/^([^()]*)\)$/u, '$1') : found.venue
      setVenue(draft, whole, 0.85, isAll ? line.trim() : line.slice(found.start, found.end))
      if (isAll) passage.claim(start, end)
      else passage.claim(start + found.start, start + found.end)
      return
    }
  }
  takeNamedVenue(draft, passage)
}

function lines(passage: Passage, {start, end}: {start: number; end: number}): {start: number; end: number}[] {
  let from = start
  return passage.text
    .slice(start, end)
    .split('\n')
    .map((line) => {
      const range = {start: from, end: from + line.length}
      from = range.end + 1
      return range
    })
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

/** A line or italics whose words name a conference or journal that is not among the known; or a preprint. */
function takeNamedVenue(draft: Draft, passage: Passage): void {
  for (const free of passage.unclaimed()) {
    let from = free.start
    for (const part of passage.slice(free).split(/(?<=[\n.,;|]|\s\|\s)/u)) {
      const text = part.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
      const end = from + part.length
      if (text.length > 0 && text.length <= 90 && isVenue(text)) {
        passage.claim(from, end)
        return setVenue(draft, text.replace(/\s+/gu, ' '), 0.75, text)
      }
      const preprint = preprintIn(text)
      if (text.length <= 40 && preprint !== undefined) {
        const at = from + part.indexOf(preprint)
        passage.claim(at, at + preprint.length)
        draft.grounds['venue'] = {confidence: 0.9, reason: `none: ${quote(preprint)}`}
        return
      }
      from = end
    }
  }
}

function setVenue(draft: Draft, venue: string, confidence: number, words: string): void {
  draft.venue = venue
  draft.grounds['venue'] = {confidence, reason: `written as ${quote(words)}`}
}
