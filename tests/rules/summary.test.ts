import {expect, test} from 'vitest'
import {goodPath} from '../support/list.ts'
import {verdictOnFields} from '../support/verdict.ts'

const two = 'summary:\n  - What is new.\n  - What was done.\n'

test.each([
  ['sentences: 3', '2 sentences, expected 3'],
  ['sentences: 1', '2 sentences, expected 1'],
  ['sentences: [3, 5]', '2 sentences, expected 3 to 5'],
  ['sentences: [0, 1]', '2 sentences, expected 0 to 1'],
  ['sentences: 0', '2 sentences, expected no summary in this list']
])('a list that says %s', (config, expected) => {
  expect(verdictOnFields(two, `summary: {${config}}\n`)).toEqual([
    `${goodPath}:8:3 error summary Unexpected ${expected}`
  ])
})

test.each(['sentences: 2', 'sentences: [1, 3]', 'words: 3'])('a list that says %s is content', (config) => {
  expect(verdictOnFields(two, `summary: {${config}}\n`)).toEqual([])
})

test('an empty summary is one of no sentences', () => {
  expect(verdictOnFields('summary: []\n', 'summary: {sentences: 3}\n')).toEqual([
    `${goodPath}:7:10 error summary Unexpected 0 sentences, expected 3`
  ])
  expect(verdictOnFields('summary: []\n', 'summary: {sentences: 0}\n')).toEqual([])
})

test('a long sentence is told its length, and where it is', () => {
  expect(
    verdictOnFields('summary:\n  - One two three.\n  - One  two three\n    four.\n', 'summary: {words: 3}\n')
  ).toEqual([`${goodPath}:9:5 error summary Unexpected sentence of 4 words, expected at most 3`])
})

test('a sentence is one line', () => {
  const lineBreak = 'error summary Unexpected line break in a sentence, expected one line'
  expect(verdictOnFields('summary:\n  - |\n    What is\n    new.\n')).toEqual([`${goodPath}:8:5 ${lineBreak}`])
  expect(verdictOnFields('summary:\n  - "What is\\nnew."\n')).toEqual([`${goodPath}:8:5 ${lineBreak}`])
  expect(verdictOnFields('summary:\n  - >\n    What is\n    new.\n  - What was\n    done.\n')).toEqual([])
})
