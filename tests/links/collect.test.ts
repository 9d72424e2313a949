import {describe, expect, test} from 'vitest'
import {linksIn} from '../support/link.ts'
import {goodPath, paperWith, temporaryList} from '../support/list.ts'

/** The links of a list, each as `url at path:line:column…`, with the papers that it should lead to. */
function collected(files: Readonly<Record<string, string>>): string[] {
  using folder = temporaryList(files)
  return linksIn(folder).links.map(({url, uses, claims, deadEnd}) => {
    const places = uses.map(({path, place}) => `${path}:${place.start.line}:${place.start.column}`)
    const papers = claims.map(({title, date}) => ` is ${title} of ${date}`)
    return `${url} at ${places.join(', ')}${papers.join('')}${deadEnd === undefined ? '' : ` ${deadEnd}`}`
  })
}

const template = 'templates/README.md'
const zone = '<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n'
const claim = ' is Retrieval Head Mechanistically Explains Long-Context Factuality of 2024-04-24'

describe('a paper', () => {
  test('is claimed by its papers’ pages, and not by code, data and posts', () => {
    const links = `links:
  - https://arxiv.org/abs/2404.15574
  - url: https://example.org/poster
    site: ICLR
    kind: Poster
  - https://github.com/a/b
  - {url: https://example.org/data, site: Data, kind: Data}
  - "https://example.org/post" # a comment
  - https://huggingface.co/a/b
`
    expect(collected({[goodPath]: paperWith(links)})).toEqual([
      `https://arxiv.org/abs/2404.15574 at ${goodPath}:6:5${claim}`,
      `https://example.org/poster at ${goodPath}:7:10${claim}`,
      `https://github.com/a/b at ${goodPath}:10:5`,
      `https://example.org/data at ${goodPath}:11:11`,
      `https://example.org/post at ${goodPath}:12:5`,
      `https://huggingface.co/a/b at ${goodPath}:13:5`
    ])
  })

  test('may link from its summary', () => {
    const summary = `summary:
  - See [the code](https://example.org/code) and <https://example.org/auto>.
  - Nothing.
  - "And [again](https://example.org/code)."
`
    expect(collected({[goodPath]: paperWith(summary)})).toEqual([
      `https://arxiv.org/abs/2404.15574 at ${goodPath}:6:5${claim}`,
      `https://example.org/code at ${goodPath}:8:5, ${goodPath}:10:5`,
      `https://example.org/auto at ${goodPath}:8:5`
    ])
  })

  test('that breaks a rule has links all the same; one that cannot be read has none', () => {
    const files = {[goodPath]: paperWith('title: Retrieval Head.\n'), 'papers/2024-broken.yaml': 'titel: [x\n'}
    expect(collected(files)).toEqual([
      `https://arxiv.org/abs/2404.15574 at ${goodPath}:6:5 is Retrieval Head. of 2024-04-24`
    ])
  })

  test('shares an address with another: one link, two places, two claims', () => {
    const other = 'papers/2024-other.yaml'
    const files = {[goodPath]: paperWith(''), [other]: paperWith('title: Another\n')}
    expect(collected(files)).toEqual([
      `https://arxiv.org/abs/2404.15574 at ${other}:6:5, ${goodPath}:6:5 is Another of 2024-04-24${claim}`
    ])
  })

  test('keeps every spelling apart', () => {
    const links = 'links:\n  - https://arxiv.org/abs/2404.15574\n  - https://arxiv.org/abs/2404.15574v1\n'
    expect(collected({[goodPath]: paperWith(links)}).map((each) => each.split(' ')[0])).toEqual([
      'https://arxiv.org/abs/2404.15574',
      'https://arxiv.org/abs/2404.15574v1'
    ])
  })
})

describe('a template', () => {
  const inProse = (prose: string, files = {}) =>
    collected({[template]: `${prose}\n\n${zone}`, ...files}).map((each) => each.replaceAll(`${template}:`, ''))

  test.each([
    ['a link', '[a](https://example.org/)', ['https://example.org/ at 1:5']],
    ['an image', '![a](https://example.org/a.png)', ['https://example.org/a.png at 1:6']],
    ['an autolink', '<https://example.org/>', ['https://example.org/ at 1:1']],
    ['a reference', '[a][b]\n\n[b]: https://example.org/', ['https://example.org/ at 3:6']],
    [
      'HTML',
      '<a href="https://example.org/"><img src="https://example.org/a.png"></a>',
      ['https://example.org/ at 1:10', 'https://example.org/a.png at 1:42']
    ],
    [
      'a picture',
      '<source srcset="https://example.org/a.png 1x, https://example.org/b.png 2x">',
      ['https://example.org/a.png at 1:17', 'https://example.org/b.png at 1:47']
    ],
    ['the same twice', '[a](https://example.org/) [b](https://example.org/)', ['https://example.org/ at 1:5, 1:31']],
    ['code', '`https://example.org/`\n\n```\nhttps://example.org/\n```', []],
    ['a mail address', '<a@example.org>', []]
  ])('%s', (_, prose, expected) => {
    expect(inProse(prose)).toEqual(expected)
  })

  test('what stands in a zone is about to be replaced', () => {
    expect(collected({[template]: zone.replace('\n', '\n[a](https://example.org/)\n')})).toEqual([])
  })

  test('anchors and local files that are not there', () => {
    const prose = '# List\n\n[a](#list) [b](#gone) [c](templates/README.md) [d](docs/gone.md) [e](#gone)'
    expect(inProse(prose)).toEqual([
      '#gone at 3:16, 3:70 Unexpected anchor `#gone`, expected one of a heading on this page',
      'docs/gone.md at 3:52 Unexpected link to `docs/gone.md`, expected a file that exists, in just this spelling'
    ])
  })

  test('another kind of address is no dead end: it is unsafe', () => {
    expect(inProse('[a](javascript:alert(1)) [b](ftp://example.org/)')).toEqual([
      'javascript:alert(1) at 1:5',
      'ftp://example.org/ at 1:30'
    ])
  })
})
