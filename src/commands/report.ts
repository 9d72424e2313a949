import type {Finding} from '../finding.ts'
import type {List} from '../list.ts'

/** What a command found and did. */
export interface Report {
  readonly list: List
  readonly findings: readonly Finding[]
  /** What was done, for a person: a sentence each. */
  readonly notes: readonly string[]
  /** The files that were written or removed. */
  readonly written: readonly string[]
}

/** How many findings there are of each severity. */
export function countFindings(findings: readonly Finding[]): {errors: number; warnings: number; infos: number} {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  return {errors: count('error'), warnings: count('warning'), infos: count('info')}
}
