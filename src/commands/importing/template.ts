import type {Container} from '../../importers/importer.ts'
import type {Document, Range} from '../../importers/source/document.ts'
import type {Reading} from './gather.ts'
import type {Place} from './groups.ts'

/** A template made of a document, and what was taken out of it. */
export interface MadeTemplate {
  readonly text: string
  /** What was taken out and is no entry: the frames of tables, in UTF-16 offsets of the document's text. */
  readonly frames: readonly Range[]
}

interface Zone {
  readonly at: number
  readonly marker: string
}

/** Puts zones where the papers were. Every other byte stays; comments among the papers stand behind them. */
export function makeTemplate(document: Document, places: readonly Place[], isSingle: boolean): MadeTemplate {
  const readings = places.flatMap((place) => place.readings)
  const containers = wholeContainers(document, readings)
  const ranges = [...readings.map(({entry}) => range(entry)), ...containers.map(range)]
  const removed = joined(document, ranges)
  const zones = places.map((place) => zoneOf(document, place, {removed, containers, isSingle}))
  return {
    text: document.mark + splice(document, removed, isSingle ? zones.slice(0, 1) : zones),
    frames: framesOf(document, containers, readings)
  }
}

/** Whether nothing but white space stands between the papers of a document. */
export function isOneRegion(document: Document, readings: readonly Reading[]): boolean {
  const containers = wholeContainers(document, readings)
  return joined(document, [...readings.map(({entry}) => range(entry)), ...containers.map(range)]).length <= 1
}

function range({start, end}: Range): Range {
  return {start, end}
}

/** Tables that nothing is left of but their frame. */
function wholeContainers({visible}: Document, readings: readonly Reading[]): Container[] {
  const byStart = new Map(readings.map(({entry: {container}}) => [container.start, container]))
  return [...byStart.values()]
    .filter(({frame}) => frame !== undefined)
    .filter(({start, end}) => {
      const rows = readings.map(({entry}) => entry).filter((entry) => entry.container.start === start)
      const left: string[] = []
      let from = start
      for (const row of rows) {
        left.push(visible.slice(from, Math.max(from, row.start)))
        from = Math.max(from, row.end)
      }
      left.push(visible.slice(from, Math.max(from, end)))
      return isFrame(left.join(''))
    })
}

/** Whether what is left of a table is at most a header. */
function isFrame(left: string): boolean {
  const isHtml = /<t[dhr]\b/i.test(left)
  const lines = left.replace(/<\/?[uo]l\b[^>]*>/gi, '').split('\n')
  if (!isHtml) return lines.filter((line) => /[\p{L}\p{N}]/u.test(line)).length <= 1 && !/https?:/.test(left)
  const rows = left
    .split(/<tr\b/i)
    .filter((row) => /<t[dh]\b/i.test(row) && /[\p{L}\p{N}]/u.test(row.replace(/<[^>]*>/g, '')))
  return rows.length <= 1 && !/https?:/.test(left.replace(/<summary.*?<\/summary>/gis, ''))
}

/** Ranges in order and as whole lines where nothing else is on them, those with only white space between them as one. */
function joined(document: Document, ranges: readonly Range[]): Range[] {
  const {text} = document
  const result: {start: number; end: number}[] = []
  for (const {start, end} of ranges.map((each) => wholeLines(document, each)).sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && (start <= last.end || text.slice(last.end, start).trim() === '')) last.end = Math.max(last.end, end)
    else result.push({start, end})
  }
  return result
}

function wholeLines(document: Document, {start, end}: Range): Range {
  const {text, comments} = document
  // A comment that begins on the last line is not cut in two.
  const comment = comments.find((each) => each.start < end && end < each.end)
  const stop = comment?.end ?? end
  const lineStart = document.lineStart(start)
  const lineEnd = document.lineEnd(Math.max(start, stop - 1))
  return {
    start: text.slice(lineStart, start).trim() === '' ? lineStart : start,
    end: text.slice(stop, lineEnd).trim() === '' ? lineEnd : stop
  }
}

interface Taken {
  readonly removed: readonly Range[]
  /** What nothing is left of. */
  readonly containers: readonly Container[]
  readonly isSingle: boolean
}

function zoneOf(document: Document, place: Place, {removed, containers, isSingle}: Taken): Zone {
  const {name, readings, hasOwnHeading} = place
  const [first] = readings
  const entry = first?.entry
  const at = entry?.start ?? 0
  const isWhole = containers.some(({start}) => start === entry?.container.start)
  // A row that leaves others behind cannot have a zone in its place: that comes before the table.
  const anchor =
    entry?.container.frame && !isWhole
      ? entry.container.start
      : (removed.find(({start, end}) => start <= at && at < end)?.start ?? at)
  const layout = layoutOf(readings)
  const options = [
    ...(isSingle || name === '' ? [] : [`section="${name}"`]),
    ...(hasOwnHeading ? [] : ['group=none']),
    ...(layout === 'table' ? [] : [`layout=${layout}`])
  ]
  const line = document.lineStart(anchor)
  const isAlone = document.text.slice(line, anchor).trim() === ''
  return {at: isAlone ? line : anchor, marker: ['<!-- paperlist:papers', ...options, '-->'].join(' ')}
}

/** The layout that looks most like it did; a pipe table has no room for summaries. */
function layoutOf(readings: readonly Reading[]): Container['layout'] {
  const layout = readings[0]?.entry.container.layout ?? 'table'
  const withSummary = readings.filter(({draft}) => draft.summary.length > 0).length
  return layout === 'compact' && withSummary * 2 > readings.length ? 'table' : layout
}

/** The text without some ranges but for their comments, and with zones. */
function splice(document: Document, removed: readonly Range[], zones: readonly Zone[]): string {
  const {text, comments} = document
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n'
  const places = [...new Set(zones.map(({at}) => at))]
  const cuts = [...removed, ...places.map((at) => ({start: at, end: at}))].sort(
    (a, b) => a.start - b.start || a.end - b.end
  )
  let result = ''
  let end = 0
  for (const cut of cuts) {
    result = append(result, text.slice(end, Math.max(end, cut.start)), lineBreak)
    if (cut.end === cut.start) result += opened(result, lineBreak) + markersAt(zones, cut.start, lineBreak)
    const kept = comments.filter(({start, end: stop}) => cut.start <= start && stop <= cut.end)
    for (const comment of kept) result = append(result, text.slice(comment.start, comment.end) + lineBreak, lineBreak)
    end = Math.max(end, cut.end)
  }
  return append(result, text.slice(end), lineBreak)
}

const close = '<!-- /paperlist:papers -->'

/** Puts text behind a zone with a blank line between. */
function append(before: string, text: string, lineBreak: string): string {
  const isBehindZone = before.trimEnd().endsWith(close) && !/\n\r?\n$/.test(before)
  return isBehindZone && text !== '' && !/^[ \t]*\r?\n/.test(text) ? before + lineBreak + text : before + text
}

/** What gives a zone a blank line before it, where there is none yet. */
function opened(before: string, lineBreak: string): string {
  if (before.trim() === '' || /\n[ \t]*\r?\n$/.test(before)) return ''
  return before.endsWith('\n') ? lineBreak : lineBreak + lineBreak
}

/** The zones at a place. Several zones at one place come with its first cut. */
function markersAt(zones: readonly Zone[], at: number, lineBreak: string): string {
  const here = zones.filter((zone) => zone.at === at)
  return here.map(({marker}) => `${marker}${lineBreak}${close}${lineBreak}`).join(lineBreak)
}

/** What the tables had that is neither entry nor comment. */
function framesOf(document: Document, containers: readonly Container[], readings: readonly Reading[]): Range[] {
  return containers.flatMap(({start, end}) => {
    const rows = readings.map(({entry}) => entry).filter((entry) => entry.start >= start && entry.end <= end)
    const frames: Range[] = []
    let from = start
    for (const row of rows) {
      if (row.start > from) frames.push({start: from, end: row.start})
      from = Math.max(from, row.end)
    }
    if (from < end) frames.push({start: from, end})
    return frames.filter((frame) => /\S/.test(document.visible.slice(frame.start, frame.end)))
  })
}
