import type {Finding} from '../finding.ts'
import {visibleJson} from '../quote.ts'
import {byFile, ruleUrl} from './files.ts'
import type {Reporter} from './reporter.ts'

/** One JSON document: the files that have findings, each with its messages. */
export const json: Reporter = {
  name: 'json',
  render(findings) {
    const files = [...byFile(findings)].map(([path, messages]) => ({path, messages: messages.map(message)}))
    // Line breaks between the messages are the document's own; those in values it has escaped.
    return JSON.stringify(files, undefined, 2).split('\n').map(visibleJson).join('\n')
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
