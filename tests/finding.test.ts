import {expect, test} from 'vitest'
import {compareFindings, compareText, type Finding, placeOf} from '../src/finding.ts'

const text = 'ab\ncd\r\n𝔸e\n'

test.each([
  ['the first character', 0, 1, '1:1 1:2'],
  ['nothing', 0, 0, '1:1 1:1'],
  ['a line with its end', 0, 3, '1:1 2:1'],
  ['the second line', 3, 5, '2:1 2:3'],
  ['a carriage return', 5, 6, '2:3 2:4'],
  ['an astral character', 7, 9, '3:1 3:3'],
  ['what stands behind one', 9, 10, '3:3 3:4'],
  ['the end of the text', 11, 11, '4:1 4:1'],
  ['an end before its start', 4, 2, '2:2 2:2'],
  ['all', 0, 11, '1:1 4:1']
])('the place of %s', (_, from, to, place) => {
  const {start, end} = placeOf(text, from, to)
  expect(`${start.line}:${start.column} ${end.line}:${end.column}`).toBe(place)
})

test('thousands of places in one text are found at once', () => {
  const long = 'a\n'.repeat(16_000)
  const started = performance.now()
  for (let offset = 0; offset < long.length; offset += 2) {
    expect(placeOf(long, offset, offset).start.line).toBe(offset / 2 + 1)
  }
  expect(performance.now() - started).toBeLessThan(2000)
})

test('an empty text has one place', () => {
  expect(placeOf('', 0, 0)).toEqual({start: {line: 1, column: 1}, end: {line: 1, column: 1}})
})

function finding(path: string, line: number, column: number, ruleId = 'title', reason = 'Unexpected'): Finding {
  const place = line === 0 ? undefined : {start: {line, column}, end: {line, column}}
  return {path, place, ruleId, severity: 'error', reason}
}

test('findings go by file, place, rule and reason', () => {
  const findings = [
    finding('A.yaml', 9, 9),
    finding('a.yaml', 0, 0),
    finding('a.yaml', 1, 2),
    finding('a.yaml', 2, 1, 'date'),
    finding('a.yaml', 2, 1, 'title', 'A'),
    finding('a.yaml', 2, 1, 'title', 'B'),
    finding('a.yaml', 2, 10),
    finding('a.yaml', 10, 1),
    finding('b.yaml', 0, 0)
  ]
  expect([...findings].reverse().sort(compareFindings)).toEqual(findings)
})

test('texts go by code point, whatever the locale', () => {
  const texts = ['', '-', '1', '10', '2', 'A', 'Z', 'a', 'aa', 'b', 'é', 'ı', 'Ω', '中', '\uFFFD', '𝔸', '😀', '😀a']
  expect([...texts].reverse().sort(compareText)).toEqual(texts)
  for (const each of texts) expect(compareText(each, each)).toBe(0)
})
