/** A calendar date, as exact as it is known. */
export interface CalendarDate {
  readonly year: number
  /** 1 to 12. */
  readonly month?: number
  /** 1 to 31; never without a month. */
  readonly day?: number
}

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined for anything that is no real date. */
export function parseDate(text: string): CalendarDate | undefined {
  const match = form.exec(text)
  if (!match) return undefined
  const [, yearText, monthText, dayText] = match
  const year = Number(yearText)
  if (year === 0) return undefined
  if (monthText === undefined) return {year}
  const month = Number(monthText)
  if (month < 1 || month > 12) return undefined
  if (dayText === undefined) return {year, month}
  const day = Number(dayText)
  return day >= 1 && day <= daysIn(year, month) ? {year, month, day} : undefined
}

function daysIn(year: number, month: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, 0)
  return date.getUTCDate()
}

/** Months since year 0, to compare dates that differ in precision. */
export function monthNumber(date: {readonly year: number; readonly month: number}): number {
  return date.year * 12 + date.month - 1
}

/** `YYYY-MM-DD` in UTC. */
export function isoDay(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}

/** The day after the given one, `YYYY-MM-DD`: the latest that is "today" anywhere on Earth. */
export function dayAfter(instant: Date): string {
  return isoDay(new Date(instant.getTime() + 24 * 60 * 60 * 1000))
}

/** Whether a date, exact or not, is today or before it, wherever on Earth today is. */
export function hasCome(date: string, now: Date): boolean {
  return date <= dayAfter(now)
}
