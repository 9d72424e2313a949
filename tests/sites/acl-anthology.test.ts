import {describe, expect, test} from 'vitest'
import {known} from '../support/address.ts'

describe('a paper by its old identifier', () => {
  test.each([
    'https://aclanthology.org/P19-1580/',
    'https://aclanthology.org/P19-1580',
    'https://aclanthology.org/p19-1580',
    'http://www.aclanthology.org/P19-1580',
    'https://aclanthology.org/P19-1580.pdf',
    'https://aclanthology.org/P19-1580v2.pdf',
    'https://aclanthology.org/P19-1580.bib',
    'https://aclanthology.org/papers/P/P19/P19-1580/',
    'https://aclanthology.info/papers/P19-1580/p19-1580',
    'https://www.aclweb.org/anthology/P19-1580',
    'http://aclweb.org/anthology/P19-1580.pdf',
    'https://www.aclweb.org/anthology/P/P19/P19-1580.pdf',
    'https://anthology.aclweb.org/P19-1580'
  ])('%s', (url) => {
    expect(known(url)).toBe('https://aclanthology.org/P19-1580/ | acl:p19-1580 | ACL · Paper | - | acl-anthology')
  })
})

describe('a paper by its new identifier', () => {
  test.each([
    'https://aclanthology.org/2024.findings-acl.199/',
    'https://aclanthology.org/2024.findings-acl.199.pdf',
    'https://aclanthology.org/2024.findings-acl.199v1.pdf',
    'https://aclanthology.org/2024.Findings-ACL.199',
    'https://www.aclweb.org/anthology/2024.findings-acl.199'
  ])('%s', (url) => {
    const facts = 'https://aclanthology.org/2024.findings-acl.199/ | acl:2024.findings-acl.199 | ACL Findings · Paper'
    expect(known(url)).toBe(`${facts} | - | acl-anthology`)
  })
})

describe('the venue of', () => {
  test.each([
    ['C18-1001', 'COLING'],
    ['D19-1001', 'EMNLP'],
    ['E17-1001', 'EACL'],
    ['J18-1001', 'CL'],
    ['K18-1001', 'CoNLL'],
    ['L18-1001', 'LREC'],
    ['N19-1001', 'NAACL'],
    ['P19-1001', 'ACL'],
    ['Q19-1001', 'TACL'],
    ['S19-1001', 'SemEval'],
    ['W19-4808', 'ACL'],
    ['2020.acl-main.1', 'ACL'],
    ['2022.naacl-long.1', 'NAACL'],
    ['2023.emnlp-main.1', 'EMNLP'],
    ['2020.findings-emnlp.1', 'EMNLP Findings'],
    ['2022.tacl-1.1', 'TACL'],
    ['2020.conll-1.1', 'CoNLL'],
    ['2020.semeval-1.1', 'SemEval'],
    ['2023.starsem-1.1', '*SEM'],
    ['2023.ijcnlp-main.1', 'IJCNLP'],
    ['2023.cl.1', 'CL']
  ])('%s is %s', (identifier, venue) => {
    expect(known(`https://aclanthology.org/${identifier}/`)).toContain(` | ${venue} · Paper | `)
  })
})

test.each([
  ['https://aclanthology.org', 'https://aclanthology.org'],
  ['https://aclanthology.org/venues/acl/', 'https://aclanthology.org/venues/acl/'],
  ['https://aclanthology.org/volumes/2024.acl-long/', 'https://aclanthology.org/volumes/2024.acl-long/'],
  ['http://www.aclweb.org/portal/', 'https://aclweb.org/portal/'],
  ['https://aclanthology.org/P19-1580/more', 'https://aclanthology.org/P19-1580/more']
])('another page: %s', (url, canonical) => {
  expect(known(url)).toBe(`${canonical} | - | ACL · Paper | - | acl-anthology`)
})
