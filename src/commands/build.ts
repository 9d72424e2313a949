import {join} from 'node:path'
import {compareFindings, type Finding, placeOf} from '../finding.ts'
import {readText, typeOf} from '../io/read.ts'
import {clearLeftovers, writeWhole} from '../io/write.ts'
import {type List, type ListOptions, loadList} from '../list.ts'
import {inWords, plural} from '../quote.ts'
import {type BuiltFile, buildPage, loadTemplates} from '../readme/build.ts'
import {groupPapers} from '../readme/groups.ts'
import {runRules} from '../rules/run.ts'
import {overBudget} from './budget.ts'
import type {Report} from './report.ts'

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
  const files = templates.flatMap((template) => buildPage(list, template))
  const budget = files.flatMap((file) => overBudget(file, list.config.pages.budget))
  const all = [...findings, ...budget].sort(compareFindings)
  if (budget.some(({severity}) => severity === 'error')) {
    return {list, findings: all, notes: [summarise(list), 'Nothing was written.'], written: []}
  }
  const stale = files.filter((file) => isStale(list.root, file))
  if (options.check) return checked(list, all, stale)
  for (const {path} of files) clearLeftovers(join(list.root, path))
  for (const {path, text} of stale) writeWhole(join(list.root, path), text)
  return {list, findings: all, notes: [summarise(list), written(files, stale)], written: stale.map(({path}) => path)}
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

function written(files: readonly BuiltFile[], stale: readonly BuiltFile[]): string {
  if (stale.length === 0) return `${inWords(files.map(({path}) => path))}: nothing to change.`
  return `Wrote ${inWords(stale.map(({path}) => path))}.`
}

function checked(list: List, findings: readonly Finding[], stale: readonly BuiltFile[]): Report {
  const all = [...findings, ...stale.map((file) => outOfDate(list.root, file))].sort(compareFindings)
  const note = stale.length === 0 ? 'Every generated file is up to date.' : 'Nothing was written.'
  return {list, findings: all, notes: [summarise(list), note], written: []}
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
