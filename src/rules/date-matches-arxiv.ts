import {type CalendarDate, hasCome, monthNumber} from '../paper/date.ts'
import {quote} from '../quote.ts'
import type {Rule} from './rule.ts'

/** The date agrees with the month that an arXiv identifier carries. */
export const dateMatchesArxiv: Rule = {
  id: 'date-matches-arxiv',
  about: 'The date agrees with the month in the arXiv identifier',
  why: `An arXiv identifier begins with the year and month in which it was given out (\`2404.15574\`: April 2024).
A first version sent on the last days of a month gets the next month's identifier, and some lists count from the
announcement, a few days later: that much is let pass. Anything else is a wrong identifier, or the date of a later
version or publication.`,
  severity: 'error',
  bad: [{text: 'date: 2023-04-24\n'}],
  good: [{text: 'date: 2024-04-24\n'}],
  check({list}, report) {
    for (const {file, day, date, links} of list.papers) {
      // A date that has not come is told by the rule for dates.
      if (!day || !hasCome(date, list.now)) continue
      const months = links.flatMap(({url}) => list.registry.month(url) ?? [])
      const [month] = months
      if (!month || months.some((each) => agrees(day, each))) continue
      const expected = `${month.year}-${String(month.month).padStart(2, '0')}`
      report(file, ['date'], `Unexpected date ${quote(date)}, expected ${expected} as the arXiv identifier has it`)
    }
  }
}

function agrees(day: CalendarDate, identifier: {readonly year: number; readonly month: number}): boolean {
  // Announced after a weekend or a holiday, in the first days of the next month.
  const early = day.day !== undefined && day.day <= 3 ? 1 : 0
  const first = monthNumber({year: day.year, month: day.month ?? 1})
  const last = monthNumber({year: day.year, month: day.month ?? 12})
  const given = monthNumber(identifier)
  return given >= first - early && given <= last + 1
}
