import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {linksSince} from '../../src/links/changed.ts'
import {loadTemplates} from '../../src/readme/build.ts'
import {commit, git} from '../support/git.ts'
import {linksIn} from '../support/link.ts'
import {goodPath, paperWith, type TemporaryList, temporaryList} from '../support/list.ts'

const paper = paperWith(
  'links:\n  - https://a.example/1\n  - https://a.example/2\nsummary:\n  - See [a](https://a.example/3).\n'
)
const other = 'papers/2024-other.yaml'
const template = '[a](https://a.example/4)\n\n<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n'

/** A list with one commit. */
function committed(): TemporaryList {
  const list = temporaryList({[goodPath]: paper, 'templates/README.md': template})
  git(list, 'init', '--quiet')
  commit(list)
  return list
}

/** `url at path, …` of the links that came since the first commit. */
function since(folder: TemporaryList, base = 'HEAD'): string[] {
  const {list, links} = linksIn(folder)
  return linksSince(links, base, list, loadTemplates(list)).map(
    ({url, uses}) => `${url} at ${uses.map(({path}) => path).join(', ')}`
  )
}

describe('a change', () => {
  test('of nothing has no links', () => {
    using list = committed()
    expect(since(list)).toEqual([])
  })

  test.each([
    ['a link more', paper.replace('  - https://a.example/2', '$&\n  - https://a.example/5'), ['https://a.example/5']],
    ['another link', paper.replace('example/2', 'example/6'), ['https://a.example/6']],
    ['a link less', paper.replace('  - https://a.example/2\n', ''), []],
    ['the other order', paper.replace('/1', '/0').replace('/2', '/1').replace('/0', '/2'), []],
    ['another tag', paper.replace('Retrieval Head\nlinks', 'Induction Head\nlinks'), []],
    ['a link more in the summary', paper.replace('See', 'See [b](https://a.example/7) and'), ['https://a.example/7']],
    [
      'another title, since the pages may be another paper’s now',
      paper.replace('title: Retrieval', 'title: Induction'),
      ['https://a.example/1', 'https://a.example/2']
    ]
  ])('of a paper: %s', (_, text, expected) => {
    using list = committed()
    list.write(goodPath, text)
    expect(since(list)).toEqual(expected.map((url) => `${url} at ${goodPath}`))
  })

  test('of a template', () => {
    using list = committed()
    list.write('templates/README.md', `[b](https://a.example/8)\n${template}`)
    expect(since(list)).toEqual(['https://a.example/8 at templates/README.md'])
  })

  test('that adds a paper has all of its links, in this file only', () => {
    using list = committed()
    list.write(other, paperWith('title: Another\nlinks:\n  - https://a.example/1\n  - https://a.example/9\n'))
    const expected = [`https://a.example/1 at ${other}`, `https://a.example/9 at ${other}`]
    expect(since(list)).toEqual(expected)
    commit(list)
    expect(since(list)).toEqual([])
    expect(since(list, 'HEAD~1')).toEqual(expected)
  })

  test('that mends a paper which could not be read has all of its links', () => {
    using list = committed()
    list.write(other, 'titel: x\n')
    commit(list)
    list.write(other, paperWith('title: Another\nlinks:\n  - https://a.example/1\n'))
    expect(since(list)).toEqual([`https://a.example/1 at ${other}`])
  })

  test('that takes a paper away has none', () => {
    using list = committed()
    rmSync(join(list.root, goodPath))
    expect(since(list)).toEqual([])
  })
})

test('a list in a folder of a repository, with a name that needs care', () => {
  using outer = temporaryList({
    'a b/ü/papers/2024-a b.yaml': paper,
    'a b/ü/templates/README.md': template
  })
  git(outer, 'init', '--quiet')
  commit(outer)
  const inner = {...outer, root: join(outer.root, 'a b/ü')}
  outer.write('a b/ü/papers/2024-a b.yaml', paper.replace('example/2', 'example/6'))
  expect(since(inner)).toEqual(['https://a.example/6 at papers/2024-a b.yaml'])
})

test.each(['nowhere', '--output=/tmp/evil', 'HEAD~9', ''])('%j is no revision', (base) => {
  using list = committed()
  expect(() => since(list, base)).toThrow('Cannot ask git: ')
})

test('a folder without git', () => {
  using list = temporaryList({[goodPath]: paper})
  expect(() => since(list)).toThrow('Cannot ask git: ')
})
