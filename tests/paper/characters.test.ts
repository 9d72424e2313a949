import {describe, expect, test} from 'vitest'
import {strangeCharacters} from '../../src/paper/characters.ts'

describe('no file may hold', () => {
  test.each([
    ['\u0000', 'U+0000 (null)'],
    ['\u0007', 'U+0007 (control character)'],
    ['\u001B', 'U+001B (escape)'],
    ['\u007F', 'U+007F (control character)'],
    ['\u0085', 'U+0085 (control character)'],
    ['\u00AD', 'U+00AD (soft hyphen)'],
    ['\u034F', 'U+034F (invisible character)'],
    ['\u061C', 'U+061C (Arabic letter mark)'],
    ['\u115F', 'U+115F (invisible character)'],
    ['\u1160', 'U+1160 (invisible character)'],
    ['\u180E', 'U+180E (invisible character)'],
    ['\u200B', 'U+200B (zero-width space)'],
    ['\u200C', 'U+200C (zero-width non-joiner)'],
    ['\u200D', 'U+200D (zero-width joiner)'],
    ['\u200E', 'U+200E (left-to-right mark)'],
    ['\u200F', 'U+200F (right-to-left mark)'],
    ['\u2028', 'U+2028 (line separator)'],
    ['\u2029', 'U+2029 (paragraph separator)'],
    ['\u202A', 'U+202A (left-to-right embedding)'],
    ['\u202E', 'U+202E (right-to-left override)'],
    ['\u2060', 'U+2060 (word joiner)'],
    ['\u2066', 'U+2066 (left-to-right isolate)'],
    ['\u2069', 'U+2069 (pop directional isolate)'],
    ['\u2800', 'U+2800 (invisible character)'],
    ['\u3164', 'U+3164 (invisible character)'],
    ['\uE000', 'U+E000 (private-use character)'],
    ['\uFE0F', 'U+FE0F (invisible character)'],
    ['\uFEFF', 'U+FEFF (byte-order mark)'],
    ['\uFFA0', 'U+FFA0 (invisible character)'],
    ['\uFFFF', 'U+FFFF (unassigned code point)'],
    ['\uD800', 'U+D800 (half of a character)'],
    ['\uDC00', 'U+DC00 (half of a character)'],
    ['\u{E0041}', 'U+E0041 (invisible character)'],
    ['\u{E0100}', 'U+E0100 (invisible character)'],
    ['\u{F0000}', 'U+F0000 (private-use character)']
  ])('%j', (character, name) => {
    expect(strangeCharacters(`a${character}b`)).toEqual([{offset: 1, length: character.length, name}])
  })
})

describe('passes', () => {
  test.each([
    ['nothing', ''],
    ['letters', 'Poincaré, Łukasz, 張偉, Ольга, مقالة, 한국어'],
    ['line ends and tabs', 'a\nb\r\nc\td'],
    ['spaces of other widths', 'a\u00A0b\u2009c\u3000d'],
    ['an accent on its own', 'e\u0301'],
    ['an emoji of several people', '👩‍👩‍👧‍👦'],
    ['an emoji that needs no selector, with one', '⭐\uFE0F'],
    ['an emoji with a skin and a trade', '👩🏽‍🔬'],
    ['a heart in colour', '❤️'],
    ['a key', '1️⃣'],
    ['a flag of letters', '🇩🇪'],
    ['a flag of tags', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['a Persian word', 'می\u200Cخواهم'],
    ['a Sinhala word', 'ශ්\u200Dරී'],
    ['a Marathi word', 'दुसऱ्\u200Dया']
  ])('%s', (_, text) => {
    expect(strangeCharacters(text)).toEqual([])
  })
})

describe('what passes in its place is strange out of it', () => {
  test.each([
    ['a joiner at the end of a Persian word', 'می\u200C', 2],
    ['a joiner before a Persian word', '\u200Cمی', 0],
    ['two joiners', 'می\u200C\u200Cخ', 2],
    ['a joiner between Latin letters', 'a\u200Cb', 1],
    ['a joiner behind an emoji', '👩\u200D', 2],
    ['a variation selector behind a letter', 'a\uFE0F', 1],
    ['tags behind a letter', 'a\u{E007F}', 1],
    ['a carriage return before a letter', 'a\rb\r\n', 1],
    ['a carriage return at the end', 'a\r', 1]
  ])('%s', (_, text, offset) => {
    expect(strangeCharacters(text)[0]?.offset).toBe(offset)
  })
})

test('offsets are in UTF-16 units', () => {
  expect(strangeCharacters('𝔸\u200B👩‍🔬\u{F0000}')).toEqual([
    {offset: 2, length: 1, name: 'U+200B (zero-width space)'},
    {offset: 8, length: 2, name: 'U+F0000 (private-use character)'}
  ])
})
