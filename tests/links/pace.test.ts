import {expect, test} from 'vitest'
import {Schedule, usualPace} from '../../src/links/pace.ts'

/** A request that a test lets begin and end. */
class Request {
  startedAt: number | undefined
  readonly started: Promise<void>
  end: () => void = () => undefined
  #begin: () => void = () => undefined

  constructor() {
    this.started = new Promise((done) => {
      this.#begin = done
    })
  }

  readonly run = (): Promise<void> => {
    this.startedAt = performance.now()
    this.#begin()
    return new Promise((done) => {
      this.end = done
    })
  }
}

function requests(count: number): Request[] {
  return Array.from({length: count}, () => new Request())
}

function running(all: readonly Request[]): number {
  return all.filter(({startedAt}) => startedAt !== undefined).length
}

/** Lets everything that can go on without time passing go on. */
function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done))
}

test('a host of which nothing is known is asked twice at once, a tenth of a second apart', () => {
  expect(usualPace).toEqual({concurrent: 2, interval: 100})
})

test('a host has no more under way than its pace allows', async () => {
  const schedule = new Schedule(10, () => ({concurrent: 2, interval: 0}))
  const all = requests(5)
  const ends = all.map(({run}) => schedule.host('a').add(run))
  await settled()
  expect(running(all)).toBe(2)
  for (const [index, each] of all.entries()) {
    await each.started
    each.end()
    await ends[index]
    await settled()
    expect(running(all)).toBe(Math.min(5, index + 3))
  }
})

test('the starts for one host are spaced, also where they waited for a place among all', async () => {
  const interval = 40
  const schedule = new Schedule(1, (host) => ({concurrent: 2, interval: host === 'a' ? interval : 0}))
  const [blocker, first, second, third] = [new Request(), new Request(), new Request(), new Request()]
  void schedule.host('b').add(blocker.run)
  for (const each of [first, second, third]) void schedule.host('a').add(each.run)
  const before = performance.now()
  await settled()
  expect(running([first, second, third])).toBe(0)
  blocker.end()
  for (const each of [first, second, third]) {
    await each.started
    each.end()
  }
  const starts = [first, second, third].map(({startedAt}) => startedAt ?? before)
  // Timers of Node.js may be a millisecond early.
  for (const [index, at] of starts.entries()) {
    if (index > 0) expect(at - (starts[index - 1] ?? 0)).toBeGreaterThanOrEqual(interval - 1)
  }
})

test('no more is under way over all hosts than the schedule allows', async () => {
  const schedule = new Schedule(3, () => ({concurrent: 2, interval: 0}))
  const all = requests(8)
  for (const [index, {run}] of all.entries()) void schedule.host(`host-${index % 4}`).add(run)
  await settled()
  expect(running(all)).toBe(3)
})

test('hosts take turns: one with many links waits behind one with a single link', async () => {
  const schedule = new Schedule(1, () => ({concurrent: 1, interval: 0}))
  const many = requests(4)
  const one = new Request()
  for (const {run} of many) void schedule.host('many').add(run)
  void schedule.host('one').add(one.run)
  // The second had its turn before the other host came.
  for (const each of many.slice(0, 2)) {
    await each.started
    each.end()
  }
  await one.started
  expect(running(many)).toBe(2)
  one.end()
  await many[2]?.started
})

test('a host that never answers leaves the places of the others free', async () => {
  const schedule = new Schedule(4, () => ({concurrent: 2, interval: 0}))
  const silent = requests(1000)
  const others = requests(100)
  for (const {run} of silent) void schedule.host('silent').add(run)
  const done = others.map(({run}, index) => schedule.host(`host-${index}`).add(run))
  for (const each of others) {
    await each.started
    each.end()
  }
  await Promise.all(done)
  expect(running(silent)).toBe(2)
})

test('a host that rests lets the others begin as much as they may', async () => {
  const schedule = new Schedule(10, () => ({concurrent: 3, interval: 0}))
  const late = new Request()
  const all = requests(3)
  schedule.host('late').rest(60_000)
  schedule.host('soon').rest(20)
  void schedule.host('late').add(late.run)
  for (const {run} of all) void schedule.host('soon').add(run)
  await Promise.all(all.map(({started}) => started))
  expect(running([late])).toBe(0)
  schedule.release()
  await late.started
})

test('a shorter rest does not cut a longer one short', async () => {
  const schedule = new Schedule(10, () => ({concurrent: 1, interval: 0}))
  const each = new Request()
  const started = performance.now()
  schedule.host('a').rest(60)
  schedule.host('a').rest(1)
  void schedule.host('a').add(each.run)
  await each.started
  expect(performance.now() - started).toBeGreaterThanOrEqual(59)
})

test.each([
  ['never answered', false, 3],
  ['answered before', true, 10]
])('a host that has %s is down after some time-outs in a row', (_, hasAnswered, expected) => {
  const host = new Schedule(1, () => usualPace).host('a')
  if (hasAnswered) host.note(false)
  for (let count = 1; count <= expected; count++) {
    expect(host.isDown).toBe(false)
    host.note(true)
  }
  expect(host.isDown).toBe(true)
  host.note(false)
  expect(host.isDown).toBe(false)
})

test('what waits for a host that went down is let through without its pace', async () => {
  const schedule = new Schedule(10, () => ({concurrent: 1, interval: 60_000}))
  const host = schedule.host('a')
  const [first, ...others] = requests(50)
  if (first) void host.add(first.run)
  const done = others.map(() => host.add(async () => host.isDown))
  await settled()
  for (let count = 0; count < 3; count++) host.note(true)
  first?.end()
  expect(new Set(await Promise.all(done))).toEqual(new Set([true]))
})

test('what a request rejects with reaches who added it, and the next one begins', async () => {
  const host = new Schedule(1, () => ({concurrent: 1, interval: 0})).host('a')
  const first = host.add(() => Promise.reject(new Error('broken')))
  const second = host.add(async () => 'fine')
  await expect(first).rejects.toThrow('broken')
  expect(await second).toBe('fine')
})

test('a schedule that is released lets all that waits begin', async () => {
  const schedule = new Schedule(1000, () => ({concurrent: 1, interval: 60_000}))
  const all = requests(100)
  for (const {run} of all) void schedule.host('a').add(run)
  await settled()
  expect(running(all)).toBe(1)
  schedule.release()
  await Promise.all(all.map(({started}) => started))
})
