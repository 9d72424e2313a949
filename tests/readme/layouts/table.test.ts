import fc from 'fast-check'
import type {Element, ElementContent, Nodes, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {defaultSchema, sanitize} from 'hast-util-sanitize'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {toString as textOf} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import type {Paper} from '../../../src/paper/paper.ts'
import {inlineToHast, parseInline} from '../../../src/readme/inline.ts'
import {hostileTexts, isActive, paper, text} from '../../support/hostile.ts'
import {listOf, pageOf, paperOf, shown, zoneOf} from '../../support/page.ts'

const grouped = 'papers'
const flat = 'papers group=none'

/** The zone of some papers as GitHub's parser of Markdown would hand it on: each block of HTML by itself. */
function render(papers: readonly Paper[], marker = grouped, configuration = ''): Element[] {
  const blocks = fromMarkdown(zoneOf(listOf(papers, configuration), marker)).children
  return blocks.map((block) => {
    if (block.type !== 'html') throw new Error(`Expected HTML, found ${block.type}`)
    const elements = fromHtml(block.value, {fragment: true}).children.filter(({type}) => type === 'element')
    const [element] = elements
    if (element?.type !== 'element' || elements.length > 1) throw new Error('Expected one element a block')
    return element
  })
}

function all(tree: Nodes, ...names: string[]): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element: Element) => {
    if (names.includes(element.tagName)) found.push(element)
  })
  return found
}

function words(node: Nodes | undefined): string {
  return shown(node === undefined ? '' : textOf(node))
}

function cells(row: Element | undefined): Element[] {
  return row === undefined ? [] : all(row, 'td')
}

function alternatives(cell: Element | undefined): string[] {
  return cell === undefined ? [] : all(cell, 'img').map(({properties}) => shown(String(properties['alt'])))
}

/** Element names from the top down, without the spans that keep a text from being acted on. */
function skeleton(nodes: readonly ElementContent[] | Root['children']): unknown[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return []
    if (node.type !== 'element') return [node.type]
    const inner = skeleton(node.children)
    return node.tagName === 'span' ? inner : [[node.tagName, Object.keys(node.properties).sort(), inner]]
  })
}

describe('a paper', () => {
  const full = paperOf({
    title: 'Retrieval Head',
    tags: ['Retrieval Head', 'Copy Head'],
    links: [{url: 'https://arxiv.org/abs/2404.15574'}, {url: 'https://example.org/x', site: 'Blog', kind: 'Post'}],
    summary: ['One *new* thing.', 'Another.', 'A [third](https://x.org).'],
    authors: ['Ada A.', 'Bo B.'],
    venue: 'ICLR 2025',
    name: '2024-retrieval-head'
  })
  const [table] = render([full], flat)
  const rows = table ? all(table, 'tr') : []

  test('has two rows below the head', () => {
    expect(table?.tagName).toBe('table')
    expect(rows).toHaveLength(3)
    expect(rows[0] && all(rows[0], 'th').map(words)).toHaveLength(4)
    expect(rows[1]?.properties['id']).toBe('2024-retrieval-head')
  })

  test('has its date beside both rows, and its summary below the others', () => {
    const [date, ...others] = cells(rows[1])
    expect(words(date)).toBe('2024-04-24')
    expect(date?.properties['rowSpan']).toBe(2)
    expect(others.every(({properties}) => properties['rowSpan'] === undefined)).toBe(true)
    expect(cells(rows[2]).map(({properties}) => properties['colSpan'])).toEqual([3])
  })

  test('has its title in bold, and authors and venue beside it', () => {
    const [, title] = cells(rows[1])
    expect(title && all(title, 'strong').map(words)).toEqual(['Retrieval Head'])
    expect(words(title)).toBe('Retrieval HeadAda A., Bo B. · ICLR 2025')
  })

  test('has badges for its tags and links', () => {
    const [, , tags, links] = cells(rows[1])
    expect(alternatives(tags)).toEqual(['Retrieval Head', 'Copy Head'])
    expect(alternatives(links)).toEqual(['arXiv Paper', 'Blog Post'])
    expect(links && all(links, 'a').map(({properties}) => properties['href'])).toEqual([
      'https://arxiv.org/abs/2404.15574',
      'https://example.org/x'
    ])
  })

  test('has its sentences', () => {
    const [summary] = cells(rows[2])
    expect(words(summary)).toBe('• One new thing. • Another. • A third.')
    expect(summary && all(summary, 'em', 'a').map(words)).toEqual(['new', 'third'])
  })

  test.each([[undefined], [[]]])('has one row without a summary: %j', (summary) => {
    const [only] = render([paperOf({summary})], flat)
    const body = only ? all(only, 'tr').slice(1) : []
    expect(body).toHaveLength(1)
    expect(cells(body[0]).map(({properties}) => properties['rowSpan'])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined
    ])
  })

  test.each(['javascript:alert(1)', 'https://user:password@example.org', 'ftp://example.org/a', 'example.org'])(
    'has a badge but no link for %s',
    (url) => {
      const [only] = render([paperOf({links: [{url, site: 'Site', kind: 'Kind'}]})], flat)
      expect(only && all(only, 'a')).toEqual([])
      expect(only && alternatives(only)).toEqual(['Retrieval Head', 'Site Kind'])
    }
  )
})

describe('groups', () => {
  const groups = render([
    paperOf({name: 'b', date: '2023', title: 'B'}),
    paperOf({name: 'a', date: '2024', title: 'A'}),
    paperOf({name: 'c', date: '2023-05', title: 'C'})
  ])

  test('fold, and the newest is open', () => {
    expect(groups.map(({tagName, properties}) => [tagName, properties['open'], properties['id']])).toEqual([
      ['details', true, 'year-2024'],
      ['details', undefined, 'year-2023']
    ])
  })

  test('have their name in bold and the count outside of it', () => {
    const summaries = groups.flatMap((group) => all(group, 'summary'))
    expect(summaries.map(words)).toEqual(['Year 2024 (1 paper)', 'Year 2023 (2 papers)'])
    expect(summaries.flatMap((summary) => all(summary, 'strong')).map(words)).toEqual(['Year 2024', 'Year 2023'])
  })

  test('hold their papers, newest first', () => {
    expect(
      groups.map((group) =>
        all(group, 'tbody')
          .flatMap((body) => all(body, 'strong'))
          .map(words)
      )
    ).toEqual([['A'], ['C', 'B']])
  })

  test('are none in a list without papers', () => {
    expect(render([])).toEqual([])
  })
})

describe('the source', () => {
  const twice = [paperOf({name: 'a', groups: ['One', 'Two', 'One!']}), paperOf({name: 'one', groups: ['Two']})]

  test('names every id once, where a paper is shown twice as well', () => {
    const zone = '<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n\n'
    const page = pageOf(listOf(twice), `# One\n\n${zone}## Two\n\n${zone.replace('papers ', 'papers group=tag ')}`)
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
    expect(ids).toEqual(['one-1', 'a', 'two-1', 'one-2', 'retrieval-head'])
  })

  test('has an alternative text on every image, no style and no blank line', () => {
    fc.assert(
      fc.property(fc.array(paper, {maxLength: 3}), (papers) => {
        const source = zoneOf(listOf(papers), flat)
        expect(source).not.toMatch(/\n[ \t\r]*\n/)
        expect(source).not.toContain(' style=')
        for (const element of render(papers)) {
          for (const {properties} of all(element, 'img')) expect(properties['alt']).toMatch(/\S/)
        }
      }),
      {numRuns: 40}
    )
  })
})

/** A sentence as the parsed page should have it. */
function sentence(value: string): string {
  return shown(textOf({type: 'root', children: inlineToHast(parseInline(value))}))
}

/** Holds everything that a paper says against what a page of it says. */
function expectWhole(wanted: Paper): void {
  const {title, date, tags, links, summary = [], authors, venue} = wanted
  const [table] = render([{...wanted, groups: []}], flat)
  const [, first, second] = table ? all(table, 'tr') : []
  const [dateCell, titleCell, tagCell, linkCell] = cells(first)
  expect(words(dateCell)).toBe(shown(date))
  expect(titleCell && words(all(titleCell, 'strong')[0])).toBe(shown(title))
  for (const part of [...authors, venue ?? '']) expect(words(titleCell)).toContain(shown(part))
  expect(alternatives(tagCell)).toEqual(tags.map(shown))
  expect(alternatives(linkCell)).toHaveLength(links.length)
  expect(words(second)).toBe(shown(summary.map((each) => `• ${sentence(each)}`).join(' ')))
}

/** Text nodes that GitHub would act on, those in code left out. */
function activeTexts(tree: Nodes): string[] {
  const found: string[] = []
  visit(tree, 'text', (node, _, parent) => {
    const isCode = parent?.type === 'element' && parent.tagName === 'code'
    if (!isCode && isActive(node.value)) found.push(node.value)
  })
  return found
}

/** A paper with the same fields and nothing to fear in them; what may hold markup is the same. */
function harmless(wanted: Paper): Paper {
  return {
    ...wanted,
    title: 'x',
    date: 'x',
    tags: wanted.tags.map(() => 'x'),
    links: wanted.links.map(({url}) => ({url, site: 'x', kind: 'x'})),
    authors: wanted.authors.map(() => 'x'),
    venue: wanted.venue && 'x'
  }
}

// What GitHub lets pass by the other published form of its allow-list; it puts a prefix before ids by itself.
const schema = {...defaultSchema, clobberPrefix: ''}

describe('a hostile text', () => {
  test.each(hostileTexts)('%j stays text in every field', (hostile) => {
    const wanted = paperOf({
      title: hostile,
      date: hostile,
      tags: [hostile],
      links: [{url: hostile, site: hostile, kind: hostile}],
      summary: [hostile],
      authors: [hostile],
      venue: hostile
    })
    expectWhole(wanted)
    expect(render([wanted], flat).flatMap(activeTexts)).toEqual([])
  })

  test('is shown as it is', () => {
    fc.assert(fc.property(paper, expectWhole))
  })

  test('adds no element, and GitHub acts on none', () => {
    fc.assert(
      fc.property(paper, (wanted) => {
        const rendered = render([{...wanted, groups: []}], flat)
        expect(skeleton(rendered)).toEqual(skeleton(render([{...harmless(wanted), groups: []}], flat)))
        expect(rendered.flatMap(activeTexts)).toEqual([])
      })
    )
  })

  test('adds no element as the name of a group', () => {
    fc.assert(
      fc.property(text, (name) => {
        const [group, ...others] = render([paperOf({groups: [name]})])
        expect(others).toEqual([])
        expect(group && skeleton([group])).toEqual(skeleton(render([paperOf({groups: ['x']})])))
        expect(group && all(group, 'summary').map(words)).toEqual([shown(`${name} (1 paper)`)])
        expect(group && activeTexts(group)).toEqual([])
      })
    )
  })

  test('adds nothing that GitHub takes out', () => {
    fc.assert(
      fc.property(fc.array(paper, {maxLength: 2}), (papers) => {
        const list = listOf(papers)
        const tree = fromHtml(zoneOf(list, flat) + zoneOf(list, grouped), {fragment: true})
        expect(withoutPlaces(sanitize(tree, schema))).toEqual(withoutPlaces(tree))
      }),
      {numRuns: 40}
    )
  })
})

function withoutPlaces(tree: Nodes): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' || key === 'data' ? undefined : value)))
}
