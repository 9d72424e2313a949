import {outcomes} from '../evidence/verdict.ts'
import type {LinksReport} from '../links/report.ts'

/** How many links came out how, the worst first, a line each. */
export function linksTable({totals}: LinksReport): string {
  const rows = outcomes.toReversed().filter((outcome) => (totals[outcome] ?? 0) > 0)
  return rows
    .map((outcome) => `${String(totals[outcome]).padStart(6)}  ${outcome}`)
    .join('\n')
    .concat('\n')
}
