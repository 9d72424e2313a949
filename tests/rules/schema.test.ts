import {expect, test} from 'vitest'
import {goodPaper, goodPath, paperWith} from '../support/list.ts'
import {otherPaper, verdictOn, verdictOnFields} from '../support/verdict.ts'

const other = 'papers/2024-long-context.yaml'

test('a good paper has nothing wrong', () => {
  expect(verdictOnFields('')).toEqual([])
})

test('an unknown field is named with the field that was meant, and the one that is missing needs no word', () => {
  expect(verdictOn({[goodPath]: goodPaper.replace('tags:', 'tag:')})).toEqual([
    `${goodPath}:3:1 error schema Unexpected field \`tag\`, expected \`tags\``
  ])
})

test('a field in capitals is told its name', () => {
  expect(verdictOn({[goodPath]: goodPaper.replace('title:', 'TITLE:')})).toEqual([
    `${goodPath}:1:1 error schema Unexpected field \`TITLE\`, expected \`title\``
  ])
})

test('every unknown field is reported at once', () => {
  expect(verdictOnFields('colour: blue\nauthor: Wu\n')).toEqual([
    `${goodPath}:11:1 error schema Unexpected field \`colour\`, expected one of \`title\`, \`date\`, \`tags\`, \`links\`, \`summary\`, \`authors\`, \`venue\`, \`groups\`, \`added\`, \`notes\` or \`ignore\``,
    `${goodPath}:12:1 error schema Unexpected field \`author\`, expected \`authors\``
  ])
})

test('every missing field is reported at once', () => {
  expect(verdictOn({[goodPath]: 'title: Retrieval Head\n'})).toEqual([
    `${goodPath}:1:1 error schema Unexpected missing \`date\`, expected this field to be there`,
    `${goodPath}:1:1 error schema Unexpected missing \`links\`, expected this field to be there`,
    `${goodPath}:1:1 error schema Unexpected missing \`tags\`, expected this field to be there`
  ])
})

test('a list where fields should be is one fault, not an endless search', () => {
  expect(verdictOn({[goodPath]: '- Retrieval Head\n- Induction Head\n'})).toEqual([
    `${goodPath}:1:1 error schema Unexpected list, expected fields: \`name: value\``
  ])
  expect(verdictOnFields('ignore:\n  - - title\n')).toEqual([
    `${goodPath}:12:5 error schema Unexpected list, expected fields: \`name: value\``
  ])
})

test('a link with a name in front of it is told the fields of a link', () => {
  expect(verdictOnFields('links:\n  - arXiv: https://arxiv.org/abs/2404.15574\n')).toEqual([
    `${goodPath}:6:5 error schema Unexpected field \`arXiv\`, expected one of \`url\`, \`site\` or \`kind\``,
    `${goodPath}:6:5 error schema Unexpected missing \`url\`, expected this field to be there`
  ])
})

test('a list without a summary takes a paper without one, and one that asks for sentences does not', () => {
  const without = paperWith('').split('summary:')[0] ?? ''
  expect(verdictOn({[goodPath]: without})).toEqual([])
  expect(verdictOn({[goodPath]: without, '.github/paperlist.yml': 'summary: {sentences: 3}\n'})).toEqual([
    `${goodPath}:1:1 error schema Unexpected missing \`summary\`, expected this field to be there`
  ])
})

test('a file that is no YAML hides nothing of the others', () => {
  expect(verdictOn({[goodPath]: 'title: a: b\n', [other]: otherPaper.replace('Context', 'Context.')})).toEqual([
    `${other}:1:8 error title Unexpected full stop at the end of the title, expected \`Long Context\``,
    `${goodPath}:1:8 error schema Unexpected \`: \` within a text, expected quotes round a text that holds it`
  ])
})

test('a byte-order mark and CRLF are no fault', () => {
  expect(verdictOn({[goodPath]: goodPaper.replaceAll('\n', '\r\n')})).toEqual([])
})
