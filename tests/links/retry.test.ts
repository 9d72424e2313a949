import {expect, test} from 'vitest'
import type {NetworkFault} from '../../src/io/fault.ts'
import type {NetworkReply} from '../../src/io/network.ts'
import {mayPass, retryAfter, waitBeforeNext} from '../../src/links/retry.ts'
import {now} from '../support/list.ts'

function reply(status: number, headers: Record<string, string> = {}): NetworkReply {
  return {status, headers, body: ''}
}

function fault(kind: NetworkFault['fault']): NetworkFault {
  return {fault: kind, reason: ''}
}

// Now is Sunday, 22 November 2026, 12:00:00 GMT.
test.each([
  ['0', 0],
  ['1', 1000],
  ['60', 60_000],
  [' 7 ', 7000],
  ['1000000000', 1e12],
  ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
  ['Sunday, 22-Nov-26 12:00:30 GMT', 30_000],
  ['Sun Nov 22 12:00:30 2026', 30_000],
  ['Sun, 22 Nov 2026 12:00:30', 30_000],
  ['Sun, 22 Nov 2026 11:59:00 GMT', 0],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['-5', undefined],
  ['1.5', undefined],
  ['1e9', undefined],
  ['soon', undefined],
  ['Sun, 99 Nov 2026', undefined],
  ['', undefined],
  ['1m30s', undefined],
  ['99999999999', undefined],
  ['5, 5', undefined],
  [undefined, undefined]
])('Retry-After %j is %j ms', (value, expected) => {
  expect(retryAfter(value, now)).toBe(expected)
})

test.each([
  ['5', 5000],
  ['60', 60_000],
  ['61', undefined],
  ['1000000000', undefined],
  ['Sun, 22 Nov 2026 12:01:00 GMT', 60_000],
  ['Sun, 22 Nov 2026 13:00:00 GMT', undefined],
  ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
  ['-5', 2000],
  ['soon', 2000]
])('after Retry-After %j the second retry waits %j ms', (value, expected) => {
  expect(waitBeforeNext(reply(429, {'retry-after': value}), 2, now, 0.5)).toBe(expected)
})

test.each([
  [1, 0, 750],
  [1, 0.5, 1000],
  [1, 1, 1250],
  [2, 0, 1500],
  [2, 1, 2500],
  [3, 0.5, 4000]
])('backoff after attempt %i with chance %d is %i ms', (attempt, random, expected) => {
  expect(waitBeforeNext(fault('timeout'), attempt, now, random)).toBe(expected)
  expect(waitBeforeNext(reply(500), attempt, now, random)).toBe(expected)
})

test.each([
  ['GET', 200, false],
  ['GET', 304, false],
  ['GET', 400, false],
  ['GET', 401, false],
  ['GET', 403, false],
  ['GET', 404, false],
  ['GET', 408, true],
  ['GET', 410, false],
  ['GET', 418, false],
  ['GET', 425, true],
  ['GET', 429, true],
  ['GET', 451, false],
  ['GET', 500, true],
  ['GET', 502, true],
  ['GET', 503, true],
  ['GET', 504, true],
  ['GET', 599, true],
  // A wall is not to be climbed.
  ['GET', 999, false],
  // The second witness is a GET, and comes at once.
  ['HEAD', 429, true],
  ['HEAD', 500, false],
  ['HEAD', 501, false],
  ['HEAD', 503, false]
] as const)('%s %i is tried again: %j', (method, status, expected) => {
  expect(mayPass(reply(status), method)).toBe(expected)
})

test('503 to HEAD is tried again where the server says when', () => {
  expect(mayPass(reply(503, {'retry-after': '1'}), 'HEAD')).toBe(true)
})

test.each([
  ['timeout', true, false],
  ['failed', true, false],
  ['resolver', true, true],
  ['no-host', true, true],
  ['unsafe', false, false],
  ['certificate', false, false],
  ['untrusted', false, false],
  ['cancelled', false, false]
] as const)('%s is tried again: GET %j, HEAD %j', (kind, get, head) => {
  expect([mayPass(fault(kind), 'GET'), mayPass(fault(kind), 'HEAD')]).toEqual([get, head])
})
