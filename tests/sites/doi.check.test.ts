import {describe, expect, test} from 'vitest'
import {judge, title} from '../support/judge.ts'
import {always, type Host, inTurn, json, type Reply} from '../support/loopback.ts'
import {amazonWall, cloudflare, crossref, datacite, handles, page} from '../support/publishers.ts'

const targets = {
  '10.1145/3626772.3657819': 'https://dl.acm.org/doi/10.1145/3626772.3657819',
  '10.1000/untitled': 'https://publisher.example/untitled',
  '10.1000/other': 'https://publisher.example/other',
  '10.1000/subtitle': 'https://publisher.example/subtitle',
  '10.1000/tags': 'https://publisher.example/tags',
  '10.1000/retracted': 'https://publisher.example/retracted',
  '10.1000/removed': 'https://publisher.example/removed',
  '10.1000/corrected': 'https://publisher.example/corrected',
  '10.1000/deleted': 'https://www.crossref.org/deleted_DOI.html',
  '10.1000/translated': 'https://publisher.example/translated',
  '10.48550/arXiv.2404.15574': 'https://arxiv.org/abs/2404.15574',
  '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2': 'https://publisher.example/sici',
  '10.1000/a#b?c%d': 'https://publisher.example/marks'
}
const works = {
  '10.1145/3626772.3657819': {title: [title]},
  '10.1000/other': {title: ['A Survey of Quantum Chromodynamics on the Lattice']},
  '10.1000/subtitle': {title: ['Retrieval Head'], subtitle: ['Mechanistically Explains Long-Context Factuality']},
  '10.1000/tags': {title: ['<i>Retrieval</i> Head Mechanistically<br/>Explains <scp>Long</scp>-Context Factuality']},
  '10.1000/retracted': {title: [`RETRACTED: ${title}`], 'updated-by': [{type: 'retraction', DOI: '10.1000/r'}]},
  '10.1000/removed': {title: [title], 'updated-by': [{type: 'removal'}]},
  '10.1000/corrected': {title: [title], 'updated-by': [{type: 'correction'}]},
  '10.1000/translated': {title: ['检索头从机制上解释长上下文的事实性', title]},
  '10.1000/a#b?c%d': {title: [title]},
  '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2': {title: [title]}
}
const registry = (api: Host = handles(targets)) => ({
  'doi.org': api,
  'dx.doi.org': api,
  'api.crossref.org': crossref(works),
  'api.datacite.org': datacite({'10.48550/arXiv.2404.15574': title}),
  'publisher.example': always({status: 403}),
  'dl.acm.org': always(cloudflare)
})
const registered = 'verified: the DOI is registered, and its title is the paper’s'

describe('a DOI is judged by its registry and its agency, never by its publisher', async () => {
  const expected: [url: string, verdict: string][] = [
    ['https://doi.org/10.1145/3626772.3657819', registered],
    ['http://dx.doi.org/10.1145/3626772.3657819', registered],
    ['https://dl.acm.org/doi/10.1145/3626772.3657819', registered],
    ['https://dl.acm.org/doi/pdf/10.1145/3626772.3657819', registered],
    ['https://doi.org/10.48550/arXiv.2404.15574', registered],
    ['https://doi.org/10.1000/subtitle', registered],
    ['https://doi.org/10.1000/tags', registered],
    ['https://doi.org/10.1000/translated', registered],
    ['https://doi.org/10.1000/corrected', registered],
    ['https://doi.org/10.1000/a%23b%3Fc%25d', registered],
    ['https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2', registered],
    ['https://doi.org/10.1000/untitled', 'alive: the DOI is registered'],
    [
      'https://doi.org/10.1000/other',
      `mismatch: the DOI 10.1000/other is \`A Survey of Quantum Chromodynamics on the Lattice\`, not \`${title}\``
    ],
    ['https://doi.org/10.1000/retracted', 'withdrawn: Crossref lists a retraction of 10.1000/retracted'],
    ['https://doi.org/10.1000/removed', 'withdrawn: Crossref lists a removal of 10.1000/removed'],
    ['https://doi.org/10.1000/deleted', 'broken: the DOI 10.1000/deleted was deleted by its registrar'],
    [
      'https://doi.org/10.1000/none',
      'broken: there is no DOI `10.1000/none`: asked the handle registry twice, and Crossref'
    ],
    [
      'https://dl.acm.org/doi/10.1145/0000000.0000000',
      'broken: there is no DOI `10.1145/0000000.0000000`: asked the handle registry twice, and Crossref'
    ],
    ['https://dl.acm.org/journal/tocs', 'blocked: a challenge to robots, with status 403']
  ]
  const judged = await judge(
    registry(),
    expected.map(([url]) => url)
  )

  test.each(expected)('%s', (url, verdict) => {
    expect(judged.verdict(url)).toBe(verdict)
  })

  test('no publisher is asked', () => {
    const hosts = judged.asked.map((each) => new URL(each.split(' ')[1] ?? '').host)
    expect([...new Set(hosts)].sort()).toEqual([
      'api.crossref.org',
      'api.datacite.org',
      'archive.org',
      // For the journal's page alone, which has no DOI.
      'dl.acm.org',
      'doi.org'
    ])
    expect(
      judged.asked.filter((each) => each.startsWith('GET https://doi.org') && !each.includes('/api/handles/'))
    ).toEqual([])
    expect(
      judged.asked.filter((each) => each.startsWith('GET https://dl.acm.org') && !each.includes('/journal/'))
    ).toEqual([])
  })
})

describe('a registry that does not answer is no evidence', () => {
  test.concurrent.each<[string, Reply, string]>([
    ['2 with 500', json({responseCode: 2}, {status: 500}), 'transient: status 500, three times'],
    ['503', {status: 503, headers: {'retry-after': '0'}}, 'transient: status 503, three times'],
    [
      '429',
      {status: 429, headers: {'retry-after': '3600'}},
      'transient: too many requests, said the server three times'
    ],
    ['a wall', amazonWall, 'blocked: the handle registry gave no answer that says anything'],
    ['a bare 404', {status: 404, body: page('404')}, 'blocked: the handle registry gave no answer that says anything'],
    [
      '200, no such values',
      json({responseCode: 200, handle: '10.1000/none'}),
      'blocked: the handle registry gave no answer that says anything'
    ],
    ['no JSON', {body: '{"responseCode": 1'}, 'blocked: the handle registry gave no answer that says anything'],
    ['another form', json([1]), 'blocked: the handle registry gave no answer that says anything']
  ])('%s', async (_, reply, verdict) => {
    const judged = await judge(registry(always(reply)), ['https://doi.org/10.1000/none'])
    expect(judged.verdict('https://doi.org/10.1000/none')).toBe(verdict)
  })

  test.concurrent('a DOI that is there at second glance', async () => {
    const api = inTurn(always(json({responseCode: 100}, {status: 404})), handles(targets))
    const judged = await judge(registry(api), ['https://doi.org/10.1000/untitled'])
    expect(judged.verdict('https://doi.org/10.1000/untitled')).toBe(
      'alive: 10.1000/untitled is registered at second glance'
    )
  })

  test.concurrent('a registry that knows nothing of what Crossref knows', async () => {
    const judged = await judge(registry(handles({})), ['https://doi.org/10.1000/corrected'])
    expect(judged.verdict('https://doi.org/10.1000/corrected')).toBe(
      'alive: 10.1000/corrected is registered at second glance'
    )
  })

  test.concurrent.each<[string, Reply]>([
    ['down', {status: 503, headers: {'retry-after': '0'}}],
    ['walled', cloudflare],
    ['nonsense', json({message: {title: 'not a list'}})],
    ['too much of it', {body: `{"message": {"title": ["${'a'.repeat(1024 * 1024)}`}]
  ])('agencies that are %s leave a DOI alive', async (_, reply) => {
    const hosts = {...registry(), 'api.crossref.org': always(reply), 'api.datacite.org': always(reply)}
    const judged = await judge(hosts, ['https://doi.org/10.1145/3626772.3657819'])
    expect(judged.verdict('https://doi.org/10.1145/3626772.3657819')).toBe('alive: the DOI is registered')
  })
})

test('a DOI of no paper is not looked up at the agencies', async () => {
  const judged = await judge(registry(), [], {withoutPaper: ['https://doi.org/10.1000/other']})
  expect(judged.verdict('https://doi.org/10.1000/other')).toBe('alive: the DOI is registered')
  expect(judged.asked).toEqual(['GET https://doi.org/api/handles/10.1000/other?type=URL'])
})
