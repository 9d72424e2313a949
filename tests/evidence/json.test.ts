import * as v from 'valibot'
import {expect, test} from 'vitest'
import {readJson} from '../../src/evidence/json.ts'

const schema = v.object({title: v.string()})

test('what has the form is read, and no more of it', () => {
  expect(readJson(schema, '{"title": "A", "other": 1}')).toEqual({title: 'A'})
})

test.each([
  '',
  'null',
  '[]',
  '{"title": 1}',
  '{"title": "A"',
  '{"title": "A"} {}',
  "{'title': 'A'}",
  '<html>',
  '\u{FEFF}{"title": "A"}',
  '[['.repeat(100_000),
  '{"a":'.repeat(100_000)
])('what has not is nothing: %#', (text) => {
  expect(readJson(schema, text)).toBeUndefined()
})

test('nobody’s prototype is changed', () => {
  const read = readJson(v.record(v.string(), v.unknown()), '{"__proto__": {"evil": 1}, "constructor": 1}')
  expect(read).toBeDefined()
  expect('evil' in {}).toBe(false)
})
