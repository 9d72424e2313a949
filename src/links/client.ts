import type {Answer, AskOptions, NoAnswer} from '../evidence/verdict.ts'
import type {NetworkFault} from '../io/fault.ts'
import type {Network, NetworkReply} from '../io/network.ts'
import {type Pace, Schedule} from './pace.ts'
import {meantAddress, type Remap, remapped} from './remap.ts'
import {mayPass, waitBeforeNext} from './retry.ts'

const mostRedirects = 5
const mostAttempts = 3
const usualBytes = 64 * 1024

/** What a run may take, in milliseconds; tests have less of it. */
export interface Times {
  /** One attempt, from the look-up of the name to the last byte. */
  readonly attempt: number
  /** All that is done for one link. */
  readonly link: number
  /** What a second of waiting lasts. */
  readonly second: number
}

const usualTimes: Times = {attempt: 20_000, link: 90_000, second: 1000}

/** How a client asks. */
export interface ClientOptions {
  readonly network: Network
  /** Most requests at once over all hosts. */
  readonly concurrency: number
  readonly remaps: readonly Remap[]
  /** The pace for a host, as it is written in links. */
  readonly paceOf: (host: string) => Pace
  /** Headers that the configuration sets for a host. */
  readonly headersOf: (host: string) => Readonly<Record<string, string>>
  readonly agent: string
  readonly now: () => Date
  readonly times?: Times | undefined
}

/** What one link may still cost; waiting for a turn costs nothing. */
export class Budget {
  /** Milliseconds. */
  left: number
  attempts = 0

  constructor(left: number) {
    this.left = left
  }
}

/** Asks servers: one queue a host, retries for what may pass by itself, redirects by hand. */
export class Client {
  readonly #options: ClientOptions
  readonly #schedule: Schedule
  readonly #times: Times
  readonly #pauses = new Set<() => void>()

  constructor(options: ClientOptions) {
    this.#options = options
    this.#times = options.times ?? usualTimes
    this.#schedule = new Schedule(options.concurrency, options.paceOf)
  }

  /** What a link may cost. */
  budget(): Budget {
    return new Budget(this.#times.link)
  }

  /** Asks an address, and where it leads. */
  async ask(url: string, options: AskOptions, budget: Budget): Promise<Answer | NoAnswer> {
    const {headersOf} = this.#options
    const redirects: number[] = []
    let at = url
    let headers = {...headersOf(new URL(url).host), ...options.headers}
    for (;;) {
      const reply = await this.#askOne(at, {...options, headers}, budget)
      if ('fault' in reply) return reply
      const next = nextAddress(reply, at, this.#options.remaps)
      if (next === undefined) return {...reply, url: at, redirects}
      redirects.push(reply.status)
      if (redirects.length > mostRedirects) return {fault: 'redirects', reason: `over ${mostRedirects} redirects`}
      const [from, to] = [new URL(at), new URL(next)]
      // What was meant for one host is never told to another, nor in the open what was meant in secret.
      if (to.host !== from.host) headers = {...headersOf(to.host)}
      if (to.protocol !== from.protocol && to.protocol === 'http:') headers = {}
      at = next
    }
  }

  /** Waits, unless the run is ended meanwhile. */
  pause(time: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#pauses.delete(done)
        resolve()
      }
      const timer = setTimeout(done, this.#lasting(time))
      this.#pauses.add(done)
    })
  }

  /** Ends everything that is under way or waits. */
  cancel(): void {
    this.#options.network.cancel()
    for (const done of this.#pauses) done()
    this.#schedule.release()
  }

  async #askOne(url: string, options: AskOptions, budget: Budget): Promise<NetworkReply | NetworkFault> {
    const queue = this.#schedule.host(new URL(url).host)
    for (let attempt = 1; ; attempt++) {
      if (budget.left <= 0) return {fault: 'timeout', reason: `no answer within ${this.#times.link / 1000} s in all`}
      const result = await queue.add(async () => {
        // It may have gone down while this one waited for its turn.
        if (queue.isDown) return hostIsDown
        const reply = await this.#send(url, options, budget)
        queue.note('fault' in reply && reply.fault === 'timeout')
        return reply
      })
      const wait = result === hostIsDown ? undefined : this.#waitAfter(result, attempt, options)
      if (wait === undefined || wait >= budget.left) return result
      if (isOverload(result)) queue.rest(this.#lasting(wait))
      budget.left -= wait
      await this.pause(wait)
    }
  }

  #lasting(wait: number): number {
    return (wait / 1000) * this.#times.second
  }

  /** Milliseconds until the next attempt; undefined where there should be none. */
  #waitAfter(
    result: NetworkReply | NetworkFault,
    attempt: number,
    {method = 'GET', attempts = mostAttempts}: AskOptions
  ): number | undefined {
    // A name that does not exist twice does not exist.
    const last = 'fault' in result && result.fault === 'no-host' ? Math.min(2, attempts) : attempts
    if (!mayPass(result, method) || attempt >= last) return undefined
    return waitBeforeNext(result, attempt, this.#options.now(), Math.random())
  }

  async #send(url: string, options: AskOptions, budget: Budget): Promise<NetworkReply | NetworkFault> {
    const {network, remaps, agent} = this.#options
    const asked = remapped(url, remaps)
    const started = performance.now()
    budget.attempts += 1
    const reply = await network.request({
      url: new URL(asked),
      method: options.method ?? 'GET',
      // Identity: a compressed body could unfold without end.
      headers: {
        accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
        'accept-encoding': 'identity',
        'user-agent': agent,
        ...options.headers
      },
      timeout: Math.min(this.#times.attempt, budget.left),
      bytes: options.bytes ?? usualBytes,
      isEnough: options.isEnough
    })
    budget.left -= performance.now() - started
    return reply
  }
}

const hostIsDown: NetworkFault = {fault: 'timeout', reason: 'its host has left every request without an answer'}

/** Whether the server says that it is asked too much: then the whole host is left alone for a while. */
function isOverload(result: NetworkReply | NetworkFault): boolean {
  return !('fault' in result) && (result.status === 429 || result.status === 503)
}

/** Where a redirect leads; undefined for an answer that is none. */
function nextAddress({status, headers}: NetworkReply, from: string, remaps: readonly Remap[]): string | undefined {
  const location = headers['location']
  if (![301, 302, 303, 307, 308].includes(status) || !location || location.length > 8192) return undefined
  // Node.js reads each byte as a character: what is not ASCII goes back as the bytes that it came in.
  const bytes = location.replace(/[\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)
  const address = meantAddress(bytes, from, remaps)
  if (address === undefined) return undefined
  const next = new URL(address)
  if (next.hash === '') next.hash = new URL(from).hash
  return next.href
}
