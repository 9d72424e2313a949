import * as v from 'valibot'
import {readJson} from '../evidence/json.ts'
import type {Outcome, Verdict} from '../evidence/verdict.ts'
import {titleKey} from '../paper/title.ts'
import type {Link} from './collect.ts'

const day = 24 * 60 * 60 * 1000
/** How long what was found is believed, milliseconds. A failure or a wall is asked again every time. */
const ages: Partial<Record<Outcome, number>> = {verified: 14 * day, alive: 7 * day, moved: day}

const entrySchema = v.object({
  outcome: v.picklist(['verified', 'alive', 'moved']),
  status: v.nullable(v.pipe(v.number(), v.integer())),
  finalUrl: v.nullable(v.pipe(v.string(), v.maxLength(8192), v.regex(/^https?:\/\/[!-~]+$/))),
  titles: v.array(v.string()),
  /** Whether the place that the fragment names was looked for. */
  withAnchor: v.boolean(),
  checked: v.pipe(v.string(), v.isoTimestamp())
})
const cacheSchema = v.object({version: v.literal(1), links: v.record(v.string(), v.unknown())})

type Entry = v.InferOutput<typeof entrySchema>

/** Most bytes of a cache that is read. */
export const cacheBytes = 32 * 1024 * 1024

/** What earlier runs found. Whatever in it is not well formed, from the future or too old is left out. */
export class Cache {
  readonly #entries = new Map<string, Entry>()
  readonly #now: Date

  readonly #withAnchors: boolean

  /**
   * @param text the cache file; undefined for a first run
   * @param withAnchors whether fragments are looked for in this run
   * @param withMoved whether to believe it about what moved; not where files are changed on its word
   */
  constructor(text: string | undefined, now: Date, {withAnchors = false, withMoved = true} = {}) {
    this.#now = now
    this.#withAnchors = withAnchors
    const cache = text === undefined ? undefined : readJson(cacheSchema, text)
    for (const [url, value] of Object.entries(cache?.links ?? {})) {
      const result = v.safeParse(entrySchema, value)
      if (!result.success || !this.#isFresh(result.output)) continue
      if (withMoved || result.output.outcome !== 'moved') this.#entries.set(url, result.output)
    }
  }

  /** What is known of a link, unless it has come to claim other papers since. */
  get({url, claims}: Link): Verdict | undefined {
    const entry = this.#entries.get(url)
    if (!entry || entry.titles.join('\n') !== titlesOf(claims).join('\n')) return undefined
    const {outcome, status, finalUrl, checked, withAnchor} = entry
    if (outcome === 'moved' && finalUrl === null) return undefined
    if (this.#withAnchors && !withAnchor && url.includes('#')) return undefined
    return {outcome, status, finalUrl, reason: `found ${outcome} on ${checked.slice(0, 10)}`}
  }

  /** Keeps what will be fine for a while, and forgets what was. */
  put({url, claims}: Link, {outcome, status, finalUrl}: Verdict): void {
    this.#entries.delete(url)
    if (outcome !== 'verified' && outcome !== 'alive' && outcome !== 'moved') return
    const [titles, checked] = [titlesOf(claims), this.#now.toISOString()]
    this.#entries.set(url, {outcome, status, finalUrl, titles, withAnchor: this.#withAnchors, checked})
  }

  /** The cache file, its links in code-point order. */
  toString(): string {
    const links = Object.fromEntries([...this.#entries].sort(([a], [b]) => (a < b ? -1 : 1)))
    return `${JSON.stringify({version: 1, links}, undefined, 1)}\n`
  }

  #isFresh({outcome, checked}: Entry): boolean {
    const age = this.#now.getTime() - Date.parse(checked)
    return age >= 0 && age <= (ages[outcome] ?? 0)
  }
}

function titlesOf(claims: Link['claims']): string[] {
  return claims.map(({title}) => titleKey(title)).sort()
}
