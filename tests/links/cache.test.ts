import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {outcomes} from '../../src/evidence/verdict.ts'
import {Cache} from '../../src/links/cache.ts'
import {linkOf, verdictOf} from '../support/link.ts'
import {now} from '../support/list.ts'

const day = 24 * 60 * 60 * 1000
const link = linkOf('https://example.org/a', 'Induction Heads')
const later = (time: number) => new Date(now.getTime() + time)

/** A cache file with one link, as an earlier run wrote it. */
function written(outcome: (typeof outcomes)[number], of = link, options = {}): string {
  const cache = new Cache(undefined, now, options)
  cache.put(of, verdictOf(outcome))
  return cache.toString()
}

describe('what was well is believed for a while', () => {
  test.each([
    ['verified', 14],
    ['alive', 7],
    ['moved', 1]
  ] as const)('%s for %d days', (outcome, days) => {
    const text = written(outcome)
    expect(new Cache(text, now).get(link)).toEqual({
      outcome,
      status: 200,
      finalUrl: 'https://example.org/',
      reason: `found ${outcome} on 2026-11-22`
    })
    expect(new Cache(text, later(days * day)).get(link)?.outcome).toBe(outcome)
    expect(new Cache(text, later(days * day + 1)).get(link)).toBeUndefined()
    expect(new Cache(text, later(-1)).get(link)).toBeUndefined()
  })

  test.each(outcomes.filter((outcome) => !['verified', 'alive', 'moved'].includes(outcome)))(
    '%s is never kept',
    (outcome) => {
      expect(JSON.parse(written(outcome))).toEqual({version: 1, links: {}})
    }
  )

  test.each(['blocked', 'transient', 'broken', 'mismatch', 'withdrawn', 'unsafe'] as const)(
    '%s forgets what was well before',
    (outcome) => {
      const cache = new Cache(written('verified'), now)
      cache.put(link, verdictOf(outcome))
      expect(cache.get(link)).toBeUndefined()
    }
  )
})

describe('a link is asked anew', () => {
  const text = written('verified')

  test.each([
    ['another address', linkOf('https://example.org/b', 'Induction Heads')],
    ['another paper', linkOf(link.url, 'Successor Heads')],
    ['one more paper', linkOf(link.url, 'Induction Heads', 'Successor Heads')],
    ['no paper', linkOf(link.url)]
  ])('for %s', (_, other) => {
    expect(new Cache(text, now).get(other)).toBeUndefined()
  })

  test('but not for another spelling of the title, or another order', () => {
    expect(new Cache(text, now).get(linkOf(link.url, 'induction-heads.'))?.outcome).toBe('verified')
    const both = written('verified', linkOf(link.url, 'A', 'B'))
    expect(new Cache(both, now).get(linkOf(link.url, 'B', 'A'))?.outcome).toBe('verified')
  })

  test('for a place on its page that nobody looked for', () => {
    const placed = linkOf('https://example.org/a#b')
    const without = written('alive', placed)
    expect(new Cache(without, now, {withAnchors: true}).get(placed)).toBeUndefined()
    expect(new Cache(without, now).get(placed)?.outcome).toBe('alive')
    const looked = written('alive', placed, {withAnchors: true})
    expect(new Cache(looked, now, {withAnchors: true}).get(placed)?.outcome).toBe('alive')
    expect(new Cache(written('alive'), now, {withAnchors: true}).get(link)?.outcome).toBe('alive')
  })

  test('where files are changed on the word that it moved', () => {
    expect(new Cache(written('moved'), now, {withMoved: false}).get(link)).toBeUndefined()
    expect(new Cache(written('alive'), now, {withMoved: false}).get(link)?.outcome).toBe('alive')
  })
})

describe('the file', () => {
  test('is the same whatever the order of the answers', () => {
    const urls = ['https://b.example/', 'https://a.example/', 'https://c.example/']
    const texts = [urls, urls.toReversed()].map((order) => {
      const cache = new Cache(undefined, now)
      for (const url of order) cache.put(linkOf(url), verdictOf('alive'))
      return cache.toString()
    })
    expect(texts[0]).toBe(texts[1])
    expect(texts[0]?.endsWith('}\n')).toBe(true)
  })

  test('keeps what this run did not ask for, and drops what is too old', () => {
    const text = written('alive')
    expect(new Cache(text, later(day)).toString()).toBe(text)
    expect(JSON.parse(new Cache(text, later(30 * day)).toString())).toEqual({version: 1, links: {}})
  })
})

describe('a file that somebody else wrote', () => {
  const entry = {
    outcome: 'alive',
    status: 200,
    finalUrl: link.url,
    titles: ['induction heads'],
    withAnchor: false,
    checked: now.toISOString()
  }
  const cacheOf = (value: unknown) => JSON.stringify({version: 1, links: {[link.url]: value}})

  test('is read where it is well formed', () => {
    expect(new Cache(cacheOf(entry), now).get(link)?.outcome).toBe('alive')
  })

  test.each<[string, unknown]>([
    ['a failure as an outcome', {...entry, outcome: 'broken'}],
    ['a wall as an outcome', {...entry, outcome: 'blocked'}],
    ['an outcome of its own', {...entry, outcome: 'fine'}],
    ['the day after tomorrow', {...entry, checked: later(2 * day).toISOString()}],
    ['the year 9999', {...entry, checked: '9999-12-31T23:59:59Z'}],
    ['no such day', {...entry, checked: '2026-02-31T25:00:00Z'}],
    ['words for a time', {...entry, checked: 'now'}],
    ['a number for a time', {...entry, checked: now.getTime()}],
    ['words for a status', {...entry, status: 'ok'}],
    ['half a status', {...entry, status: 0.5}],
    ['a script as an address', {...entry, finalUrl: 'javascript:alert(1)'}],
    ['an endless address', {...entry, finalUrl: `https://${'a'.repeat(9000)}`}],
    ['a line break in an address', {...entry, finalUrl: 'https://example.org/\n::error::x'}],
    ['no titles', {...entry, titles: undefined}],
    ['titles that are none', {...entry, titles: [1]}],
    ['moved to nowhere', {...entry, outcome: 'moved', finalUrl: null}],
    ['null', null],
    ['a list', []],
    ['a text', 'alive']
  ])('%s is left out', (_, value) => {
    expect(new Cache(cacheOf(value), now).get(link)).toBeUndefined()
  })

  test.each([
    ['nothing', ''],
    ['no JSON', 'version: 1'],
    ['another version', JSON.stringify({version: 2, links: {[link.url]: entry}})],
    ['a list', '[]'],
    ['links as a list', JSON.stringify({version: 1, links: [entry]})],
    ['a prototype', `{"version": 1, "links": {"__proto__": ${JSON.stringify(entry)}}}`],
    ['very deep', `{"version": 1, "links": ${'['.repeat(100_000)}`]
  ])('%s is a first run', (_, text) => {
    const cache = new Cache(text, now)
    expect(cache.get(link)).toBeUndefined()
    cache.put(link, verdictOf('alive'))
    expect(new Cache(cache.toString(), now).get(link)?.outcome).toBe('alive')
  })

  test('one bad link does not cost the others', () => {
    const text = JSON.stringify({version: 1, links: {a: 1, [link.url]: entry, b: null}})
    expect(new Cache(text, now).get(link)?.outcome).toBe('alive')
  })

  test('whatever it says, what comes of it is one of the three, and not older than that', () => {
    const hostile = fc.record({
      outcome: fc.constantFrom(...outcomes),
      status: fc.oneof(fc.integer(), fc.constant(null), fc.string()),
      finalUrl: fc.oneof(fc.webUrl(), fc.constant(null), fc.string()),
      titles: fc.constant(['induction heads']),
      withAnchor: fc.boolean(),
      checked: fc.date({noInvalidDate: true}).map((date) => date.toISOString())
    })
    fc.assert(
      fc.property(hostile, (value) => {
        const found = new Cache(cacheOf(value), now).get(link)
        if (found) expect(['verified', 'alive', 'moved']).toContain(found.outcome)
        if (found) expect(now.getTime() - Date.parse(value.checked)).toBeLessThanOrEqual(14 * day)
      }),
      {numRuns: 40}
    )
  })
})
