import {describe, expect, test} from 'vitest'
import {loadList} from '../../src/list.ts'
import {checkReferences} from '../../src/readme/references.ts'
import {parseTemplate} from '../../src/readme/template.ts'
import {goodPaper, goodPath, now, temporaryList} from '../support/list.ts'

const files = {
  [goodPath]: goodPaper,
  'docs/Guide.md': '',
  'docs/a b.md': '',
  'docs/50%.md': '',
  'docs/c#.md': '',
  '.github/paperlist.yml':
    'outputs:\n  - {template: templates/README.md, file: README.md}\n  - {template: templates/index.md, file: docs/index.md}\n'
}

/** Each fault with the text that it points at. */
function faults(text: string, file = 'README.md'): [string, number, string][] {
  using folder = temporaryList(files)
  const list = loadList({root: folder.root, now})
  const problems = checkReferences(parseTemplate('templates/README.md', file, text), list)
  return problems.map(({start, end, reason}) => [text.slice(start, end), start, reason])
}

const anchor = (name: string) => `Unexpected anchor \`#${name}\`, expected one of a heading on this page`
const missing = (name: string) => `Unexpected link to \`${name}\`, expected a file that exists, in just this spelling`

describe('an anchor', () => {
  const headings = '# List\n\n## Same\n\n## Same\n\n## Ünï\n\n<a id="Own"></a><a name="named"></a>\n\n'
  const html = '<h2 align="center">In <em>HTML</em></h2>\n\n'
  const zone = '<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n\n'

  test.each([
    'list',
    'List',
    'same',
    'same-1',
    'ünï',
    '%C3%BCn%C3%AF',
    'own',
    'named',
    'in-html',
    'user-content-list',
    'year-2024',
    '2024-retrieval-head',
    'top',
    'readme',
    ''
  ])('#%s is there', (name) => {
    expect(faults(`${headings}${html}${zone}[x](#${name})\n`)).toEqual([])
  })

  test.each(['same-2', 'year-2023', '2024-other', 'old', '%'])('#%s is not', (name) => {
    const text = `${headings}<!-- paperlist:papers -->\n\n## Old\n\n<!-- /paperlist:papers -->\n\nSee [x](#${name}).\n`
    expect(faults(text)).toEqual([[`#${name}`, text.lastIndexOf('#'), anchor(name)]])
  })

  test('of a paper that no zone shows is not there', () => {
    expect(faults(`${zone.replace('papers ', 'papers tag=Other ')}[x](#2024-retrieval-head)\n`)).toHaveLength(1)
  })
})

describe('a file', () => {
  test.each([
    'docs/Guide.md',
    './docs/Guide.md',
    '/docs/Guide.md',
    'docs/Guide.md#section',
    'docs/Guide.md?raw=true',
    'docs',
    'docs/',
    '.',
    'docs/a%20b.md',
    'docs/50%.md',
    'docs/c%23.md',
    'README.md',
    'docs/index.md',
    '../../issues',
    '../../issues/new?template=paper.yml',
    '../../pulls',
    '../../actions/workflows/ci.yml',
    '../../security/policy',
    '../../edit/main/README.md',
    'https://example.org/missing.md',
    'http://example.org',
    '//example.org/a',
    'mailto:a@example.org'
  ])('%s is there', (url) => {
    expect(faults(`[x](${url})\n`)).toEqual([])
  })

  test.each([
    ['docs/guide.md', 'docs/guide.md'],
    ['Docs/Guide.md', 'Docs/Guide.md'],
    ['docs/missing.md', 'docs/missing.md'],
    ['docs/Guide.md/', 'docs/Guide.md'],
    ['../outside.md', '../outside.md'],
    ['../../etc/passwd', '../../etc/passwd'],
    ['../../issuesx', '../../issuesx'],
    ['docs/../../../etc/passwd', '../../etc/passwd'],
    ['Guide.md', 'Guide.md'],
    ['docs/Guide.md/more', 'docs/Guide.md/more']
  ])('%s is not', (url, file) => {
    const expected = url === 'docs/Guide.md/' ? [] : [[url, 4, missing(file)]]
    expect(faults(`[x](${url})\n`)).toEqual(expected)
  })

  test('is looked for from where the page will stand', () => {
    expect(faults('[x](Guide.md) [y](../README.md) [z](../../../issues)\n', 'docs/index.md')).toEqual([])
    expect(faults('[x](docs/Guide.md)\n', 'docs/index.md')).toEqual([
      ['docs/Guide.md', 4, missing('docs/docs/Guide.md')]
    ])
  })

  test.each(['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://x.org/a'])(
    '%s is no address for a page',
    (url) => {
      expect(faults(`[x](${url})\n`)).toEqual([[url, 4, `Unexpected address \`${url}\`, expected http or https`]])
    }
  )

  test('must have a name', () => {
    expect(faults('Text [x]()\n')).toEqual([['[x]()', 5, 'Unexpected empty link, expected an address']])
  })
})

describe('the place', () => {
  test.each([
    ['a link whose words are its address', 'See [a.md](a.md).\n', 'a.md', 11],
    ['a link with a title', '[a.md](<a.md> "a.md")\n', 'a.md', 8],
    ['an image', '![a.md](a.md)\n', 'a.md', 8],
    ['a link round an image', '[![x](docs/Guide.md)](a.md)\n', 'a.md', 22],
    ['a definition', '[a.md]\n\n[a.md]: a.md\n', 'a.md', 16],
    ['an HTML link', '<p>\n<a title="x" href="a.md">a.md</a>\n</p>\n', 'a.md', 23],
    ['an HTML image within a sentence', 'Text <img alt="x" src=\'a.md\'> text.\n', 'a.md', 23],
    ['a source set', '<picture><source srcset="docs/Guide.md 1x, a.md 2x"></picture>\n', 'a.md', 43],
    ['a text with CRLF and a byte-order mark', '\uFEFFText\r\n\r\n[x](a.md)\r\n', 'a.md', 13],
    ['a block quote', '> <p>\n> <a href="a.md">\n> </p>\n', 'a.md', 17]
  ])('in %s is the address', (_, text, url, start) => {
    expect(faults(text)).toEqual([[url, start, missing('a.md')]])
  })

  test('in a block of HTML is each address', () => {
    const text = '<p>\n<a href="#ab">1</a>\n<a href="#a">2</a>\n<a href="#ab">3</a>\n</p>\n'
    expect(faults(text)).toEqual([
      ['#ab', 13, anchor('ab')],
      ['#a', 33, anchor('a')],
      ['#ab', 52, anchor('ab')]
    ])
  })

  test('is the whole link where the address is written otherwise', () => {
    expect(faults('Text [x](a&amp;b.md)\n')).toEqual([['[x](a&amp;b.md)', 5, missing('a&b.md')]])
  })
})

describe('what is not looked at', () => {
  test.each([
    ['code', '`[x](a.md)`\n\n```\n[x](a.md)\n```\n'],
    ['a comment', '<!-- [x](a.md) <a href="a.md"> -->\n'],
    ['what stands in a zone', '<!-- paperlist:papers -->\n\n[x](a.md)\n\n<!-- /paperlist:papers -->\n']
  ])('is %s', (_, text) => {
    expect(faults(text)).toEqual([])
  })
})
