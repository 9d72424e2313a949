import {join} from 'node:path'
import {Failure} from '../failure.ts'
import {compareFindings, type Finding, placeOf} from '../finding.ts'
import {readWithin} from '../io/way.ts'
import {clearLeftovers, type NewFile, stampOf, writeWhole} from '../io/write.ts'
import {type List, type ListOptions, loadList} from '../list.ts'
import {inWords, plural} from '../quote.ts'
import {type BuiltFile, buildPage, loadTemplates} from '../readme/build.ts'
import {groupPapers} from '../readme/groups.ts'
import type {Template} from '../readme/template.ts'
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
  const stale = staleFiles(list.root, files, templates)
  if (options.check) return checked(list, all, stale)
  for (const {path} of files) clearLeftovers(join(list.root, path))
  writeWhole(list.root, stale)
  return {list, findings: all, notes: [summarise(list), written(files, stale)], written: stale.map(({path}) => path)}
}

function stopsBuild({ruleId, severity}: Finding): boolean {
  return severity === 'error' && (ruleId === 'schema' || ruleId === 'template')
}

interface StaleFile extends NewFile {
  /** What it holds by now; undefined where that cannot be read. */
  readonly current: string | undefined
}

/** The files that are not what they should be. */
function staleFiles(root: string, files: readonly BuiltFile[], templates: readonly Template[]): StaleFile[] {
  return files.flatMap(({path, text: built}) => {
    // Before the reading, so that what another program writes in between is noticed.
    const before = stampOf(join(root, path))
    const current = currentText(root, path)
    const page = templates.find(({file}) => file === path)
    if (page?.path === path && page.text !== current) {
      throw new Failure(`Cannot write ${path}: another program wrote it meanwhile`)
    }
    // A page has the line breaks of its template; what has none keeps its own, as git may have made them.
    const text = !page && current?.includes('\r\n') ? built.replaceAll('\n', '\r\n') : built
    return text === current ? [] : [{path, text, before, current}]
  })
}

function currentText(root: string, path: string): string | undefined {
  const result = readWithin(root, path, Number.MAX_SAFE_INTEGER)
  return 'text' in result ? result.text : undefined
}

function summarise({papers, config}: List): string {
  const groups = groupPapers(papers, 'list', config)
  return `Read ${plural(papers.length, 'paper')} in ${plural(groups.length, 'group')}.`
}

function written(files: readonly BuiltFile[], stale: readonly StaleFile[]): string {
  if (stale.length === 0) return `${inWords(files.map(({path}) => path))}: nothing to change.`
  return `Wrote ${inWords(stale.map(({path}) => path))}.`
}

function checked(list: List, findings: readonly Finding[], stale: readonly StaleFile[]): Report {
  const all = [...findings, ...stale.map(outOfDate)].sort(compareFindings)
  const note = stale.length === 0 ? 'Every generated file is up to date.' : 'Nothing was written.'
  return {list, findings: all, notes: [summarise(list), note], written: []}
}

function outOfDate({path, text, current}: StaleFile): Finding {
  const finding = {path, ruleId: 'generated', severity: 'error'} as const
  if (current === undefined) {
    return {...finding, reason: 'Unexpected missing file, expected what the papers make; `paperlist build` writes it'}
  }
  let offset = 0
  while (current[offset] === text[offset]) offset += 1
  const reason = 'Unexpected text, expected what the papers make; `paperlist build` writes it'
  return {...finding, place: placeOf(current, offset, offset), reason}
}
