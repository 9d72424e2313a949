import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {linksOfShard, parseShard} from '../../src/links/shard.ts'
import {Registry} from '../../src/sites/registry.ts'
import {linkOf} from '../support/link.ts'

const registry = new Registry()

test('2/4 is the second of four', () => {
  expect(parseShard('2/4')).toEqual({index: 2, count: 4})
  expect(parseShard('1/1')).toEqual({index: 1, count: 1})
})

test.each(['', '0/4', '5/4', '2', '2/', '/4', '2/0', '-1/4', '1.5/4', ' 2/4', '2/4/8', '2/4\n', 'a/b', '1/1000'])(
  '%j is no part of a whole',
  (text) => {
    expect(() => parseShard(text)).toThrow(`Unexpected shard ${JSON.stringify(text)}, expected I/N such as 2/4`)
  }
)

describe('four parts of many links', () => {
  const hosts = fc.constantFrom('a.example', 'b.example', 'c.example:8080', 'arxiv.org', 'export.arxiv.org', 'doi.org')
  const urls = fc.array(
    fc.tuple(hosts, fc.nat(50)).map(([host, page]) => `https://${host}/${page}`),
    {maxLength: 60}
  )

  test('are together all of them, each once', () => {
    fc.assert(
      fc.property(urls, fc.integer({min: 1, max: 8}), (all, count) => {
        const links = [...new Set(all)].map((url) => linkOf(url))
        const parts = Array.from({length: count}, (_, index) =>
          linksOfShard(links, {index: index + 1, count}, registry)
        )
        expect(
          parts
            .flat()
            .map(({url}) => url)
            .sort()
        ).toEqual(links.map(({url}) => url).sort())
      })
    )
  })

  test('hold each site whole, whatever the order of the links', () => {
    fc.assert(
      fc.property(urls, (all) => {
        const links = [...new Set(all)].map((url) => linkOf(url))
        const partsOf = (order: typeof links) =>
          [1, 2, 3, 4].flatMap((index) =>
            linksOfShard(order, {index, count: 4}, registry).map(({url}) => {
              return `${new URL(url).host.replace('export.', '')} in ${index}`
            })
          )
        const inParts = new Set([...partsOf(links), ...partsOf(links.toReversed())])
        const sites = new Set(links.map(({url}) => new URL(url).host.replace('export.', '')))
        expect(inParts.size).toBe(sites.size)
      })
    )
  })

  test('are about equal', () => {
    const links = Array.from({length: 400}, (_, index) => linkOf(`https://host${index % 20}.example/${index}`))
    expect([1, 2, 3, 4].map((index) => linksOfShard(links, {index, count: 4}, registry).length)).toEqual([
      100, 100, 100, 100
    ])
  })

  test('take what is no address too', () => {
    const links = [linkOf('#gone'), linkOf('docs/gone.md'), linkOf('https://a.example/')]
    const parts = [1, 2].map((index) => linksOfShard(links, {index, count: 2}, registry).map(({url}) => url))
    expect(parts).toEqual([['#gone', 'docs/gone.md'], ['https://a.example/']])
  })
})
