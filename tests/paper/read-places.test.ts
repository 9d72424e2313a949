import {describe, expect, test} from 'vitest'
import type {FieldPath} from '../../src/paper/paper.ts'
import {placeIn, readPaper} from '../../src/paper/read.ts'
import {goodPath} from '../support/list.ts'

const text = `title: A title
date: "2024-04-24"
tags: [One, Two]
links:
  - https://arxiv.org/abs/2404.15574
  - url: https://example.org/
    site: Example
# a remark

  - {url: https://example.com/, kind: Post}
summary:
  - First.
  -
  - >
    Third,
    folded.
venue:
notes: 𝔸 note
ignore: [{rule: date, reason: because}]
`
const lines = text.split('\n')

/** What stands between the two points of a place, and where that begins. */
function placed(path: FieldPath): string {
  const {file} = readPaper(goodPath, text)
  const {start, end} = placeIn(file, path)
  const covered = lines.slice(start.line - 1, end.line)
  covered[covered.length - 1] = covered.at(-1)?.slice(0, end.column - 1) ?? ''
  covered[0] = covered[0]?.slice(start.column - 1) ?? ''
  return `${start.line}:${start.column} ${covered.join('\n')}`
}

describe('the place of', () => {
  test.each<[about: string, path: FieldPath, place: string]>([
    ['a text', ['title'], '1:8 A title'],
    ['a text in quotes', ['date'], '2:7 "2024-04-24"'],
    ['a list in brackets', ['tags'], '3:7 [One, Two]'],
    ['an entry in brackets', ['tags', 1], '3:13 Two'],
    ['an entry', ['links', 0], '5:5 https://arxiv.org/abs/2404.15574'],
    ['the URL of a bare link', ['links', 0, 'url'], '5:5 https://arxiv.org/abs/2404.15574'],
    ['the kind of a bare link', ['links', 0, 'kind'], '5:5 https://arxiv.org/abs/2404.15574'],
    ['fields, without the remark behind them', ['links', 1], '6:5 url: https://example.org/\n    site: Example'],
    ['the URL of a link with fields', ['links', 1, 'url'], '6:10 https://example.org/'],
    ['the site of a link with fields', ['links', 1, 'site'], '7:11 Example'],
    ['a field that is not there', ['links', 1, 'kind'], '6:5 url: https://example.org/\n    site: Example'],
    ['fields in braces', ['links', 2], '10:5 {url: https://example.com/, kind: Post}'],
    ['the URL in braces', ['links', 2, 'url'], '10:11 https://example.com/'],
    ['an entry after the last', ['tags', 2], '3:7 [One, Two]'],
    ['an empty entry', ['summary', 1], '13:4 '],
    ['a folded text, its end of line included', ['summary', 2], '14:5 >\n    Third,\n    folded.\n'],
    ['an empty value', ['venue'], '17:1 venue'],
    ['a value behind an astral character', ['notes'], '18:8 𝔸 note'],
    ['a text deep down', ['ignore', 0, 'reason'], '19:31 because'],
    ['a field of a text', ['title', 'first', 'letter'], '1:8 A title'],
    ['a field that the file lacks', ['authors'], '1:1 '],
    ['the whole', [], '1:1 ']
  ])('%s', (_, path, place) => {
    expect(placed(path)).toBe(place)
  })
})

test('a file that cannot be read has one place for everything', () => {
  const {file} = readPaper(goodPath, 'title: [a\n')
  expect(placeIn(file, ['title'])).toEqual({start: {line: 1, column: 1}, end: {line: 1, column: 1}})
})

test('lines end in CRLF too', () => {
  const {file} = readPaper(goodPath, text.replaceAll('\n', '\r\n'))
  expect(placeIn(file, ['tags', 1])).toEqual({start: {line: 3, column: 13}, end: {line: 3, column: 16}})
})
