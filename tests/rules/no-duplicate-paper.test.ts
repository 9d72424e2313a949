import {expect, test} from 'vitest'
import {goodPaper, goodPath, paperWith} from '../support/list.ts'
import {otherPaper, verdictOn} from '../support/verdict.ts'

const other = 'papers/2024-long-context.yaml'

/** What lint says of the good paper beside another, whose fields are replaced. */
function verdictBeside(fields: string): string[] {
  const second = paperWith(`title: Long Context\nlinks:\n  - https://arxiv.org/abs/2404.11111\n${fields}`)
  return verdictOn({[goodPath]: goodPaper, [other]: second})
}

function twins(name: string, line: string): string[] {
  const reason = `error no-duplicate-paper Unexpected second file for ${name}, expected one:`
  return [
    `${other}:${line} ${reason} \`${goodPath}\` has it too`,
    `${goodPath}:${line} ${reason} \`${other}\` has it too`
  ]
}

test('two papers with nothing in common', () => {
  expect(verdictOn({[goodPath]: goodPaper, [other]: otherPaper})).toEqual([])
})

test('one arXiv identifier, whatever version or host it comes from', () => {
  expect(verdictBeside('links:\n  - https://arxiv.org/abs/2404.15574\n')).toEqual(twins('arxiv:2404.15574', '6:5'))
  const found = verdictBeside('links:\n  - https://huggingface.co/papers/2404.15574\n')
  expect(found).toEqual(twins('arxiv:2404.15574', '6:5'))
})

test('one DOI, in whatever case', () => {
  const doi = (name: string) => `links:\n  - https://doi.org/${name}\n`
  const first = paperWith(doi('10.1145/ABC.1'))
  expect(verdictOn({[goodPath]: first, [other]: paperWith(`title: Long Context\n${doi('10.1145/abc.1')}`)})).toEqual(
    twins('doi:10.1145/abc.1', '6:5')
  )
})

test('one title but for case and punctuation', () => {
  const title = 'title: "Retrieval head, mechanistically explains LONG context factuality!"\n'
  const found = verdictBeside(title).filter((line) => line.includes(' no-duplicate-paper '))
  expect(found).toEqual(twins('this title', '1:8'))
})

test('papers that share a title and an identifier are told once', () => {
  expect(verdictOn({[goodPath]: goodPaper, 'papers/2024-long-context.yaml': goodPaper})).toEqual(
    twins('arxiv:2404.15574', '6:5')
  )
})

test('each of three files names another', () => {
  const third = 'papers/2024-mechanistically.yaml'
  const found = verdictOn({[goodPath]: goodPaper, [other]: goodPaper, [third]: goodPaper})
  const reason = '6:5 error no-duplicate-paper Unexpected second file for arxiv:2404.15574, expected one:'
  expect(found).toEqual([
    `${other}:${reason} \`${third}\` has it too`,
    `${third}:${reason} \`${other}\` has it too`,
    `${goodPath}:${reason} \`${other}\` has it too`
  ])
})
