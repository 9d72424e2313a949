import {describe, expect, test} from 'vitest'
import {judge, title} from '../support/judge.ts'
import {always, type Reply} from '../support/loopback.ts'
import {openreviewSite, page} from '../support/publishers.ts'

const forum = (id: string) => `https://openreview.net/forum?id=${id}`

describe('a status says nothing: only a title does', async () => {
  const expected: [url: string, verdict: string][] = [
    [forum('kvcbV8KQsi'), 'verified: the page names this paper'],
    [
      'https://openreview.net/pdf?id=kvcbV8KQsi',
      'blocked: OpenReview answered 200 without naming a paper, as it does for any address'
    ],
    [forum('another'), `mismatch: the page is \`A Survey of Quantum Chromodynamics on the Lattice\`, not \`${title}\``],
    [forum('unknown'), 'blocked: OpenReview answered 200 without naming a paper, as it does for any address'],
    [forum('challenged'), 'blocked: OpenReview sends robots to /challenge'],
    [forum('forbidden'), 'blocked: OpenReview sends robots to /login']
  ]
  const site = openreviewSite(
    {kvcbV8KQsi: title, another: 'A Survey of Quantum Chromodynamics on the Lattice'},
    {challenged: '/challenge', forbidden: '/login'}
  )
  const judged = await judge(
    {'openreview.net': site},
    expected.map(([url]) => url),
    {withoutPaper: ['https://openreview.net/group?id=ICLR.cc/2024']}
  )

  test.each(expected)('%s', (url, verdict) => {
    expect(judged.verdict(url)).toBe(verdict)
  })

  test('a page of no paper is a page like any other', () => {
    expect(judged.verdict('https://openreview.net/group?id=ICLR.cc/2024')).toBe('alive: answered well')
  })
})

test.concurrent.each<[string, Reply, string]>([
  ['403', {status: 403}, 'blocked: status 403, which robots get for live pages too'],
  ['429', {status: 429, headers: {'retry-after': '3600'}}, 'transient: too many requests, said the server three times'],
  ['502', {status: 502, headers: {'retry-after': '0'}}, 'transient: status 502, three times'],
  ['404, twice', {status: 404}, 'broken: asked twice, and the answer was 404'],
  [
    'a title of its own for every page',
    {body: page('Forum | OpenReview', {'og:title': 'Forum'})},
    'blocked: OpenReview answered 200 without naming a paper, as it does for any address'
  ]
])('%s', async (_, reply, verdict) => {
  const judged = await judge({'openreview.net': always(reply)}, [forum('kvcbV8KQsi')])
  expect(judged.verdict(forum('kvcbV8KQsi'))).toBe(verdict)
})
