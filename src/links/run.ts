import {basename, dirname} from 'node:path'
import type {Outcome} from '../evidence/verdict.ts'
import {Network, type Resolver} from '../io/network.ts'
import {readText, typeOf} from '../io/read.ts'
import {stampOf, writeWhole} from '../io/write.ts'
import type {List} from '../list.ts'
import {sites} from '../sites/index.ts'
import {Cache, cacheBytes} from './cache.ts'
import {checkLinks} from './check.ts'
import {Client, type Times} from './client.ts'
import type {Link} from './collect.ts'
import type {Ignored} from './ignored.ts'
import {type Pace, usualPace} from './pace.ts'
import {parseRemap} from './remap.ts'
import {type LinksReport, makeReport} from './report.ts'

/** How a run asks. */
export interface RunOptions {
  readonly now: Date
  /** The cache file, absolute. */
  readonly cache?: string | undefined
  readonly remap: readonly string[]
  /** `host:port` of endpoints that may be private. */
  readonly allowed: readonly string[]
  readonly withAnchors: boolean
  /** Whether files will be changed on the word of this run. */
  readonly fix?: boolean | undefined
  /** Milliseconds for the whole run. */
  readonly deadline?: number | undefined
  /** GitHub's token. */
  readonly token?: string | undefined
  readonly version: string
  /** Settles when the user ends the run. */
  readonly interrupted: Promise<void>
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly resolver?: Resolver | undefined
  /** Certificates to trust instead of the system's, PEM. */
  readonly authorities?: string | undefined
  readonly times?: Times | undefined
}

/** How far a run has come. */
export interface Progress {
  readonly done: number
  readonly left: number
  readonly outcomes: ReadonlyMap<Outcome, number>
  /** The host that has most links left. */
  readonly slowest: string
}

/** Judges links, with what is remembered of earlier runs, and remembers what came of it. */
export async function runLinks(
  wanted: readonly Link[],
  list: List,
  ignored: Ignored,
  options: RunOptions
): Promise<LinksReport> {
  const network = new Network({
    allowed: options.allowed,
    resolver: options.resolver,
    authorities: options.authorities
  })
  const client = makeClient(network, list, options)
  const cache = new Cache(readCache(options.cache), options.now, {
    withAnchors: options.withAnchors,
    withMoved: options.fix !== true
  })
  const {ended, stop} = endOf(options, client)
  const reports = await checkLinks(wanted, {
    client,
    registry: list.registry,
    cache,
    ignored,
    token: options.token,
    withAnchors: options.withAnchors,
    ended,
    onVerdict: progressOf(wanted, options.onProgress)
  })
  stop()
  network.close()
  if (options.cache) {
    const text = cache.toString()
    writeWhole(dirname(options.cache), [{path: basename(options.cache), text, before: stampOf(options.cache)}])
  }
  return makeReport(reports)
}

function makeClient(network: Network, {config}: List, {remap, version, times}: RunOptions): Client {
  const {hosts, concurrency = 64} = config.links
  // A host may be named with its port or without.
  const settingOf = (host: string) => {
    const name = [host, host.replace(/:\d+$/, '')].find((each) => Object.hasOwn(hosts, each))
    return name === undefined ? undefined : hosts[name]
  }
  const known: Record<string, Pace> = Object.assign(Object.create(null), ...sites.map(({paces}) => paces ?? {}))
  return new Client({
    network,
    concurrency,
    remaps: [...remap, ...config.links.remap].map(parseRemap),
    paceOf: (host) => {
      const own = settingOf(host)
      const usual = known[host] ?? usualPace
      return {concurrent: own?.concurrent ?? usual.concurrent, interval: own?.interval ?? usual.interval}
    },
    headersOf: (host) => settingOf(host)?.headers ?? {},
    agent: `paperlist/${version} (+https://github.com/IAAR-Shanghai/Awesome-Attention-Heads)`,
    now: () => new Date(),
    times
  })
}

/** Ends the run when the user or the deadline says so. */
function endOf({interrupted, deadline}: RunOptions, client: Client): {ended: Promise<void>; stop: () => void} {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((done) => {
    if (deadline !== undefined) timer = setTimeout(done, deadline)
  })
  const ended = Promise.race([interrupted, late]).then(() => client.cancel())
  return {ended, stop: () => clearTimeout(timer)}
}

function readCache(path: string | undefined): string | undefined {
  if (path === undefined || typeOf(path) === undefined) return undefined
  const result = readText(path, cacheBytes)
  // What cannot be read is no reason to check nothing: the links are asked anew.
  return 'text' in result ? result.text : undefined
}

function progressOf(wanted: readonly Link[], tell: RunOptions['onProgress']) {
  const outcomes = new Map<Outcome, number>()
  const left = new Map<string, number>()
  for (const {url} of wanted) left.set(hostOf(url), (left.get(hostOf(url)) ?? 0) + 1)
  let done = 0
  return ({url}: Link, {outcome}: {readonly outcome: Outcome}) => {
    done += 1
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    left.set(hostOf(url), (left.get(hostOf(url)) ?? 1) - 1)
    if (!tell) return
    const [slowest = ''] = [...left].reduce((most, each) => (each[1] > most[1] ? each : most), ['', 0])
    tell({done, left: wanted.length - done, outcomes, slowest})
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
