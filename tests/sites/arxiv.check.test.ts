import {describe, expect, test} from 'vitest'
import {judge, title} from '../support/judge.ts'
import {always, type Host, inTurn, type Reply} from '../support/loopback.ts'
import {arxivApi, arxivPages, feed, type Preprint, page} from '../support/publishers.ts'

const retrievalHead: Preprint = {id: '2404.15574', title, versions: 2}
const papers: readonly Preprint[] = [
  retrievalHead,
  {id: 'cs/0501001', title},
  {id: '2404.00001', title: 'A Survey of Quantum Chromodynamics on the Lattice'},
  {id: '2404.00002', title, comment: 'This paper has been withdrawn by the author due to an error in equation 1'},
  {id: '2404.00003', title, date: '2024-09-01'},
  {id: '2404.00004', title, isUnlisted: true},
  {id: '2404.00005', title, isUnlisted: true, notice: 'This paper has been withdrawn by A. Author'},
  {id: '2404.00006', title, isUnlisted: true, status: 410},
  {id: '2404.00007', title, comment: 'Withdrawn from a workshop; 12 pages'},
  {id: '2404.00008', title, comment: 'An earlier version was withdrawn; 12 pages'},
  {id: '2404.00009', title, summary: 'This submission has been withdrawn by arXiv administrators.'},
  {id: '2404.00010', title: 'Quantum Chromodynamics', isUnlisted: true}
]

const abs = (id: string) => `https://arxiv.org/abs/${id}`
const arxiv = (api: Host = arxivApi(papers), pages: Host = arxivPages(papers)) => ({
  'export.arxiv.org': api,
  'arxiv.org': pages
})
const limit: Reply = {headers: {'content-type': 'text/plain'}, body: 'Rate exceeded.'}

describe.concurrent('one batch of many identifiers, then those that are missing again, then their pages', async () => {
  const expected: [url: string, verdict: string][] = [
    [abs('2404.15574'), "verified: arXiv's API names this paper"],
    [abs('2404.15574v2'), "verified: arXiv's API names this paper"],
    ['https://arxiv.org/pdf/2404.15574', "verified: arXiv's API names this paper"],
    ['https://arxiv.org/pdf/2404.15574v1.pdf', "verified: arXiv's API names this paper"],
    [abs('cs/0501001'), "verified: arXiv's API names this paper"],
    [
      abs('2404.00001'),
      `mismatch: arXiv 2404.00001 is \`A Survey of Quantum Chromodynamics on the Lattice\`, not \`${title}\``
    ],
    [
      abs('2404.00002'),
      'withdrawn: arXiv says: `This paper has been withdrawn by the author due to an error in equation 1`'
    ],
    [abs('2404.00003'), "verified: arXiv's API names this paper; it is dated 2024-09-01, the file 2024-04-24"],
    [abs('2404.00004'), 'verified: the page names this paper'],
    [abs('2404.00005'), 'withdrawn: arXiv says: `This paper has been withdrawn by A. Author`'],
    [abs('2404.00006'), 'broken: arXiv has no 2404.00006: asked the API and the page'],
    [abs('2404.00007'), "verified: arXiv's API names this paper"],
    [abs('2404.00008'), "verified: arXiv's API names this paper"],
    [abs('2404.00009'), 'withdrawn: arXiv says: `This submission has been withdrawn by arXiv administrators.`'],
    [abs('2404.00010'), `mismatch: the page is \`Quantum Chromodynamics\`, not \`${title}\``],
    [abs('2409.99999'), 'broken: arXiv has no 2409.99999: asked the API and the page'],
    [abs('2404.15574v9'), 'broken: arXiv has no 2404.15574v9: asked the API and the page'],
    [abs('2413.00001'), 'broken: arXiv has no 2413.00001: asked its page twice']
  ]
  const judged = await judge(
    arxiv(),
    expected.map(([url]) => url)
  )

  test.each(expected)('%s', (url, verdict) => {
    expect(judged.verdict(url)).toBe(verdict)
  })

  test('asks the API twice for all of them, and pages only of those that it does not name', () => {
    const api = judged.asked.filter((each) => each.includes('/api/query'))
    expect(api.map((each) => new URL(each.slice(4)).searchParams.get('id_list')?.split(',').length)).toEqual([13, 6])
    const pages = judged.asked.filter((each) => each.includes('https://arxiv.org/'))
    expect([...new Set(pages)].sort()).toEqual(
      ['2404.00004', '2404.00005', '2404.00006', '2404.00010', '2404.15574v9', '2409.99999', '2413.00001']
        .map((id) => `GET https://arxiv.org/abs/${id}`)
        .sort()
    )
    expect(judged.busiest.get('arxiv.org')).toBe(1)
    expect(judged.busiest.get('export.arxiv.org')).toBe(1)
  })

  test('tells the status, the address and the cost', () => {
    expect(judged.report(abs('2404.15574'))).toMatchObject({status: 200, finalUrl: abs('2404.15574')})
    expect(judged.report(abs('2409.99999'))).toMatchObject({status: 404})
    expect(judged.report(abs('2404.00006'))).toMatchObject({status: 410})
    expect(judged.report(abs('2404.15574')).attempts).toBeGreaterThan(0)
  })
})

describe.concurrent('an API that does not answer is no evidence: the page is', () => {
  test.concurrent.each<[string, Host]>([
    ['an empty feed by accident', inTurn(always(feed([])), arxivApi(papers))],
    [
      'a feed that breaks off',
      inTurn(always({body: '<?xml version="1.0"?><feed><entry><id>http://arx'}), arxivApi(papers))
    ],
    ['“Rate exceeded.” once', inTurn(always(limit), arxivApi(papers))],
    ['429 once', inTurn(always({status: 429, headers: {'retry-after': '0'}}), arxivApi(papers))],
    ['503 once', inTurn(always({status: 503, headers: {'retry-after': '0'}}), arxivApi(papers))]
  ])('%s', async (_, api) => {
    const judged = await judge(arxiv(api), [abs('2404.15574')])
    expect(judged.verdict(abs('2404.15574'))).toBe("verified: arXiv's API names this paper")
    expect(judged.asked).toHaveLength(2)
  })

  test.concurrent.each<[string, Reply]>([
    ['empty feeds', feed([])],
    ['“Rate exceeded.”', limit],
    ['429 for a long while', {status: 429, headers: {'retry-after': '3600'}}],
    ['503 three times', {status: 503, headers: {'retry-after': '0'}}],
    ['403', {status: 403}],
    ['HTML', {body: page('Maintenance')}]
  ])('%s, again and again', async (_, reply) => {
    const judged = await judge(arxiv(always(reply)), [abs('2404.15574'), abs('2404.00005')])
    expect(judged.verdict(abs('2404.15574'))).toBe('verified: the page names this paper')
    expect(judged.verdict(abs('2404.00005'))).toBe(
      'withdrawn: arXiv says: `This paper has been withdrawn by A. Author`'
    )
  })

  test.concurrent('and says no more than it knows', async () => {
    const judged = await judge(arxiv(always({status: 403})), [abs('2409.99999')])
    expect(judged.verdict(abs('2409.99999'))).toBe('broken: arXiv has no 2409.99999: asked its page twice')
  })
})

describe.concurrent('pages that prove nothing', () => {
  test.concurrent.each<[string, Reply, string]>([
    ['403', {status: 403}, 'blocked: status 403, which robots get for live pages too'],
    ['500', {status: 500, headers: {'retry-after': '0'}}, 'transient: status 500, three times'],
    [
      '429',
      {status: 429, headers: {'retry-after': '3600'}},
      'transient: too many requests, said the server three times'
    ],
    ['no metas', {body: page('arXiv')}, 'alive: answered well; the page does not say which paper it is']
  ])('%s', async (_, reply, verdict) => {
    const judged = await judge(arxiv(arxivApi(papers), always(reply)), [abs('2409.99999')])
    expect(judged.verdict(abs('2409.99999'))).toBe(verdict)
  })

  test.concurrent('404 once is no evidence', async () => {
    const pages = inTurn(always({status: 404}), arxivPages(papers))
    const judged = await judge(arxiv(arxivApi(papers), pages), [abs('2404.00004')])
    expect(judged.verdict(abs('2404.00004'))).toBe('verified: the page names this paper')
  })
})

describe.concurrent('politeness', () => {
  test.concurrent('hundreds of papers are a few requests, one after the other', async () => {
    const many = Array.from({length: 120}, (_, index): Preprint => ({id: `2401.${10_000 + index}`, title}))
    const judged = await judge(
      arxiv(arxivApi(many)),
      many.map(({id}) => abs(id))
    )
    expect(judged.asked).toHaveLength(3)
    expect(judged.busiest.get('export.arxiv.org')).toBe(1)
    expect(many.map(({id}) => judged.report(abs(id)).outcome)).toEqual(many.map(() => 'verified'))
  })

  test.concurrent('two spellings of one paper are asked for once', async () => {
    const urls = [abs('2404.15574'), abs('2404.15574v1'), 'https://arxiv.org/pdf/2404.15574', `${abs('2404.15574')}#a`]
    const judged = await judge(arxiv(), urls)
    expect(urls.map((url) => judged.report(url).outcome)).toEqual(['verified', 'verified', 'verified', 'verified'])
    expect(judged.asked).toHaveLength(1)
    expect(judged.asked[0]).toMatch(/[?&]id_list=2404\.15574&/)
  })
})

test.concurrent('copies elsewhere are pages of their own: arXiv cannot vouch for them', async () => {
  const urls = ['https://www.alphaxiv.org/abs/2404.15574', 'https://ar5iv.labs.arxiv.org/html/2404.15574']
  const hosts = {
    ...arxiv(),
    'www.alphaxiv.org': always({body: page(title, {citation_title: title})}),
    'ar5iv.labs.arxiv.org': always({status: 404})
  }
  const judged = await judge(hosts, urls)
  expect(urls.map(judged.verdict)).toEqual([
    'verified: the page names this paper',
    'broken: asked twice, and the answer was 404'
  ])
})

test.concurrent('another page of the site is a page like any other', async () => {
  const judged = await judge(arxiv(undefined, always({})), [], {withoutPaper: ['https://arxiv.org/list/cs.CL/new']})
  expect(judged.verdict('https://arxiv.org/list/cs.CL/new')).toBe('alive: answered well')
  expect(judged.asked).toEqual(['HEAD https://arxiv.org/list/cs.CL/new'])
})
