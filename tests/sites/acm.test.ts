import {expect, test} from 'vitest'
import {known} from '../support/address.ts'

const doi = '10.1145/3626772.3657819'

test.each([
  `https://dl.acm.org/doi/${doi}`,
  `http://dl.acm.org/doi/${doi}`,
  `https://www.dl.acm.org/doi/${doi}`,
  `https://dl.acm.org/doi/${doi}/`,
  `https://dl.acm.org/doi/abs/${doi}`,
  `https://dl.acm.org/doi/full/${doi}`,
  `https://dl.acm.org/doi/fullHtml/${doi}`,
  `https://dl.acm.org/doi/pdf/${doi}`,
  `https://dl.acm.org/doi/pdf/${doi}?download=true`,
  `https://dl.acm.org/doi/epdf/${doi}`
])('%s', (url) => {
  expect(known(url)).toBe(`https://dl.acm.org/doi/${doi} | doi:${doi} | ACM · Paper | - | acm`)
})

test.each([
  ['http://dl.acm.org/citation.cfm?id=1', 'https://dl.acm.org/citation.cfm?id=1'],
  ['https://dl.acm.org/doi/', 'https://dl.acm.org/doi/'],
  ['https://dl.acm.org/journal/tois', 'https://dl.acm.org/journal/tois']
])('another page: %s', (url, canonical) => {
  expect(known(url)).toBe(`${canonical} | - | ACM · Paper | - | acm`)
})
