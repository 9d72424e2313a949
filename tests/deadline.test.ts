import {expect, test} from 'vitest'
import {eachWithinTime, withinTime} from '../src/deadline.ts'

function forever(): object {
  for (;;);
}

// Neither a loop nor this expression has a moment in which anything else could run.
const endless = [
  ['a loop', forever],
  ['a regular expression', () => ({match: /^(?:a+)+$/.exec(`${'a'.repeat(60)}b`)})],
  ['what nothing catches', () => swallow()]
] as const

function swallow(): object {
  for (;;) {
    try {
      forever()
    } finally {
      swallow()
    }
  }
}

test.each(endless)('%s is stopped', (_, work) => {
  const started = performance.now()
  expect(withinTime(50, work)).toBeUndefined()
  expect(performance.now() - started).toBeLessThan(2000)
})

test('what is ready in time gives its result', () => {
  expect(withinTime(5000, () => ({a: 1}))).toEqual({a: 1})
})

test('an error stays the one that was thrown', () => {
  const error = new RangeError('mine')
  expect(() =>
    withinTime(5000, () => {
      throw error
    })
  ).toThrow(error)
})

test('one of many is stopped, and the others go on', () => {
  const items = Array.from({length: 350}, (_, index) => index)
  const results = eachWithinTime(
    items,
    100,
    (item) => (item === 7 || item === 349 ? forever() : {item}),
    (item) => ({stopped: item})
  )
  expect(results).toEqual(items.map((item) => (item === 7 || item === 349 ? {stopped: item} : {item})))
})

test('none of none', () => {
  expect(eachWithinTime([], 100, forever, forever)).toEqual([])
})
