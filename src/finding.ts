/** How much a finding matters: an `error` makes the exit code 1. */
export type Severity = 'error' | 'warning' | 'info'

/** A position in a text: line and column count from 1, columns in UTF-16 units. */
interface Point {
  readonly line: number
  readonly column: number
}

/** The span of a value; `end` is the point after its last character. */
export interface Place {
  readonly start: Point
  readonly end: Point
}

/** One thing that is wrong, and where. Data, never thrown. */
export interface Finding {
  /** Relative to the list's root, with forward slashes. */
  readonly path: string
  /** Missing when the finding is about the file as a whole. */
  readonly place?: Place | undefined
  readonly ruleId: string
  readonly severity: Severity
  /** One sentence: "Unexpected X, expected Y". */
  readonly reason: string
}

/** The place of the span from `start` to `end`, UTF-16 offsets into `text`. */
export function placeOf(text: string, start: number, end: number): Place {
  return {start: pointOf(text, start), end: pointOf(text, Math.max(start, end))}
}

function pointOf(text: string, offset: number): Point {
  const before = text.slice(0, offset)
  let line = 1
  for (const character of before) if (character === '\n') line += 1
  return {line, column: offset - before.lastIndexOf('\n')}
}

/** Orders findings by file, then by place, so that output never depends on the order of rules. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.path, b.path) ||
    (a.place?.start.line ?? 0) - (b.place?.start.line ?? 0) ||
    (a.place?.start.column ?? 0) - (b.place?.start.column ?? 0) ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.reason, b.reason)
  )
}

/** Code-point order, the same in every locale; `<` alone compares UTF-16 units. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index)
    const right = b.charCodeAt(index)
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above all others in the basic plane. */
function rank(unit: number): number {
  return unit >= 0xd8_00 && unit <= 0xdf_ff ? unit + 0x1_00_00 : unit
}
