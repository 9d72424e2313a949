import {expect, test} from 'vitest'
import {mendMoved} from '../../src/links/mend.ts'
import {linksIn, reportOf} from '../support/link.ts'
import {goodPath, paperWith, temporaryList} from '../support/list.ts'

const before = 'https://old.example/a'
const next = 'https://new.example/b'

/** What becomes of a paper's file whose links have moved. */
function mended(text: string, moves: Readonly<Record<string, string>> = {[before]: next}): string {
  using folder = temporaryList({[goodPath]: text})
  const {list, links} = linksIn(folder)
  mendMoved(
    links,
    Object.entries(moves).map(([url, finalUrl]) => reportOf(url, 'moved', {finalUrl})),
    list
  )
  return folder.read(goodPath)
}

test.each([
  ['a plain one', `  - ${before}\n`],
  ['one in double quotes', `  - "${before}" # why\n`],
  ['one in single quotes', `  - '${before}'\n`],
  ['one with a badge', `  - {url: ${before}, site: A, kind: Code}\n`],
  ['one over several lines', `  # first\n  - url: ${before}   # second\n\n    site: A\n    kind: Code\n`],
  ['one beside another', `  - ${before}/more\n  - ${before}\n  - ${before}?q\n`],
  ['one with blanks behind it', `  - ${before}   \n`]
])('%s is replaced, and every other byte stays', (_, lines) => {
  const text = `# A comment\n${paperWith(`links:\n${lines}`)}# The end, without a line break`
  expect(mended(text)).toBe(text.replace(new RegExp(`${before}(?![/?])`), next))
})

test('one in a summary is replaced within its sentence, wherever it stands', () => {
  const text = paperWith(`summary:\n  - See [a](${before}), and **[b](${before})**.\n  - "[c](${before})"\n  - End.\n`)
  const result = mended(text)
  expect(result).toContain(`[a](${next})`)
  expect(result).toContain(`"[c](${next})"`)
  expect(result).toBe(text.replaceAll(before, next))
})

test.each([
  ['line endings of Windows', paperWith(`links:\n  - ${before}\n`).replaceAll('\n', '\r\n')],
  ['characters beyond the plane', paperWith(`title: Heads 𠮷 é\nlinks:\n  - ${before}\n`)]
])('%s stay', (_, text) => {
  expect(mended(text)).toBe(text.replace(before, next))
})

test('a longer address beside it in a sentence is not a part of it', () => {
  const text = paperWith(
    `summary:\n  - See [a](${before}/more), [b](${before}), <${before}>, [c](${before}.html) and ${before}.\n`
  )
  expect(mended(text)).toBe(
    text.replace(`(${before})`, `(${next})`).replace(`<${before}>`, `<${next}>`).replace(`${before}.\n`, `${next}.\n`)
  )
})

test('an address that is spelled with escapes is left to a person', () => {
  const text = paperWith('links:\n  - "https://old.example/\\u0061"\n')
  expect(mended(text)).toBe(text)
})

test('several links of one file are replaced together', () => {
  const text = paperWith(`links:\n  - ${before}\n  - http://a.example/\n`)
  expect(mended(text, {[before]: next, 'http://a.example/': 'https://a.example/'})).toBe(
    text.replace(before, next).replace('http://a', 'https://a')
  )
})

test('a known site gets its canonical address', () => {
  const text = paperWith('links:\n  - http://aclweb.org/anthology/P19-1580\n')
  expect(mended(text, {'http://aclweb.org/anthology/P19-1580': 'https://aclanthology.org/P19-1580.pdf'})).toBe(
    text.replace('http://aclweb.org/anthology/P19-1580', 'https://aclanthology.org/P19-1580/')
  )
})

test.each([
  ['to the front page', 'https://new.example/'],
  ['to a script', 'javascript:alert(1)'],
  ['to credentials', 'https://a:b@new.example/b'],
  ['to a line of YAML', 'https://new.example/b\n  - https://evil.example/'],
  ['to a private name', 'http://localhost/b']
])('a move %s is left to a person', (_, finalUrl) => {
  const text = paperWith(`links:\n  - ${before}\n`)
  expect(mended(text, {[before]: finalUrl})).toBe(text)
})

test.each(['verified', 'alive', 'transient', 'broken', 'mismatch', 'blocked'] as const)(
  '%s is no move, wherever it leads',
  (outcome) => {
    using folder = temporaryList({[goodPath]: paperWith(`links:\n  - ${before}\n`)})
    const {list, links} = linksIn(folder)
    expect(mendMoved(links, [reportOf(before, outcome, {finalUrl: next})], list)).toEqual([])
    expect(folder.read(goodPath)).toContain(before)
  }
)

test('says which files were changed; a template is not', () => {
  using folder = temporaryList({
    [goodPath]: paperWith(`links:\n  - ${before}\n`),
    'papers/2024-other.yaml': paperWith('title: Another\n'),
    'templates/README.md': `[a](${before})\n\n<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n`
  })
  const template = folder.read('templates/README.md')
  const {list, links} = linksIn(folder)
  expect(mendMoved(links, [reportOf(before, 'moved', {finalUrl: next})], list)).toEqual([goodPath])
  expect(folder.read('templates/README.md')).toBe(template)
})
