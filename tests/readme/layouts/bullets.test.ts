import fc from 'fast-check'
import type {ListItem, Nodes, RootContent} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {toString as textOf} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import type {Paper} from '../../../src/paper/paper.ts'
import {inlineToHast, parseInline} from '../../../src/readme/inline.ts'
import {hostileTexts, isActive, paper, text} from '../../support/hostile.ts'
import {listOf, paperOf, shown, zoneOf} from '../../support/page.ts'

function render(papers: readonly Paper[], options = ''): RootContent[] {
  return fromMarkdown(zoneOf(listOf(papers), `papers layout=bullets ${options}`.trim())).children
}

function words(node: Nodes | undefined): string {
  return node === undefined ? '' : shown(textOf(node, {includeHtml: false}))
}

function itemsOf(nodes: readonly RootContent[]): ListItem[] {
  return nodes.flatMap((node) => (node.type === 'list' ? node.children : []))
}

function linksOf(nodes: readonly RootContent[]): [string, string][] {
  const links: [string, string][] = []
  for (const root of nodes) visit(root, 'link', (node) => void links.push([words(node), node.url]))
  return links
}

describe('bullets', () => {
  const papers = [
    paperOf({
      name: 'a',
      title: 'Retrieval *Head*',
      tags: ['One', 'Two'],
      venue: 'ICLR 2025',
      summary: ['A *new* thing.', 'It scales with $x_1$.'],
      links: [
        {url: 'https://arxiv.org/abs/2404.15574v2'},
        {url: 'https://github.com/a/b'},
        {url: 'javascript:alert(1)', site: 'Bad', kind: 'Link'}
      ]
    }),
    paperOf({name: 'b', title: 'Linkless', date: '2023', summary: undefined, links: [{url: 'ftp://x.org'}]})
  ]

  test('have one a paper, newest first', () => {
    const nodes = render(papers, 'group=none')
    expect(nodes.map(({type}) => type)).toEqual(['list'])
    expect(itemsOf(nodes).map(words)).toEqual([
      'Retrieval *Head* - 2024-04-24; ICLR 2025; One, Two. A new thing. It scales with $x_1$. GitHub Code Bad Link.',
      'Linkless - 2023; Retrieval Head.'
    ])
  })

  test('begin with a link to the paper, or with its title in bold', () => {
    expect(linksOf(render(papers))).toEqual([
      ['Retrieval *Head*', 'https://arxiv.org/abs/2404.15574'],
      ['GitHub Code', 'https://github.com/a/b']
    ])
    expect(zoneOf(listOf(papers), 'papers layout=bullets group=none')).toMatch(
      /^- \*\*<span id="b"><\/span>Linkless\*\* - /m
    )
  })

  test('stand under a heading for their group, below the heading of their section', () => {
    const nodes = render(papers)
    expect(nodes.map(({type}) => type)).toEqual(['heading', 'list', 'heading', 'list'])
    expect(nodes.flatMap((node) => (node.type === 'heading' ? [[node.depth, words(node)]] : []))).toEqual([
      [3, 'Year 2024'],
      [3, 'Year 2023']
    ])
  })

  test('are nothing without papers', () => {
    expect(zoneOf(listOf([]), 'papers layout=bullets')).toBe('')
  })
})

/** A sentence as the parsed page should have it. */
function sentence(value: string): string {
  return textOf({type: 'root', children: inlineToHast(parseInline(value))})
}

function expectWhole(wanted: Paper): void {
  const nodes = render([{...wanted, groups: []}], 'group=none')
  expect(nodes.map(({type}) => type)).toEqual(['list'])
  const [item, ...others] = itemsOf(nodes)
  expect(others).toEqual([])
  expect(item?.children.map(({type}) => type)).toEqual(['paragraph'])
  const facts = [wanted.date, wanted.venue ?? '', wanted.tags.join(', ')].filter(Boolean).join('; ')
  const before = `${wanted.title.trim()} - ${facts}. ${(wanted.summary ?? []).map(sentence).join(' ')}`
  expect(words(item)).toSatisfy((found: string) => found.startsWith(shown(before)), shown(before))
}

/** What a reader's parser would act on in what a sentence cannot ask for. */
function actedOn(nodes: readonly RootContent[]): string[] {
  const found: string[] = []
  for (const root of nodes) {
    visit(root, (node) => {
      if (isActedOn(node)) found.push('value' in node ? node.value : node.type)
    })
  }
  return found
}

function isActedOn(node: Nodes): boolean {
  switch (node.type) {
    case 'html':
      return !/^<span(?: id="[^"<>]+")?>$|^<\/span>$/.test(node.value)
    case 'text':
      return isActive(node.value)
    case 'link':
      return !/^https?:\/\//i.test(node.url)
    default:
      return node.type === 'image' || node.type === 'break'
  }
}

describe('a hostile text', () => {
  test.each(hostileTexts)('%j stays text everywhere', (hostile) => {
    const wanted = paperOf({
      title: hostile,
      date: hostile,
      tags: [hostile],
      venue: hostile,
      summary: [hostile, `$${hostile}$`],
      links: [
        {url: hostile, site: hostile, kind: hostile},
        {url: hostile, site: hostile, kind: hostile}
      ]
    })
    expectWhole(wanted)
    expect(actedOn(render([wanted]))).toEqual([])
  })

  test('is shown as it is, and acted on by nobody', () => {
    fc.assert(
      fc.property(paper, (wanted) => {
        expectWhole(wanted)
        expect(actedOn(render([wanted], 'group=none'))).toEqual([])
      })
    )
  })

  test('stays on one line as the name of a group', () => {
    fc.assert(
      fc.property(text, (name) => {
        const [heading, list, ...others] = render([paperOf({groups: [name]})])
        expect([heading?.type, list?.type, others]).toEqual(['heading', 'list', []])
        expect(words(heading)).toBe(shown(name))
      })
    )
  })
})
