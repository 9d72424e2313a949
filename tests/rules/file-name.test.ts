import {expect, test} from 'vitest'
import {goodPaper, paperWith} from '../support/list.ts'
import {otherPaper, verdictOn} from '../support/verdict.ts'

const suggested = '2024-retrieval-head-mechanistically-explains-long.yaml'

function verdictOnName(name: string, text = goodPaper): string[] {
  return verdictOn({[`papers/${name}`]: text})
}

test.each([
  [
    '2024-Retrieval-Head.yaml',
    '`R` in the file name, expected small letters, digits and hyphens',
    '2024-retrieval-head.yaml'
  ],
  [
    '2024_retrieval_head.yaml',
    '`_` in the file name, expected small letters, digits and hyphens',
    '2024-retrieval-head.yaml'
  ],
  [
    '2024 retrieval head.yaml',
    '` ` in the file name, expected small letters, digits and hyphens',
    '2024-retrieval-head.yaml'
  ],
  ['2024-rétrieval.yaml', '`é` in the file name, expected small letters, digits and hyphens', suggested],
  ['2404.15574.yaml', '`.` in the file name, expected small letters, digits and hyphens', suggested],
  ['2023-retrieval-head.yaml', '`2023` at the start of the file name, expected `2024`', '2024-retrieval-head.yaml'],
  ['retrieval-head.yaml', '`retrieval` at the start of the file name, expected `2024`', '2024-retrieval-head.yaml'],
  ['2024.yaml', 'file name, expected a year and words, with a hyphen between', suggested],
  ['2024--head.yaml', 'file name, expected a year and words, with a hyphen between', '2024-head.yaml'],
  ['2024-induction-head.yaml', '`induction` in the file name, expected words of the title', suggested]
])('%s', (name, unexpected, better) => {
  expect(verdictOnName(name)).toEqual([
    `papers/${name} error file-name Unexpected ${unexpected}; \`${better}\` would do`
  ])
})

test.each([
  ['2024-explains.yaml', goodPaper],
  ['2024-factuality-retrieval.yaml', goodPaper],
  ['2024-bert-s-heads.yaml', paperWith("title: BERT's Heads\n")],
  ['2024-berts-heads.yaml', paperWith("title: BERT's Heads\n")],
  ['2024-etude.yaml', paperWith('title: Étude\n')],
  ['2024-attention.yaml', paperWith('title: 注意力\n')],
  ['2024-anything.yaml', paperWith('date: unknown\n').replace('Mechanistically', 'Anything')]
])('%s is fine', (name, text) => {
  expect(verdictOnName(name, text).filter((line) => line.includes(' file-name '))).toEqual([])
})

test('a name that is taken is not suggested', () => {
  const found = verdictOn({
    'papers/2024-retrieval-head.yaml': goodPaper,
    'papers/2023-retrieval-head.yaml': otherPaper.replace('Long Context', 'Retrieval Head')
  })
  expect(found).toEqual([
    'papers/2023-retrieval-head.yaml error file-name Unexpected `2023` at the start of the file name, expected `2024`; `2024-retrieval-head-paper.yaml` would do'
  ])
})
