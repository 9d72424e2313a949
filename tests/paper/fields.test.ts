import * as v from 'valibot'
import {expect, test} from 'vitest'
import {checkFields} from '../../src/paper/fields.ts'
import {readYaml} from '../../src/paper/yaml.ts'

const schema = v.strictObject({
  name: v.optional(v.string()),
  colours: v.optional(v.record(v.string(), v.string()), {}),
  size: v.optional(v.strictObject({width: v.optional(v.union([v.string(), v.strictObject({least: v.string()})]))}), {}),
  parts: v.optional(v.array(v.strictObject({of: v.string()})))
})

function check(text: string) {
  const reading = readYaml(text)
  if (reading.value === undefined) throw new Error(`${text} is no YAML`)
  const {fields, problems} = checkFields(schema, reading.value, reading.document)
  return {fields, problems: problems.map(({start, end, reason}) => [start, text.slice(start, end), reason])}
}

test('defaults are filled in', () => {
  expect(check('name: a\n')).toEqual({fields: {name: 'a', colours: {}, size: {}}, problems: []})
})

// The schema library takes a list for fields: once the search for unknown ones never ended.
const noFields = 'Unexpected list, expected fields: `name: value`'
test.each([
  ['the whole', '- a\n', [[0, '', noFields]]],
  ['names of the list’s own', 'colours: [red]\n', [[9, '[red]', noFields]]],
  ['an optional field', 'size: [1]\n', [[6, '[1]', noFields]]],
  [
    'entries',
    'parts:\n  - [a]\n  - of: b\n  - - c\n',
    [
      [11, '[a]', noFields],
      [29, '- c', noFields]
    ]
  ]
])('a list in place of fields: %s', (_, text, problems) => {
  expect(check(text)).toEqual({fields: undefined, problems})
})

test('unknown fields below optional ones and in forms are told from the known', () => {
  expect(check('size: {width: {leest: a, least: b}, hight: 2}\n').problems).toEqual([
    [15, 'leest', 'Unexpected field `leest`, expected `least`'],
    [36, 'hight', 'Unexpected field `hight`, expected one of `width`']
  ])
})

test('the name of a missing field under a wrong one is reported once', () => {
  expect(check('parts:\n  - off: a\n').problems).toEqual([[11, 'off', 'Unexpected field `off`, expected `of`']])
})

test('a thousand unknown fields are all told, at once', () => {
  const start = performance.now()
  const names = Array.from({length: 1000}, (_, index) => `k${index}`)
  const {problems} = check(`{${names.join(',')}}\n`)
  expect(problems.map(([, found]) => found)).toEqual(names)
  expect(performance.now() - start).toBeLessThan(1000)
})
