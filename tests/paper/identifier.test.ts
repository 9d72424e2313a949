import {describe, expect, test} from 'vitest'
import {arxivOfDoi, doiIdentifier, isArxivIdentifier, isDoi} from '../../src/paper/identifier.ts'

test.each(['2404.15574', '0704.0001', '1412.9999', 'cs/0501001', 'math.GT/0309136', 'hep-th/9901001', 'CS/0501001'])(
  '%s is an arXiv identifier',
  (text) => {
    expect(isArxivIdentifier(text)).toBe(true)
  }
)

test.each([
  '',
  '2404.155',
  '2404.15574v2',
  '2404.155741',
  '240.15574',
  ' 2404.15574',
  '2404.15574\n',
  'arXiv:2404.15574',
  '404.155744',
  'cs/050100',
  'cs/05010011',
  '/0501001',
  'a-b-c/0501001'
])('%j is none', (text) => {
  expect(isArxivIdentifier(text)).toBe(false)
})

test.each(['10.1145/3626772.3657819', '10.48550/arXiv.2404.15574', '10.1000/1/2/3', '10.123456789/a(b)<c>'])(
  '%s is a DOI',
  (text) => {
    expect(isDoi(text)).toBe(true)
  }
)

test.each(['', '10.1145', '10.1145/', '10.114/x', '11.1145/x', 'doi:10.1145/x', '10.1145/a b', '10.1145/x\n'])(
  '%j is no DOI',
  (text) => {
    expect(isDoi(text)).toBe(false)
  }
)

describe('a DOI stands for', () => {
  test.each([
    ['10.48550/arXiv.2404.15574', 'arxiv:2404.15574'],
    ['10.48550/arxiv.2404.15574v3', 'arxiv:2404.15574'],
    ['10.48550/ARXIV.CS/0501001', 'arxiv:cs/0501001'],
    ['10.48550/arXiv.2404.15574/', 'arxiv:2404.15574'],
    ['10.48550/other', 'doi:10.48550/other'],
    ['10.18653/v1/P19-1580', 'acl:p19-1580'],
    ['10.18653/v1/2024.findings-acl.199', 'acl:2024.findings-acl.199'],
    ['10.3115/v1/D14-1179', 'acl:d14-1179'],
    ['10.3115/1073083.1073135', 'doi:10.3115/1073083.1073135'],
    ['10.1145/ABC.def', 'doi:10.1145/abc.def'],
    ['not a DOI', undefined]
  ])('%s: %s', (text, identifier) => {
    expect(doiIdentifier(text)).toBe(identifier)
  })
})

test('the arXiv identifier of a DOI keeps its case', () => {
  expect(arxivOfDoi('10.48550/arXiv.math.GT/0309136v2')).toBe('math.GT/0309136')
  expect(arxivOfDoi('10.1145/3626772.3657819')).toBeUndefined()
})
