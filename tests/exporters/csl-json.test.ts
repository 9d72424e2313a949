import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {cslJson} from '../../src/exporters/csl-json.ts'
import {sourceOf} from '../../src/exporters/publication.ts'
import type {Paper} from '../../src/paper/paper.ts'
import {exportable} from '../support/exportable.ts'
import {listOf, paperOf} from '../support/page.ts'

function items(...papers: Paper[]): Record<string, unknown>[] {
  return JSON.parse(cslJson.render(sourceOf({...listOf(papers), papersByName: papers})))
}

describe('CSL-JSON', () => {
  test('has a preprint as such', () => {
    expect(items(paperOf({name: '2024-a', notes: 'Note'}))).toEqual([
      {
        id: '2024-a',
        type: 'article',
        title: 'A Paper',
        issued: {'date-parts': [[2024, 4, 24]]},
        publisher: 'arXiv',
        number: 'arXiv:2404.15574',
        URL: 'https://arxiv.org/abs/2404.15574',
        keyword: 'Retrieval Head',
        custom: {
          tags: ['Retrieval Head'],
          links: [{url: 'https://arxiv.org/abs/2404.15574'}],
          summary: ['One thing.', 'Another thing.'],
          notes: 'Note'
        }
      }
    ])
  })

  test('has a published paper with its venue, its DOI and the year that it came out', () => {
    const links = [{url: 'https://doi.org/10.1145/3626772.3657819'}, {url: 'https://arxiv.org/abs/2310.00001'}]
    const [item] = items(paperOf({venue: 'SIGIR 2024', date: '2023-10', links}))
    expect(item).toMatchObject({
      type: 'paper-conference',
      'container-title': 'SIGIR 2024',
      DOI: '10.1145/3626772.3657819',
      URL: 'https://doi.org/10.1145/3626772.3657819',
      issued: {'date-parts': [[2024]]},
      'original-date': {'date-parts': [[2023, 10]]}
    })
    expect(item).not.toHaveProperty('publisher')
  })

  test.each([
    ['2024', {'date-parts': [[2024]]}],
    ['2024-05', {'date-parts': [[2024, 5]]}],
    ['soon', {literal: 'soon'}]
  ])('has no more of the date %s than is known', (date, issued) => {
    expect(items(paperOf({date}))).toMatchObject([{issued}])
  })

  test.each([
    ['Ada Lovelace', {family: 'Lovelace', given: 'Ada'}],
    ['Augusta Ada King Lovelace', {family: 'Lovelace', given: 'Augusta Ada King'}],
    ['Ludwig van Beethoven', {family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van'}],
    ['Martin Luther King Jr.', {family: 'King', given: 'Martin Luther', suffix: 'Jr.'}],
    ['OpenAI', {literal: 'OpenAI'}],
    ['张三', {literal: '张三'}],
    ['Acme, Inc.', {literal: 'Acme, Inc.'}]
  ])('has the author %s in parts', (name, parts) => {
    expect(items(paperOf({authors: [name]}))).toMatchObject([{author: [parts]}])
  })

  test('keeps every text as it is', () => {
    fc.assert(
      fc.property(exportable, (paper) => {
        const [item] = items(paper)
        const given = {
          links: paper.links.map((link) => JSON.parse(JSON.stringify(link))),
          tags: paper.tags,
          ...(paper.summary && {summary: paper.summary})
        }
        expect(item).toMatchObject({
          title: paper.title,
          custom: given,
          ...(paper.venue && {'container-title': paper.venue.trim()})
        })
      })
    )
  })
})
