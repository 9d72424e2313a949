import {createServer as createHttpServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {createServer as createHttpsServer} from 'node:https'
import {createServer, type Server, type Socket} from 'node:net'
import {brotliCompressSync, deflateSync, gzipSync} from 'node:zlib'
import type {Outcome} from '../../src/evidence/verdict.ts'
import type {Authority} from './authority.ts'

/** The paper that a fault's page should be, where it is linked as a paper. */
export const claim = {title: 'Retrieval Heads in Long Contexts', date: '2024-04-24'}

/** Its page. */
export const page = pageOf(claim.title)

function pageOf(title: string): string {
  return `<title>x</title><meta name="citation_title" content="${title}"><meta name="citation_date" content="2024/04/24"><p>Heads that fetch.</p>`
}

/** What a server of a fault may need to know of its surroundings. */
interface Surroundings {
  readonly authority: Authority
  /** `http://host:port` of a page that is well. */
  readonly good: string
  /** Counts a request; how many there were with it. */
  readonly count: () => number
}

/** A way to fail, or to look as if, and what a link there must get: in prose, and as the page of `claim`. */
export interface Fault {
  readonly name: string
  readonly outcomes: readonly [prose: Outcome, paper: Outcome]
  /** The requests that it must have cost; undefined where that is not for us to say. */
  readonly asked?: readonly [prose: number, paper: number]
  readonly serve: (surroundings: Surroundings) => Server
  readonly scheme?: 'https'
  readonly path?: string
  /** What its name resolves to, or the code of the resolver's error; the server itself where nothing is said. */
  readonly addresses?: readonly string[] | string | 'never'
  /** Where the server listens. */
  readonly listens?: string
  /** Whether it has gone before anybody asks. */
  readonly isGone?: boolean
  /** Whether the page is there for a reader; undefined where nobody can tell. */
  readonly lives?: boolean
}

type Answering = (request: IncomingMessage, response: ServerResponse, count: number) => void
type Names = readonly [prose: Outcome, paper: Outcome]
type Counts = readonly [prose: number, paper: number]

function http(answer: Answering): Fault['serve'] {
  return ({count}) => createHttpServer((request, response) => answer(request, response, count()))
}

/** Any bytes, for each request that comes. */
function raw(answer: (socket: Socket, method: string, count: number) => void): Fault['serve'] {
  return ({count}) =>
    createServer((socket) => {
      socket.on('error', () => undefined)
      socket.on('data', (chunk) => answer(socket, chunk.toString('latin1').split(' ')[0] ?? '', count()))
    })
}

function bytes(text: string): Fault['serve'] {
  return raw((socket) => socket.end(text, 'latin1'))
}

/** A head and, to GET, a body. */
function message(head: readonly string[], body: string | Buffer): Fault['serve'] {
  return raw((socket, method) => {
    socket.write(`${head.join('\r\n')}\r\n\r\n`, 'latin1')
    socket.end(method === 'HEAD' ? '' : body)
  })
}

function say(status: number, headers: Record<string, string> = {}, body: string | Buffer = page): Answering {
  return (request, response) => {
    response.writeHead(status, headers)
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}

function inTurn(...answers: readonly Answering[]): Fault['serve'] {
  return http((request, response, count) => answers[Math.min(count, answers.length) - 1]?.(request, response, count))
}

function byMethod(head: Answering, get: Answering): Fault['serve'] {
  return http((request, response, count) => (request.method === 'HEAD' ? head : get)(request, response, count))
}

/** Hops over numbered paths until the last. */
function hops(last: number, status: number): Fault['serve'] {
  return http((request, response, count) => {
    const at = Number(request.url?.slice(1)) || 0
    if (at < last) say(status, {location: `/${at + 1}`})(request, response, count)
    else say(200)(request, response, count)
  })
}

/** A redirect of the first page to somewhere, which is well if it is here. */
function redirect(location: string | ((good: string) => string), status = 302): Fault['serve'] {
  return (surroundings) => {
    const to = typeof location === 'string' ? location : location(surroundings.good)
    return http((request, response, count) => {
      const isFirst = request.url === '/'
      say(isFirst ? status : 200, isFirst ? {location: to} : {})(request, response, count)
    })(surroundings)
  }
}

/** Writes a text bit by bit, from the first part on, for as long as the client stays. */
function drip(first: string, bit: string): Fault['serve'] {
  return raw((socket) => {
    socket.write(first)
    const timer = setInterval(() => socket.write(bit), 10)
    socket.on('close', () => clearInterval(timer))
  })
}

/** A body that begins well and then comes bit by bit. */
function dripBody(first: string): Fault['serve'] {
  return byMethod(say(200), (_, response) => {
    response.write(`${first} `)
    const timer = setInterval(() => response.write('x'), 10)
    response.on('close', () => clearInterval(timer))
  })
}

function live(name: string, serve: Fault['serve'], outcomes: Names, asked?: Counts): Fault {
  return {name, serve, outcomes, lives: true, ...(asked && {asked})}
}

function dead(name: string, serve: Fault['serve'], outcomes: Names, asked?: Counts): Fault {
  return {name, serve, outcomes, lives: false, ...(asked && {asked})}
}

function unclear(name: string, serve: Fault['serve'], outcomes: Names, asked?: Counts): Fault {
  return {name, serve, outcomes, ...(asked && {asked})}
}

const fine: Names = ['alive', 'verified']
const untitled: Names = ['alive', 'alive']
const transient: Names = ['transient', 'transient']
const blocked: Names = ['blocked', 'blocked']
const broken: Names = ['broken', 'broken']
const unsafe: Names = ['unsafe', 'unsafe']
const moved: Names = ['moved', 'moved']

const ok = 'HTTP/1.1 200 OK'
const silent = raw(() => undefined)

const slow: Fault[] = [
  {...dead('a port where nobody listens', silent, transient, [0, 0]), isGone: true},
  dead('accepts and says nothing', silent, transient, [3, 3]),
  dead('a status line that drips', drip('HTTP/1.1 2', '0'), transient, [3, 3]),
  dead('headers that drip', drip(`${ok}\r\nX-Long: `, 'x'), transient, [3, 3]),
  live('a body that drips', dripBody(''), ['alive', 'transient'], [1, 3]),
  live('a body that drips after its title', dripBody(page), fine, [1, 1]),
  live(
    'a body without end',
    byMethod(say(200), (_, response) => {
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(16_384)));
        response.once('drain', write)
      }
      write()
    }),
    untitled,
    [1, 1]
  ),
  live(
    'HEAD that is never answered',
    byMethod(() => undefined, say(200)),
    fine,
    [2, 1]
  ),
  live(
    'an idle connection that is closed as it is used again',
    ({count}) => {
      let isFirst = true
      return createServer((socket) => {
        let answers = 0
        socket.on('error', () => undefined)
        socket.on('data', () => {
          count()
          answers += 1
          if (answers > 1) return socket.resetAndDestroy()
          const status = isFirst ? '404 Not Found' : '200 OK'
          isFirst = false
          return socket.write(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`)
        })
      })
    },
    untitled,
    [3, 3]
  )
]

const brokenAnswers: Fault[] = [
  unclear(
    'a reset before the headers',
    raw((socket) => socket.resetAndDestroy()),
    transient,
    [3, 3]
  ),
  unclear(
    'a reset in the headers',
    raw((socket) => socket.write(`${ok}\r\nX-`, () => socket.resetAndDestroy())),
    transient,
    [3, 3]
  ),
  unclear(
    'a reset after the headers',
    raw((socket, method) => {
      socket.write(`${ok}\r\nContent-Length: 1000\r\n\r\n`, () => method === 'GET' && socket.resetAndDestroy())
    }),
    ['alive', 'transient'],
    [1, 3]
  ),
  unclear(
    'an empty reply',
    raw((socket) => socket.end()),
    transient,
    [3, 3]
  ),
  live(
    'a body shorter than its length',
    message([ok, 'Content-Length: 1000'], 'short'),
    ['alive', 'transient'],
    [1, 3]
  ),
  live('a body longer than its length', message([ok, `Content-Length: ${page.length}`], `${page}and more`), fine),
  unclear('two lengths', message([ok, 'Content-Length: 4', 'Content-Length: 5'], 'four5'), transient, [3, 3]),
  unclear(
    'a length and chunks',
    message([ok, 'Content-Length: 4', 'Transfer-Encoding: chunked'], '4\r\nfour\r\n0\r\n\r\n'),
    transient,
    [3, 3]
  ),
  live('a bad chunk', message([ok, 'Transfer-Encoding: chunked'], 'zz\r\nfour\r\n'), ['alive', 'transient'], [1, 3]),
  unclear('garbage', bytes('\u0000\u0001\u00ff\u00fe garbage'), transient, [3, 3]),
  unclear('HTTP/0.9', bytes(page), transient, [3, 3]),
  unclear('status 000', message(['HTTP/1.1 000 Nothing', 'Content-Length: 0'], ''), transient, [2, 1]),
  unclear('status 999', http(say(999)), blocked, [2, 1]),
  unclear(
    'status 101',
    message(['HTTP/1.1 101 Switching Protocols', 'Upgrade: x', 'Connection: upgrade'], ''),
    transient,
    [3, 3]
  ),
  live(
    'a thousand times 100 and then a page',
    raw((socket, method) => {
      socket.write('HTTP/1.1 100 Continue\r\n\r\n'.repeat(1000))
      socket.end(`${ok}\r\nContent-Length: ${page.length}\r\n\r\n${method === 'HEAD' ? '' : page}`)
    }),
    fine,
    [1, 1]
  ),
  dead('100 without end', drip('', 'HTTP/1.1 100 Continue\r\n\r\n'), transient, [3, 3]),
  live('status 204', http(say(204)), untitled, [1, 1]),
  live('status 206', http(say(206)), fine, [1, 1]),
  unclear('status 304', http(say(304)), transient, [1, 1]),
  live('a header of 200 KB', message([ok, `X-Long: ${'x'.repeat(200_000)}`], page), transient, [3, 3]),
  live(
    'ten thousand headers',
    message([ok, ...Array.from({length: 10_000}, (_, at) => `X-${at}: x`)], page),
    transient,
    [3, 3]
  ),
  live('a gzip bomb', http(say(200, {'content-encoding': 'gzip'}, gzipSync(Buffer.alloc(8 << 20)))), untitled, [1, 1]),
  live(
    'a Brotli bomb',
    http(say(200, {'content-encoding': 'br'}, brotliCompressSync(Buffer.alloc(8 << 20)))),
    untitled,
    [1, 1]
  ),
  live(
    'a deflate bomb',
    http(say(200, {'content-encoding': 'deflate'}, deflateSync(Buffer.alloc(8 << 20)))),
    untitled,
    [1, 1]
  ),
  live('gzip that is none', http(say(200, {'content-encoding': 'gzip'}, 'not gzip')), untitled, [1, 1]),
  live('an unknown encoding', http(say(200, {'content-encoding': 'x-own'})), fine, [1, 1]),
  live('an unknown charset', http(say(200, {'content-type': 'text/html; charset=x-own'})), fine, [1, 1]),
  live('HEAD with a body', bytes(`${ok}\r\nContent-Length: ${page.length}\r\n\r\n${page}`), fine)
]

const redirects: Fault[] = [
  dead(
    'a loop of two',
    http((request, response, count) =>
      say(302, {location: request.url === '/' ? '/b' : '/'})(request, response, count)
    ),
    transient,
    [6, 6]
  ),
  dead('a loop of one', http(say(301, {location: '/'})), transient, [6, 6]),
  live('five hops', hops(5, 302), fine, [6, 6]),
  live('six hops', hops(6, 302), transient, [6, 6]),
  live(
    'a page that asks for its cookie',
    http((request, response, count) => {
      const knows = request.headers.cookie !== undefined
      say(knows ? 200 : 302, knows ? {} : {location: '/', 'set-cookie': 'seen=1'})(request, response, count)
    }),
    transient,
    [6, 6]
  ),
  live('a relative Location', redirect('other'), fine, [2, 2]),
  live(
    'a Location without its scheme',
    redirect((good) => `//${new URL(good).host}/x`),
    fine,
    [1, 1]
  ),
  live('a Location in UTF-8', redirect(Buffer.from('/größe').toString('latin1')), fine, [2, 2]),
  live('a Location in Latin-1', redirect('/gr\u00f6\u00dfe'), fine, [2, 2]),
  live(
    'a redirect to another host',
    redirect((good) => `${good}/x`),
    fine,
    [1, 1]
  ),
  live('301 and a page', redirect('/new', 301), moved, [2, 2]),
  live('308 and a page', redirect('/new', 308), moved, [2, 2]),
  live('301s and a page', hops(3, 301), moved, [4, 4]),
  live('303 and a page', redirect('/new', 303), fine, [2, 2]),
  live('307 and a page', redirect('/new', 307), fine, [2, 2]),
  live(
    '301, 302 and a page',
    http((request, response, count) => {
      const next: Record<string, [number, string]> = {'/': [301, '/1'], '/1': [302, '/2']}
      const [status, location] = next[request.url ?? ''] ?? [200, undefined]
      say(status, location ? {location} : {})(request, response, count)
    }),
    fine,
    [3, 3]
  ),
  dead(
    '301 to a page that is gone',
    http((request, response, count) => {
      say(request.url === '/' ? 301 : 404, request.url === '/' ? {location: '/gone'} : {})(request, response, count)
    }),
    broken,
    [4, 4]
  ),
  unclear(
    '301 to a wall',
    http((request, response, count) => {
      say(request.url === '/' ? 301 : 403, request.url === '/' ? {location: '/wall'} : {})(request, response, count)
    }),
    blocked,
    [4, 2]
  ),
  unclear('302 without a Location', http(say(302)), transient, [1, 1]),
  unclear('302 with an empty Location', http(say(302, {location: ''})), transient, [1, 1]),
  unclear('302 with 9 KB of Location', http(say(302, {location: `/${'x'.repeat(9000)}`})), transient, [1, 1]),
  unclear('302 to javascript:', redirect('javascript:alert(1)'), unsafe, [1, 1]),
  unclear('302 to file:', redirect('file:///etc/passwd'), unsafe, [1, 1]),
  unclear(
    '302 with credentials',
    redirect((good) => good.replace('//', '//reader:secret@')),
    unsafe,
    [1, 1]
  ),
  unclear('302 to a private literal', redirect('http://169.254.169.254/latest/meta-data/'), unsafe, [1, 1]),
  unclear('302 to a private name', redirect('http://private.example/'), unsafe, [1, 1]),
  dead('302 to a host that is not there', redirect('http://nowhere.example/'), broken, [1, 1])
]

const soon = () => new Date(Date.now() + 2000).toUTCString()
const past = 'Thu, 01 Jan 1970 00:00:00 GMT'

const statuses: Fault[] = [
  ...[400, 403, 404, 405, 406, 410, 500, 501, 502, 503].map((status) =>
    live(`HEAD ${status}, GET 200`, byMethod(say(status), say(200)), fine, [2, 1])
  ),
  ...['1', '-5', 'soon', past].map((after) =>
    live(`429, Retry-After ${after}, then 200`, inTurn(say(429, {'retry-after': after}), say(200)), fine, [2, 2])
  ),
  live(
    '429, Retry-After a date, then 200',
    inTurn((request, response, count) => say(429, {'retry-after': soon()})(request, response, count), say(200)),
    fine,
    [2, 2]
  ),
  live('429 without Retry-After, then 200', inTurn(say(429), say(200)), fine, [2, 2]),
  live('429, Retry-After 1000000000', inTurn(say(429, {'retry-after': '1000000000'}), say(200)), transient, [1, 1]),
  unclear('429 for good', http(say(429)), transient, [3, 3]),
  live('503, Retry-After 1, then 200', inTurn(say(503, {'retry-after': '1'}), say(200)), fine, [2, 2]),
  unclear('503 for good', http(say(503)), transient, [3, 3]),
  live('500, 500, 200', inTurn(say(500), say(500), say(200)), fine, [3, 3]),
  live(
    'a reset, then 200',
    inTurn((request) => request.socket.resetAndDestroy(), say(200)),
    fine,
    [2, 2]
  ),
  unclear('500 for good', http(say(500)), transient, [3, 3]),
  unclear('522 for good', http(say(522)), transient, [3, 3]),
  unclear('408 for good', http(say(408)), transient, [4, 3]),
  ...[400, 401, 402, 403, 405, 406, 407, 418, 422, 451].map((status) =>
    unclear(`status ${status}`, http(say(status)), blocked, [2, 1])
  ),
  dead('status 404', http(say(404)), broken, [2, 2]),
  dead('status 410', http(say(410)), broken, [2, 2]),
  live('404 once, then 200', inTurn(say(404), say(200)), fine, [2, 2]),
  unclear('404 once, then 403', inTurn(say(404), say(403)), blocked, [2, 2]),
  unclear('404 once, then 500', inTurn(say(404), say(500)), transient, [4, 4]),
  unclear(
    '404 once, then a reset',
    inTurn(say(404), (request) => request.socket.resetAndDestroy()),
    transient,
    [5, 4]
  ),
  unclear('a challenge with 403', http(say(403, {'cf-mitigated': 'challenge'})), blocked, [2, 1]),
  unclear('a challenge with 404', http(say(404, {'cf-mitigated': 'challenge'})), blocked, [2, 2]),
  unclear('a challenge with 200', http(say(200, {'cf-mitigated': 'challenge'})), blocked, [2, 1]),
  unclear('a challenge with 202', http(say(202, {'x-amzn-waf-action': 'challenge'}, '')), blocked, [2, 1]),
  dead(
    'the page of another paper',
    http(say(200, {}, pageOf('Induction Heads and Their Circuits'))),
    ['alive', 'mismatch'],
    [1, 1]
  )
]

function tls(name: string, serve: Fault['serve'], outcomes: Names, asked: Counts, lives?: boolean): Fault {
  return {name, serve, outcomes, asked, scheme: 'https', ...(lives !== undefined && {lives})}
}

function secured(kind: keyof Authority['certificates'], options: object = {}): Fault['serve'] {
  return ({authority, count}) =>
    createHttpsServer({...authority.certificates[kind], ...options}, (request, response) =>
      say(200)(request, response, count())
    )
}

const certificates: Fault[] = [
  tls('a good certificate', secured('good'), fine, [1, 1], true),
  tls('a certificate that nobody known has signed', secured('selfSigned'), transient, [0, 0]),
  tls('a certificate that has expired', secured('expired'), transient, [0, 0]),
  tls('a certificate for another name', secured('other'), broken, [0, 0], false),
  tls(
    'TLS 1.0',
    secured('good', {minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0'}),
    transient,
    [0, 0]
  ),
  {name: 'a handshake that hangs', scheme: 'https', serve: silent, outcomes: transient, lives: false},
  {name: 'plain HTTP where TLS should be', scheme: 'https', serve: http(say(200)), outcomes: transient, asked: [0, 0]}
]

function named(name: string, addresses: Fault['addresses'], outcomes: Names, lives?: boolean): Fault {
  return {
    name,
    addresses: addresses ?? [],
    outcomes,
    asked: [0, 0],
    serve: http(say(200)),
    ...(lives !== undefined && {lives})
  }
}

const names: Fault[] = [
  named('a name that is not there', 'ENOTFOUND', broken, false),
  named('a name without addresses', [], broken, false),
  named('a name server that fails', 'ESERVFAIL', transient),
  named('a name server that asks to come again', 'EAI_AGAIN', transient),
  named('a name server that refuses', 'EREFUSED', transient),
  named('a look-up that never ends', 'never', transient),
  named('a name that is private', ['127.0.0.1'], unsafe),
  named('a name that is private in IPv6', ['::1'], unsafe),
  named('a name that is public and private', ['93.184.215.14', '127.0.0.1'], unsafe),
  named('a name that is private and public', ['127.0.0.1', '93.184.215.14'], unsafe),
  {...live('a name with IPv6 alone', http(say(200)), fine, [1, 1]), listens: '::1'}
]

const addresses: Fault[] = [
  {...live('a path of 3,000 characters', http(say(200)), fine, [1, 1]), path: `/${'x'.repeat(3000)}`},
  {...live('a fragment that only looks encoded', http(say(200)), fine, [1, 1]), path: '/#100%'},
  {...live('a path that only looks encoded', http(say(200)), fine, [1, 1]), path: '/100%/%zz'}
]

/** Everything that goes wrong on the way to a page, and what must come of it. */
export const faults: readonly Fault[] = [
  ...slow,
  ...brokenAnswers,
  ...redirects,
  ...statuses,
  ...certificates,
  ...names,
  ...addresses
]
