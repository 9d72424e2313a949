import type {Finding} from '../finding.ts'
import {byFile, ruleUrl} from './files.ts'
import type {Reporter} from './reporter.ts'

/** One JSON document: the files that have findings, each with its messages. */
export const json: Reporter = {
  name: 'json',
  render(findings) {
    const files = [...byFile(findings)].map(([path, messages]) => ({path, messages: messages.map(message)}))
    return JSON.stringify(files, undefined, 2)
  }
}

function message({ruleId, severity, reason, place}: Finding) {
  return {
    ruleId,
    severity,
    reason,
    line: place?.start.line ?? null,
    column: place?.start.column ?? null,
    endLine: place?.end.line ?? null,
    endColumn: place?.end.column ?? null,
    url: ruleUrl(ruleId)
  }
}
