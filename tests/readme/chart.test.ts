import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toString as textOf} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {type Bar, countTags, drawChart, themes} from '../../src/readme/chart.ts'
import {paperOf} from '../support/page.ts'

function elements(svg: string, name: string): Element[] {
  const found: Element[] = []
  visit(fromHtml(svg, {space: 'svg', fragment: true}), 'element', (element: Element) => {
    if (element.tagName === name) found.push(element)
  })
  return found
}

describe('tags', () => {
  test('are counted once a paper, the most used first, then by name', () => {
    const papers = [['B', 'A', 'B'], ['C', 'A'], ['c']].map((tags) => paperOf({tags}))
    expect(countTags(papers)).toEqual([
      {label: 'A', count: 2},
      {label: 'B', count: 1},
      {label: 'C', count: 1},
      {label: 'c', count: 1}
    ])
  })

  test('may be none', () => {
    expect(countTags([])).toEqual([])
  })
})

describe('a chart', () => {
  const bars: Bar[] = [
    {label: 'Copy Head', count: 4},
    {label: 'Induction Head', count: 2},
    {label: 'Retrieval Head', count: 1}
  ]

  test('shows the label and the count of every bar', () => {
    const texts = elements(drawChart('Tags', bars, 12, themes.light), 'text').map((each) => textOf(each))
    expect(texts).toEqual(['Copy Head', '4', 'Induction Head', '2', 'Retrieval Head', '1'])
  })

  test('has a title and its figures in words for those who cannot see it', () => {
    const svg = drawChart('Tags', bars, 2, themes.light)
    expect(elements(svg, 'title').map((each) => textOf(each))).toEqual(['Tags'])
    expect(elements(svg, 'desc').map((each) => textOf(each))).toEqual(['Copy Head: 4 papers; Induction Head: 2 papers'])
  })

  test('says how many bars it leaves out', () => {
    const last = (limit: number) => elements(drawChart('Tags', bars, limit, themes.light), 'text').at(-1)
    expect(textOf(last(2))).toContain('1 more')
    expect(textOf(last(1))).toContain('2 more')
    expect(textOf(last(3))).toBe('1')
  })

  test.each([[[]], [[{label: '<b>&"', count: 1}]], [[{label: 'x'.repeat(500), count: 100_000}]]])(
    'is whole with %j',
    (odd) => {
      const svg = drawChart('<script>', odd, 12, themes.dark)
      expect(elements(svg, 'svg')).toHaveLength(1)
      expect([...elements(svg, 'script'), ...elements(svg, 'b')]).toEqual([])
      expect(svg.endsWith('</svg>\n')).toBe(true)
      expect(svg).not.toContain('NaN')
    }
  )

  test('differs between light and dark in its colours only', () => {
    const plain = (svg: string) => svg.replaceAll(/#[0-9a-f]{6}/g, '')
    const [light, dark] = [themes.light, themes.dark].map((theme) => drawChart('Tags', bars, 12, theme))
    expect(light).not.toBe(dark)
    expect(plain(light ?? '')).toBe(plain(dark ?? ''))
  })
})
