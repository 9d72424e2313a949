import {spawn} from 'node:child_process'
import diagnostics from 'node:diagnostics_channel'
import {createServer as createHttpServer} from 'node:http'
import {connect, createServer, Socket} from 'node:net'
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest'
import type {NetworkFault} from '../../src/io/fault.ts'
import {Network, type NetworkOptions, type NetworkReply} from '../../src/io/network.ts'
import {listening} from '../support/listening.ts'
import {loopbackSpellings, privateAddresses, privateNames} from '../support/private-addresses.ts'

const publicAddress = '93.184.215.14'
const allPrivate = Object.values(privateAddresses).flat()

// Listens on every address of this machine, and counts who comes.
let connections = 0
const counter = createServer((socket) => {
  connections += 1
  socket.destroy()
})
let port = 0

// Sockets that this process opens: the addresses that they were sent to. None leaves the machine, since one
// that has been told a public address is destroyed before it connects.
const lookedUp: string[] = []

function watch(message: unknown): void {
  if (typeof message !== 'object' || message === null || !('socket' in message)) return
  const {socket} = message
  if (!(socket instanceof Socket)) return
  socket.on('lookup', (_, address) => {
    lookedUp.push(address)
    if (address === publicAddress) socket.destroy()
  })
}

beforeAll(async () => {
  diagnostics.subscribe('net.client.socket', watch)
  port = await listening(counter, '::')
})

beforeEach(() => {
  connections = 0
  lookedUp.length = 0
})

afterAll(() => {
  diagnostics.unsubscribe('net.client.socket', watch)
  counter.close()
})

async function ask(url: string, options: NetworkOptions = {}): Promise<NetworkReply | NetworkFault> {
  const network = new Network({resolver: () => Promise.reject(new Error('no test looks up a real name')), ...options})
  const result = await network.request({url: new URL(url), method: 'GET', timeout: 5000, bytes: 1000})
  network.close()
  return result
}

function faultOf(result: NetworkReply | NetworkFault): string {
  return 'fault' in result ? result.fault : `status ${result.status}`
}

test('there are over 60 spellings of private addresses', () => {
  expect(new Set([...loopbackSpellings, ...allPrivate]).size).toBeGreaterThan(100)
})

test.each([...loopbackSpellings, ...allPrivate.filter((each) => !each.includes('%')).map(hostOf)])(
  'the literal %s is never connected to',
  async (host) => {
    expect(faultOf(await ask(`http://${host}:${port}/`))).toBe('unsafe')
    expect(faultOf(await ask(`https://${host}:${port}/`))).toBe('unsafe')
    expect([connections, lookedUp]).toEqual([0, []])
  }
)

function hostOf(address: string): string {
  return address.includes(':') ? `[${address}]` : address
}

test.each(allPrivate)('a name that resolves to %s is never connected to', async (address) => {
  const url = `http://paper.example:${port}/`
  const result = await ask(url, {resolver: async () => [address]})
  expect(result).toEqual({fault: 'unsafe', reason: `paper.example resolves to ${address}`})
  expect([connections, lookedUp.filter(isAddress)]).toEqual([0, []])
})

/** A look-up that failed tells of no address. */
function isAddress(address: string | undefined): boolean {
  return address !== undefined
}

test.each(allPrivate)('a name that resolves to %s beside a public address is never connected to', async (address) => {
  const url = `http://paper.example:${port}/`
  expect(faultOf(await ask(url, {resolver: async () => [publicAddress, address]}))).toBe('unsafe')
  expect(faultOf(await ask(url, {resolver: async () => [address, publicAddress]}))).toBe('unsafe')
  expect([connections, lookedUp.filter(isAddress)]).toEqual([0, []])
})

test.each(allPrivate)('a name that is public at first and then %s is never connected to there', async (address) => {
  const answers = [[publicAddress], [address], [address]]
  let lookUps = 0
  const network = new Network({resolver: async () => answers[lookUps++] ?? []})
  const url = new URL(`http://paper.example:${port}/`)
  const results: string[] = []
  for (let turn = 0; turn < 2; turn++) {
    results.push(faultOf(await network.request({url, method: 'GET', timeout: 5000, bytes: 1000})))
  }
  network.close()
  // The first connection goes to what was judged, with no look-up in between that could tell otherwise.
  expect(results).toEqual(['failed', 'unsafe'])
  expect([lookUps, lookedUp.filter(isAddress), connections]).toEqual([2, [publicAddress], 0])
})

test.each(privateNames)('the name %s is not even looked up', async (name) => {
  let lookUps = 0
  const resolver = async () => {
    lookUps += 1
    return ['127.0.0.1']
  }
  expect(faultOf(await ask(`http://${name}:${port}/`, {resolver}))).toBe('unsafe')
  expect([lookUps, connections]).toEqual([0, 0])
})

test.each([
  ['http://reader:secret@paper.example/', 'it carries credentials'],
  ['http://reader@paper.example/', 'it carries credentials'],
  ['http://:secret@paper.example/', 'it carries credentials'],
  ['ftp://paper.example/', 'ftp: is neither http nor https'],
  ['file:///etc/passwd', 'file: is neither http nor https'],
  ['javascript:alert(1)', 'javascript: is neither http nor https'],
  ['data:text/html,x', 'data: is neither http nor https'],
  ['ws://paper.example/', 'ws: is neither http nor https'],
  ['http://paper.example:0/', 'port 0 is no port of web servers'],
  ['http://paper.example:22/', 'port 22 is no port of web servers'],
  ['http://paper.example:25/', 'port 25 is no port of web servers'],
  ['http://paper.example:6000/', 'port 6000 is no port of web servers'],
  ['https://paper.example:6697/', 'port 6697 is no port of web servers']
])('%s is refused', async (url, reason) => {
  expect(await ask(url, {resolver: async () => [publicAddress]})).toEqual({fault: 'unsafe', reason})
  expect(lookedUp).toEqual([])
})

test('credentials are refused of an allowed endpoint too', async () => {
  const result = await ask(`http://reader:secret@127.0.0.1:${port}/`, {allowed: [`127.0.0.1:${port}`]})
  expect([faultOf(result), connections]).toEqual(['unsafe', 0])
})

test('allowing an endpoint opens that host and port alone', async () => {
  await using other = await counted()
  await using server = await counted()
  const allowed = [`127.0.0.1:${server.port}`]
  expect(faultOf(await ask(`http://127.0.0.1:${server.port}/`, {allowed}))).toBe('status 200')
  expect(faultOf(await ask(`http://127.1:${server.port}/`, {allowed}))).toBe('status 200')
  expect(server.count).toBe(2)
  for (const url of [
    `http://127.0.0.1:${other.port}/`,
    `http://127.0.0.2:${server.port}/`,
    `http://[::1]:${server.port}/`,
    `http://[::ffff:127.0.0.1]:${server.port}/`,
    `http://localhost:${server.port}/`,
    `http://paper.example:${server.port}/`,
    'http://127.0.0.1/',
    `http://127.0.0.1.paper.example:${server.port}/`
  ]) {
    expect(faultOf(await ask(url, {allowed, resolver: async () => ['127.0.0.1']})), url).toBe('unsafe')
  }
  expect([server.count, other.count, connections]).toEqual([2, 0, 0])
})

test('an allowed name is looked up, and no other name of the same address is open', async () => {
  await using server = await counted()
  const options = {allowed: [`Intranet:${server.port}`], resolver: async () => ['127.0.0.1']}
  expect(faultOf(await ask(`http://intranet:${server.port}/`, options))).toBe('status 200')
  expect(faultOf(await ask(`http://other.example:${server.port}/`, options))).toBe('unsafe')
  expect(server.count).toBe(1)
})

test('a connection that is kept for an allowed name serves no other name', async () => {
  await using server = await counted()
  const network = new Network({allowed: [`intranet:${server.port}`], resolver: async () => ['127.0.0.1']})
  const results: string[] = []
  for (const name of ['intranet', 'paper.example', 'intranet']) {
    const url = new URL(`http://${name}:${server.port}/`)
    results.push(faultOf(await network.request({url, method: 'GET', timeout: 5000, bytes: 1000})))
  }
  network.close()
  expect(results).toEqual(['status 200', 'unsafe', 'status 200'])
  expect(server.count).toBe(2)
})

test('an IPv6 endpoint is allowed in its brackets', async () => {
  await using server = await counted('::1')
  expect(faultOf(await ask(`http://[::1]:${server.port}/`, {allowed: [`[::1]:${server.port}`]}))).toBe('status 200')
})

/** A server that answers, and counts the requests. */
async function counted(address = '127.0.0.1') {
  let count = 0
  const server = createHttpServer((_, response) => {
    count += 1
    response.end('fine')
  })
  const at = await listening(server, address)
  return {
    port: at,
    get count() {
      return count
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
  }
}

test('of several addresses that refuse, the first error is told', async () => {
  const closed = createServer()
  const at = await listening(closed, '127.0.0.1')
  await new Promise((done) => closed.close(done))
  const options = {allowed: [`two.example:${at}`], resolver: async () => ['127.0.0.1', '127.0.0.2']}
  expect(await ask(`http://two.example:${at}/`, options)).toEqual({
    fault: 'failed',
    reason: `connect ECONNREFUSED 127.0.0.1:${at}`
  })
})

test.each([
  ['ENOTFOUND', 'no-host'],
  ['EAI_AGAIN', 'resolver'],
  ['ESERVFAIL', 'resolver'],
  ['ETIMEOUT', 'resolver'],
  ['EREFUSED', 'resolver']
])('a look-up that ends in %s is %s', async (code, fault) => {
  const resolver = () => Promise.reject(Object.assign(new Error(code), {code}))
  expect(faultOf(await ask('http://paper.example/', {resolver}))).toBe(fault)
})

test('a name without addresses is no host', async () => {
  expect(faultOf(await ask('http://paper.example/', {resolver: async () => []}))).toBe('no-host')
})

test('a look-up that never ends is ended by the clock, and what it says later opens nothing', async () => {
  let answer: (addresses: string[]) => void = () => undefined
  const resolver = () => new Promise<string[]>((done) => (answer = done))
  const network = new Network({allowed: [`late.example:${port}`], resolver})
  const url = new URL(`http://late.example:${port}/`)
  expect(faultOf(await network.request({url, method: 'GET', timeout: 30, bytes: 1000}))).toBe('timeout')
  answer(['127.0.0.1'])
  await new Promise(setImmediate)
  network.close()
  expect(connections).toBe(0)
})

test.each(['in the look-up', 'before the answer', 'in the headers', 'in the body'])(
  'a run that is cancelled %s leaves no request under way',
  async (stage) => {
    let arrived: () => void = () => undefined
    const reached = new Promise<void>((done) => (arrived = done))
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => {
        if (stage === 'in the headers') socket.write('HTTP/1.1 200 OK\r\nContent-')
        if (stage === 'in the body') socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsome')
        arrived()
      })
    })
    const at = await listening(server, '127.0.0.1')
    const closed = new Promise((done) => server.once('connection', (socket) => socket.once('close', done)))
    const resolver = async () => {
      if (stage !== 'in the look-up') return ['127.0.0.1']
      arrived()
      return new Promise<string[]>(() => undefined)
    }
    const network = new Network({allowed: [`slow.example:${at}`], resolver})
    const url = new URL(`http://slow.example:${at}/`)
    const result = network.request({url, method: 'GET', timeout: 5000, bytes: 1000})
    await reached
    network.cancel()
    expect(faultOf(await result)).toBe('cancelled')
    expect(faultOf(await network.request({url, method: 'GET', timeout: 5000, bytes: 1000}))).toBe('cancelled')
    if (stage !== 'in the look-up') await closed
    server.close()
  }
)

test('a body is read to its limit and no further', async () => {
  let sent = 0
  const server = createHttpServer((_, response) => {
    const write = () => {
      while (!response.destroyed && response.write('x'.repeat(16 * 1024))) sent += 16 * 1024
      response.once('drain', write)
    }
    write()
  })
  const at = await listening(server, '127.0.0.1')
  const network = new Network({allowed: [`127.0.0.1:${at}`]})
  const url = new URL(`http://127.0.0.1:${at}/`)
  const result = await network.request({url, method: 'GET', timeout: 5000, bytes: 64 * 1024})
  network.close()
  await new Promise((done) => server.close(done))
  expect('body' in result && result.body.length).toBe(64 * 1024)
  // What the kernel holds in between is some megabytes at most: an endless body is not.
  expect(sent).toBeLessThan(32 * 1024 * 1024)
})

test('a body is read until it says enough', async () => {
  const server = createHttpServer((_, response) => response.write('<title>Heads</title>'))
  const at = await listening(server, '127.0.0.1')
  const network = new Network({allowed: [`127.0.0.1:${at}`]})
  const url = new URL(`http://127.0.0.1:${at}/`)
  const isEnough = (body: string) => body.includes('</title>')
  const result = await network.request({url, method: 'GET', timeout: 5000, bytes: 64 * 1024, isEnough})
  network.close()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  expect(result).toMatchObject({status: 200, body: '<title>Heads</title>'})
})

test('an idle connection that the server closes as it is used again is made anew at once', async () => {
  const seen: number[] = []
  let opened = 0
  const server = createServer((socket) => {
    opened += 1
    const id = opened
    socket.on('data', () => {
      seen.push(id)
      // The first connection has had its only answer.
      if (id === 1 && seen.length > 1) socket.resetAndDestroy()
      else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine')
    })
    socket.on('error', () => undefined)
  })
  const at = await listening(server, '127.0.0.1')
  const network = new Network({allowed: [`127.0.0.1:${at}`]})
  const url = new URL(`http://127.0.0.1:${at}/`)
  const results: string[] = []
  for (let turn = 0; turn < 2; turn++) {
    results.push(faultOf(await network.request({url, method: 'GET', timeout: 5000, bytes: 1000})))
  }
  network.close()
  await new Promise((done) => server.close(done))
  expect(results).toEqual(['status 200', 'status 200'])
  expect(seen).toEqual([1, 1, 2])
})

test.each([
  ['had begun to answer', 'HTTP/1.1 200', [1, 1]],
  ['is a new one', '', [1]]
])('a connection that breaks off and %s is not made anew', async (_, said, expected) => {
  const seen: number[] = []
  let opened = 0
  const server = createServer((socket) => {
    opened += 1
    const id = opened
    socket.on('error', () => undefined)
    socket.on('data', () => {
      seen.push(id)
      if (said !== '' && seen.length === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine')
      else socket.end(said)
    })
  })
  const at = await listening(server, '127.0.0.1')
  const network = new Network({allowed: [`127.0.0.1:${at}`]})
  const url = new URL(`http://127.0.0.1:${at}/`)
  let last = ''
  for (let turn = 0; turn < expected.length; turn++) {
    last = faultOf(await network.request({url, method: 'GET', timeout: 5000, bytes: 1000}))
  }
  network.close()
  await new Promise((done) => server.close(done))
  expect([last, seen]).toEqual(['failed', expected])
})

test('a server whose backlog is full is given up when the time is over', async () => {
  const script = `
    const server = require('node:net').createServer()
    server.listen({host: '127.0.0.1', port: 0, backlog: 1}, () => {
      require('node:fs').writeSync(1, String(server.address().port))
      // Never accepts: its one thread waits for good.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    })`
  const child = spawn(process.execPath, ['-e', script], {stdio: ['ignore', 'pipe', 'inherit']})
  const at = Number(await new Promise((done) => child.stdout.once('data', (chunk) => done(String(chunk)))))
  const fillers = Array.from({length: 4}, () => connect({host: '127.0.0.1', port: at}).on('error', () => undefined))
  const network = new Network({allowed: [`127.0.0.1:${at}`]})
  const url = new URL(`http://127.0.0.1:${at}/`)
  const result = await network.request({url, method: 'GET', timeout: 100, bytes: 1000})
  network.close()
  for (const filler of fillers) filler.destroy()
  child.kill('SIGKILL')
  expect(faultOf(result)).toBe('timeout')
})

test('the deadline of a request holds while a server drips', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n')
    const drip = setInterval(() => socket.write('x'), 10)
    socket.on('close', () => clearInterval(drip))
  })
  const at = await listening(server, '127.0.0.1')
  const network = new Network({allowed: [`127.0.0.1:${at}`]})
  const url = new URL(`http://127.0.0.1:${at}/`)
  const started = performance.now()
  const result = await network.request({url, method: 'GET', timeout: 200, bytes: 64 * 1024})
  const took = performance.now() - started
  network.close()
  await new Promise((done) => server.close(done))
  expect(result).toEqual({fault: 'timeout', reason: 'no whole answer within 0.2 s'})
  expect(took).toBeLessThan(2000)
})
