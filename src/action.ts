import {relative, resolve, sep} from 'node:path'
import * as core from '@actions/core'
import {build} from './commands/build.ts'
import {jobSummary} from './commands/job-summary.ts'
import {lint} from './commands/lint.ts'
import {papersSince, previewPapers} from './commands/preview.ts'
import {countFindings, type Report} from './commands/report.ts'
import {Failure} from './failure.ts'
import type {Finding} from './finding.ts'
import type {List, ListOptions} from './list.ts'
import {visible} from './quote.ts'

// GitHub shows ten of each kind a step, and drops the rest without a word
// (https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations).
const shownAnnotations = 10

const commands: Readonly<Record<string, (options: ListOptions) => Report>> = {
  lint: (options) => lint(options),
  build: (options) => build({...options, check: false}),
  check: (options) => build({...options, check: true})
}

try {
  await run()
} catch (error) {
  if (!(error instanceof Failure)) throw error
  core.setFailed(visible(error.message))
}

async function run(): Promise<void> {
  const name = core.getInput('command') || 'check'
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new Failure(`Unexpected command ${name}, expected ${Object.keys(commands).join(', ')}`)
  const report = command({
    root: resolve(core.getInput('working-directory') || '.'),
    config: core.getInput('config') || undefined,
    now: new Date()
  })
  annotate(report)
  setOutputs(report)
  const preview = previewSince(report.list, core.getInput('base'))
  if (process.env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(jobSummary(report, preview)).write()
  core.info(report.notes.map(visible).join(' '))
}

/** The rows of the papers that came since a revision; nothing where git cannot tell. */
function previewSince(list: List, base: string): string {
  if (base === '') return ''
  try {
    return previewPapers(list, papersSince(list, base))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    core.warning(`No preview of the new papers. ${visible(error.message)}`)
    return ''
  }
}

function annotate({findings, list}: Report): void {
  // GitHub wants paths from the root of the repository, in which the step runs.
  const folder = relative('.', list.root).split(sep).concat('').join('/')
  for (const severity of ['error', 'warning', 'info'] as const) {
    const all = findings.filter((finding) => finding.severity === severity)
    for (const finding of all.slice(0, shownAnnotations)) annotateOne(finding, folder === '/' ? '' : folder)
    const left = all.length - shownAnnotations
    if (left > 0) core.info(`${left} more of severity ${severity} in the job summary.`)
  }
}

function annotateOne({path, place, ruleId, severity, reason}: Finding, folder: string): void {
  const {start, end} = place ?? {}
  // GitHub refuses columns on an annotation of several lines.
  const columns = start && end && start.line === end.line ? {startColumn: start.column, endColumn: end.column} : {}
  const lines = start && end ? {startLine: start.line, endLine: end.line, ...columns} : {}
  const annotation = {title: ruleId, file: `${folder}${path}`, ...lines}
  if (severity === 'error') core.error(visible(reason), annotation)
  else if (severity === 'warning') core.warning(visible(reason), annotation)
  else core.notice(visible(reason), annotation)
}

function setOutputs({list, findings, written}: Report): void {
  const {errors, warnings} = countFindings(findings)
  core.setOutput('papers', list.papers.length)
  core.setOutput('errors', errors)
  core.setOutput('warnings', warnings)
  core.setOutput('changed', written.length > 0)
  if (errors > 0) process.exitCode = core.ExitCode.Failure
}
