import {join} from 'node:path'
import {compareFindings, type Finding, placeOf} from '../finding.ts'
import {readText, typeOf} from '../io/read.ts'
import {clearLeftovers, removeFile, writeWhole} from '../io/write.ts'
import {type List, type ListOptions, loadList} from '../list.ts'
import {inWords, plural} from '../quote.ts'
import {type BuiltFile, buildPages, loadTemplates} from '../readme/build.ts'
import {groupPapers} from '../readme/groups.ts'
import {runRules} from '../rules/run.ts'
import {overBudget} from './budget.ts'
import {foreignPages, leftPages} from './pages.ts'
import type {Report} from './report.ts'

const mostNamed = 8

/** What building needs to know. */
export interface BuildOptions extends ListOptions {
  /** Whether to compare with what is there instead of writing. */
  readonly check: boolean
}

/**
 * Runs every rule, then makes the files that the templates ask for. A paper that cannot be read, a broken
 * template or a file over its budget keeps everything from being written.
 *
 * @throws {Failure} where the list cannot be read or a file cannot be written
 */
export function build(options: BuildOptions): Report {
  const list = loadList(options)
  const templates = loadTemplates(list)
  const findings = runRules(list, templates)
  if (findings.some(stopsBuild)) return {list, findings, notes: [summarise(list), 'Nothing was written.'], written: []}
  const files = buildPages(list, templates)
  const obstacles = [
    ...files.flatMap((file) => overBudget(file, list.config.pages.budget)),
    ...foreignPages(list, files)
  ]
  const all = [...findings, ...obstacles].sort(compareFindings)
  if (obstacles.some(({severity}) => severity === 'error')) {
    return {list, findings: all, notes: [summarise(list), 'Nothing was written.'], written: []}
  }
  const stale = files.filter((file) => isStale(list.root, file))
  const left = leftPages(list, files)
  if (options.check) return checked(list, all, stale, left)
  for (const {path} of files) clearLeftovers(join(list.root, path))
  for (const {path, text} of stale) writeWhole(join(list.root, path), text)
  for (const path of left) removeFile(join(list.root, path))
  const written = [...stale.map(({path}) => path), ...left]
  return {list, findings: all, notes: [summarise(list), ...done(files, stale, left)], written}
}

function stopsBuild({ruleId, severity}: Finding): boolean {
  return severity === 'error' && (ruleId === 'schema' || ruleId === 'template')
}

function isStale(root: string, {path, text}: BuiltFile): boolean {
  return currentText(root, path) !== text
}

function currentText(root: string, path: string): string | undefined {
  if (typeOf(join(root, path)) !== 'file') return undefined
  const result = readText(join(root, path), Number.MAX_SAFE_INTEGER)
  return 'text' in result ? result.text : undefined
}

function summarise({papers, config}: List): string {
  const groups = groupPapers(papers, 'list', config)
  return `Read ${plural(papers.length, 'paper')} in ${plural(groups.length, 'group')}.`
}

function done(files: readonly BuiltFile[], stale: readonly BuiltFile[], left: readonly string[]): string[] {
  const removed = left.length > 0 ? [`Removed ${named(left)}.`] : []
  if (stale.length > 0) return [`Wrote ${named(stale.map(({path}) => path))}.`, ...removed]
  return removed.length > 0 ? removed : [`${named(files.map(({path}) => path))}: nothing to change.`]
}

/** The first few of many files. */
function named(paths: readonly string[]): string {
  const rest = paths.length - mostNamed
  return inWords(rest > 1 ? [...paths.slice(0, mostNamed), `${rest} other files`] : paths)
}

function checked(
  list: List,
  findings: readonly Finding[],
  stale: readonly BuiltFile[],
  left: readonly string[]
): Report {
  const outdated = [...stale.map((file) => outOfDate(list.root, file)), ...left.map(leftOver)]
  const all = [...findings, ...outdated].sort(compareFindings)
  const note = outdated.length === 0 ? 'Every generated file is up to date.' : 'Nothing was written.'
  return {list, findings: all, notes: [summarise(list), note], written: []}
}

function leftOver(path: string): Finding {
  const reason = 'Unexpected page, expected none: nothing is left to stand on it; `paperlist build` removes it'
  return {path, ruleId: 'generated', severity: 'error', reason}
}

function outOfDate(root: string, {path, text}: BuiltFile): Finding {
  const current = currentText(root, path)
  const finding = {path, ruleId: 'generated', severity: 'error'} as const
  if (current === undefined) {
    return {...finding, reason: 'Unexpected missing file, expected what the papers make; `paperlist build` writes it'}
  }
  let offset = 0
  while (current[offset] === text[offset]) offset += 1
  const reason = 'Unexpected text, expected what the papers make; `paperlist build` writes it'
  return {...finding, place: placeOf(current, offset, offset), reason}
}
