import type {NetworkFault} from '../io/fault.ts'
import type {NetworkReply} from '../io/network.ts'

/** Longest wait that a server may ask for, milliseconds. */
const longestWait = 60_000
const firstWait = 1000

/**
 * Whether what went wrong may pass by itself. Where it may be the method that the server does not like, the
 * next attempt is to be a GET.
 */
export function mayPass(result: NetworkReply | NetworkFault, method: 'GET' | 'HEAD'): boolean {
  const isHead = method === 'HEAD'
  if ('fault' in result) {
    const {fault} = result
    return fault === 'no-host' || fault === 'resolver' || (!isHead && (fault === 'timeout' || fault === 'failed'))
  }
  const {status, headers} = result
  if (status === 429 || (status === 503 && headers['retry-after'] !== undefined)) return true
  return !isHead && (status === 408 || status === 425 || (status >= 500 && status < 600))
}

/**
 * Milliseconds to wait before the next attempt: what the server asks for, else twice as long each time with
 * some chance in it. Undefined where the server asks for more than anybody would wait.
 *
 * @param attempt 1 for the first
 * @param random from 0 to 1
 */
export function waitBeforeNext(
  result: NetworkReply | NetworkFault,
  attempt: number,
  now: Date,
  random: number
): number | undefined {
  const asked = 'fault' in result ? undefined : retryAfter(result.headers['retry-after'], now)
  if (asked !== undefined) return asked <= longestWait ? asked : undefined
  return firstWait * 2 ** (attempt - 1) * (0.75 + random / 2)
}

/** `Retry-After` in milliseconds; undefined where it is missing or makes no sense (RFC 9110, 10.2.3). */
export function retryAfter(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined
  if (/^\s*\d{1,10}\s*$/.test(value)) return Number(value) * 1000
  // Each of the three forms has a weekday first; one without a zone is GMT as well.
  const isDate = /^\s*[A-Za-z]{3,9},? /.test(value)
  const date = isDate ? Date.parse(/GMT|UTC|[+-]\d{4}/.test(value) ? value : `${value} GMT`) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime())
}
