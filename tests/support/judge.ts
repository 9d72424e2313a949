import {Ignored} from '../../src/links/ignored.ts'
import type {LinkReport} from '../../src/links/report.ts'
import {runLinks} from '../../src/links/run.ts'
import {loadList} from '../../src/list.ts'
import {now, temporaryList} from './list.ts'
import {type Host, loopback} from './loopback.ts'

/** The title of the paper that every link with a claim is to lead to. */
export const title = 'Retrieval Head Mechanistically Explains Long-Context Factuality'
const date = '2024-04-24'

/** How links are judged. */
interface Judging {
  /** The pace of a site that asks for a slow one. */
  readonly config?: string
  readonly token?: string
  readonly withAnchors?: boolean
  /** Links that are of no paper, such as code. */
  readonly withoutPaper?: readonly string[]
}

/** What became of links, and what was asked for it. */
export interface Judged {
  readonly asked: readonly string[]
  readonly busiest: ReadonlyMap<string, number>
  /** `outcome: reason` of a link. */
  verdict(url: string): string
  report(url: string): LinkReport
}

/** No site is so slow in a test. */
const quick = `links:
  hosts:
    arxiv.org: {concurrent: 1, interval: 0}
    export.arxiv.org: {concurrent: 1, interval: 0}
`

/** Judges links on a web of loopback, each claimed by one paper. */
export async function judge(
  hosts: Readonly<Record<string, Host>>,
  urls: readonly string[],
  {config = quick, token, withAnchors = false, withoutPaper = []}: Judging = {}
): Promise<Judged> {
  await using web = await loopback(hosts)
  using folder = temporaryList({'.github/paperlist.yml': config})
  const list = loadList({root: folder.root, now})
  const links = [
    ...urls.map((url) => ({url, uses: [], claims: [{title, date}]})),
    ...withoutPaper.map((url) => ({url, uses: [], claims: []}))
  ]
  const {links: reports} = await runLinks(links, list, new Ignored(list.config, now), {
    now,
    remap: web.remap,
    allowed: web.allowed,
    withAnchors,
    token,
    version: '0.0.0',
    // A second of waiting lasts 20 ms.
    times: {attempt: 20_000, link: 90_000, second: 20},
    interrupted: new Promise(() => {})
  })
  const report = (url: string) => {
    const found = reports.find((each) => each.url === url)
    if (!found) throw new Error(`There is no report of ${url}`)
    return found
  }
  return {
    asked: web.asked,
    busiest: web.busiest,
    report,
    verdict: (url) => `${report(url).outcome}: ${report(url).reason}`
  }
}
