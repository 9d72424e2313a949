import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {type ReadPaper, readPaper} from '../../src/paper/read.ts'
import {goodPaper, goodPath, paperWith} from '../support/list.ts'

const short = `title: T
date: 2024-04-24
tags:
  - A
links:
  - https://arxiv.org/abs/2404.15574
summary:
  - S
`

function read(text: string): ReadPaper {
  return readPaper(goodPath, text)
}

/** The problems of a text, each with where it begins and the characters that it covers. */
function problemsOf(text: string): [start: number, found: string, reason: string][] {
  return read(text).file.problems.map(({start, end, reason}) => [start, text.slice(start, end), reason])
}

/** The short paper with some of its text replaced. */
function changed(from: string, to: string): string {
  expect(short.split(from)).toHaveLength(2)
  return short.replace(from, to)
}

const link = '  - https://arxiv.org/abs/2404.15574'
const list = 'expected a list: one entry a line, each after `- `'
const inText = 'Unexpected `: ` or `{` in a text, expected quotes round a text that holds it'
const fieldNames =
  '`title`, `date`, `tags`, `links`, `summary`, `authors`, `venue`, `groups`, `added`, `notes` or `ignore`'

test('a paper with every field', () => {
  const text = `title: A title
date: 2024-04
tags: [A, B]
links:
  - https://arxiv.org/abs/2404.15574
  - url: https://example.org/
    site: Example
    kind: Post
summary: []
authors: [Ada Lovelace, Alan Turing]
venue: ICLR 2024
groups: [Circuits]
added: 2024-05-01
notes: for maintainers
ignore:
  - rule: date
    reason: because
    until: 2027-01-01
`
  const {file, paper} = read(text)
  expect(file).toEqual({path: goodPath, text, problems: []})
  expect(paper).toEqual({
    file,
    title: 'A title',
    date: '2024-04',
    day: {year: 2024, month: 4},
    tags: ['A', 'B'],
    links: [{url: 'https://arxiv.org/abs/2404.15574'}, {url: 'https://example.org/', site: 'Example', kind: 'Post'}],
    summary: [],
    authors: ['Ada Lovelace', 'Alan Turing'],
    venue: 'ICLR 2024',
    groups: ['Circuits'],
    added: '2024-05-01',
    ignore: [{rule: 'date', reason: 'because', until: '2027-01-01'}]
  })
})

test('a paper with no more than it must have', () => {
  const {paper} = read(paperWith('summary:\n').replace('summary:\n', ''))
  expect(paper).toMatchObject({summary: undefined, authors: [], venue: undefined, groups: [], ignore: []})
  expect(paper?.added).toBeUndefined()
})

test('a date that is none is kept as it is written', () => {
  expect(read(changed('2024-04-24', 'last spring')).paper).toMatchObject({date: 'last spring', day: undefined})
})

test('every value is the text that the file shows', () => {
  const values = ['2301.10000', 'no', 'yes', '2024-05-01', '010', '0x1F', '1e3', '.inf', '~', 'null', '1:30', 'true']
  const text = changed('  - A', values.map((value) => `  - ${value}`).join('\n'))
  expect(problemsOf(text)).toEqual([])
  expect(read(text).paper?.tags).toEqual(values)
})

describe('fields', () => {
  test.each<[about: string, text: string, problems: [number, string, string][]]>([
    ['missing', changed('title: T\n', ''), [[0, '', 'Unexpected missing `title`, expected this field to be there']]],
    [
      'two missing',
      changed('title: T\ndate: 2024-04-24\n', ''),
      [
        [0, '', 'Unexpected missing `title`, expected this field to be there'],
        [0, '', 'Unexpected missing `date`, expected this field to be there']
      ]
    ],
    ['known but for a letter', `${short}venu: ICLR\n`, [[97, 'venu', 'Unexpected field `venu`, expected `venue`']]],
    ['in upper case', changed('title', 'Title'), [[0, 'Title', 'Unexpected field `Title`, expected `title`']]],
    [
      'unknown',
      `${short}abstract: A\n`,
      [[97, 'abstract', `Unexpected field \`abstract\`, expected one of ${fieldNames}`]]
    ],
    [
      'several unknown',
      `${short}abstract: A\nvenu: B\n`,
      [
        [97, 'abstract', `Unexpected field \`abstract\`, expected one of ${fieldNames}`],
        [109, 'venu', 'Unexpected field `venu`, expected `venue`']
      ]
    ],
    [
      '__proto__',
      `${short}__proto__: {title: x}\n`,
      [[97, '__proto__', `Unexpected field \`__proto__\`, expected one of ${fieldNames}`]]
    ],
    [
      'constructor',
      `${short}constructor: x\n`,
      [[97, 'constructor', `Unexpected field \`constructor\`, expected one of ${fieldNames}`]]
    ],
    ['the merge key', `${short}<<: x\n`, [[97, '<<', `Unexpected field \`<<\`, expected one of ${fieldNames}`]]],
    [
      'invisible by an escape',
      `${short}"\\u202E": x\n`,
      [[97, '"\\u202E"', `Unexpected field \`\\u{202E}\`, expected one of ${fieldNames}`]]
    ]
  ])('%s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems)
  })

  test('an unknown one leaves the paper readable', () => {
    const {paper} = read(`${short}abstract: A\n__proto__: {title: x}\n`)
    expect(paper?.title).toBe('T')
    expect({}).not.toHaveProperty('title')
  })

  test('a missing one does not', () => {
    expect(read(changed('title: T\n', '')).paper).toBeUndefined()
  })
})

describe('values', () => {
  test.each<[about: string, from: string, to: string, problem: [number, string, string]]>([
    ['list for a text', 'title: T', 'title: [a, b]', [7, '[a, b]', 'Unexpected list, expected one text']],
    ['fields for a text', 'title: T', 'title: {a: b}', [7, '{a: b}', inText]],
    ['fields below a text', 'title: T', 'title:\n  a: b', [9, 'a: b', inText]],
    ['nothing for a text', 'title: T', 'title:', [0, 'title', 'Unexpected empty text, expected a text']],
    ['empty text', 'title: T', 'title: ""', [7, '""', 'Unexpected empty text, expected a text']],
    ['blank text', 'title: T', 'title: "  "', [7, '"  "', 'Unexpected empty text, expected a text']],
    ['text for a list', 'tags:\n  - A', 'tags: A', [32, 'A', `Unexpected text, ${list}`]],
    ['nothing for a list', 'tags:\n  - A', 'tags:', [26, 'tags', `Unexpected empty value, ${list}`]],
    ['empty list', 'tags:\n  - A', 'tags: []', [32, '[]', 'Unexpected empty list, expected at least one entry']],
    ['fields for a list', 'tags:\n  - A', 'tags: {}', [32, '{}', `Unexpected fields, ${list}`]],
    ['list in a list', '  - A', '  - [A]', [36, '[A]', 'Unexpected list, expected one text']],
    ['nothing for an entry', '  - A', '  -', [35, '', 'Unexpected empty text, expected a text']],
    ['nothing between entries', '- S', '- R\n  -\n  - S', [100, '', 'Unexpected empty text, expected a text']],
    ['`: ` in an entry', '- S', '- S: more', [95, 'S: more', inText]]
  ])('%s', (_, from, to, problem) => {
    expect(problemsOf(changed(from, to))).toEqual([problem])
  })

  test('a summary may be empty', () => {
    expect(read(changed('summary:\n  - S', 'summary: []')).paper?.summary).toEqual([])
  })
})

describe('links', () => {
  test.each<[about: string, to: string, problems: [number, string, string][]]>([
    [
      'without a URL',
      '  - site: A\n    kind: b\n# a remark\n',
      [[49, 'site: A\n    kind: b', 'Unexpected missing `url`, expected this field to be there']]
    ],
    [
      'unknown field',
      '  - url: https://example.org/\n    sit: A',
      [[79, 'sit', 'Unexpected field `sit`, expected `site`']]
    ],
    ['empty URL', '  - url:\n    kind: b', [[49, 'url', 'Unexpected empty text, expected a text']]],
    ['list as a URL', '  - url: [a]\n    kind: b', [[54, '[a]', 'Unexpected list, expected one text']]],
    [
      'two problems',
      '  - url: [a]\n    sit: b',
      [
        [62, 'sit', 'Unexpected field `sit`, expected `site`'],
        [54, '[a]', 'Unexpected list, expected one text']
      ]
    ],
    ['list', '  - [a]', [[49, '[a]', 'Unexpected list, expected a text or fields']]],
    ['nothing', '  -', [[48, '', 'Unexpected empty text, expected a text']]],
    ['fields in place of the list', '  url: a', [[47, 'url: a', `Unexpected fields, ${list}`]]]
  ])('%s', (_, to, problems) => {
    expect(problemsOf(changed(link, to))).toEqual(problems)
  })

  test('an unknown field leaves the link readable', () => {
    const {paper} = read(changed(link, '  - url: https://example.org/\n    sit: A'))
    expect(paper?.links).toEqual([{url: 'https://example.org/'}])
  })
})

describe('ignore', () => {
  test.each<[about: string, text: string, problem: [number, string, string]]>([
    ['text', ' x', [105, 'x', `Unexpected text, ${list}`]],
    ['text as an entry', '\n  - x', [109, 'x', 'Unexpected text, expected fields']],
    ['list as an entry', '\n  - [a]', [109, '[a]', 'Unexpected list, expected fields: `name: value`']],
    [
      'without a reason',
      '\n  - rule: x',
      [109, 'rule: x', 'Unexpected missing `reason`, expected this field to be there']
    ],
    [
      'unknown field',
      '\n  - rule: x\n    reason: y\n    til: z',
      [135, 'til', 'Unexpected field `til`, expected `until`']
    ]
  ])('%s', (_, text, problem) => {
    expect(problemsOf(`${short}ignore:${text}\n`)).toEqual([problem])
  })
})

test.each([
  ['a list', '- a\n', 'Unexpected list, expected fields: `name: value`'],
  ['a text', 'a\n', 'Unexpected text, expected fields'],
  ['nothing', '', 'Unexpected empty file, expected fields'],
  ['a comment', '# a\n', 'Unexpected empty file, expected fields']
])('a file of %s is no paper', (_, text, reason) => {
  expect(read(text)).toEqual({file: {path: goodPath, text, problems: [{start: 0, end: 0, reason}]}})
})

test('line endings of CRLF are read as line ends', () => {
  const {file, paper} = read(changed('title: T', 'title: |\n  T\n  U').replaceAll('\n', '\r\n'))
  expect(file.problems).toEqual([])
  expect(paper).toMatchObject({title: 'T\nU\n', date: '2024-04-24', tags: ['A'], summary: ['S']})
})

test('offsets count CRLF as two', () => {
  const text = `${short}venu: x\n`.replaceAll('\n', '\r\n')
  expect(problemsOf(text)).toEqual([[105, 'venu', 'Unexpected field `venu`, expected `venue`']])
})

test('offsets count an astral character as two', () => {
  expect(problemsOf(changed('title: T', 'title: 𝔸\nvenu: x'))).toEqual([
    [10, 'venu', 'Unexpected field `venu`, expected `venue`']
  ])
})

test('texts come in the composed form', () => {
  const {paper} = read(changed('title: T', 'title: Poincare\u0301').replace('- A', '- "Cafe\\u0301"'))
  expect(paper?.title).toBe('Poincar\u00E9')
  expect(paper?.tags).toEqual(['Caf\u00E9'])
})

test('every paper of this repository is read without problems', () => {
  const folder = new URL('../../papers/', import.meta.url)
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const faulty = names.filter((name) => {
    const {file, paper} = readPaper(`papers/${name}`, readFileSync(new URL(name, folder), 'utf8'))
    return file.problems.length > 0 || paper === undefined
  })
  expect(names.length).toBeGreaterThanOrEqual(40)
  expect(faulty).toEqual([])
})

test('the good paper of the tests is good', () => {
  expect(problemsOf(goodPaper)).toEqual([])
})
