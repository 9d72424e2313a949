import {parse} from '@retorquere/bibtex-parser'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {bibtex} from '../../src/exporters/bibtex.ts'
import {sourceOf} from '../../src/exporters/publication.ts'
import type {Paper} from '../../src/paper/paper.ts'
import {exportable} from '../support/exportable.ts'
import {hostileTexts, text} from '../support/hostile.ts'
import {listOf, paperOf, shown} from '../support/page.ts'

function render(...papers: Paper[]): string {
  return bibtex.render(sourceOf({...listOf(papers), papersByName: papers}))
}

/** The entries as another program reads them. */
function read(document: string) {
  const {entries, errors} = parse(document, {sentenceCase: false, caseProtection: false, removeOuterBraces: []})
  expect(errors).toEqual([])
  return entries.map(({type, key, fields}): Record<string, unknown> => ({type, key, ...fields}))
}

describe('BibTeX', () => {
  test('has a preprint as arXiv has it', () => {
    expect(
      render(paperOf({name: '2024-retrieval-head', title: 'A Head in GPT-2', tags: ['Copy Head', 'Mover Head']}))
    ).toBe(`@misc{2024-retrieval-head,
  title = {A Head in {GPT-2}},
  year = {2024},
  month = apr,
  day = {24},
  eprint = {2404.15574},
  archiveprefix = {arXiv},
  url = {https://arxiv.org/abs/2404.15574},
  keywords = {Copy Head, Mover Head},
  annote = {One thing. \\par Another thing.}
}
`)
  })

  test('has a published paper with its venue, year, DOI and authors', () => {
    const paper = paperOf({
      name: '2023-a',
      date: '2023-10-02',
      venue: 'ICLR 2024',
      authors: ['Ada Lovelace', 'Ludwig van Beethoven', 'Barnes and Noble', 'OpenAI, Inc.', '张三'],
      links: [
        {url: 'https://doi.org/10.18653/v1/2024.acl-long.1'},
        {url: 'https://arxiv.org/abs/2310.00001v2'},
        {url: 'https://github.com/a/b_c'}
      ],
      summary: undefined,
      groups: ['One, Two', 'Three'],
      added: '2024-05-01',
      notes: '100% sure'
    })
    expect(render(paper)).toBe(`@inproceedings{2023-a,
  title = {A Paper},
  author = {Ada Lovelace and Ludwig van Beethoven and {Barnes and Noble} and {OpenAI, Inc.} and 张三},
  booktitle = {ICLR 2024},
  year = {2024},
  origdate = {2023-10-02},
  eprint = {2310.00001},
  archiveprefix = {arXiv},
  doi = {10.18653/v1/2024.acl-long.1},
  url = {https://doi.org/10.18653/v1/2024.acl-long.1},
  links = {https://arxiv.org/abs/2310.00001 https://github.com/a/b\\_c},
  keywords = {Retrieval Head},
  groups = {{One, Two}, Three},
  timestamp = {2024-05-01},
  comment = {100\\% sure}
}
`)
  })

  test.each([
    ['Journal of Machine Learning Research', 'article', 'journal'],
    ['TACL 2024', 'article', 'journal'],
    ['NeurIPS 2023', 'inproceedings', 'booktitle']
  ])('has %s as %s', (venue, type, field) => {
    expect(read(render(paperOf({venue})))).toMatchObject([{type, [field]: venue}])
  })

  test.each([
    ['2024', {year: '2024'}],
    ['2024-05', {year: '2024', month: '5'}],
    ['2024-05-06', {year: '2024', month: '5', day: '6'}]
  ])('has no more of the date %s than is known', (date, fields) => {
    const [entry] = read(render(paperOf({date})))
    expect(Object.fromEntries(Object.entries(entry ?? {}).filter(([name]) => /year|month|day/.test(name)))).toEqual(
      fields
    )
  })

  test('is empty without papers', () => {
    expect(render()).toBe('')
  })
})

describe('a hostile text', () => {
  test.each(hostileTexts)('%j comes back from another program', (hostile) => {
    const [entry, ...others] = read(render(paperOf({title: hostile, venue: hostile, notes: hostile})))
    expect(others).toEqual([])
    expect([entry?.['title'], entry?.['booktitle'] ?? entry?.['journal'], entry?.['comment']]).toEqual([
      shown(hostile),
      shown(hostile),
      shown(hostile)
    ])
  })

  test('neither ends its field nor its entry', () => {
    fc.assert(
      fc.property(fc.array(exportable, {minLength: 1, maxLength: 3}), (papers) => {
        const entries = read(render(...papers))
        expect(entries.map(({key}) => key)).toEqual(
          sourceOf({...listOf(papers), papersByName: papers}).publications.map(({key}) => key)
        )
      })
    )
  })

  test('comes back as a title and as a venue', () => {
    fc.assert(
      fc.property(text, (hostile) => {
        const [entry] = read(render(paperOf({title: hostile, venue: hostile})))
        expect(entry?.['title']).toBe(shown(hostile))
        expect(entry?.['booktitle'] ?? entry?.['journal']).toBe(shown(hostile))
      }),
      {numRuns: 500}
    )
  })

  test('runs no command of TeX', () => {
    const known =
      /\\(?:textbackslash|textbraceleft|textbraceright|textasciitilde|textasciicircum|textless|textgreater|textbar|par)(?![a-z])|\\[$&%#_]/g
    fc.assert(
      fc.property(text, (hostile) => {
        const document = render(
          paperOf({
            title: hostile,
            authors: [hostile],
            venue: hostile,
            tags: [hostile],
            summary: [hostile],
            notes: hostile
          })
        )
        expect(document.replace(known, '')).not.toContain('\\')
        expect(document.replace(/\\[$&%#_]/g, '').replace(/^ {2}(?:url|doi|eprint) = .*$/gm, '')).not.toMatch(
          /[$&%#_~^]/
        )
      })
    )
  })
})
