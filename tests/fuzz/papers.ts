import {deepStrictEqual} from 'node:assert'
import {FAILSAFE_SCHEMA, load} from 'js-yaml'
import {build} from '../../src/commands/build.ts'
import {jobSummary} from '../../src/commands/job-summary.ts'
import type {Report} from '../../src/commands/report.ts'
import type {Finding} from '../../src/finding.ts'
import {paperBytes} from '../../src/paper/read.ts'
import {readYaml} from '../../src/paper/yaml.ts'
import {reporters} from '../../src/reporters/index.ts'
import {now, type TemporaryList} from '../support/list.ts'

/** What a file may take until everything is said of it, in milliseconds. */
const limit = 1000

/** A template that shows every paper in every way. */
export const everyLayout = ['table', 'compact', 'bullets', 'table group=tag']
  .map((options) => `<!-- paperlist:papers layout=${options} -->\n\n<!-- /paperlist:papers -->\n`)
  .concat('<!-- paperlist:toc groups=yes -->\n\n<!-- /paperlist:toc -->\n')
  .concat('<!-- paperlist:stats chart=assets/tags -->\n\n<!-- /paperlist:stats -->\n')
  .map((zone, index) => `## Section ${index}\n\n${zone}`)
  .join('\n')

/** What became of a file. */
export interface Verdict {
  /** Milliseconds until everything was said of it. */
  readonly time: number
  /** Whether it is a paper. */
  readonly isRead: boolean
  /** Whether the second parser read it as well; undefined where it was not asked. */
  readonly isConfirmed?: boolean
}

/**
 * Puts a file into a list, and has that checked and built.
 *
 * @param list whose template is `everyLayout`
 * @throws where anything but findings comes of it
 */
export function judge(bytes: Uint8Array, list: TemporaryList): Verdict {
  list.write('papers/2024-a-paper.yaml', bytes)
  let {time, report} = timed(list)
  // Somebody else may have had the processor.
  if (time > limit) ({time, report} = timed(list))
  if (time > limit) throw new Error(`It took ${time.toFixed(0)} ms.`)
  for (const finding of report.findings) checkFinding(finding, bytes)
  checkOutputs(report.findings)
  jobSummary(report, '')
  const isRead = report.list.papers.length === 1
  return {time, isRead, ...compare(bytes)}
}

function timed({root}: TemporaryList): {time: number; report: Report} {
  const started = performance.now()
  const report = build({root, now, check: true})
  return {time: performance.now() - started, report}
}

const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]|##\[/u

function checkFinding({place, reason, ruleId}: Finding, bytes: Uint8Array): void {
  if (!/^Unexpected .+, expected .+/.test(reason) || unprintable.test(reason) || reason.length > 1500) {
    throw new Error(`${ruleId} says ${JSON.stringify(reason)}`)
  }
  if (ruleId === 'generated' || !place) return
  const lines = Buffer.from(bytes).toString().split('\n')
  const [start, end] = [place.start, place.end]
  const isWithin = end.line <= lines.length && end.column <= (lines[end.line - 1]?.length ?? 0) + 1
  const isOrdered = start.line < end.line || (start.line === end.line && start.column <= end.column)
  if (!isWithin || !isOrdered) throw new Error(`${ruleId} is at ${JSON.stringify(place)}`)
}

/** Every format says what was found, and nothing that a terminal or a runner would act on. */
export function checkOutputs(findings: readonly Finding[]): void {
  for (const {name, render} of reporters) {
    const lines = render(findings, {color: false}).split('\n')
    const bad = lines.find((line) => unprintable.test(line) || (name !== 'github' && /^\s*::/.test(line)))
    if (bad !== undefined) throw new Error(`${name} prints ${JSON.stringify(bad)}`)
    if (name === 'json')
      deepStrictEqual(reasonsOf(JSON.parse(lines.join('\n'))), findings.map(({reason}) => reason).sort())
    if (name === 'github' && findings.length > 0) {
      const commands = lines.filter((line) => /^::(?:error|warning|notice) file=/.test(line))
      if (commands.length !== findings.length || lines.length !== findings.length) {
        throw new Error(`${findings.length} findings are ${lines.length} lines`)
      }
    }
  }
}

function reasonsOf(document: unknown): unknown[] {
  const files: unknown[] = Array.isArray(document) ? document : []
  const messages = files.flatMap((file) => propertyOf(file, 'messages'))
  return messages.map((message) => propertyOf(message, 'reason')).sort()
}

function propertyOf(record: unknown, name: string): unknown {
  return Object.getOwnPropertyDescriptor(Object(record), name)?.value
}

/** A file that is read means what another parser takes it for, or that parser refuses it. */
function compare(bytes: Uint8Array): Pick<Verdict, 'isConfirmed'> {
  const text = Buffer.from(bytes).toString()
  if (bytes.length > paperBytes || !Buffer.from(text).equals(bytes)) return {}
  const {value} = readYaml(text)
  // The other parser forgets blank lines behind an escaped line break, and takes indented hyphens for a marker.
  if (value === undefined || /\\\r?\n|^ +---/m.test(text)) return {}
  let other: unknown
  try {
    other = load(text, {schema: FAILSAFE_SCHEMA})
  } catch {
    return {isConfirmed: false}
  }
  deepStrictEqual(composed(value), composed(other))
  return {isConfirmed: true}
}

/** A value as JSON has it, its texts in NFC. On blank lines in texts no two parsers agree. */
function composed(value: unknown): unknown {
  const json: unknown = JSON.parse(JSON.stringify(value).normalize('NFC'), (_, each: unknown) =>
    typeof each === 'string' ? each.trim().replace(/\s+/gu, ' ') : each
  )
  return json
}
