import type {Finding} from '../finding.ts'
import {visible} from '../quote.ts'
import type {Reporter} from './reporter.ts'

const commands = {error: 'error', warning: 'warning', info: 'notice'} as const

/**
 * Workflow commands, one a finding: annotations on the lines of the files. A value can neither end its
 * command nor begin another (https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts).
 */
export const github: Reporter = {
  name: 'github',
  render(findings) {
    return findings.map(command).join('\n')
  }
}

function command({path, place, severity, ruleId, reason}: Finding): string {
  const {start, end} = place ?? {}
  // GitHub refuses columns on an annotation of several lines.
  const columns = start?.line === end?.line ? {col: start?.column, endColumn: end?.column} : {}
  const properties = Object.entries({file: path, line: start?.line, endLine: end?.line, ...columns, title: ruleId})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(visible(String(value)))}`)
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(visible(reason))}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
