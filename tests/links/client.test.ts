import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {gzipSync} from 'node:zlib'
import {expect, test} from 'vitest'
import type {Answer, AskOptions, NoAnswer} from '../../src/evidence/verdict.ts'
import {Network} from '../../src/io/network.ts'
import {Client, type ClientOptions} from '../../src/links/client.ts'
import {parseRemap} from '../../src/links/remap.ts'
import {now} from '../support/list.ts'
import {listening} from '../support/listening.ts'
import {loopbackSpellings, privateAddresses} from '../support/private-addresses.ts'

type Answering = (request: IncomingMessage, response: ServerResponse, count: number) => void

/** A server on loopback that every name leads to, and a client that asks it. */
async function serve(answer: Answering, options: Partial<ClientOptions> = {}, names = ['a.example', 'b.example']) {
  const asked: string[] = []
  const times: number[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host?.split(':')[0]}${request.url}`)
    times.push(performance.now())
    answer(request, response, asked.length)
  })
  const port = await listening(server, '127.0.0.1')
  const network = new Network({
    allowed: names.map((name) => `${name}:${port}`),
    resolver: async (host) => (host.startsWith('private') ? ['10.0.0.1'] : ['127.0.0.1'])
  })
  const client = new Client({
    network,
    concurrency: 64,
    remaps: [],
    paceOf: () => ({concurrent: 2, interval: 0}),
    headersOf: () => ({}),
    agent: 'paperlist/test',
    now: () => now,
    // A second of waiting lasts a hundredth.
    times: {attempt: 2000, link: 90_000, second: 10},
    ...options
  })
  return {
    asked,
    /** Milliseconds between one request and the next. */
    waits: () => times.slice(1).map((time, index) => time - (times[index] ?? 0)),
    url: (host: string, path = '/') => `http://${host}.example:${port}${path}`,
    ask: (url: string, how: AskOptions = {}) => client.ask(url, how, client.budget()),
    port,
    client,
    async [Symbol.asyncDispose]() {
      network.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
  }
}

function say(status: number, headers: Record<string, string> = {}, body = ''): Answering {
  return (_, response) => {
    response.writeHead(status, headers)
    response.end(body)
  }
}

function inTurn(...answers: readonly Answering[]): Answering {
  return (request, response, count) => answers[Math.min(count, answers.length) - 1]?.(request, response, count)
}

function summary(result: Answer | NoAnswer): string {
  return 'fault' in result ? result.fault : `${result.status}`
}

const limits: [string, Answering[], string, number, number[]][] = [
  ['500, 500, 200', [say(500), say(500), say(200)], '200', 3, [7.5, 15]],
  ['500 for good', [say(500)], '500', 3, [7.5, 15]],
  ['429 with seconds', [say(429, {'retry-after': '3'}), say(200)], '200', 2, [30]],
  ['429 with a date', [say(429, {'retry-after': 'Sun, 22 Nov 2026 12:00:05 GMT'}), say(200)], '200', 2, [50]],
  [
    '429 with a date that is past',
    [say(429, {'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT'}), say(200)],
    '200',
    2,
    [0]
  ],
  ['429 with a negative time', [say(429, {'retry-after': '-3'}), say(200)], '200', 2, [7.5]],
  ['429 with garbage', [say(429, {'retry-after': 'later'}), say(200)], '200', 2, [7.5]],
  ['429 without a time', [say(429), say(200)], '200', 2, [7.5]],
  ['429 with the longest time', [say(429, {'retry-after': '60'}), say(200)], '200', 2, [600]],
  ['429 with more than anybody waits', [say(429, {'retry-after': '61'}), say(200)], '429', 1, []],
  ['429 with 1,000,000,000 s', [say(429, {'retry-after': '1000000000'}), say(200)], '429', 1, []],
  ['429 for good', [say(429, {'retry-after': '1'})], '429', 3, [10, 10]],
  ['503 with seconds', [say(503, {'retry-after': '2'}), say(200)], '200', 2, [20]],
  ['404', [say(404)], '404', 1, []],
  ['403', [say(403)], '403', 1, []],
  ['999', [say(999)], '999', 1, []]
]

test.each(limits)('%s: asked as often as it makes sense, after the wait that was asked for', async (_, ...scenario) => {
  const [answers, outcome, requests, waits] = scenario
  await using server = await serve(inTurn(...answers))
  expect(summary(await server.ask(server.url('a')))).toBe(outcome)
  expect(server.asked).toEqual(Array(requests).fill('GET a.example/'))
  // Timers of Node.js may be a millisecond early.
  for (const [index, wait] of server.waits().entries()) expect(wait).toBeGreaterThanOrEqual((waits[index] ?? 0) - 1)
})

test('what a link waits counts as its time: no retry begins that could not end', async () => {
  await using server = await serve(say(429, {'retry-after': '50'}))
  expect(summary(await server.ask(server.url('a')))).toBe('429')
  // 50 s of 90 s leave none for another 50 s.
  expect(server.asked).toHaveLength(2)
})

test('a link may have all of its attempts time out, and ends with its own deadline', async () => {
  await using server = await serve(() => undefined, {times: {attempt: 60, link: 130, second: 0.001}})
  const budget = server.client.budget()
  const started = performance.now()
  expect(summary(await server.client.ask(server.url('a'), {}, budget))).toBe('timeout')
  expect(performance.now() - started).toBeLessThan(1000)
  expect([server.asked.length, budget.attempts]).toEqual([1, 1])
})

test.each([
  ['ENOTFOUND', 'no-host', 2],
  ['EAI_AGAIN', 'resolver', 3]
])('a look-up that ends in %s is tried %s times', async (code, outcome, expected) => {
  let lookUps = 0
  const network = new Network({
    resolver() {
      lookUps += 1
      return Promise.reject(Object.assign(new Error(code), {code}))
    }
  })
  await using server = await serve(say(200), {network})
  expect(summary(await server.ask('http://nowhere.example/'))).toBe(outcome)
  expect([lookUps, server.asked]).toEqual([expected, []])
})

test('a name that comes to exist is asked', async () => {
  const answers = [Promise.reject(Object.assign(new Error('no'), {code: 'ENOTFOUND'})), Promise.resolve(['127.0.0.1'])]
  await using server = await serve(say(200))
  const network = new Network({
    allowed: [`new.example:${server.port}`],
    resolver: () => answers.shift() ?? Promise.resolve([])
  })
  await using client = await serve(say(200), {network})
  expect(summary(await client.ask(server.url('new')))).toBe('200')
  expect(server.asked).toEqual(['GET new.example/'])
  network.close()
})

test('one host has two requests at once and no more', async () => {
  let most = 0
  const open: ServerResponse[] = []
  await using server = await serve((_, response) => {
    open.push(response)
    most = Math.max(most, open.length)
    // Each waits for its companion, and a third would have come by then.
    if (open.length === 2) setImmediate(() => open.splice(0).map((each) => each.end()))
  })
  await Promise.all(Array.from({length: 20}, (_, index) => server.ask(server.url('a', `/${index}`))))
  expect([most, server.asked.length]).toEqual([2, 20])
})

test('a host that asks for rest is left alone by all of its links, and others are not', async () => {
  const interval = 10
  await using server = await serve(
    (request, response, count) => {
      const isFirst = count === 1
      response.writeHead(isFirst ? 429 : 200, isFirst ? {'retry-after': '20'} : {})
      response.end(request.url)
    },
    {paceOf: () => ({concurrent: 1, interval})}
  )
  const order: string[] = []
  const note = (name: string) => (result: Answer | NoAnswer) => order.push(`${name} ${summary(result)}`)
  await Promise.all([
    server.ask(server.url('a', '/1')).then(note('a1')),
    server.ask(server.url('a', '/2')).then(note('a2')),
    ...Array.from({length: 5}, (_, index) => server.ask(server.url('b', `/${index}`)).then(note('b')))
  ])
  expect(order.slice(0, 5)).toEqual(Array(5).fill('b 200'))
  expect(order.slice(5).sort()).toEqual(['a1 200', 'a2 200'])
  expect(server.asked.filter((each) => each.includes(' a.'))).toHaveLength(3)
})

test('a thousand links on a host that never answers cost three time-outs, and hold up nobody', async () => {
  await using server = await serve(
    (request, response) => {
      if (request.headers.host?.startsWith('b')) response.end()
    },
    {times: {attempt: 500, link: 4000, second: 1}, paceOf: () => ({concurrent: 2, interval: 0}), concurrency: 4}
  )
  const started = performance.now()
  const silent = Array.from({length: 1000}, (_, index) => server.ask(server.url('a', `/${index}`)))
  const live = Array.from({length: 100}, (_, index) => server.ask(server.url('b', `/${index}`)))
  const dead = await Promise.all(silent)
  const took = performance.now() - started
  expect(new Set((await Promise.all(live)).map(summary))).toEqual(new Set(['200']))
  expect(new Set(dead.map(summary))).toEqual(new Set(['timeout']))
  expect(server.asked.filter((each) => each.includes(' a.')).length).toBeLessThanOrEqual(4)
  // Not 1,000 × 500 ms.
  expect(took).toBeLessThan(4000)
})

test.each([0, 1, 5])('%i redirects are followed', async (hops) => {
  await using server = await serve((request, response) => {
    const at = Number(request.url?.slice(1))
    if (at < hops) response.writeHead(302, {location: `/${at + 1}`})
    response.end()
  })
  const answer = await server.ask(server.url('a', '/0'))
  expect(answer).toMatchObject({status: 200, url: server.url('a', `/${hops}`), redirects: Array(hops).fill(302)})
  expect(server.asked).toHaveLength(hops + 1)
})

test('a sixth redirect is not followed', async () => {
  await using server = await serve((request, response) => {
    response.writeHead(301, {location: `/${Number(request.url?.slice(1)) + 1}`})
    response.end()
  })
  expect(await server.ask(server.url('a', '/0'))).toEqual({fault: 'redirects', reason: 'over 5 redirects'})
  expect(server.asked.at(-1)).toBe('GET a.example/5')
})

test.each([
  ['next', '/folder/next'],
  ['/next', '/next'],
  ['../next', '/next'],
  ['?page=2', '/folder/page?page=2'],
  ['/caf\u00c3\u00a9', '/caf%C3%A9'],
  ['/caf\u00e9', '/caf%E9']
])('Location %j is followed to %s', async (location, expected) => {
  await using server = await serve((request, response) => {
    if (request.url === '/folder/page') response.writeHead(302, {location})
    response.end()
  })
  expect(summary(await server.ask(server.url('a', '/folder/page')))).toBe('200')
  expect(server.asked[1]).toBe(`GET a.example${expected}`)
})

test('a place on the page is kept over a redirect that names none', async () => {
  await using server = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(301, {location: '/new'})
    if (request.url === '/other') response.writeHead(301, {location: '/new#theirs'})
    response.end()
  })
  expect(await server.ask(server.url('a', '/old#ours'))).toMatchObject({url: server.url('a', '/new#ours')})
  expect(await server.ask(server.url('a', '/other#ours'))).toMatchObject({url: server.url('a', '/new#theirs')})
})

test.each([
  ['missing', {}],
  ['empty', {location: ''}],
  ['no address', {location: 'http://'}],
  ['over 8 KiB', {location: `/${'x'.repeat(8 * 1024)}`}]
])('a redirect whose Location is %s is an answer of its own', async (_, headers) => {
  await using server = await serve(say(302, headers))
  expect(await server.ask(server.url('a'))).toMatchObject({status: 302, redirects: []})
  expect(server.asked).toHaveLength(1)
})

const redirectTargets = [
  ...loopbackSpellings,
  ...Object.values(privateAddresses)
    .flat()
    .filter((each) => !each.includes('%'))
    .map((each) => (each.includes(':') ? `[${each}]` : each)),
  'localhost',
  'private.example',
  'printer.local'
]

test('no redirect leads to a private address', async () => {
  let reached = 0
  const counter = createServer((_, response) => {
    reached += 1
    response.end()
  })
  const port = await listening(counter, '::')
  await using server = await serve((request, response) => {
    const target = redirectTargets[Number(request.url?.slice(1))]
    // As bytes of UTF-8, which is how servers send what is not ASCII.
    response.writeHead(302, {location: Buffer.from(`http://${target}:${port}/`).toString('latin1')})
    response.end()
  })
  const results = await Promise.all(
    redirectTargets.map(async (target, index) => {
      const result = await server.ask(server.url('a', `/${index}`))
      return `${target} ${summary(result)}`
    })
  )
  await new Promise((done) => counter.close(done))
  expect(results).toEqual(redirectTargets.map((target) => `${target} unsafe`))
  expect(redirectTargets.length).toBeGreaterThan(60)
  expect(reached).toBe(0)
})

test.each(['javascript:alert(1)', 'file:///etc/passwd', 'ftp://a.example/', 'http://reader:secret@a.example/'])(
  'a redirect to %s is unsafe',
  async (location) => {
    await using server = await serve(say(302, {location}))
    expect(summary(await server.ask(server.url('a')))).toBe('unsafe')
    expect(server.asked).toHaveLength(1)
  }
)

/** What a request carried of what was meant for one host. */
function secretsOf({headers}: IncomingMessage): string {
  return `${headers['authorization'] ?? '-'} ${headers['x-key'] ?? '-'}`
}

test('headers for a host go to no other host', async () => {
  const seen: string[] = []
  const headersOf = (host: string): Record<string, string> => (host.startsWith('a.') ? {'x-key': 'configured'} : {})
  await using server = await serve(
    (request, response) => {
      seen.push(`${request.headers.host?.split('.')[0]} ${secretsOf(request)}`)
      const port = request.headers.host?.split(':')[1]
      const next: Record<string, string> = {
        '/1': '/2',
        '/2': `http://b.example:${port}/3`,
        '/3': `http://a.example:${port}/4`
      }
      const location = next[request.url ?? '']
      if (location) response.writeHead(302, {location})
      response.end()
    },
    {headersOf}
  )
  const answer = await server.ask(server.url('a', '/1'), {headers: {authorization: 'Bearer token'}})
  expect(summary(answer)).toBe('200')
  expect(seen).toEqual(['a Bearer token configured', 'a Bearer token configured', 'b - -', 'a - configured'])
})

test('headers that were meant for https are not sent over http', async () => {
  const seen: string[] = []
  const answer: Answering = (request, response) => {
    seen.push(secretsOf(request))
    if (request.url === '/secret/') response.writeHead(302, {location: 'http://a.example/open/'})
    response.end()
  }
  await using target = await serve(answer)
  const remaps = [
    `https://a.example/ http://b.example:${target.port}/secret/`,
    `http://a.example/ http://b.example:${target.port}/`
  ].map(parseRemap)
  const network = new Network({allowed: [`b.example:${target.port}`], resolver: async () => ['127.0.0.1']})
  await using server = await serve(say(200), {network, remaps, headersOf: () => ({'x-key': 'configured'})})
  const result = await server.ask('https://a.example/', {headers: {authorization: 'Bearer token'}})
  expect(result).toMatchObject({status: 200, url: 'http://a.example/open/'})
  expect(seen).toEqual(['Bearer token configured', '- -'])
  network.close()
})

test('the method is kept over a redirect, and says what it asks for', async () => {
  let headers: IncomingMessage['headers'] = {}
  await using server = await serve((request, response) => {
    headers = request.headers
    if (request.url === '/') response.writeHead(303, {location: '/other'})
    response.end()
  })
  expect(summary(await server.ask(server.url('a'), {method: 'HEAD'}))).toBe('200')
  expect(server.asked).toEqual(['HEAD a.example/', 'HEAD a.example/other'])
  expect(headers).toMatchObject({'accept-encoding': 'identity', 'user-agent': 'paperlist/test'})
  expect(headers.cookie).toBeUndefined()
})

test('no more than 64 KiB of a body is read, or what a site needs', async () => {
  await using server = await serve(say(200, {}, 'x'.repeat(200 * 1024)))
  const usual = await server.ask(server.url('a'))
  const larger = await server.ask(server.url('a'), {bytes: 100 * 1024})
  expect('body' in usual && usual.body.length).toBe(64 * 1024)
  expect('body' in larger && larger.body.length).toBe(100 * 1024)
})

test('a body that was compressed all the same is not unfolded', async () => {
  const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024))
  await using server = await serve((_, response) => {
    response.writeHead(200, {'content-encoding': 'gzip'})
    response.end(bomb)
  })
  const before = process.memoryUsage().rss
  const answer = await server.ask(server.url('a'))
  expect('body' in answer && answer.body.length).toBeLessThanOrEqual(64 * 1024)
  expect(process.memoryUsage().rss - before).toBeLessThan(24 * 1024 * 1024)
})

test('a remap is asked in place of its prefix, also after a redirect, at the pace of the host that is meant', async () => {
  const hosts: string[] = []
  await using target = await serve((request, response) => {
    if (request.url === '/arxiv/pdf/1.pdf') response.writeHead(301, {location: 'https://arxiv.org/pdf/1'})
    response.end()
  })
  const network = new Network({allowed: [`a.example:${target.port}`], resolver: async () => ['127.0.0.1']})
  await using server = await serve(say(200), {
    network,
    remaps: [parseRemap(`https://arxiv.org/ http://a.example:${target.port}/arxiv/`)],
    paceOf(host) {
      hosts.push(host)
      return {concurrent: 1, interval: 0}
    }
  })
  const answer = await server.ask('https://arxiv.org/pdf/1.pdf')
  expect(answer).toMatchObject({status: 200, url: 'https://arxiv.org/pdf/1', redirects: [301]})
  expect(target.asked).toEqual(['GET a.example/arxiv/pdf/1.pdf', 'GET a.example/arxiv/pdf/1'])
  expect(hosts).toEqual(['arxiv.org'])
  network.close()
})

test('a client that is cancelled ends what is asked, what waits and what pauses', async () => {
  await using server = await serve(() => undefined, {times: {attempt: 60_000, link: 90_000, second: 60_000}})
  const all = Array.from({length: 10}, (_, index) => server.ask(server.url('a', `/${index}`)))
  const pause = server.client.pause(1000)
  while (server.asked.length < 2) await new Promise(setImmediate)
  server.client.cancel()
  await pause
  expect(new Set((await Promise.all(all)).map(summary))).toEqual(new Set(['cancelled']))
  expect(server.asked).toHaveLength(2)
})
