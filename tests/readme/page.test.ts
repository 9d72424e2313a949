import GithubSlugger from 'github-slugger'
import {describe, expect, test} from 'vitest'
import type {List} from '../../src/list.ts'
import {Page} from '../../src/readme/page.ts'
import {parseTemplate} from '../../src/readme/template.ts'
import {listOf, paperOf} from '../support/page.ts'

const empty = listOf([])

function page(text: string, list: List = empty): Page {
  return new Page(list, parseTemplate('templates/README.md', 'README.md', text))
}

describe('headings', () => {
  test.each([
    ['# Title\n\n## Sub title\n', [1, 'Title', 'title'], [2, 'Sub title', 'sub-title']],
    ['Title\n=====\n\nSub\n---\n', [1, 'Title', 'title'], [2, 'Sub', 'sub']],
    ['## 🚀 Get *started* with `code`!\n', [2, '🚀 Get started with code!', '-get-started-with-code']],
    ['## [Link](https://x.org) &amp; more\n', [2, 'Link & more', 'link--more']],
    ['## ![logo](a.png) Title\n', [2, ' Title', '-title']],
    ['## <a name="x"></a>Title\n', [2, 'Title', 'title']],
    ['## Ünïcode 标题\n', [2, 'Ünïcode 标题', 'ünïcode-标题']],
    ['## Same\n\n## Same\n\n## Same-1\n', [2, 'Same', 'same'], [2, 'Same', 'same-1'], [2, 'Same-1', 'same-1-1']],
    ['```\n# Code\n```\n\n    # Code\n'],
    ['- # In a list\n', [1, 'In a list', 'in-a-list']]
  ])('of %j', (text, ...expected) => {
    expect(page(text).headings.map(({depth, text, anchor}) => [depth, text, anchor])).toEqual(expected)
  })

  test('have the anchors of github-slugger', () => {
    const texts = [
      'Year 2024',
      'Year 2024',
      '🎉',
      '🎉',
      'A & B',
      'C++',
      '(1) one',
      'Tags: a_b-c',
      'İstanbul',
      'year-2024'
    ]
    const slugger = new GithubSlugger()
    const {headings} = page(texts.map((text) => `## ${text.replaceAll('_', '\\_')}\n`).join('\n'))
    expect(headings.map(({anchor}) => anchor)).toEqual(texts.map((text) => slugger.slug(text)))
  })

  test('say where they begin, behind a byte-order mark too', () => {
    expect(page('\uFEFFText\r\n\r\n## A\r\n').headings).toMatchObject([{start: 9}])
  })

  test('are none within a zone, which is about to be replaced', () => {
    const text = '## A\n\n<!-- paperlist:papers -->\n\n## Old\n\n<!-- /paperlist:papers -->\n\n## Old\n'
    expect(page(text).headings.map(({anchor}) => anchor)).toEqual(['a', 'old'])
  })

  test('have their zones filled in', () => {
    const list = listOf([paperOf(), paperOf({name: 'b'})])
    const {headings} = page('## All <!-- paperlist:count -->0<!-- /paperlist:count --> *papers*\n', list)
    expect(headings).toMatchObject([{text: 'All 2 papers', anchor: 'all-2-papers'}])
  })
})

describe('the anchor of a paper', () => {
  test('is the name of its file, once a page', () => {
    const made = page('# List\n')
    const paper = paperOf({name: '2024-retrieval-head'})
    expect(made.paperAnchor(paper)).toBe('2024-retrieval-head')
    expect(made.paperAnchor(paper)).toBeUndefined()
    expect([...made.anchors]).toEqual(['list', '2024-retrieval-head'])
  })

  test('is none where a heading has it', () => {
    expect(page('# 2024 a paper\n').paperAnchor(paperOf({name: '2024-a-paper'}))).toBeUndefined()
  })

  test.each([
    ['2024-Head', '2024-head'],
    ['a"><img src=x>', 'aimg-srcx'],
    ['a|b', 'ab'],
    ['a\n\nb', 'ab'],
    ['é', 'é'],
    ['"', undefined]
  ])('of the file %j is %j', (name, expected) => {
    expect(page('').paperAnchor(paperOf({name}))).toBe(expected)
  })
})

describe('the anchor of a group', () => {
  const text = '## Year 2024\n\n<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n\n'.repeat(2)

  test('differs from those of headings and of other zones, and stays', () => {
    const made = page(text)
    const [first, second] = made.template.zones
    if (!first || !second) throw new Error('Expected two zones')
    expect(made.groupAnchor(second, 'Year 2024')).toBe('year-2024-2')
    expect(made.groupAnchor(first, 'Year 2024')).toBe('year-2024-3')
    expect(made.groupAnchor(second, 'Year 2024')).toBe('year-2024-2')
    expect(made.groupAnchor(second, 'Year 2023')).toBe('year-2023')
  })

  test('is that of the name on one line, as the heading shows it', () => {
    const made = page(text)
    const [zone] = made.template.zones
    if (!zone) throw new Error('Expected a zone')
    expect(made.groupAnchor(zone, 'Copy\n  Heads')).toBe('copy-heads')
  })
})
