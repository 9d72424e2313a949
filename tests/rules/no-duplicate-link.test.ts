import {expect, test} from 'vitest'
import {goodPath, paperWith} from '../support/list.ts'
import {verdictOn, verdictOnFields} from '../support/verdict.ts'

const other = 'papers/2024-long-context.yaml'

test('an address twice in a paper', () => {
  const url = 'https://arxiv.org/abs/2404.15574'
  expect(verdictOnFields(`links:\n  - ${url}\n  - ${url}\n`)).toEqual([
    `${goodPath}:7:5 error no-duplicate-link Unexpected second link to \`${url}\`, expected one: this file has it`
  ])
})

test('two spellings of an address are one', () => {
  expect(
    verdictOnFields('links:\n  - https://arxiv.org/abs/2404.15574\n  - https://arxiv.org/pdf/2404.15574\n')
  ).toEqual([
    `${goodPath}:7:5 error link-form Unexpected form \`https://arxiv.org/pdf/2404.15574\`, expected \`https://arxiv.org/abs/2404.15574\``,
    `${goodPath}:7:5 error no-duplicate-link Unexpected second link to \`https://arxiv.org/abs/2404.15574\`, expected one: this file has it`
  ])
})

test('an address in two papers is reported in the second and names the first', () => {
  const links = (identifier: string) =>
    `links:\n  - https://arxiv.org/abs/${identifier}\n  - https://github.com/nightdessert/Retrieval_Head\n`
  const second = paperWith(`title: Long Context\n${links('2404.11111')}`)
  expect(verdictOn({[goodPath]: paperWith(links('2404.15574')), [other]: second})).toEqual([
    `${goodPath}:7:5 error no-duplicate-link Unexpected second link to \`https://github.com/nightdessert/Retrieval_Head\`, expected one: \`${other}\` has it`
  ])
})

test('a link that identifies the paper is told by no-duplicate-paper alone', () => {
  const second = paperWith('title: Long Context\n')
  const found = verdictOn({[goodPath]: paperWith(''), [other]: second})
  expect(found.filter((line) => line.includes('no-duplicate-link'))).toEqual([])
})

test('files of one repository are links of their own', () => {
  const links =
    'links:\n  - https://github.com/nightdessert/Retrieval_Head\n  - https://github.com/nightdessert/Retrieval_Head/tree/main/data\n'
  expect(verdictOnFields(links)).toEqual([])
})
