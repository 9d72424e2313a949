import {expect, test} from 'vitest'
import {goodPath} from '../support/list.ts'
import {verdictOnFields} from '../support/verdict.ts'

const links = 'links:\n  - https://openreview.net/forum?id=kvcbV8KQsi\n'
const at = `${goodPath}:2:7 error date Unexpected date`

test.each([
  ['2024-13-01', 'expected one that exists'],
  ['2024-13', 'expected one that exists'],
  ['2024-02-30', 'expected one that exists'],
  ['2023-02-29', 'expected one that exists'],
  ['0000', 'expected one that exists'],
  ['24/04/2024', 'expected `2024-04-24`'],
  ['04/24/2024', 'expected `2024-04-24`'],
  ['24.4.2024', 'expected `2024-04-24`'],
  ['2024-4-24', 'expected `2024-04-24`'],
  ['2024/04/24', 'expected `2024-04-24`'],
  // The third of April or the fourth of March: nobody can tell.
  ['03/04/2024', 'expected YYYY-MM-DD'],
  ['April 24, 2024', 'expected YYYY-MM-DD'],
  ['2024-04-24T10:00:00Z', 'expected YYYY-MM-DD']
])('%s', (date, expected) => {
  expect(verdictOnFields(`date: ${date}\n${links}`)).toEqual([`${at} \`${date}\`, ${expected}`])
})

test.each(['2024', '2024-04', '2024-02-29', '"2024-04-24"'])('%s is fine', (date) => {
  expect(verdictOnFields(`date: ${date}\n${links}`)).toEqual([])
})

test.each(['2026-11-24', '2026-12', '2027'])('%s is in the future', (date) => {
  const found = verdictOnFields(`date: ${date}\n${links}`).filter((line) => line.includes(' date '))
  expect(found).toEqual([`${at} \`${date}\` in the future, expected one that has come`])
})

test.each(['2026-11-23', '2026-11', '2026'])('%s has come somewhere on Earth', (date) => {
  expect(verdictOnFields(`date: ${date}\n${links}`).filter((line) => line.includes(' date '))).toEqual([])
})

test('the day on which a paper entered the list is held to the same', () => {
  expect(verdictOnFields('added: 2026-12-24\n')).toEqual([
    `${goodPath}:11:8 error date Unexpected date \`2026-12-24\` in the future, expected one that has come`
  ])
  expect(verdictOnFields('added: yesterday\n')).toEqual([
    `${goodPath}:11:8 error date Unexpected date \`yesterday\`, expected YYYY-MM-DD`
  ])
})
