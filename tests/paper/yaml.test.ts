import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {paperBytes} from '../../src/paper/read.ts'
import {type Limits, paperLimits, readYaml} from '../../src/paper/yaml.ts'

/** The first problem of a text, with the characters that it covers; nothing for a text that is well. */
function problemOf(text: string, limits?: Limits): [start: number, found: string, reason: string] | undefined {
  const [problem] = readYaml(text, limits).problems
  return problem && [problem.start, text.slice(problem.start, problem.end), problem.reason]
}

const tooDeep = 'Unexpected nesting of over 8 levels, expected fields, lists and texts'
const tooLong = 'Unexpected file of over 4000 parts, expected fewer'
const quoted = 'expected the text in quotes'
const noSecond = 'Unexpected second document, expected one a file'

test('fields, lists and texts, in every spelling', () => {
  const text = `--- # a remark
plain: a b
folded: >-
  a
  b
literal: |
  - a: b
'single': 'it''s'
"double": "a\\u00e9"
`
  const reading = readYaml(text)
  expect(reading.problems).toEqual([])
  expect(JSON.parse(JSON.stringify(reading.value))).toEqual({
    plain: 'a b',
    folded: 'a b',
    literal: '- a: b\n',
    single: "it's",
    double: 'aé'
  })
})

test('a field named __proto__ is a field like others', () => {
  const {value} = readYaml('__proto__: {title: x}\n')
  expect(Object.keys(value ?? {})).toEqual(['__proto__'])
  expect({}).not.toHaveProperty('title')
})

describe('what is no plain data is refused', () => {
  test.each<[about: string, text: string, problem: [number, string, string]]>([
    ['alias', 'a: *b\n', [3, '*b', `Unexpected \`*b\`, which is an alias in YAML, ${quoted}`]],
    ['emphasis', '- *this* matters\n', [2, '*this*', `Unexpected \`*this*\`, which is an alias in YAML, ${quoted}`]],
    ['anchor', 'a: &b c\n', [3, '&b', `Unexpected \`&b\`, which is an anchor in YAML, ${quoted}`]],
    ['tag', 'a: !b c\n', [3, '!b', `Unexpected \`!b\`, which is a tag in YAML, ${quoted}`]],
    ['core tag', 'a: !!binary c\n', [3, '!!binary', `Unexpected \`!!binary\`, which is a tag in YAML, ${quoted}`]],
    ['tag of a language', 'a: !!js/function c\n', [3, '!!js/function', expect.stringContaining('a tag in YAML')]],
    ['directive', '%YAML 1.1\n---\na: b\n', [0, '%YAML 1.1', expect.stringContaining('a directive in YAML')]],
    ['second document', 'a: b\n---\nc: d\n', [5, '', noSecond]],
    ['end of the document in the middle', 'a: b\n...\nc: d\n', [9, '', noSecond]],
    ['list as a name', 'a: b\n? [c]\n: d\n', [7, '[', expect.stringContaining('as a field name, expected a name')]],
    ['tab for indentation', 'a:\n\t- b\n', [3, '\t', 'Unexpected tab, expected spaces for indentation']],
    ['field twice', 'name: b\nc: d\nname: e\n', [13, 'name', 'Unexpected second `name`, expected each field once']],
    ['field twice, once by an escape', 'a: b\n"\\x61": c\n', [5, '"\\x61"', expect.stringContaining('second `a`')]],
    ['field twice deep down', '- a: b\n  a: c\n', [9, 'a', 'Unexpected second `a`, expected each field once']]
  ])('%s', (_, text, problem) => {
    expect(problemOf(text)).toEqual(problem)
  })

  test.each([
    ['as quoted text', 'a: "*b* & !c %d"\n', '*b* & !c %d'],
    ['within a text', 'a: b *c* & d! %e\n', 'b *c* & d! %e'],
    ['in a block', 'a: |\n  *b\n  &c\n  !d\n  %e\n', '*b\n&c\n!d\n%e\n']
  ])('but not %s', (_, text, value) => {
    expect(readYaml(text).value).toEqual({a: value})
  })
})

describe('texts that people get wrong', () => {
  const colon = 'Unexpected `: ` within a text, expected quotes round a text that holds it'
  test.each<[about: string, text: string, problem: [number, string, string]]>([
    ['a colon in a value', 'title: BERT: a\n', [7, 'B', colon]],
    ['two colons in an entry', '- a: b: c\n', [5, 'b', colon]],
    ['a reserved character', 'a: @b\n', [3, '@', `Unexpected \`@\` at the start of a text, ${quoted}`]],
    ['an open bracket', 'a: [b\nc: d\n', [6, 'c', expect.stringContaining('expected `]` before it')]],
    ['an open quote', 'a: "b\n', [3, '"b\n', expect.stringContaining('Unexpected `"` at the start of a text')]],
    ['an open apostrophe', "a: 'b\n", [3, "'b\n", expect.stringContaining("Unexpected `'` at the start of a text")]],
    ['text behind a quote', 'a: "b" c\n', [7, 'c', expect.stringContaining('Unexpected text behind `"`')]],
    ['a remark by accident', 'a: b #1\n', [5, '#1', expect.stringContaining('which begins a comment in YAML')]],
    ['an entry within an entry', '- a\n  - b\n', [2, 'a\n  - b', expect.stringContaining('Unexpected `- ` within')]],
    ['an escape that is none', 'a: "\\p"\n', [4, expect.any(String), expect.stringContaining('Unexpected `\\p`')]],
    ['a tab by an escape', 'a: "\\theta"\n', [3, '"\\theta"', expect.stringContaining('Unexpected tab')]]
  ])('%s', (_, text, problem) => {
    expect(problemOf(text)).toEqual(problem)
  })
})

test('a message quotes no more than 80 characters of the file, on one line', () => {
  for (const text of [`a: |${'x'.repeat(9000)}\n`, `a: *${'x'.repeat(9000)}\n`, `a: "\\${'x'.repeat(9000)}"\n`]) {
    const reason = problemOf(text)?.[2] ?? ''
    expect(reason).toMatch(/^Unexpected .+, expected .+$/)
    expect(reason.length).toBeLessThan(250)
  }
})

describe('characters', () => {
  test.each<[about: string, text: string, problem: [number, string, string]]>([
    [
      'raw',
      'a: b\u202Ec\n',
      [4, '\u202E', 'Unexpected character U+202E (right-to-left override), expected visible text']
    ],
    ['in a comment', '# \u200B\na: b\n', [2, '\u200B', expect.stringContaining('U+200B (zero-width space)')]],
    ['by an escape', 'a: "\\u202E"\n', [3, '"\\u202E"', expect.stringContaining('U+202E (right-to-left override)')]],
    ['null by an escape', 'a: "\\0"\n', [3, '"\\0"', expect.stringContaining('U+0000 (null)')]],
    ['half a character', 'a: "\\ud800"\n', [3, '"\\ud800"', expect.stringContaining('U+D800 (half of a character)')]],
    ['lone CR', 'a: b\rc: d\n', [4, '\r', expect.stringContaining('U+000D (carriage return without a line feed)')]],
    ['CR by an escape', 'a: "\\r"\n', [3, '"\\r"', expect.stringContaining('U+000D')]],
    ['byte-order mark', '\uFEFFa: b\n', [0, '\uFEFF', expect.stringContaining('U+FEFF (byte-order mark)')]]
  ])('%s', (_, text, problem) => {
    expect(problemOf(text)).toEqual(problem)
  })

  test('every one is a problem of its own', () => {
    expect(readYaml('a: \u200Bb\u200B\n').problems.map(({start}) => start)).toEqual([3, 5])
  })
})

describe('caps', () => {
  test.each<[about: string, text: string, start: number | undefined]>([
    ['eight brackets', `a: ${'['.repeat(8)}${']'.repeat(8)}\n`, undefined],
    ['nine brackets', `a: ${'['.repeat(9)}${']'.repeat(9)}\n`, 11],
    ['eight entries on a line', `${'- '.repeat(8)}a\n`, undefined],
    ['nine entries on a line', `${'- '.repeat(9)}a\n`, 16],
    ['a hundred lines of an entry', '- a\n'.repeat(100), undefined],
    ['brackets side by side', `[${'[], '.repeat(100)}[]]\n`, undefined],
    // Closing ones that close nothing once made room: the parser died of 10,000 that opened.
    ['closing brackets first', `${'}'.repeat(100)}${'{'.repeat(9)}`, 108]
  ])('%s', (_, text, start) => {
    const problem = problemOf(text)
    expect(problem?.[0]).toBe(start)
    if (start !== undefined) expect(problem?.[2]).toBe(tooDeep)
  })

  test('4000 parts of a file are read, and no more', () => {
    // The lexer counts eight besides the blank lines.
    const parts = (count: number) => `${'\n'.repeat(count - 8)}a: b\n`
    expect(problemOf(parts(4000))).toBeUndefined()
    expect(problemOf(parts(4001))).toEqual([3997, '\n', tooLong])
  })

  test('a configuration may have more', () => {
    expect(problemOf('- a\n'.repeat(1500), {...paperLimits, tokens: 40_000})).toBeUndefined()
  })
})

const size = paperBytes
const hostile: [about: string, text: string, reason: string][] = [
  ['braces', '{'.repeat(2000), tooDeep],
  ['more braces', '{'.repeat(4096), tooDeep],
  ['question marks', '? '.repeat(2000), tooDeep],
  ['braces that match', `${'{'.repeat(200)}a${'}:'.repeat(200)}`, tooDeep],
  ['closing braces', '}'.repeat(size), tooLong],
  ['closing braces, then opening ones', `${'}'.repeat(1900)}${'{'.repeat(1900)}`, tooDeep],
  ['names', Array.from({length: 4000}, (_, index) => `k${index}: v\n`).join(''), tooLong],
  ['names in braces', `{${Array.from({length: 5000}, (_, index) => `k${index}`)}}`, tooLong],
  ['lines', '\n'.repeat(size), tooLong],
  ['quotes', '"'.repeat(size), tooLong],
  ['aliases', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n', 'Unexpected `&a`, which is an anchor'],
  ['directives', '%YAML 1.1\n'.repeat(3000), 'Unexpected `%YAML 1.1`, which is a directive'],
  ['documents', '---\n'.repeat(1300), noSecond],
  ['questions indented', indented('?'), 'Unexpected list or mapping as a field name'],
  ['names twice', 'a: b\n'.repeat(500), 'Unexpected second `a`'],
  ['colons', ':'.repeat(size), 'Unexpected YAML'],
  ['backslashes', `a: "${'\\'.repeat(size - 5)}`, 'Unexpected `"`'],
  ['invisible characters', 'a\u200B'.repeat(size / 4), 'Unexpected character U+200B'],
  ['emoji, all but', '👩‍🔬\u200B'.repeat(2000), 'Unexpected character U+200B']
]
const harmless: [about: string, text: string][] = [
  ['a long text', `a: ${'x'.repeat(size - 4)}\n`],
  ['many lines in a text', `a: b${'\n'.repeat(size - 10)} c\n`],
  ['many blank lines in a text', `a: b${'\n '.repeat(size / 2 - 5)} c\n`],
  ['dashes', '-'.repeat(size)],
  ['fields indented', indented('a:')],
  ['entries indented', indented('-')],
  ['names', Array.from({length: 500}, (_, index) => `k${index}: v\n`).join('')]
]

function indented(line: string): string {
  return Array.from({length: 240}, (_, index) => `${' '.repeat(index)}${line}\n`).join('')
}

describe('a hostile file is judged at once', () => {
  test.each(hostile)('%s', (_, text, reason) => {
    const start = performance.now()
    expect(problemOf(text)?.[2]).toContain(reason)
    expect(performance.now() - start).toBeLessThan(500)
  })
  test.each(harmless)('%s', (_, text) => {
    const start = performance.now()
    expect(problemOf(text)).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(500)
  })
})

test('any text is read or has a problem within it, and nothing is thrown', () => {
  const parts = [
    'a',
    ': ',
    '- ',
    '? ',
    '\n',
    '  ',
    '\t',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '|',
    '>',
    '#',
    '*',
    '&',
    '!'
  ]
  const odd = ['%', '@', '`', '---\n', '...\n', '\\', '\r\n', '\r', '\u0000', '\u202E', '\uFEFF', '\ud800', '𝔸', '<<']
  const text = fc.array(fc.constantFrom(...parts, ...odd), {maxLength: 60}).map((all) => all.join(''))
  fc.assert(
    fc.property(text, (source) => {
      const {value, problems} = readYaml(source)
      expect(value === undefined).toBe(problems.length > 0)
      for (const {start, end, reason} of problems) {
        expect(reason).toMatch(/^Unexpected .+, expected .+$/)
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
      }
    }),
    {seed: 1, numRuns: 2000}
  )
})
