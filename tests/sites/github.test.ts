import {expect, test} from 'vitest'
import {known} from '../support/address.ts'

test.each([
  ['https://github.com/nightdessert/Retrieval_Head', 'https://github.com/nightdessert/Retrieval_Head'],
  ['http://www.github.com/nightdessert/Retrieval_Head/', 'https://github.com/nightdessert/Retrieval_Head'],
  ['https://github.com/nightdessert/Retrieval_Head.git', 'https://github.com/nightdessert/Retrieval_Head'],
  [
    'https://github.com/nightdessert/Retrieval_Head?tab=readme-ov-file',
    'https://github.com/nightdessert/Retrieval_Head'
  ],
  ['https://github.com/a/b#readme', 'https://github.com/a/b#readme'],
  ['https://github.com/a/b/tree/main/c/', 'https://github.com/a/b/tree/main/c'],
  ['https://github.com/a/b/blob/main/c.py?plain=1#L3', 'https://github.com/a/b/blob/main/c.py#L3'],
  ['https://github.com/a/github.io', 'https://github.com/a/github.io'],
  ['http://github.com/a', 'https://github.com/a'],
  ['https://github.com', 'https://github.com'],
  ['https://github.com/topics/attention?page=2', 'https://github.com/topics/attention?page=2'],
  ['https://www.github.com/orgs/a/repositories?q=b', 'https://github.com/orgs/a/repositories?q=b']
])('%s', (url, canonical) => {
  expect(known(url)).toBe(`${canonical} | - | GitHub · Code | - | github`)
})

test.each(['https://gist.github.com/a/b', 'https://a.github.io/b', 'https://raw.githubusercontent.com/a/b/main/c'])(
  '%s is another site',
  (url) => {
    expect(known(url)).toBe(`${url} | - | undefined · undefined | - | -`)
  }
)
