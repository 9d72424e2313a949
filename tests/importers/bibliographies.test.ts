import {expect, test} from 'vitest'
import {sources} from '../support/imported.ts'

const yaml = `title: "Bérénice and LLMs: A Study"
date: 2024-01-03
tags:
  - A
  - b, c
links:
  - https://arxiv.org/abs/2401.00001
  - https://github.com/a/b
summary:
  - One & only.
  - Two.
authors:
  - Jane Doe
  - Jan van der Berg
venue: ICLR 2024
groups:
  - Surveys
notes: Ours.
`

test('BibTeX becomes papers, with the fields of our own export', () => {
  const bib = `@inproceedings{a1,
  title = {{B\\'er\\'enice} and {LLM}s: A Study},
  author = {Doe, Jane and van der Berg, Jan},
  booktitle = {ICLR}, year = {2024}, month = jan, day = {3},
  eprint = {2401.00001}, archiveprefix = {arXiv}, url = {https://arxiv.org/abs/2401.00001},
  links = {https://github.com/a/b}, keywords = {A, {b, c}}, groups = {Surveys},
  annote = {One \\& only. \\par Two.}, comment = {Ours.}
}
`
  using folder = sources({'refs.bib': bib})
  folder.run({files: ['refs.bib']})
  expect(folder.files()).toEqual(['papers/2024-berenice-llms-study.yaml', 'refs.bib'])
  expect(folder.read('papers/2024-berenice-llms-study.yaml')).toBe(yaml)
})

test('CSL-JSON becomes papers too', () => {
  const item = {
    id: 'a1',
    type: 'paper-conference',
    title: 'Bérénice and LLMs: A Study',
    author: [
      {family: 'Doe', given: 'Jane'},
      {family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der'}
    ],
    issued: {'date-parts': [[2024, 1, 3]]},
    'container-title': 'ICLR',
    URL: 'https://arxiv.org/abs/2401.00001',
    custom: {
      tags: ['A', 'b, c'],
      links: ['https://arxiv.org/abs/2401.00001', 'https://github.com/a/b'],
      summary: ['One & only.', 'Two.'],
      groups: ['Surveys'],
      notes: 'Ours.'
    }
  }
  using folder = sources({'refs.json': JSON.stringify([item])})
  folder.run({files: ['refs.json']})
  expect(folder.read('papers/2024-berenice-llms-study.yaml')).toBe(yaml)
})

test('a record without a date or a link is named and left out', () => {
  using folder = sources({
    'refs.bib':
      '@misc{a, title={No Link At All}, year={2020}}\n@misc{b, title={A Good One}, year={2020}, url={https://arxiv.org/abs/2001.00001}}\n'
  })
  const {papers, defects} = folder.run({files: ['refs.bib']})
  expect(papers.map(({fields}) => fields.title)).toEqual(['A Good One'])
  expect(defects.map(({line, defect}) => [line, defect])).toEqual([[1, 'undated']])
})
