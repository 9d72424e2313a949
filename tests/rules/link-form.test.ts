import {expect, test} from 'vitest'
import {goodPath} from '../support/list.ts'
import {verdictOnFields} from '../support/verdict.ts'

test.each([
  ['https://arxiv.org/pdf/2404.15574', 'https://arxiv.org/abs/2404.15574'],
  ['https://arxiv.org/pdf/2404.15574v2.pdf', 'https://arxiv.org/abs/2404.15574'],
  ['https://arxiv.org/abs/2404.15574v1', 'https://arxiv.org/abs/2404.15574'],
  ['http://www.arxiv.org/abs/2404.15574', 'https://arxiv.org/abs/2404.15574'],
  ['https://arxiv.org/abs/2404.15574?utm_source=feed', 'https://arxiv.org/abs/2404.15574'],
  ['https://doi.org/10.48550/arXiv.2404.15574', 'https://arxiv.org/abs/2404.15574'],
  ['https://openreview.net/pdf?id=kvcbV8KQsi', 'https://openreview.net/forum?id=kvcbV8KQsi'],
  ['https://github.com/nightdessert/Retrieval_Head.git', 'https://github.com/nightdessert/Retrieval_Head']
])('%s', (url, canonical) => {
  expect(verdictOnFields(`links:\n  - ${url}\n`)).toEqual([
    `${goodPath}:6:5 error link-form Unexpected form \`${url}\`, expected \`${canonical}\``
  ])
})

test.each([
  'javascript:alert(1)',
  'ftp://arxiv.org/abs/2404.15574',
  'mailto:me@example.org',
  'https://me:secret@arxiv.org/abs/2404.15574',
  'http://localhost/paper',
  'https://arxiv.org/abs/2404.15574 (arXiv)',
  'arXiv 2404.15574',
  './papers/mine.pdf'
])('%s is no public web address', (url) => {
  expect(verdictOnFields(`links:\n  - '${url}'\n`)).toEqual([
    `${goodPath}:6:5 error link-form Unexpected link \`${url}\`, expected a public http or https address`
  ])
})

test('an address without https is told the whole one', () => {
  expect(verdictOnFields('links:\n  - www.arxiv.org/pdf/2404.15574\n')).toEqual([
    `${goodPath}:6:5 error link-form Unexpected link \`www.arxiv.org/pdf/2404.15574\`, expected \`https://arxiv.org/abs/2404.15574\``
  ])
})

test('a host that is not known needs both halves of its badge', () => {
  const url = 'https://blog.example/heads'
  const unexpected = 'error link-form Unexpected host `blog.example` without'
  expect(verdictOnFields(`links:\n  - ${url}\n`)).toEqual([
    `${goodPath}:6:5 ${unexpected} site and kind, expected {url, site, kind} for the badge`
  ])
  expect(verdictOnFields(`links:\n  - url: ${url}\n    site: Blog\n`)).toEqual([
    `${goodPath}:6:10 ${unexpected} kind, expected {url, site, kind} for the badge`
  ])
  expect(verdictOnFields(`links:\n  - kind: Post\n    url: ${url}\n`)).toEqual([
    `${goodPath}:7:10 ${unexpected} site, expected {url, site, kind} for the badge`
  ])
  expect(verdictOnFields(`links:\n  - url: ${url}\n    site: Blog\n    kind: Post\n`)).toEqual([])
})

test('the configuration can make a host known, with every name below it', () => {
  const config = 'sites:\n  - host: blog.example\n    site: Blog\n    kind: Post\n'
  expect(verdictOnFields('links:\n  - https://blog.example/heads\n', config)).toEqual([])
  expect(verdictOnFields('links:\n  - https://www.blog.example/heads\n', config)).toEqual([])
  expect(verdictOnFields('links:\n  - https://my.blog.example/heads\n', config)).toEqual([])
})

test('on a host that is not known only tracking parameters are out of form', () => {
  const link = (url: string) => `links:\n  - url: ${url}\n    site: Blog\n    kind: Post\n`
  expect(verdictOnFields(link('http://www.blog.example/a?utm_medium=x&id=1'))).toEqual([
    `${goodPath}:6:10 error link-form Unexpected form \`http://www.blog.example/a?utm_medium=x&id=1\`, expected \`http://www.blog.example/a?id=1\``
  ])
  expect(verdictOnFields(link('http://www.blog.example/a?id=1#b'))).toEqual([])
})
