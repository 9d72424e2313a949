import {join} from 'node:path'
import {Failure} from '../failure.ts'
import {compareFindings, type Finding, placeOf} from '../finding.ts'
import {readWithin} from '../io/way.ts'
import {clearLeftovers, type NewFile, removeFile, stampOf, writeWhole} from '../io/write.ts'
import {type List, type ListOptions, loadList} from '../list.ts'
import {inWords, plural} from '../quote.ts'
import {type BuiltFile, buildPages, loadTemplates} from '../readme/build.ts'
import {groupPapers} from '../readme/groups.ts'
import type {Template} from '../readme/template.ts'
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
  const stale = staleFiles(list.root, files, templates)
  const left = leftPages(list, files)
  if (options.check) return checked(list, all, stale, left)
  for (const {path} of files) clearLeftovers(join(list.root, path))
  writeWhole(list.root, stale)
  for (const path of left) removeFile(list.root, path)
  const written = [...stale.map(({path}) => path), ...left]
  return {list, findings: all, notes: [summarise(list), ...done(files, stale, left)], written}
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
    // A page has the line breaks of its template; a chart has none and keeps its own, as git may have made them.
    const isChart = path.endsWith('.svg')
    const text = isChart && current?.includes('\r\n') ? built.replaceAll('\n', '\r\n') : built
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
  stale: readonly StaleFile[],
  left: readonly string[]
): Report {
  const outdated = [...stale.map(outOfDate), ...left.map(leftOver)]
  const all = [...findings, ...outdated].sort(compareFindings)
  const note = outdated.length === 0 ? 'Every generated file is up to date.' : 'Nothing was written.'
  return {list, findings: all, notes: [summarise(list), note], written: []}
}

function leftOver(path: string): Finding {
  const reason = 'Unexpected page, expected none: nothing is left to stand on it; `paperlist build` removes it'
  return {path, ruleId: 'generated', severity: 'error', reason}
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
