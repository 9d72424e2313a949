import fc from 'fast-check'
import type {Nodes, RootContent, TableRow} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {toString as textOf} from 'mdast-util-to-string'
import {gfmTable} from 'micromark-extension-gfm-table'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import type {Paper} from '../../../src/paper/paper.ts'
import {hostileTexts, isActive, paper, text} from '../../support/hostile.ts'
import {listOf, paperOf, shown, zoneOf} from '../../support/page.ts'

function render(papers: readonly Paper[], options = ''): RootContent[] {
  const source = zoneOf(listOf(papers), `papers layout=compact ${options}`.trim())
  return fromMarkdown(source, {extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()]}).children
}

function words(node: Nodes | undefined): string {
  return node === undefined ? '' : shown(textOf(node, {includeHtml: false}))
}

function rowsOf(nodes: readonly RootContent[]): TableRow[] {
  return nodes.flatMap((node) => (node.type === 'table' ? node.children : []))
}

/** The texts of every cell. */
function textsOf(nodes: readonly RootContent[]): string[][] {
  return rowsOf(nodes).map(({children}) => children.map(words))
}

const header = ['Date', 'Paper', 'Tags', 'Links']

describe('a compact table', () => {
  const papers = [
    paperOf({
      name: 'a',
      title: 'A | B',
      tags: ['One', 'Two'],
      links: [{url: 'https://arxiv.org/abs/2404.15574'}, {url: 'https://x.org/?a|b', site: 'X', kind: 'Y'}]
    }),
    paperOf({name: 'b', title: 'B', date: '2023', summary: undefined})
  ]

  test('has a row a paper, newest first', () => {
    const nodes = render(papers, 'group=none')
    expect(nodes.map(({type}) => type)).toEqual(['table'])
    expect(textsOf(nodes)).toEqual([
      header,
      ['2024-04-24', 'A | B', 'One, Two', 'arXiv Paper X Y'],
      ['2023', 'B', 'Retrieval Head', 'arXiv Paper']
    ])
  })

  test('links to what can be trusted, and has the titles in bold', () => {
    const links: string[] = []
    const strong: string[] = []
    for (const node of render(papers, 'group=none')) {
      visit(node, 'link', ({url}) => void links.push(url))
      visit(node, 'strong', (each) => void strong.push(words(each)))
    }
    expect(links).toEqual(['https://arxiv.org/abs/2404.15574', 'https://arxiv.org/abs/2404.15574'])
    expect(strong).toEqual(['A | B', 'B'])
  })

  test('has an anchor before each title', () => {
    expect(zoneOf(listOf(papers), 'papers layout=compact')).toContain('| <a id="a"></a>**A \\| B** |')
  })

  test('stands under a heading for its group, below the heading of its section', () => {
    const headings = render(papers).flatMap((node) => (node.type === 'heading' ? [[node.depth, words(node)]] : []))
    expect(headings).toEqual([
      [3, 'Year 2024'],
      [3, 'Year 2023']
    ])
  })

  test('is not padded, so that a longer title changes one line', () => {
    const before = zoneOf(listOf(papers), 'papers layout=compact group=none').split('\n')
    const longer = papers.map((each, index) => (index === 1 ? {...each, title: 'B'.repeat(200)} : each))
    const after = zoneOf(listOf(longer), 'papers layout=compact group=none').split('\n')
    expect(after.map((line, index) => line === before[index])).toEqual([true, true, true, false])
  })

  test('is nothing without papers', () => {
    expect(zoneOf(listOf([]), 'papers layout=compact')).toBe('')
  })
})

/** What each cell of a paper should say, the last one aside. */
function expectWhole(wanted: Paper): void {
  const nodes = render([{...wanted, groups: []}], 'group=none')
  expect(nodes.map(({type}) => type)).toEqual(['table'])
  const [first, row, ...others] = textsOf(nodes)
  expect(first).toEqual(header)
  expect(others).toEqual([])
  expect(row).toHaveLength(4)
  expect(row?.slice(0, 3)).toEqual([wanted.date, wanted.title, wanted.tags.join(', ')].map(shown))
}

/** What a reader's parser would act on: HTML of others, and what GitHub looks for in texts. */
function actedOn(nodes: readonly RootContent[]): string[] {
  const found: string[] = []
  for (const root of nodes) {
    visit(root, (node) => {
      if (node.type === 'html' && !/^<\/?span>$|^<a id="[^"<>]+">$|^<\/a>$/.test(node.value)) found.push(node.value)
      if (node.type === 'text' && isActive(node.value)) found.push(node.value)
      if (node.type === 'image' || node.type === 'inlineCode' || node.type === 'emphasis') found.push(node.type)
    })
  }
  return found
}

describe('a hostile text', () => {
  test.each(hostileTexts)('%j stays text in every cell', (hostile) => {
    const wanted = paperOf({title: hostile, date: hostile, tags: [hostile], links: [{url: hostile, site: hostile}]})
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
        const [heading, table, ...others] = render([paperOf({groups: [name]})])
        expect([heading?.type, table?.type, others]).toEqual(['heading', 'table', []])
        expect(words(heading)).toBe(shown(name))
        expect(heading && actedOn([heading])).toEqual([])
      })
    )
  })
})
