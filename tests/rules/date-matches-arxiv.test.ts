import {expect, test} from 'vitest'
import {goodPath} from '../support/list.ts'
import {verdictOnFields} from '../support/verdict.ts'

// The good paper's identifier is of April 2024.
test.each([
  ['2024-05-04', 'after the first days of the next month'],
  ['2024-02-29', 'two months before'],
  ['2024-06', 'another month'],
  ['2025-04-24', 'another year']
])('%s is %s', (date) => {
  const found = verdictOnFields(`date: ${date}\n`).filter((line) => line.includes(' date-matches-arxiv '))
  expect(found).toEqual([
    `${goodPath}:2:7 error date-matches-arxiv Unexpected date \`${date}\`, expected 2024-04 as the arXiv identifier has it`
  ])
})

test.each([
  ['2024-04-01', 'in the month'],
  ['2024-03-29', 'sent at the end of the month before'],
  ['2024-05-03', 'counted from the announcement'],
  ['2024-04', 'the month itself'],
  ['2024', 'the year itself']
])('%s is %s', (date) => {
  expect(verdictOnFields(`date: ${date}\n`)).toEqual([])
})

test('the month may lie across the turn of the year', () => {
  expect(verdictOnFields('date: 2024-01-02\nlinks:\n  - https://arxiv.org/abs/2312.11111\n')).toEqual([])
})

test('one of several identifiers is enough, and the first is named', () => {
  const links = 'links:\n  - https://arxiv.org/abs/2312.11111\n  - https://arxiv.org/abs/2404.11111\n'
  expect(verdictOnFields(links)).toEqual([])
  expect(verdictOnFields(`date: 2024-09-24\n${links}`)).toEqual([
    `${goodPath}:2:7 error date-matches-arxiv Unexpected date \`2024-09-24\`, expected 2023-12 as the arXiv identifier has it`
  ])
})

test('an identifier of the old form carries a month too', () => {
  expect(verdictOnFields('date: 2024-04-24\nlinks:\n  - https://arxiv.org/abs/cs/0501001\n')).toEqual([
    `${goodPath}:2:7 error date-matches-arxiv Unexpected date \`2024-04-24\`, expected 2005-01 as the arXiv identifier has it`
  ])
})

test('a date that is none, and a paper without an arXiv link, are no matter of this rule', () => {
  expect(verdictOnFields('date: 2024-13-01\n')).toEqual([
    `${goodPath}:2:7 error date Unexpected date \`2024-13-01\`, expected one that exists`
  ])
  expect(verdictOnFields('date: 2024-09-24\nlinks:\n  - https://openreview.net/forum?id=kvcbV8KQsi\n')).toEqual([])
})
