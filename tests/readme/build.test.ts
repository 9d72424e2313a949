import {describe, expect, test} from 'vitest'
import {Failure} from '../../src/failure.ts'
import {loadList} from '../../src/list.ts'
import {buildPages, loadTemplates} from '../../src/readme/build.ts'
import {goodPaper, goodPath, now, temporaryList} from '../support/list.ts'

const zone = '<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n'

describe('the templates', () => {
  test('are those that the configuration names', () => {
    using folder = temporaryList({
      '.github/paperlist.yml':
        'outputs:\n  - {template: a.md, file: README.md}\n  - {template: b.md, file: docs/all.md}\n',
      'a.md': `# A\n\n${zone}`,
      'b.md': '\uFEFF# B\r\n'
    })
    const templates = loadTemplates(loadList({root: folder.root, now}))
    expect(templates.map(({path, file, text}) => [path, file, text])).toEqual([
      ['a.md', 'README.md', `# A\n\n${zone}`],
      ['b.md', 'docs/all.md', '\uFEFF# B\r\n']
    ])
  })

  test('are one in templates/ without a configuration', () => {
    using folder = temporaryList({'templates/README.md': zone, 'README.md': 'Old'})
    expect(loadTemplates(loadList({root: folder.root, now}))).toMatchObject([
      {path: 'templates/README.md', file: 'README.md'}
    ])
  })

  test('must be there', () => {
    using folder = temporaryList({'.github/paperlist.yml': 'outputs: [{template: a.md, file: README.md}]\n'})
    const list = loadList({root: folder.root, now})
    expect(() => loadTemplates(list)).toThrow(Failure)
    expect(() => loadTemplates(list)).toThrow('Cannot find the template a.md, from which README.md is made')
  })

  test('have a problem where they are no text', () => {
    using folder = temporaryList({'templates/README.md': new Uint8Array([0xff, 0xfe, 0x41])})
    expect(loadTemplates(loadList({root: folder.root, now}))).toMatchObject([
      {problems: [{start: 0, end: 0, reason: 'Unexpected bytes that are not UTF-8, expected UTF-8 text'}], zones: []}
    ])
  })
})

test('a page is its own template when it is built in place', () => {
  using folder = temporaryList({
    '.github/paperlist.yml': 'outputs: [{template: README.md, file: README.md}]\n',
    'README.md': `# List of <!-- paperlist:count -->0<!-- /paperlist:count -->\n\n<!-- paperlist:toc groups=yes -->\n<!-- /paperlist:toc -->\n\n## All <!-- paperlist:count -->0<!-- /paperlist:count -->\n\n${zone}`,
    [goodPath]: goodPaper
  })
  const build = () => {
    const list = loadList({root: folder.root, now})
    return buildPages(list, loadTemplates(list))
  }
  const [first] = build()
  expect(first?.path).toBe('README.md')
  expect(first?.text).toContain('- [All 1](#all-1)\n')
  folder.write('README.md', first?.text ?? '')
  expect(build()).toEqual([first])
})
