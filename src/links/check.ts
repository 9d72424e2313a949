import {judgePage} from '../evidence/judge.ts'
import type {Question, Verdict, Witness} from '../evidence/verdict.ts'
import type {Registry} from '../sites/registry.ts'
import type {Site} from '../sites/site.ts'
import type {Cache} from './cache.ts'
import type {Budget, Client} from './client.ts'
import type {Link} from './collect.ts'
import type {Ignored} from './ignored.ts'
import type {LinkReport} from './report.ts'
import {findSnapshot} from './wayback.ts'

/** What checking needs. */
export interface CheckOptions {
  readonly client: Client
  readonly registry: Registry
  readonly cache: Cache
  readonly ignored: Ignored
  readonly token: string | undefined
  readonly withAnchors: boolean
  /** Settles when the run is to end before its time. */
  readonly ended: Promise<void>
  /** Told of each verdict as it comes. */
  readonly onVerdict: (link: Link, verdict: Verdict) => void
}

/** A question, the links that it answers, and what asking has cost. */
interface Case {
  readonly question: Question
  readonly links: Link[]
  readonly budget: Budget
  readonly witness: Witness
}

/** What a site has found of many links at once. */
type Found = Map<Question, Verdict | 'missing'> | undefined

const unchecked: Verdict = {outcome: 'unchecked', status: null, finalUrl: null, reason: 'the run ended before its turn'}

/** Judges every link; each address is asked once, however many places and papers link to it. */
export async function checkLinks(links: readonly Link[], options: CheckOptions): Promise<LinkReport[]> {
  const reports: LinkReport[] = []
  const settle = (link: Link, verdict: Verdict, attempts: number) => {
    reports.push(reportOf(link, verdict, attempts))
    options.onVerdict(link, verdict)
  }
  const open: Link[] = []
  for (const link of links) {
    const known = knownVerdict(link, options)
    if (known) settle(link, known, 0)
    else open.push(link)
  }
  const cases = casesOf(open, options)
  const end = options.ended.then(() => unchecked)
  await Promise.all(
    judgeAll(cases, options).map(async ([each, judging]) => {
      const verdict = await Promise.race([judging, end])
      for (const link of each.links) {
        const own = withFragment(verdict, link)
        options.cache.put(link, own)
        settle(link, own, each.budget.attempts)
      }
    })
  )
  return reports
}

/** What can be said of a link without asking anybody. */
function knownVerdict(link: Link, {ignored, cache}: CheckOptions): Verdict | undefined {
  const verdict = (outcome: Verdict['outcome'], reason: string): Verdict => ({
    outcome,
    status: null,
    finalUrl: null,
    reason
  })
  const reason = ignored.reason(link.url)
  if (reason !== undefined) return verdict('ignored', reason)
  if (link.deadEnd) return verdict('broken', link.deadEnd)
  if (/\s/.test(link.url) || !URL.canParse(link.url)) return verdict('broken', 'this is no address')
  const {protocol, username, password} = new URL(link.url)
  if (protocol !== 'http:' && protocol !== 'https:') return verdict('unsafe', `${protocol} is neither http nor https`)
  if (username !== '' || password !== '') return verdict('unsafe', 'it carries credentials')
  return cache.get(link)
}

function casesOf(links: readonly Link[], {client, token, withAnchors}: CheckOptions): Case[] {
  const byAddress = new Map<string, Link[]>()
  for (const link of links) {
    const address = new URL(link.url)
    if (!withAnchors) address.hash = ''
    byAddress.set(address.href, [...(byAddress.get(address.href) ?? []), link])
  }
  return [...byAddress].map(([url, members]) => {
    const address = new URL(url)
    const claims = members.flatMap((link) => link.claims)
    const budget = client.budget()
    const question = {url, address, claims, withAnchor: address.hash.length > 1}
    return {question, links: members, budget, witness: witnessOf(client, budget, token)}
  })
}

function witnessOf(client: Client, budget: Budget, token: string | undefined): Witness {
  return {
    ask: (at, options) => client.ask(at, options ?? {}, budget),
    pause(time) {
      budget.left -= time
      return client.pause(time)
    },
    token
  }
}

/** Starts judging: sites that answer for many links at once are asked so, everything else one by one. */
function judgeAll(cases: readonly Case[], options: CheckOptions): [Case, Promise<Verdict>][] {
  const bySite = new Map<Site | undefined, Case[]>()
  for (const each of cases) {
    const site = options.registry.site(each.question.address)
    bySite.set(site, [...(bySite.get(site) ?? []), each])
  }
  return [...bySite].flatMap(([site, members]) =>
    batchesOf(members, site).flatMap((batch) => {
      const found = site?.checkAll ? judgeBatch(batch, site, options) : undefined
      return batch.map((each): [Case, Promise<Verdict>] => [each, judgeOne(each, site, found, options)])
    })
  )
}

function batchesOf(members: readonly Case[], site: Site | undefined): Case[][] {
  const size = site?.batch ?? members.length
  return Array.from({length: Math.ceil(members.length / size)}, (_, index) =>
    members.slice(index * size, (index + 1) * size)
  )
}

/** Asks for many links at once. What that takes, each of them has taken. */
async function judgeBatch(batch: readonly Case[], site: Site, {client, token}: CheckOptions): Promise<Found> {
  const budget = client.budget()
  const found = await site.checkAll?.(
    batch.map(({question}) => question),
    witnessOf(client, budget, token)
  )
  for (const each of batch) each.budget.attempts += found?.has(each.question) ? budget.attempts : 0
  return found
}

async function judgeOne(
  each: Case,
  site: Site | undefined,
  batch: Promise<Found> | undefined,
  {client}: CheckOptions
): Promise<Verdict> {
  const {question, witness} = each
  const found = (await batch)?.get(question)
  const isMissing = found === 'missing'
  const known = isMissing || !found ? await site?.check?.(question, witness, isMissing) : found
  const verdict = known ?? (await judgePage(question, witness))
  if (verdict.outcome !== 'broken') return verdict
  // What looking for a copy costs is no cost of the link.
  const snapshot = await findSnapshot(question.url, witnessOf(client, client.budget(), undefined))
  return snapshot === undefined ? verdict : {...verdict, reason: `${verdict.reason}; there is a copy at ${snapshot}`}
}

/** A page was asked for once for all of its places: where it is now, each link keeps its own. */
function withFragment(verdict: Verdict, {url}: Link): Verdict {
  const {hash} = new URL(url)
  if (verdict.finalUrl === null || hash === '' || new URL(verdict.finalUrl).hash !== '') return verdict
  return {...verdict, finalUrl: verdict.finalUrl + hash}
}

function reportOf({url, uses}: Link, {outcome, status, finalUrl, reason}: Verdict, attempts: number): LinkReport {
  const places = uses.map(({path, place}) => ({path, line: place.start.line, column: place.start.column}))
  return {url, outcome, status, finalUrl, reason, attempts, places}
}
