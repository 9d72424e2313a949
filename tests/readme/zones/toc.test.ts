import type {List as MdastList, Nodes} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {toString as textOf} from 'mdast-util-to-string'
import {describe, expect, test} from 'vitest'
import type {Paper} from '../../../src/paper/paper.ts'
import {listOf, pageOf, paperOf} from '../../support/page.ts'

/** An entry of a table of contents: its text, its address and what is below it. */
type Entry = [text: string, url: string, below: Entry[]]

function entries(list: MdastList | undefined): Entry[] {
  return (list?.children ?? []).map((item) => {
    const [paragraph, below] = item.children
    const link = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
    return [
      paragraph ? textOf(paragraph, {includeHtml: false}) : '',
      link?.type === 'link' ? link.url : '',
      entries(below?.type === 'list' ? below : undefined)
    ]
  })
}

/** The table of contents that a template gets in its first zone. */
function toc(template: string, papers: readonly Paper[] = []): Entry[] {
  const page = pageOf(listOf(papers), template)
  const source = page.slice(page.indexOf('-->') + 3, page.indexOf('<!-- /paperlist:toc -->'))
  const nodes: Nodes[] = fromMarkdown(source).children
  expect(nodes.filter(({type}) => type !== 'list')).toEqual([])
  return entries(nodes.find((node) => node.type === 'list'))
}

const zone = (options = '') => `<!-- paperlist:toc ${options}-->\n<!-- /paperlist:toc -->\n\n`
const papersZone = (options = '') => `<!-- paperlist:papers ${options}-->\n<!-- /paperlist:papers -->\n\n`

describe('a table of contents', () => {
  test('lists the headings of the second level, its own left out', () => {
    const text = `# Title\n\n## Contents\n\n${zone()}## One\n\n### Deep\n\n## Two\n`
    expect(toc(text)).toEqual([
      ['One', '#one', []],
      ['Two', '#two', []]
    ])
  })

  test('lists what stands before it too', () => {
    expect(toc(`## Before\n\n## Contents\n\n${zone()}## After\n`).map(([text]) => text)).toEqual(['Before', 'After'])
  })

  test('nests deeper headings as far as it is asked to', () => {
    const text = `## Contents\n\n${zone('depth=4 ')}## A\n\n### A1\n\n#### A1a\n\n##### Too deep\n\n### A2\n\n## B\n\n#### B1a\n\n### B1\n`
    expect(toc(text)).toEqual([
      [
        'A',
        '#a',
        [
          ['A1', '#a1', [['A1a', '#a1a', []]]],
          ['A2', '#a2', []]
        ]
      ],
      [
        'B',
        '#b',
        [
          ['B1a', '#b1a', []],
          ['B1', '#b1', []]
        ]
      ]
    ])
  })

  test('begins where the page does, be it at a deeper level', () => {
    expect(toc(`# T\n\n${zone('depth=3 ')}### Deep\n\n## A\n\n### B\n`)).toEqual([
      ['Deep', '#deep', []],
      ['A', '#a', [['B', '#b', []]]]
    ])
  })

  test('has the texts of headings, and their anchors on GitHub', () => {
    const text = `# T\n\n${zone()}## 🚀 *Fast* & \`safe\`\n\n## Same\n\n## Same\n\n## @user <b>\\*\n\n## ![only an image](a.png)\n`
    expect(toc(text)).toEqual([
      ['🚀 Fast & safe', '#-fast--safe', []],
      ['Same', '#same', []],
      ['Same', '#same-1', []],
      ['@user *', '#user-', []]
    ])
  })

  test('is empty on a page without other headings', () => {
    expect(pageOf(listOf([]), `# T\n\n${zone()}`)).toBe('# T\n\n<!-- paperlist:toc -->\n\n<!-- /paperlist:toc -->\n\n')
  })
})

describe('a table of contents with groups', () => {
  const papers = [
    paperOf({name: 'a', date: '2024'}),
    paperOf({name: 'b', date: '2023', tags: ['Copy Head']}),
    paperOf({name: 'c', date: '2023-05', tags: ['Copy Head']})
  ]

  test('lists the groups below the heading that they stand under, each with its count', () => {
    const text = `# T\n\n${zone('groups=yes ')}## Papers\n\n${papersZone()}## End\n`
    expect(toc(text, papers)).toEqual([
      [
        'Papers',
        '#papers',
        [
          ['Year 2024 (1 paper)', '#year-2024', []],
          ['Year 2023 (2 papers)', '#year-2023', []]
        ]
      ],
      ['End', '#end', []]
    ])
  })

  test('lists the groups that the options of each zone make', () => {
    const text = `# T\n\n${zone('groups=yes ')}## All\n\n${papersZone()}## Tags\n\n${papersZone('group=tag tag="Copy Head" ')}`
    const [all, tags] = toc(text, papers)
    expect(all?.[2].map(([name]) => name)).toEqual(['Year 2024 (1 paper)', 'Year 2023 (2 papers)'])
    expect(tags?.[2]).toEqual([['Copy Head (2 papers)', '#copy-head', []]])
  })

  test.each(['', 'layout=compact ', 'layout=bullets '])('leads to the anchors of the page: %j', (options) => {
    const text = `# T\n\n${zone('groups=yes ')}## Year 2024\n\n${papersZone(options)}`
    const [heading] = toc(text, papers)
    expect(heading?.[2].map(([, url]) => url)).toEqual(['#year-2024-1', '#year-2023'])
    if (options === '') expect(pageOf(listOf(papers), text)).toContain('<details id="year-2024-1"')
  })

  test('lists none for papers that are not grouped', () => {
    expect(toc(`# T\n\n${zone('groups=yes ')}## All\n\n${papersZone('group=none ')}`, papers)).toEqual([
      ['All', '#all', []]
    ])
  })

  test('takes the name of a group as text', () => {
    const hostile = [paperOf({groups: ['[x](javascript:y) <b> @user *z*']})]
    const [heading] = toc(`# T\n\n${zone('groups=yes ')}## All\n\n${papersZone()}`, hostile)
    expect(heading?.[2].map(([text]) => text)).toEqual(['[x](javascript:y) <b> @user *z* (1 paper)'])
  })
})
