import {describe, expect, test} from 'vitest'
import {loadConfig} from '../../src/config.ts'
import {Ignored} from '../../src/links/ignored.ts'
import {now, temporaryList} from '../support/list.ts'

/** What a configuration says to leave alone. */
function ignored(...entries: object[]): Ignored {
  using list = temporaryList({'.github/paperlist.yml': `links: {ignore: ${JSON.stringify(entries)}}`})
  return new Ignored(loadConfig(list.root), now)
}

const reason = 'the host refuses robots'

describe('an address or a pattern', () => {
  test.each<[pattern: string, url: string, isIgnored: boolean]>([
    ['https://a.example/b', 'https://a.example/b', true],
    ['https://a.example/b', 'https://a.example/bc', false],
    ['https://a.example/b', 'https://a.example/', false],
    ['https://a.example/*', 'https://a.example/', true],
    ['https://a.example/*', 'https://a.example/b?c#d', true],
    ['https://a.example/*', 'https://a.example.org/', false],
    ['https://*.example/b', 'https://a.example/b', true],
    ['https://*.example/b', 'https://a.example/bc', false],
    ['*', 'https://a.example/', true],
    ['*.pdf', 'https://a.example/b.pdf', true],
    ['*.pdf', 'https://a.example/b.pdf?c', false],
    ['https://*/a*b', 'https://a.example/ab', true],
    ['https://*/a*b', 'https://a.example/ba', false],
    ['*aba*aba', 'https://ababa', false],
    ['*aba*aba', 'https://abaaba', true],
    // Nothing else has a meaning of its own.
    ['https://a.example/b?c', 'https://a.example/bc', false],
    ['https://a.example/.*', 'https://a.example/b', false],
    ['https://a.example/(b', 'https://a.example/(b', true]
  ])('%s and %s', (url, link, isIgnored) => {
    expect(ignored({url, reason}).reason(link)).toBe(isIgnored ? reason : undefined)
  })

  test('a pattern of many stars is matched quickly', () => {
    const entries = ignored({url: `${'*a'.repeat(200)}b`, reason})
    const started = performance.now()
    expect(entries.reason(`https://${'a'.repeat(8000)}`)).toBeUndefined()
    expect(performance.now() - started).toBeLessThan(200)
  })
})

describe('its end', () => {
  const url = 'https://a.example/*'
  test.each([
    ['2026-11-22', reason],
    ['2026-11-23', reason],
    ['2027-01-01', reason],
    ['2026-11-21', undefined],
    ['2025-12-31', undefined]
  ])('until %s', (until, expected) => {
    expect(ignored({url, reason, until}).reason('https://a.example/')).toBe(expected)
  })

  test('is reported, whether or not a link matches', () => {
    const entries = ignored({url, reason, until: '2026-11-21'})
    const [finding, ...rest] = entries.findings()
    expect(rest).toEqual([])
    expect(finding).toEqual({
      path: '.github/paperlist.yml',
      ruleId: 'links',
      severity: 'warning',
      reason:
        'Unexpected end of the ignore of `https://a.example/*` on 2026-11-21, expected it to be renewed or taken out'
    })
    entries.reason('https://a.example/')
    expect(entries.findings()).toEqual([finding])
  })

  test('leaves the next entry that matches', () => {
    const entries = ignored({url, reason: 'old', until: '2026-11-21'}, {url: 'https://a.example/b', reason: 'new'})
    expect(entries.reason('https://a.example/b')).toBe('new')
  })
})

test('an entry that matches nothing is reported', () => {
  const entries = ignored({url: 'https://a.example/', reason}, {url: 'https://b.example/', reason})
  entries.reason('https://a.example/')
  expect(entries.findings().map((finding) => finding.reason)).toEqual([
    'Unexpected ignore of `https://b.example/`, expected only what a link of the list matches'
  ])
})

test('an entry behind another that matches the same is reported', () => {
  const entries = ignored({url: 'https://a.example/*', reason}, {url: 'https://a.example/b', reason})
  entries.reason('https://a.example/b')
  expect(entries.findings()).toHaveLength(1)
})

test.each([
  ['without a reason', {url: 'https://a.example/'}, 'reason'],
  ['with an empty reason', {url: 'https://a.example/', reason: ' '}, 'Unexpected empty text'],
  ['without an address', {reason}, 'url'],
  ['until no day', {url: 'https://a.example/', reason, until: '2026-02-30'}, 'expected a date'],
  ['until a month', {url: 'https://a.example/', reason, until: '2026-02'}, 'expected a date'],
  ['with an owner', {url: 'https://a.example/', reason, owner: 'me'}, 'owner']
])('an entry %s is refused', (_, entry, message) => {
  expect(() => ignored(entry)).toThrow(message)
})
