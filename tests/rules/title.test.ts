import {expect, test} from 'vitest'
import {goodPath} from '../support/list.ts'
import {verdictOnFields} from '../support/verdict.ts'

const at = `${goodPath}:1:8 error title`

test.each([
  ['two spaces', 'title: Retrieval  Head\n', 'Unexpected space in the title, expected `Retrieval Head`'],
  ['a space at the end', 'title: "Retrieval Head "\n', 'Unexpected space in the title, expected `Retrieval Head`'],
  ['a no-break space', 'title: Retrieval\u{A0}Head\n', 'Unexpected space in the title, expected `Retrieval Head`'],
  ['a line break', 'title: |\n  Retrieval\n  Head\n', 'Unexpected line break in the title, expected one line'],
  [
    'a full stop',
    'title: Retrieval Head.\n',
    'Unexpected full stop at the end of the title, expected `Retrieval Head`'
  ],
  ['capitals', 'title: RETRIEVAL HEAD\n', 'Unexpected title in capitals, expected small letters too'],
  ['Turkish capitals', 'title: RETRİEVAL HEAD İS\n', 'Unexpected title in capitals, expected small letters too']
])('%s', (name, field, reason) => {
  const found = verdictOnFields(`${field}ignore:\n  - rule: file-name\n    reason: of no matter here\n`)
  expect(
    found.filter((line) => line.includes(' title ')),
    name
  ).toEqual([`${at} ${reason}`])
})

test('two faults are two findings', () => {
  expect(verdictOnFields('title: RETRIEVAL HEAD EXPLAINED.\n')).toEqual([
    `${at} Unexpected full stop at the end of the title, expected \`RETRIEVAL HEAD EXPLAINED\``,
    `${at} Unexpected title in capitals, expected small letters too`
  ])
})

test.each([
  ['an ellipsis', 'title: Retrieval Head and Then...\n'],
  ['a question', 'title: What Does a Retrieval Head Do?\n'],
  ['a title over two lines of the file', 'title: Retrieval Head\n  Mechanistically Explains\n'],
  ['an acronym', 'title: RETRIEVAL-HEAD\n'],
  ['a script without capitals', 'title: 检索头 Retrieval Head 解释长上下文\n'],
  ['quotation marks', 'title: “Retrieval Head” Explains\n']
])('%s is fine', (_, field) => {
  expect(verdictOnFields(field)).toEqual([])
})
