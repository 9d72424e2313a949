import {createServer, type IncomingHttpHeaders} from 'node:http'
import type {AddressInfo} from 'node:net'

/** A request as the host that it was meant for sees it. */
export interface Asked {
  readonly method: string
  /** As the client means it, before it was sent to loopback. */
  readonly url: URL
  readonly headers: IncomingHttpHeaders
}

/** What a host answers; 200 and HTML where nothing else is said. */
export interface Reply {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** What a host does. One that does not settle leaves the client waiting. */
export type Host = (asked: Asked) => Reply | Promise<Reply>

/** A web of its own: every host of it is on one port of loopback, and no request leaves the machine. */
export interface Loopback extends AsyncDisposable {
  readonly remap: readonly string[]
  readonly allowed: readonly string[]
  /** `METHOD https://host/path` of each request, in their order. */
  readonly asked: readonly string[]
  /** The most requests that one host had under way at once. */
  readonly busiest: ReadonlyMap<string, number>
}

/** Starts a web of some hosts by their names; the Wayback Machine is there too, and has nothing. */
export async function loopback(hosts: Readonly<Record<string, Host>>): Promise<Loopback> {
  const all: Record<string, Host> = {'archive.org': () => json({archived_snapshots: {}}), ...hosts}
  const asked: string[] = []
  const busiest = new Map<string, number>()
  const running = new Map<string, number>()
  const server = createServer(async (request, response) => {
    const url = new URL(`https:/${request.url}`)
    asked.push(`${request.method} ${url.href}`)
    const count = (running.get(url.host) ?? 0) + 1
    running.set(url.host, count)
    busiest.set(url.host, Math.max(count, busiest.get(url.host) ?? 0))
    const host = all[url.host] ?? nobody
    const {
      status = 200,
      headers = {},
      body = ''
    } = await host({
      method: request.method ?? '',
      url,
      headers: request.headers
    })
    running.set(url.host, (running.get(url.host) ?? 1) - 1)
    response.writeHead(status, {'content-type': 'text/html; charset=utf-8', ...headers})
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const {port} = addressOf(server.address())
  return {
    remap: ['https://', 'http://'].map((prefix) => `${prefix} http://127.0.0.1:${port}/`),
    allowed: [`127.0.0.1:${port}`],
    asked,
    busiest,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
  }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address
}

// Says nothing about a page, so that no test can take it for an answer.
const nobody: Host = ({url}) => ({status: 418, body: `There is no ${url.host} here.`})

/** An answer in JSON. */
export function json(value: unknown, reply: Omit<Reply, 'body'> = {}): Reply {
  return {...reply, headers: {'content-type': 'application/json', ...reply.headers}, body: JSON.stringify(value)}
}

/** Answers in turn; the last one for good. */
export function inTurn(...replies: readonly [Host, ...Host[]]): Host {
  let count = 0
  return (asked) => {
    const reply = replies[Math.min(count, replies.length - 1)] ?? replies[0]
    count += 1
    return reply(asked)
  }
}

/** One answer, whatever is asked. */
export function always(reply: Reply): Host {
  return () => reply
}
