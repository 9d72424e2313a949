import {describe, expect, test} from 'vitest'
import {meantAddress, parseRemap, remapped} from '../../src/links/remap.ts'

describe('reading', () => {
  test('two addresses', () => {
    expect(parseRemap(' https://arxiv.org   http://127.0.0.1:8080/arxiv ')).toEqual({
      prefix: 'https://arxiv.org',
      replacement: 'http://127.0.0.1:8080/arxiv'
    })
  })

  test.each(['', 'https://arxiv.org', 'https://arxiv.org nowhere', 'a b c', 'https://a http://b http://c'])(
    '%j is refused',
    (text) => {
      expect(() => parseRemap(text)).toThrow(
        `Unexpected remap ${JSON.stringify(text)}, expected 'PREFIX REPLACEMENT', two addresses`
      )
    }
  )
})

const remaps = [
  'https://arxiv.org/abs/ http://127.0.0.1:4000/abstracts/',
  'https://arxiv.org http://127.0.0.1:4000/arxiv',
  'https://doi.org http://127.0.0.1:400',
  'https://acm.example http://127.0.0.1:4000'
].map(parseRemap)

test.each([
  ['https://arxiv.org/abs/2404.15574', 'http://127.0.0.1:4000/abstracts/2404.15574'],
  ['https://arxiv.org/pdf/2404.15574', 'http://127.0.0.1:4000/arxiv/pdf/2404.15574'],
  ['https://arxiv.org/pdf/1?a=b#c', 'http://127.0.0.1:4000/arxiv/pdf/1?a=b#c'],
  ['http://arxiv.org/pdf/1', 'http://arxiv.org/pdf/1'],
  ['https://other.example/https://arxiv.org', 'https://other.example/https://arxiv.org']
])('%s is asked at %s', (url, expected) => {
  expect(remapped(url, remaps)).toBe(expected)
})

const web = ['https:// http://127.0.0.1:5000/', 'http:// http://127.0.0.1:5000/'].map(parseRemap)

test.each([
  // By its own name.
  ['https://arxiv.org/pdf/1', 'https://arxiv.org/pdf/2', remaps, 'https://arxiv.org/pdf/2'],
  ['https://arxiv.org/pdf/1', 'https://other.example/x', remaps, 'https://other.example/x'],
  // By the name that it was asked under.
  ['https://arxiv.org/pdf/1', 'http://127.0.0.1:4000/arxiv/pdf/2', remaps, 'https://arxiv.org/pdf/2'],
  ['https://acm.example/1', 'http://127.0.0.1:4000/2', remaps, 'https://acm.example/2'],
  ['https://arxiv.org/pdf/1', 'http://127.0.0.1:4000/abstracts/2', remaps, 'https://arxiv.org/abs/2'],
  ['https://arxiv.org/pdf/1', 'http://127.0.0.1:4000/else/2', remaps, 'https://acm.example/else/2'],
  // 400 is another port than 4000, whatever the text begins with.
  ['https://doi.org/1', 'http://127.0.0.1:4001/2', remaps, 'http://127.0.0.1:4001/2'],
  ['https://doi.org/1', 'http://127.0.0.1:400/2', remaps, 'https://doi.org/2'],
  // By a path: of the server, or of the site that it stands for.
  ['https://arxiv.org/pdf/1', '/arxiv/pdf/2', remaps, 'https://arxiv.org/pdf/2'],
  ['https://arxiv.org/pdf/1', '/pdf/2', remaps, 'https://arxiv.org/pdf/2'],
  ['https://arxiv.org/pdf/1', '2', remaps, 'https://arxiv.org/pdf/2'],
  ['https://arxiv.org/pdf/1', '?page=2', remaps, 'https://arxiv.org/pdf/1?page=2'],
  ['https://doi.org/1', '/2', remaps, 'https://doi.org/2'],
  ['https://arxiv.org/pdf/1', '/arxiv.org/pdf/2', web, 'https://arxiv.org/pdf/2'],
  ['https://arxiv.org/pdf/1', '/pdf/2', web, 'https://arxiv.org/pdf/2'],
  ['http://arxiv.org/pdf/1', 'http://127.0.0.1:5000/arxiv.org/pdf/2', web, 'http://arxiv.org/pdf/2'],
  ['https://arxiv.org/pdf/1', 'http://127.0.0.1:5000/arxiv.org/pdf/2', web, 'https://arxiv.org/pdf/2'],
  // Without a remap a Location is what it is.
  ['https://plain.example/a/b', '/c', remaps, 'https://plain.example/c'],
  ['https://plain.example/a/b', '//other.example/c', remaps, 'https://other.example/c'],
  ['https://plain.example/a/b', 'http://127.0.0.1:4000/arxiv/x', remaps, 'http://127.0.0.1:4000/arxiv/x'],
  ['https://plain.example/a/b', 'javascript:alert(1)', remaps, 'javascript:alert(1)'],
  ['https://plain.example/a/b', 'http://', remaps, undefined],
  ['https://plain.example/a/b', 'http://[::1', remaps, undefined]
])('asked at %s, a server that says %s means it', (from, location, rules, expected) => {
  expect(meantAddress(location, from, rules)).toBe(expected)
})
