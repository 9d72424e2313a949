import type {Finding} from '../finding.ts'
import {isoDay, parseDate} from '../paper/date.ts'
import type {Ignore} from '../paper/schema.ts'

/** Whether an entry of a paper's `ignore` silences a finding on that paper today. */
export function silences({rule, until}: Ignore, {ruleId}: Finding, now: Date): boolean {
  const isOver = until !== undefined && (!parseDate(until)?.day || until < isoDay(now))
  return rule === ruleId && !isOver
}
