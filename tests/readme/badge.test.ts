import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {assertShownWhole} from '../../src/readme/allow-list.ts'
import {Badges, badgeImage} from '../../src/readme/badge.ts'
import {Registry} from '../../src/sites/registry.ts'
import {text} from '../support/hostile.ts'
import {listOf} from '../support/page.ts'

function badgesOf(configuration = ''): Badges {
  const {config} = listOf([], configuration)
  return new Badges(config, new Registry(config.sites))
}

/** The texts and the colour that shields.io reads from an address. */
function read(source: string): string[] {
  const url = new URL(source)
  expect([url.origin, url.pathname.startsWith('/badge/')]).toEqual(['https://img.shields.io', true])
  const parts = decodeURIComponent(url.pathname.slice('/badge/'.length)).split(/(?<!-)-(?!-)(?=(?:--)*(?!-))/)
  return parts.map((part) => part.replace(/__|_|--/g, (mark) => ({__: '_', _: ' ', '--': '-'})[mark] ?? mark))
}

describe('the badge of a tag', () => {
  test.each([
    ['Retrieval Head', ['Retrieval Head', 'blue']],
    ['In-Context_Head', ['In-Context_Head', 'blue']],
    ['R&D / 100% #1?', ['R&D / 100% #1?', 'blue']],
    ['é 🎉', ['é 🎉', 'blue']]
  ])('%j says what the tag is', (tag, expected) => {
    const {source, text} = badgesOf().tag(tag)
    expect(text).toBe(tag)
    expect(read(source)).toEqual(expected)
  })

  test.each(['constructor', '__proto__', 'toString'])('%s has the colour of any other', (tag) => {
    expect(read(badgesOf().tag(tag).source)).toEqual([tag, 'blue'])
  })

  test('has the colour of the configuration', () => {
    const badges = badgesOf('tags:\n  colours: {default: green, Copy Head: red}\n')
    expect(read(badges.tag('Copy Head').source)).toEqual(['Copy Head', 'red'])
    expect(read(badges.tag('Other').source)).toEqual(['Other', 'green'])
  })
})

describe('the badge of a link', () => {
  test.each([
    [{url: 'https://arxiv.org/pdf/2404.15574v2'}, 'arXiv Paper', 'https://arxiv.org/abs/2404.15574'],
    [{url: 'https://arxiv.org/abs/2404.15574', kind: 'Thesis'}, 'arXiv Thesis', 'https://arxiv.org/abs/2404.15574'],
    [{url: 'https://example.org/a', site: 'Example'}, 'Example Link', 'https://example.org/a'],
    [{url: 'https://example.org/a'}, 'example.org Link', 'https://example.org/a'],
    [{url: 'javascript:alert(1)'}, 'Unknown Link', undefined],
    [{url: 'https://a:b@example.org', site: 'X', kind: 'Y'}, 'X Y', undefined]
  ])('%j says %j and leads to %j', (link, text, href) => {
    const badge = badgesOf().link(link)
    expect([badge.text, badge.href]).toEqual([text, href])
    expect(read(badge.source).slice(0, 2).join(' ')).toBe(text)
  })

  test('knows the sites of the configuration', () => {
    const badges = badgesOf('sites:\n  - {host: lesswrong.com, site: LessWrong, kind: Post}\n')
    expect(badges.link({url: 'https://www.lesswrong.com/posts/x'}).text).toBe('LessWrong Post')
  })

  test('is not another’s with the same words in other halves', () => {
    const badges = badgesOf()
    const [one, other] = [
      {url: 'https://x.org', site: 'A B', kind: 'C'},
      {url: 'https://x.org', site: 'A', kind: 'B C'}
    ].map((link) => badges.link(link).source)
    expect(one).not.toBe(other)
  })
})

test('any text makes an image that GitHub shows', () => {
  fc.assert(
    fc.property(text, text, (first, second) => {
      const badges = badgesOf()
      for (const badge of [badges.tag(first), badges.link({url: 'https://x.org', site: first, kind: second})]) {
        const image = badgeImage(badge)
        expect(new URL(badge.source).pathname).not.toMatch(/[\s"<>]/)
        expect(image.properties['alt']).toBe(badge.text)
        expect(badge.width).toBeGreaterThan(0)
        assertShownWhole({type: 'root', children: [image]})
      }
    })
  )
})
