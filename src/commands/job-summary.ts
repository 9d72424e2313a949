import type {BlockContent, PhrasingContent, TableCell, TableRow} from 'mdast'
import type {Finding} from '../finding.ts'
import {plural, visible} from '../quote.ts'
import {textToMdast} from '../readme/inline.ts'
import {writeMarkdown} from '../readme/markdown.ts'
import {countFindings, type Report} from './report.ts'

// GitHub refuses a summary of over 1 MiB as a whole
// (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits).
const limit = 900 * 1024

/**
 * The job summary, as Markdown: every finding, and the papers that a pull request adds as the README will
 * show them. What does not fit is counted by rule.
 *
 * @param preview the rendered papers, HTML
 */
export function jobSummary({findings, notes}: Report, preview: string): string {
  const {errors, warnings} = countFindings(findings)
  const head = writeMarkdown([
    {type: 'heading', depth: 2, children: [{type: 'text', value: 'paperlist'}]},
    paragraph(`${notes.join(' ')} ${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`)
  ])
  const shown = previewThatFits(preview)
  const table = tableThatFits(findings, limit - size(head) - size(shown) - 4096)
  return `${[head, ...table, shown].filter((part) => part !== '').join('\n\n')}\n`
}

/** What is wrong comes before how it looks: hundreds of new papers at once leave room for their findings. */
function previewThatFits(preview: string): string {
  if (preview === '') return ''
  const shown = size(preview) <= limit / 2 ? preview : 'They are too many to show.'
  return `### How the new papers will look\n\n${shown}`
}

function size(text: string): number {
  return Buffer.byteLength(text)
}

/** A table of as many findings as there is room for, and a table that counts the rest. */
function tableThatFits(findings: readonly Finding[], room: number): string[] {
  if (findings.length === 0) return []
  const rows = findings.map(findingRow)
  const header = row(['Where', 'What', 'Rule'].map((value) => [{type: 'text', value}]))
  let count = rows.length
  // A row's own length bounds its share of the table.
  let length = 0
  for (const [index, each] of rows.entries()) {
    length += size(writeMarkdown([{type: 'table', children: [each]}])) + 1
    if (length <= room) continue
    count = index
    break
  }
  const table = writeMarkdown([{type: 'table', children: [header, ...rows.slice(0, count)]}])
  return count === rows.length ? [table] : [table, writeMarkdown(countedRest(findings.slice(count)))]
}

function countedRest(rest: readonly Finding[]): BlockContent[] {
  const counts = new Map<string, number>()
  for (const {ruleId} of rest) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
  const each = [...counts].map(([ruleId, count]) => `${ruleId} ${count}`)
  return [paragraph(`And ${plural(rest.length, 'finding')} more: ${each.join(', ')}.`)]
}

function findingRow({path, place, ruleId, reason, severity}: Finding): TableRow {
  const where = place ? `${path}:${place.start.line}:${place.start.column}` : path
  return row([textToMdast(visible(where)), textToMdast(visible(reason)), textToMdast(`${ruleId} (${severity})`)])
}

function row(cells: readonly PhrasingContent[][]): TableRow {
  return {type: 'tableRow', children: cells.map((children): TableCell => ({type: 'tableCell', children}))}
}

function paragraph(text: string): BlockContent {
  return {type: 'paragraph', children: textToMdast(text)}
}
