import fc from 'fast-check'
import Papa from 'papaparse'
import {describe, expect, test} from 'vitest'
import {csv} from '../../src/exporters/csv.ts'
import {sourceOf} from '../../src/exporters/publication.ts'
import type {Paper} from '../../src/paper/paper.ts'
import {exportable} from '../support/exportable.ts'
import {listOf, paperOf} from '../support/page.ts'

function source(papers: readonly Paper[]) {
  return sourceOf({...listOf(papers), papersByName: papers})
}

/** The rows as another program reads them. */
function read(document: string): Record<string, string>[] {
  const {data, errors} = Papa.parse<Record<string, string>>(document.replace(/\r\n$/, ''), {
    header: true,
    newline: '\r\n'
  })
  expect(errors).toEqual([])
  return data
}

// What a spreadsheet takes for the start of a formula, wide forms included.
const formula = /^[=+\-@\t\r＝＋－＠]/

describe('CSV', () => {
  test('is a header and a row a paper, each ended by CRLF', () => {
    const paper = paperOf({
      name: '2024-a',
      title: 'Heads, "Tails"',
      authors: ['Ada Lovelace', 'Alan Turing'],
      venue: 'ICLR 2025',
      tags: ['One', 'Two'],
      groups: ['Surveys'],
      links: [{url: 'https://arxiv.org/pdf/2404.15574'}, {url: 'https://doi.org/10.1145/3626772.3657819'}],
      added: '2024-05-01',
      notes: 'Note'
    })
    expect(csv.render(source([paper]))).toBe(
      'key,title,date,authors,venue,tags,groups,arxiv,doi,links,summary,added,notes\r\n' +
        '2024-a,"Heads, ""Tails""",2024-04-24,Ada Lovelace; Alan Turing,ICLR 2025,One; Two,Surveys,2404.15574,10.1145/3626772.3657819,' +
        '"https://arxiv.org/abs/2404.15574\nhttps://doi.org/10.1145/3626772.3657819","One thing.\nAnother thing.",2024-05-01,Note\r\n'
    )
  })

  test('has a header without papers too', () => {
    expect(csv.render(source([]))).toBe(
      'key,title,date,authors,venue,tags,groups,arxiv,doi,links,summary,added,notes\r\n'
    )
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '\t=1', '=HYPERLINK("http://x.y","a")'])(
    'has no formula of %j',
    (title) => {
      expect(read(csv.render(source([paperOf({title})])))).toMatchObject([{title: `'${title}`}])
    }
  )

  test('comes back from another program whatever its texts are, and no cell is a formula', () => {
    fc.assert(
      fc.property(fc.array(exportable, {maxLength: 3}), (papers) => {
        const {publications} = source(papers)
        const rows = read(csv.render(source(papers)))
        expect(rows.map(({key}) => key)).toEqual(publications.map(({key}) => key))
        for (const [index, row] of rows.entries()) {
          const paper = publications[index]?.paper
          const as = (value = '') => (formula.test(value) ? `'${value}` : value)
          expect(row).toMatchObject({
            title: as(paper?.title),
            date: as(paper?.date),
            venue: as(paper?.venue),
            notes: as(paper?.notes),
            tags: as(paper?.tags.join('; ')),
            summary: as(paper?.summary?.join('\n'))
          })
          expect(Object.values(row).filter((cell) => formula.test(cell))).toEqual([])
        }
      })
    )
  })
})
