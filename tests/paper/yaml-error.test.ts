import {expect, test} from 'vitest'
import {readYaml} from '../../src/paper/yaml.ts'

/** The text at fault and what is said of it, for the first fault of a file. */
function faultIn(text: string): [found: string, reason: string] | undefined {
  const [problem] = readYaml(text).problems
  return problem && [text.slice(problem.start, problem.end), problem.reason]
}

const indentation = 'Unexpected indentation, expected it as on the lines before'
const noField = 'Unexpected line without `: `, expected a field: its name, `: ` and its value'
const colon = 'Unexpected `: ` within a text, expected quotes round a text that holds it'
const laterColon = 'Unexpected `: ` on a line that continues a text, expected less indentation or quotes round the text'

test.each([
  ['a: b: c\n', 'b', colon],
  ['a: b:\n', 'b', colon],
  ['a: b\n  c: d\n', 'c:', laterColon],
  ['a:\n  - b\n    c: d\n', 'c:', laterColon],
  ['a:\n  - b\n - c\n', '-', indentation],
  [' a: b\nc: d\n', 'c', indentation],
  ['a: b\nc: d\n e: f\n', 'e:', laterColon],
  ['a: b\nc:d\ne: f\n', 'c:d', noField],
  ['a: b\nc\nd: e\n', 'c', noField],
  ['a: b\na: c\n', 'a', 'Unexpected second `a`, expected each field once'],
  ['a: b\n"a": c\n', '"a"', 'Unexpected second `a`, expected each field once'],
  ['{a: b, a: c}\n', 'a', 'Unexpected second `a`, expected each field once'],
  ['a: b\n---\nc: d\n', '', 'Unexpected second document, expected one a file'],
  ['? [a]\n: b\n', '[', 'Unexpected list or mapping as a field name, expected a name'],
  ['a:\n\t- b\n', '\t', 'Unexpected tab, expected spaces for indentation'],
  ['a: @b\n', '@', 'Unexpected `@` at the start of a text, expected the text in quotes'],
  ['a: ,b\n', ',', 'Unexpected `,` at the start of a text, expected the text in quotes'],
  ['a: > b\n', 'b', 'Unexpected text behind `>`, expected the text in quotes'],
  ['a: | b\n', 'b', 'Unexpected text behind `|`, expected the text in quotes'],
  ['a: [b] c\n', 'c', 'Unexpected text behind `]`, expected quotes round the whole text'],
  ['a: {b: c} d\n', 'd', 'Unexpected text behind `}`, expected quotes round the whole text'],
  ['a: [b\nc: d\n', 'c', 'Unexpected line within brackets, expected `]` before it'],
  ['a: {b: e\nc: d\n', 'c', 'Unexpected line within brackets, expected `}` before it'],
  ['a: - b\n', '-', 'Unexpected `- ` behind a name, expected each entry on a line of its own'],
  ['a: "\\s"\n', '\\', 'Unexpected `\\s` in double quotes, expected single quotes round a text with a backslash'],
  ['a: "\\theta"\n', '"\\theta"', 'Unexpected tab, expected single quotes round a text with a backslash'],
  ['a: "b\nc: d\n', '"b\nc: d\n', 'Unexpected `"` at the start of a text, expected another at its end'],
  ["a: 'b\nc: 'd'\n", "'b", "Unexpected `'` at the start of a text, expected another at its end"],
  ['a: b #c\n', '#c', 'Unexpected ` #`, which begins a comment in YAML, expected quotes round a text that holds it'],
  ['- b\n  - c\n', 'b\n  - c', 'Unexpected `- ` within a text, expected it right below the `- ` of the entry before'],
  [
    'a: ]\n',
    ']',
    'Unexpected YAML, expected fields, lists and texts: unexpected flow-seq-end token in YAML stream: "]"'
  ]
])('%j', (text, found, reason) => {
  expect(faultIn(text)?.[1]).toBe(reason)
  expect(faultIn(text)?.[0].startsWith(found)).toBe(true)
  // With the line breaks of Windows it is the same fault.
  expect(faultIn(text.replaceAll('\n', '\r\n'))?.[1]).toBe(reason)
})

test.each([
  'a: b # c\n',
  '#a\na: b\n',
  'a: #b\n  - c\n',
  'a: b#c\n',
  'a: |\n  b\n  - c\n',
  'a: >-\n  b\n   - c\n',
  'a: "b\n  - c"\n',
  'a: b\n  -c\n',
  'a: "b #c"\n',
  "a: '\\theta'\n"
])('%j is fine, also with the line breaks of Windows', (text) => {
  expect(faultIn(text)).toBeUndefined()
  expect(faultIn(text.replaceAll('\n', '\r\n'))).toBeUndefined()
})

test('what the parser says of a long line is cut', () => {
  const [, reason = ''] = faultIn(`a: ]${'x'.repeat(500)}\n`) ?? []
  expect(reason.length).toBeLessThan(150)
})
