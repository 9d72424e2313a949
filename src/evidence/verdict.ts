import type {FaultKind} from '../io/fault.ts'

/** What became of a link, from best to worst in its effect on a build. */
export const outcomes = [
  'verified',
  'alive',
  'ignored',
  'blocked',
  'moved',
  'transient',
  'withdrawn',
  'unchecked',
  'unsafe',
  'mismatch',
  'broken'
] as const

/** See `outcomes`; the contract says when each is given. */
export type Outcome = (typeof outcomes)[number]

/** What is known of a link, and on what evidence. */
export interface Verdict {
  readonly outcome: Outcome
  /** The status of the last answer; null where there was none. */
  readonly status: number | null
  /** Where the link leads; null where nothing answered. */
  readonly finalUrl: string | null
  /** The evidence, in words. */
  readonly reason: string
}

/** The paper that a link claims to lead to. */
export interface Claim {
  readonly title: string
  /** As the paper file has it. */
  readonly date: string
}

/** A link to judge. */
export interface Question {
  /** As it is written. */
  readonly url: string
  readonly address: URL
  /** The papers that it should lead to; none for code, data and prose. */
  readonly claims: readonly Claim[]
  /** Whether the place that its fragment names is to be looked for. */
  readonly withAnchor: boolean
}

/** How to ask. */
export interface AskOptions {
  readonly method?: 'GET' | 'HEAD'
  readonly headers?: Readonly<Record<string, string>>
  /** Whether what has been read of the body is enough. */
  readonly isEnough?: (body: string) => boolean
  /** Most bytes of the body; 64 KiB where nothing is said. */
  readonly bytes?: number
  /** How often to ask where what went wrong may pass by itself; three times where nothing is said. */
  readonly attempts?: number
}

/** What came back, after retries and redirects. */
export interface Answer {
  readonly status: number
  /** The address that answered. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The statuses of the redirects on the way. */
  readonly redirects: readonly number[]
}

/** No answer, and why. */
export interface NoAnswer {
  readonly fault: FaultKind | 'redirects'
  readonly reason: string
}

/** Asks politely: paced, retried, redirected and guarded. */
export type Ask = (url: string, options?: AskOptions) => Promise<Answer | NoAnswer>

/** What a site has to judge by. */
export interface Witness {
  readonly ask: Ask
  /** Waits before a second attempt, milliseconds. */
  readonly pause: (time: number) => Promise<void>
  /** GitHub's token, where there is one. */
  readonly token: string | undefined
}
