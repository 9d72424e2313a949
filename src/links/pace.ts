/** How fast a host may be asked. */
export interface Pace {
  /** Most requests at once. */
  readonly concurrent: number
  /** Milliseconds between the starts of two requests. */
  readonly interval: number
}

/** For a host of which nothing is known. */
export const usualPace: Pace = {concurrent: 2, interval: 100}

// After so many time-outs in a row a host counts as down for this run: more of them where it has answered before.
const patience = {silent: 3, known: 10}

/**
 * Lets requests begin: so many at once in all, each host at its own pace. Hosts take turns, so that a host
 * with thousands of links neither starves the others nor opens a connection for each.
 */
export class Schedule {
  readonly #concurrency: number
  readonly #paceOf: (host: string) => Pace
  readonly #hosts = new Map<string, HostQueue>()
  /** Hosts with something that waits, in the order of their turns. */
  readonly #waiting = new Set<HostQueue>()
  #running = 0
  #timer: NodeJS.Timeout | undefined

  constructor(concurrency: number, paceOf: (host: string) => Pace) {
    this.#concurrency = concurrency
    this.#paceOf = paceOf
  }

  /** The queue of a host. */
  host(name: string): HostQueue {
    const known = this.#hosts.get(name)
    if (known) return known
    const queue = new HostQueue(this.#paceOf(name), (each) => this.#wake(each))
    this.#hosts.set(name, queue)
    return queue
  }

  /** Lets what still waits run at once, for a run that is ended. */
  release(): void {
    for (const queue of this.#hosts.values()) queue.lift()
    this.#begin()
  }

  #wake(queue: HostQueue): void {
    this.#waiting.add(queue)
    this.#begin()
  }

  /** Begins as much as may begin now, and comes back when more may. */
  #begin(): void {
    clearTimeout(this.#timer)
    let soonest = Number.POSITIVE_INFINITY
    for (const queue of [...this.#waiting]) {
      if (this.#running >= this.#concurrency) return
      const now = performance.now()
      if (queue.startsAt > now) soonest = Math.min(soonest, queue.startsAt - now)
      else this.#start(queue, now)
    }
    if ([...this.#waiting].some(({startsAt}) => startsAt <= performance.now())) this.#begin()
    else if (soonest < Number.POSITIVE_INFINITY) this.#timer = setTimeout(() => this.#begin(), Math.ceil(soonest))
  }

  #start(queue: HostQueue, now: number): void {
    this.#waiting.delete(queue)
    this.#running += 1
    queue.start(now, () => {
      this.#running -= 1
      this.#begin()
    })
    // Behind the others, for its next turn.
    if (queue.hasMore) this.#waiting.add(queue)
  }
}

/** The requests for one host. */
export class HostQueue {
  readonly #pace: Pace
  readonly #wake: (queue: HostQueue) => void
  readonly #requests: (() => Promise<void>)[] = []
  #running = 0
  #next = 0
  #timeouts = 0
  #hasAnswered = false
  #isLifted = false

  constructor(pace: Pace, wake: (queue: HostQueue) => void) {
    this.#pace = pace
    this.#wake = wake
  }

  /** Whether the host has left request after request without an answer. */
  get isDown(): boolean {
    return this.#timeouts >= (this.#hasAnswered ? patience.known : patience.silent)
  }

  get hasMore(): boolean {
    return this.#requests.length > 0
  }

  /** When the next request may begin, in milliseconds of `performance.now`. */
  get startsAt(): number {
    // What waits for a host that is down is told so, and nothing is sent.
    if (this.#isLifted || this.isDown) return 0
    return this.#running < this.#pace.concurrent ? this.#next : Number.POSITIVE_INFINITY
  }

  /** Runs a request when its turn has come. */
  add<Result>(request: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#requests.push(() => request().then(resolve, reject))
      this.#wake(this)
    })
  }

  /** Begins the request that has waited longest. */
  start(now: number, onEnd: () => void): void {
    const request = this.#requests.shift()
    this.#running += 1
    this.#next = Math.max(this.#next, now + this.#pace.interval)
    void request?.().finally(() => {
      this.#running -= 1
      if (this.hasMore) this.#wake(this)
      onEnd()
    })
  }

  /** Remembers whether the host answered at all. */
  note(isTimeout: boolean): void {
    this.#timeouts = isTimeout ? this.#timeouts + 1 : 0
    if (!isTimeout) this.#hasAnswered = true
  }

  /** Leaves the host alone for a time, in milliseconds, since it asked for it. */
  rest(time: number): void {
    this.#next = Math.max(this.#next, performance.now() + time)
  }

  /** Lifts the pace, for a run that is ended. */
  lift(): void {
    this.#isLifted = true
  }
}
