import {join, relative, resolve, sep} from 'node:path'
import type {Config} from '../config.ts'
import {errorMessage, Failure} from '../failure.ts'
import type {Severity} from '../finding.ts'
import {readText, typeOf} from '../io/read.ts'
import {linksSince} from '../links/changed.ts'
import {collectLinks, type Link} from '../links/collect.ts'
import {Ignored} from '../links/ignored.ts'
import {mendMoved} from '../links/mend.ts'
import {findingsOf, type LinksReport, mergeReports, reportBytes} from '../links/report.ts'
import {type RunOptions, runLinks} from '../links/run.ts'
import {linksOfShard, parseShard} from '../links/shard.ts'
import {type List, type ListOptions, loadList} from '../list.ts'
import {plural} from '../quote.ts'
import {loadTemplates} from '../readme/build.ts'
import type {Report} from './report.ts'

/** What checking links needs to know. Paths are absolute. */
export interface LinksOptions extends ListOptions, RunOptions {
  /** Only the links of these files; of all where there are none. */
  readonly paths: readonly string[]
  readonly changedSince?: string | undefined
  readonly shard?: string | undefined
  readonly merge?: readonly string[] | undefined
  readonly fix: boolean
}

/** What came of it. */
export interface LinksResult extends Report {
  readonly report: LinksReport
}

/**
 * Judges the links of every paper that can be read, whatever lint thinks of it.
 *
 * @throws {Failure} where the list, a report or an option cannot be read
 */
export async function links(options: LinksOptions): Promise<LinksResult> {
  const list = loadList(options)
  const withdrawn = severityOf(list.config.links.withdrawn)
  if (options.merge) {
    const report = mergeReports(options.merge.map((path) => [path, readWhole(path, reportBytes)]))
    return {list, report, findings: findingsOf(report, withdrawn), notes: [summarise(report)], written: []}
  }
  const wanted = selectLinks(list, options)
  const ignored = new Ignored(list.config, options.now)
  const report = await runLinks(wanted, list, ignored, options)
  const mended = options.fix ? mendMoved(wanted, report.links, list) : []
  const isWhole = options.paths.length === 0 && !options.changedSince && !options.shard
  const findings = [...findingsOf(report, withdrawn), ...(isWhole ? ignored.findings() : [])]
  return {list, report, findings, notes: [summarise(report), ...mendNote(mended)], written: mended}
}

function mendNote(mended: readonly string[]): string[] {
  return mended.length > 0 ? [`Wrote new addresses into ${mended.join(', ')}.`] : []
}

function severityOf(setting: Config['links']['withdrawn']): Severity | 'off' {
  return setting === undefined || setting === 'warn' ? 'warning' : setting
}

function summarise({totals}: LinksReport): string {
  const counts = Object.entries(totals).filter(([name, count]) => name !== 'links' && count > 0)
  const parts = counts.map(([name, count]) => `${count} ${name}`)
  return `Checked ${plural(totals['links'] ?? 0, 'link')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`
}

/** The links that this run is about. */
function selectLinks(list: List, {paths, changedSince, shard}: LinksOptions): Link[] {
  const templates = loadTemplates(list)
  const parts = paths.map((path) => relative(list.root, resolve(list.root, path)).split(sep).join('/'))
  for (const part of parts) if (typeOf(join(list.root, part)) === undefined) throw new Failure(`Cannot find ${part}`)
  const isWanted = (path: string) =>
    parts.length === 0 || parts.some((part) => path === part || path.startsWith(`${part}/`))
  const papers = list.papersByName.filter(({file}) => isWanted(file.path))
  const all = collectLinks(
    list,
    templates.filter(({path}) => isWanted(path)),
    papers
  )
  const changed = changedSince === undefined ? all : linksSince(all, changedSince, list, templates)
  return shard === undefined ? changed : linksOfShard(changed, parseShard(shard), list.registry)
}

function readWhole(path: string, limit: number): string {
  try {
    const result = readText(path, limit)
    if ('text' in result) return result.text
    throw new Failure(`${path}: ${result.problem}`)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(`${path}: ${errorMessage(error)}`, {cause: error})
  }
}
