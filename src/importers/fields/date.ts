import {type CalendarDate, parseDate} from '../../paper/date.ts'

/** A date in a text, at UTF-16 offsets of it. */
export interface FoundDate {
  readonly start: number
  readonly end: number
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly date: string
  /** Whether it is written in a way that only luck makes a date of, such as `2025-12-3`. */
  readonly isMalformed: boolean
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const year = String.raw`((?:19|20)\d\d)`

interface Form {
  readonly pattern: RegExp
  /** Year, month, day as written; month as a name or a number. */
  readonly read: (groups: readonly string[]) => readonly (string | undefined)[]
}

// Fuller forms come first: what they take is no longer there for the others.
const forms: readonly Form[] = [
  {
    pattern: new RegExp(
      String.raw`(?<![\d.])${year}\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?(?![\d.]*\d)`,
      'giu'
    ),
    read: ([y = '', m, d]) => [y, m, d]
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${month}\b\.?,?\s*${year}(?!\d)`,
      'giu'
    ),
    read: ([d, m, y = '']) => [y, m, d]
  },
  {
    pattern: new RegExp(String.raw`\b${month}\b\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+${year}(?!\d)`, 'giu'),
    read: ([m, d, y = '']) => [y, m, d]
  },
  {pattern: new RegExp(String.raw`\b${month}\b[.,]*\s*[-/]?\s*${year}(?!\d)`, 'giu'), read: ([m, y = '']) => [y, m]},
  {
    pattern: new RegExp(String.raw`(?<![\d.])${year}[,]?\s*[-/.]?\s*${month}\b\.?`, 'giu'),
    read: ([y = '', m]) => [y, m]
  },
  {
    pattern: new RegExp(String.raw`\b${month}\b[.,]*\s*['’]?(\d\d)(?![\d:])`, 'giu'),
    read: ([m, y = '']) => [`20${y}`, m]
  },
  {
    pattern: new RegExp(String.raw`(?<![\d./])${year}\s?[-/.年]\s?(\d{1,2})月?(?!\d|\.\d)`, 'giu'),
    read: ([y = '', m]) => [y, m]
  },
  {pattern: new RegExp(String.raw`(?<![\d./])(\d{1,2})[-/.]${year}(?!\d)`, 'giu'), read: ([m, y = '']) => [y, m]}
]

/** Dates of at least a month in a text, the fullest form of each, in their order. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = []
  for (const form of forms) {
    const isFree = ({start, end}: FoundDate) => !found.some((each) => each.start < end && start < each.end)
    found.push(...datesBy(form, text).filter(isFree))
  }
  return found.sort((a, b) => a.start - b.start)
}

function datesBy({pattern, read}: Form, text: string): FoundDate[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [y = '', m = '', d] = read(match.slice(1))
    const date = [y, monthNumber(m), ...(d === undefined ? [] : [d])].map((part) => part.padStart(2, '0')).join('-')
    if (!parseDate(date)) return []
    const isMalformed = /^\d{4}-\d{1,2}-\d{1,2}$/.test(match[0]) && match[0].length < 10
    return [{start: match.index, end: match.index + match[0].trimEnd().length, date, isMalformed}]
  })
}

function monthNumber(name: string): string {
  const index = months.indexOf(name.slice(0, 3).toLowerCase())
  return index === -1 ? name : String(index + 1)
}

/** Years that stand alone in a text, `’23` included. */
export function findYears(text: string): FoundDate[] {
  return [...text.matchAll(/(?<![\d.\-/])((?:19[5-9]|20[0-4])\d)(?![\d\-/]|\.\d)|(?<=\p{L}\s?)['’](\d\d)(?!\d)/gu)].map(
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      date: match[1] ?? (Number(match[2]) > 60 ? `19${match[2]}` : `20${match[2]}`),
      isMalformed: false
    })
  )
}

/** A month as a partial date. */
export function monthDate({year: y, month: m}: Required<Pick<CalendarDate, 'year' | 'month'>>): string {
  return `${y}-${String(m).padStart(2, '0')}`
}
