import {hasCome, parseDate} from '../paper/date.ts'
import {quote} from '../quote.ts'
import type {Rule} from './rule.ts'

/** Dates are days of the calendar that have come. */
export const date: Rule = {
  id: 'date',
  about: 'A date exists and is not in the future',
  why: `The date sorts the list, so it is written \`YYYY-MM-DD\`, or \`YYYY-MM\` or \`YYYY\` where no more is known.
It is the day on which the paper was first public: for a preprint, the day of its first version.`,
  severity: 'error',
  bad: [{text: 'date: 2024-02-30\n'}],
  good: [{text: 'date: 2024-04-24\n'}],
  check({list}, report) {
    for (const {file, date, added} of list.papers) {
      const reason = fault(date, list.now)
      if (reason) report(file, ['date'], reason)
      const addedReason = added === undefined ? undefined : fault(added, list.now)
      if (addedReason) report(file, ['added'], addedReason)
    }
  }
}

function fault(text: string, now: Date): string | undefined {
  if (!parseDate(text)) {
    const isShaped = /^\d{4}(?:-\d{2}){0,2}$/.test(text)
    if (isShaped) return `Unexpected date ${quote(text)}, expected one that exists`
    return `Unexpected date ${quote(text)}, expected ${suggestion(text) ?? 'YYYY-MM-DD'}`
  }
  return hasCome(text, now) ? undefined : `Unexpected date ${quote(text)} in the future, expected one that has come`
}

/** The same day as it should be written, where there is one reading of it. */
function suggestion(text: string): string | undefined {
  const [first = '', second = '', third = ''] = text
    .trim()
    .split(/[-/.]/)
    .map((part) => part.padStart(2, '0'))
  const candidates = [`${first}-${second}-${third}`, `${third}-${second}-${first}`, `${third}-${first}-${second}`]
  const real = candidates.filter((candidate) => parseDate(candidate)?.day !== undefined)
  return real.length === 1 ? quote(real.join('')) : undefined
}
