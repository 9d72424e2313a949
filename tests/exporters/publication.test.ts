import {describe, expect, test} from 'vitest'
import {sourceOf} from '../../src/exporters/publication.ts'
import type {Paper} from '../../src/paper/paper.ts'
import {listOf, paperOf} from '../support/page.ts'

function publications(papers: readonly Paper[], configuration = '') {
  return sourceOf({...listOf(papers, configuration), papersByName: papers}).publications
}

function linked(...links: Paper['links']) {
  return publications([paperOf({links})])[0]
}

describe('the key of a paper', () => {
  test.each([
    ['2024-retrieval-head', '2024-retrieval-head'],
    ['2024-Ünïcode_and {braces}, too', '2024-Unicode-and-braces-too'],
    ['记忆', 'paper'],
    ['--a--', 'a']
  ])('in the file %j is %j', (name, key) => {
    expect(publications([paperOf({name})]).map((each) => each.key)).toEqual([key])
  })

  test('is no other paper’s, whatever their dates', () => {
    const files = [paperOf({name: '2024-a b', date: '2023'}), paperOf({name: '2024-A_B', date: '2024'})]
    const keys = publications(files).map(({paper, key}) => [paper.file.path, key])
    expect(keys).toEqual([
      ['papers/2024-A_B.yaml', '2024-A-B-2'],
      ['papers/2024-a b.yaml', '2024-a-b']
    ])
  })
})

describe('the identifiers of a paper', () => {
  test.each([
    ['https://arxiv.org/pdf/2404.15574v3.pdf', '2404.15574'],
    ['https://arxiv.org/abs/math.GT/0309136', 'math.GT/0309136'],
    ['https://huggingface.co/papers/2404.15574', '2404.15574'],
    ['https://doi.org/10.48550/arXiv.2404.15574', '2404.15574'],
    ['https://example.org/abs/2404.15574', undefined]
  ])('in %s: arXiv %s', (url, arxiv) => {
    expect(linked({url})?.arxiv).toBe(arxiv)
  })

  test.each([
    ['https://doi.org/10.1145/3626772.3657819', '10.1145/3626772.3657819'],
    ['https://doi.org/10.18653/v1/2024.acl-long.1', '10.18653/v1/2024.acl-long.1'],
    ['https://doi.org/10.1002/%28SICI%291', '10.1002/(SICI)1'],
    ['https://dl.acm.org/doi/pdf/10.1145/3626772.3657819', '10.1145/3626772.3657819'],
    ['https://doi.org/10.48550/arXiv.2404.15574', undefined],
    ['https://aclanthology.org/2024.acl-long.1/', undefined]
  ])('in %s: DOI %s', (url, doi) => {
    expect(linked({url})?.doi).toBe(doi)
  })

  test('are those of its first link that has any', () => {
    const found = linked(
      {url: 'https://github.com/a/b'},
      {url: 'https://arxiv.org/abs/2404.15574'},
      {url: 'https://arxiv.org/abs/2405.00001'}
    )
    expect(found?.arxiv).toBe('2404.15574')
  })

  test('leave out what is no address, and what is twice the same', () => {
    const urls = [
      'javascript:alert(1)',
      'https://arxiv.org/pdf/2404.15574',
      'https://arxiv.org/abs/2404.15574v2',
      'ftp://x.org'
    ]
    expect(linked(...urls.map((url) => ({url})))?.urls).toEqual(['https://arxiv.org/abs/2404.15574'])
  })
})

describe('the venue of a paper', () => {
  test.each([
    ['ICLR 2024', {name: 'ICLR 2024', isJournal: false, year: 2024}],
    ['TACL', {name: 'TACL', isJournal: true, year: undefined}],
    ['IEEE Transactions on X, 12345', {name: 'IEEE Transactions on X, 12345', isJournal: true, year: undefined}]
  ])('is %s as its file says', (venue, expected) => {
    expect(publications([paperOf({venue, links: [{url: 'https://aclanthology.org/P19-1580/'}]})])[0]?.venue).toEqual(
      expected
    )
  })

  test.each([
    [
      {url: 'https://openreview.net/forum?id=kvcbV8KQsi', site: 'ICLR', kind: 'Poster'},
      {name: 'ICLR', isJournal: false, year: undefined}
    ],
    [{url: 'https://aclanthology.org/2024.findings-acl.199/'}, {name: 'ACL Findings', isJournal: false, year: 2024}],
    [{url: 'https://aclanthology.org/P19-1580/'}, {name: 'ACL', isJournal: false, year: 2019}],
    [{url: 'https://aclanthology.org/2023.tacl-1.5/'}, {name: 'TACL', isJournal: true, year: 2023}],
    [
      {url: 'https://dl.acm.org/doi/10.1145/3626772.3657819', site: 'SIGIR'},
      {name: 'SIGIR', isJournal: false, year: undefined}
    ],
    [{url: 'https://dl.acm.org/doi/10.1145/3626772.3657819'}, undefined],
    [{url: 'https://openreview.net/forum?id=kvcbV8KQsi'}, undefined],
    [{url: 'https://openreview.net/forum?id=kvcbV8KQsi', site: 'ICLR', kind: 'Submission'}, undefined],
    [{url: 'https://arxiv.org/abs/2404.15574', site: 'ICLR', kind: 'Poster'}, undefined],
    [{url: 'https://github.com/a/b', site: 'ICLR', kind: 'Paper'}, undefined]
  ])('follows from %j', (link, expected) => {
    expect(linked(link)?.venue).toEqual(expected)
  })
})
