import type {Finding} from '../finding.ts'
import {type BuiltFile, githubLimit} from '../readme/build.ts'

/**
 * Says whether a page is longer than it should be.
 *
 * @param budget bytes from which on it is a warning; undefined lifts GitHub's limit too
 */
export function overBudget({path, text}: BuiltFile, budget: number | undefined): Finding[] {
  if (budget === undefined || !path.endsWith('.md')) return []
  const size = Buffer.byteLength(text)
  const kib = (bytes: number) => `${Math.floor(bytes / 1024)} KiB`
  if (size >= githubLimit) {
    const reason = `Unexpected size of ${kib(size)}, expected under ${kib(githubLimit)}, where GitHub stops showing it`
    return [{path, ruleId: 'budget', severity: 'error', reason}]
  }
  if (size < budget) return []
  const reason = `Unexpected size of ${kib(size)}, expected under ${kib(budget)}; at ${kib(githubLimit)} GitHub stops showing it`
  return [{path, ruleId: 'budget', severity: 'warning', reason}]
}
