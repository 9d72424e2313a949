import fc from 'fast-check'
import {SaxesParser} from 'saxes'
import {describe, expect, test} from 'vitest'
import {atom} from '../../src/exporters/atom.ts'
import {sourceOf} from '../../src/exporters/publication.ts'
import type {Paper} from '../../src/paper/paper.ts'
import {parseInline, plainText} from '../../src/readme/inline.ts'
import {exportable} from '../support/exportable.ts'
import {hostileTexts} from '../support/hostile.ts'
import {listOf, paperOf} from '../support/page.ts'

const home = 'title: My List\nrepository: me/list\n'

function render(papers: readonly Paper[], configuration = home): string {
  return atom.render(sourceOf({...listOf(papers, configuration), papersByName: papers}))
}

interface Node {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: Node[]
  text: string
}

/** The document as a strict parser reads it. */
function read(document: string): Node {
  const root: Node = {name: '', attributes: {}, children: [], text: ''}
  const open = [root]
  const parser = new SaxesParser({xmlns: false})
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name, attributes}) => {
    const node: Node = {name, attributes, children: [], text: ''}
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (value) => {
    const node = open.at(-1)
    if (node) node.text += value
  })
  parser.on('closetag', () => void open.pop())
  parser.write(document).close()
  const [feed] = root.children
  if (!feed) throw new Error('no root')
  return feed
}

function texts(node: Node | undefined, name: string): string[] {
  return node?.children.filter((child) => child.name === name).map(({text}) => text) ?? []
}

function attributes(node: Node | undefined, name: string): Record<string, string>[] {
  return node?.children.filter((child) => child.name === name).map((child) => child.attributes) ?? []
}

function entries(feed: Node): Node[] {
  return feed.children.filter(({name}) => name === 'entry')
}

describe('Atom', () => {
  const paper = paperOf({
    name: '2024-a',
    authors: ['Ada Lovelace', 'Alan Turing'],
    tags: ['One', 'Two'],
    links: [{url: 'https://arxiv.org/pdf/2404.15574'}, {url: 'https://github.com/a/b'}],
    summary: ['A *new* thing.', 'With `code`.'],
    added: '2024-06-01'
  })

  test('has a feed with the list’s title, home and newest date', () => {
    const feed = read(render([paper, paperOf({name: 'b', date: '2025'})]))
    expect(feed).toMatchObject({name: 'feed', attributes: {xmlns: 'http://www.w3.org/2005/Atom'}})
    expect(texts(feed, 'title')).toEqual(['My List'])
    expect(texts(feed, 'updated')).toEqual(['2025-01-01T00:00:00Z'])
    expect(attributes(feed, 'link')).toEqual([
      {rel: 'alternate', type: 'text/html', href: 'https://github.com/me/list'}
    ])
    expect(feed.children.find(({name}) => name === 'author')?.children[0]?.text).toBe('me/list')
  })

  test('has an entry a paper', () => {
    const [entry] = entries(read(render([paper])))
    expect(texts(entry, 'title')).toEqual(['A Paper'])
    expect(texts(entry, 'published')).toEqual(['2024-04-24T00:00:00Z'])
    expect(texts(entry, 'updated')).toEqual(['2024-06-01T00:00:00Z'])
    expect(texts(entry, 'summary')).toEqual(['A new thing.\nWith code.'])
    expect(entry?.children.filter(({name}) => name === 'author').map((author) => texts(author, 'name'))).toEqual([
      ['Ada Lovelace'],
      ['Alan Turing']
    ])
    expect(attributes(entry, 'category')).toEqual([{term: 'One'}, {term: 'Two'}])
    expect(attributes(entry, 'link')).toEqual([
      {rel: 'alternate', href: 'https://arxiv.org/abs/2404.15574'},
      {rel: 'related', href: 'https://github.com/a/b'}
    ])
  })

  test('has identifiers that stay when anything but the file’s name changes', () => {
    const [first] = entries(read(render([paper])))
    const [second] = entries(read(render([{...paper, title: 'Another', date: '2023', day: {year: 2023}, links: []}])))
    expect(texts(first, 'id')).toEqual(texts(second, 'id'))
    expect(texts(first, 'id')[0]).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    )
    expect(texts(entries(read(render([paper], '')))[0], 'id')).not.toEqual(texts(first, 'id'))
  })

  test('is a feed without papers and configuration too', () => {
    const feed = read(render([], ''))
    expect([texts(feed, 'title'), texts(feed, 'updated'), entries(feed)]).toEqual([
      ['Papers'],
      ['1970-01-01T00:00:00Z'],
      []
    ])
  })
})

describe('a hostile text', () => {
  test.each([...hostileTexts, ']]>', 'a>', '><', '<![CDATA[ a ]]>', '&amp;'])(
    '%j comes back from a strict parser',
    (hostile) => {
      const feed = read(render([paperOf({title: hostile, tags: [hostile]})]))
      const [entry, ...others] = entries(feed)
      expect(others).toEqual([])
      expect(texts(entry, 'title')).toEqual([hostile.replaceAll('\r\n', '\n')])
    }
  )

  test('comes back, and makes no element', () => {
    fc.assert(
      fc.property(fc.array(exportable, {maxLength: 3}), (papers) => {
        const {publications} = sourceOf({...listOf(papers, home), papersByName: papers})
        const found = entries(read(render(papers)))
        const known = new Set(['title', 'id', 'updated', 'published', 'author', 'link', 'category', 'summary'])
        expect(found.flatMap(({children}) => children.filter(({name}) => !known.has(name)))).toEqual([])
        expect(found.flatMap((entry) => texts(entry, 'title'))).toEqual(
          publications.map(({paper}) => paper.title.replace(/\r\n?/g, '\n'))
        )
        expect(found.flatMap((entry) => texts(entry, 'summary'))).toEqual(
          publications
            .filter(({paper}) => (paper.summary ?? []).length > 0)
            .map(({paper}) => (paper.summary ?? []).map((sentence) => plainText(parseInline(sentence))).join('\n'))
        )
      })
    )
  })
})
