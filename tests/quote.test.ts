import {expect, test} from 'vitest'
import {cut, inWords, plural, quote, visible, visibleJson} from '../src/quote.ts'

test.each([
  ['', '``'],
  ['a b', '`a b`'],
  ['é 中 😀', '`é 中 😀`'],
  ['a\nb', '`a\\u{000A}b`'],
  ['\u001B[31m', '`\\u{001B}[31m`'],
  ['\u202Eabc', '`\\u{202E}abc`'],
  ['a\u200Bb\u2028c', '`a\\u{200B}b\\u{2028}c`'],
  ['\uD800', '`\\u{D800}`'],
  ['\u{F0000}', '`\\u{F0000}`'],
  ['::error::a', '`::error::a`'],
  ['\u009B31m', '`\\u{009B}31m`'],
  ['\u3164', '`\\u{3164}`'],
  ['a ##[add-mask]b', '`a #\\u{0023}[add-mask]b`'],
  ['###[', '`##\\u{0023}[`'],
  ['C# [a]', '`C# [a]`']
])('%j is shown as %s', (value, shown) => {
  expect(quote(value)).toBe(shown)
})

test('a value of 80 characters is whole, a longer one is cut to 80', () => {
  expect(quote('x'.repeat(80))).toBe(`\`${'x'.repeat(80)}\``)
  expect(quote('x'.repeat(81))).toBe(`\`${'x'.repeat(79)}…\``)
})

test('a cut never halves a character', () => {
  expect(cut('😀'.repeat(80))).toBe('😀'.repeat(80))
  expect(cut('😀'.repeat(81))).toBe(`${'😀'.repeat(79)}…`)
})

test('what is made visible may be longer than the cut', () => {
  expect(quote('\u200B'.repeat(80))).toBe(`\`${'\\u{200B}'.repeat(80)}\``)
  expect(visible('x'.repeat(100))).toBe('x'.repeat(100))
})

test.each([
  [0, '0 papers'],
  [1, '1 paper'],
  [2, '2 papers']
])('%d of papers', (count, words) => {
  expect(plural(count, 'paper')).toBe(words)
})

test.each([
  [[], undefined, ''],
  [['a'], undefined, 'a'],
  [['a', 'b'], undefined, 'a and b'],
  [['a', 'b', 'c'], undefined, 'a, b and c'],
  [['a', 'b', 'c'], 'or', 'a, b or c']
])('%j in words, last %s', (items, last, words) => {
  expect(inWords(items, last)).toBe(words)
})

test.each(['\u001B[31m', '\u009B', '\u202E', '\u2028', '\uD800', '\u{F0000}', '##[error]', 'é 😀'])(
  '%j in JSON',
  (value) => {
    const json = visibleJson(JSON.stringify(value))
    expect(JSON.parse(json)).toBe(value)
    expect(visible(json)).toBe(json)
  }
)
