import {expect, test} from 'vitest'
import {known} from '../support/address.ts'

test.each([
  ['https://doi.org/10.1145/3626772.3657819', 'https://doi.org/10.1145/3626772.3657819 | doi:10.1145/3626772.3657819'],
  [
    'http://dx.doi.org/10.1145/3626772.3657819',
    'https://doi.org/10.1145/3626772.3657819 | doi:10.1145/3626772.3657819'
  ],
  ['https://www.doi.org/10.1145/ABC', 'https://doi.org/10.1145/ABC | doi:10.1145/abc'],
  ['https://doi.org/10.1145%2Fabc', 'https://doi.org/10.1145%2Fabc | doi:10.1145/abc'],
  ['https://doi.org/10.1145/a%ZZ', 'https://doi.org/10.1145/a%ZZ | doi:10.1145/a%zz'],
  ['https://doi.org/10.48550/arXiv.2404.15574', 'https://arxiv.org/abs/2404.15574 | arxiv:2404.15574'],
  ['https://doi.org/10.48550/arXiv.2404.15574/', 'https://arxiv.org/abs/2404.15574 | arxiv:2404.15574'],
  ['http://dx.doi.org/10.48550/ARXIV.2404.15574v2', 'https://arxiv.org/abs/2404.15574 | arxiv:2404.15574'],
  ['https://doi.org/10.48550/arXiv.cs/0501001', 'https://arxiv.org/abs/cs/0501001 | arxiv:cs/0501001'],
  ['https://doi.org/10.18653/v1/P19-1580', 'https://doi.org/10.18653/v1/P19-1580 | acl:p19-1580'],
  [
    'https://doi.org/10.18653/v1/2024.findings-acl.199',
    'https://doi.org/10.18653/v1/2024.findings-acl.199 | acl:2024.findings-acl.199'
  ],
  ['https://doi.org', 'https://doi.org | -'],
  ['http://doi.org/the-identifier/', 'https://doi.org/the-identifier/ | -'],
  ['https://doi.org/10.1145/', 'https://doi.org/10.1145/ | -']
])('%s', (url, facts) => {
  expect(known(url)).toBe(`${facts} | DOI · Paper | - | doi`)
})
