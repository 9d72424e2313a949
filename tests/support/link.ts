import type {Verdict} from '../../src/evidence/verdict.ts'
import {collectLinks, type Link} from '../../src/links/collect.ts'
import type {LinkReport} from '../../src/links/report.ts'
import {type List, loadList} from '../../src/list.ts'
import {loadTemplates} from '../../src/readme/build.ts'
import {now, type TemporaryList} from './list.ts'

/** A link that stands nowhere. */
export function linkOf(url: string, ...titles: string[]): Link {
  return {url, uses: [], claims: titles.map((title) => ({title, date: '2024-04-24'}))}
}

/** A verdict with a status and an address, where its outcome has them. */
export function verdictOf(outcome: Verdict['outcome'], finalUrl: string | null = 'https://example.org/'): Verdict {
  return {outcome, status: 200, finalUrl, reason: 'so it is'}
}

/** One link of a report. */
export function reportOf(url: string, outcome: LinkReport['outcome'], rest: Partial<LinkReport> = {}): LinkReport {
  return {url, outcome, status: null, finalUrl: null, reason: 'so it is', attempts: 1, places: [], ...rest}
}

/** A list on disk and its links. */
export function linksIn(folder: TemporaryList): {list: List; links: Link[]} {
  const list = loadList({root: folder.root, now})
  return {list, links: collectLinks(list, loadTemplates(list), list.papersByName)}
}
