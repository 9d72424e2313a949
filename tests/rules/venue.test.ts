import {expect, test} from 'vitest'
import {goodPath} from '../support/list.ts'
import {verdictOnFields} from '../support/verdict.ts'

test.each([
  ["NIPS'17", 'NeurIPS 2017'],
  ['NIPS’17', 'NeurIPS 2017'],
  ['NIPS 2017', 'NeurIPS 2017'],
  ['Neurips 2017', 'NeurIPS 2017'],
  ['neurips', 'NeurIPS'],
  ['ICML24', 'ICML 2024'],
  ['2024 ICLR', 'ICLR 2024'],
  ['ICLR, 2024', 'ICLR 2024'],
  ['ICLR2024', 'ICLR 2024'],
  ["ACL'98", 'ACL 1998'],
  ['Advances in Neural Information Processing Systems 2017', 'NeurIPS 2017'],
  ['Transactions on Machine Learning Research', 'TMLR']
])('%s', (venue, expected) => {
  expect(verdictOnFields(`venue: ${venue}\n`)).toEqual([
    `${goodPath}:11:8 error venue Unexpected venue \`${venue}\`, expected \`${expected}\``
  ])
})

test.each(['NeurIPS 2017', 'NeurIPS', 'ICLR 2024 Workshop', 'BlackboxNLP 2023', 'Findings of ACL 2024'])(
  '%s is fine',
  (venue) => {
    expect(verdictOnFields(`venue: ${venue}\n`)).toEqual([])
  }
)

test('the left half of a badge is held to the same names', () => {
  const link = (site: string) => `links:\n  - url: https://arxiv.org/abs/2404.15574\n    site: ${site}\n`
  expect(verdictOnFields(link('Neurips'))).toEqual([
    `${goodPath}:7:11 error venue Unexpected venue \`Neurips\`, expected \`NeurIPS\``
  ])
  expect(verdictOnFields(link('NeurIPS'))).toEqual([])
  expect(verdictOnFields(link('My Blog'))).toEqual([])
})
