import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import type {Paper} from '../../../src/paper/paper.ts'
import {buildPages} from '../../../src/readme/build.ts'
import {parseTemplate} from '../../../src/readme/template.ts'
import {listOf, paperOf, zoneOf} from '../../support/page.ts'

function properties(tree: Root, name: string): Element['properties'][] {
  const found: Element['properties'][] = []
  visit(tree, 'element', (element: Element) => {
    if (element.tagName === name) found.push(element.properties)
  })
  return found
}

function files(papers: readonly Paper[], options: string, file = 'README.md') {
  const text = `<!-- paperlist:stats ${options} -->\n<!-- /paperlist:stats -->\n`
  const [page, ...charts] = buildPages(listOf(papers), [parseTemplate('templates/README.md', file, text)])
  return {tree: fromHtml(page?.text ?? '', {fragment: true}), paths: charts.map(({path}) => path), charts}
}

const papers = [
  paperOf({name: 'a', date: '2024-01-01', tags: ['Copy Head', 'Induction Head']}),
  paperOf({name: 'b', date: '2021', tags: ['Copy Head']})
]

describe('the list in figures', () => {
  test.each([
    ['two papers', papers, '2 papers on 2 tags, 2021 to 2024.'],
    ['one paper', papers.slice(1), '1 paper on 1 tag, 2021.'],
    ['an unreal date', [paperOf({date: '2021-13'})], '1 paper on 1 tag.'],
    ['no papers', [], '0 papers on 0 tags.']
  ])('with %s', (_, papers, expected) => {
    expect(zoneOf(listOf(papers), 'stats')).toBe(`<p>${expected}</p>`)
  })

  test('has no chart unless it is asked for', () => {
    expect(files(papers, '').paths).toEqual([])
  })
})

describe('a chart', () => {
  test('is drawn for light and dark, and the page shows both', () => {
    const {tree, paths} = files(papers, 'chart=assets/tags title="Papers by head"')
    expect(paths).toEqual(['assets/tags-light.svg', 'assets/tags-dark.svg'])
    expect(properties(tree, 'img')).toEqual([
      {src: 'assets/tags-light.svg', alt: 'Papers by head: Copy Head 2, Induction Head 1'}
    ])
    expect(properties(tree, 'source')).toEqual([
      {media: '(prefers-color-scheme: dark)', srcSet: 'assets/tags-dark.svg'}
    ])
  })

  test.each([
    ['docs/index.md', 'assets/tags', '../assets/tags-light.svg'],
    ['docs/index.md', 'docs/tags', 'tags-light.svg'],
    ['a/b/index.md', 'tags', '../../tags-light.svg']
  ])('is found from %s when it is %s', (file, chart, expected) => {
    const {tree, paths} = files(papers, `chart=${chart}`, file)
    expect(properties(tree, 'img').map(({src}) => src)).toEqual([expected])
    expect(paths).toEqual([`${chart}-light.svg`, `${chart}-dark.svg`])
  })

  test('names as many tags as it shows', () => {
    const {tree, charts} = files(papers, 'chart=tags limit=1')
    expect(properties(tree, 'img').map(({alt}) => alt)).toEqual(['Papers by tag: Copy Head 2'])
    expect(charts[0]?.text).toContain('Copy Head')
  })

  test('takes title and tags as text', () => {
    const hostile = "\"><script>alert(1)</script> & 'x'"
    const {tree, charts} = files([paperOf({tags: [hostile]})], `chart=tags title='<b>&'`)
    expect(properties(tree, 'img').map(({alt}) => alt)).toEqual([`'<b>&': ${hostile} 1`])
    expect(properties(tree, 'script')).toEqual([])
    for (const {text} of charts) {
      expect(properties(fromHtml(text, {space: 'svg', fragment: true}), 'script')).toEqual([])
      expect(text).not.toContain('<script')
    }
  })
})
