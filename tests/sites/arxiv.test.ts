import {describe, expect, test} from 'vitest'
import {known} from '../support/address.ts'

describe('a paper', () => {
  const paper = 'https://arxiv.org/abs/2404.15574 | arxiv:2404.15574 | arXiv · Paper | 2024-4 | arxiv'
  test.each([
    'https://arxiv.org/abs/2404.15574',
    'http://arxiv.org/abs/2404.15574',
    'HTTPS://ARXIV.ORG/abs/2404.15574',
    'https://www.arxiv.org/abs/2404.15574',
    'https://arxiv.org/abs/2404.15574/',
    'https://arxiv.org/abs/2404.15574v1',
    'https://arxiv.org/abs/2404.15574v12',
    'https://arxiv.org/abs/2404.15574?context=cs.CL',
    'https://arxiv.org/abs/2404.15574#comments',
    'https://arxiv.org/pdf/2404.15574',
    'https://arxiv.org/pdf/2404.15574.pdf',
    'https://arxiv.org/pdf/2404.15574v2.pdf',
    'https://arxiv.org/html/2404.15574v2',
    'https://arxiv.org/format/2404.15574',
    'https://arxiv.org/ps/2404.15574',
    'https://export.arxiv.org/abs/2404.15574',
    'https://www.alphaxiv.org/abs/2404.15574',
    'https://ar5iv.org/abs/2404.15574',
    'https://ar5iv.labs.arxiv.org/html/2404.15574'
  ])('%s', (url) => {
    expect(known(url)).toBe(paper)
  })
})

test.each([
  [
    'https://arxiv.org/abs/0704.0001v2',
    'https://arxiv.org/abs/0704.0001 | arxiv:0704.0001 | arXiv · Paper | 2007-4 | arxiv'
  ],
  [
    'https://arxiv.org/abs/1412.9999',
    'https://arxiv.org/abs/1412.9999 | arxiv:1412.9999 | arXiv · Paper | 2014-12 | arxiv'
  ],
  [
    'https://arxiv.org/pdf/cs/0501001v1',
    'https://arxiv.org/abs/cs/0501001 | arxiv:cs/0501001 | arXiv · Paper | 2005-1 | arxiv'
  ],
  [
    'https://arxiv.org/abs/hep-th/9108001',
    'https://arxiv.org/abs/hep-th/9108001 | arxiv:hep-th/9108001 | arXiv · Paper | 1991-8 | arxiv'
  ],
  [
    'https://arxiv.org/abs/math.GT/0309136',
    'https://arxiv.org/abs/math.GT/0309136 | arxiv:math.gt/0309136 | arXiv · Paper | 2003-9 | arxiv'
  ],
  [
    'https://arxiv.org/abs/2413.00001',
    'https://arxiv.org/abs/2413.00001 | arxiv:2413.00001 | arXiv · Paper | - | arxiv'
  ],
  [
    'https://arxiv.org/abs/2400.00001',
    'https://arxiv.org/abs/2400.00001 | arxiv:2400.00001 | arXiv · Paper | - | arxiv'
  ]
])('%s', (url, facts) => {
  expect(known(url)).toBe(facts)
})

describe('another page of the site', () => {
  test.each([
    ['https://arxiv.org', 'https://arxiv.org'],
    ['https://www.arxiv.org/list/cs.CL/new', 'https://arxiv.org/list/cs.CL/new'],
    ['http://arxiv.org/abs/', 'https://arxiv.org/abs/'],
    ['https://arxiv.org/abs/2404.155', 'https://arxiv.org/abs/2404.155'],
    ['https://arxiv.org/abs/2404.155744', 'https://arxiv.org/abs/2404.155744'],
    ['https://arxiv.org/abs/2404.15574/more', 'https://arxiv.org/abs/2404.15574/more'],
    ['https://arxiv.org/abs/2404.15574v', 'https://arxiv.org/abs/2404.15574v'],
    ['https://arxiv.org/src/2404.15574', 'https://arxiv.org/src/2404.15574']
  ])('%s', (url, canonical) => {
    expect(known(url)).toBe(`${canonical} | - | arXiv · Paper | - | arxiv`)
  })
})

test.each(['https://notarxiv.org/abs/2404.15574', 'https://arxiv.org.example.com/abs/2404.15574'])(
  '%s is another site',
  (url) => {
    expect(known(url)).toBe(`${url} | - | undefined · undefined | - | -`)
  }
)
