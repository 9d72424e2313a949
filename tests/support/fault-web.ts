import {createServer} from 'node:http'
import type {Server} from 'node:net'
import type {Resolver} from '../../src/io/network.ts'
import {type Authority, makeAuthority} from './authority.ts'
import {type Fault, page} from './faults.ts'
import {listening} from './listening.ts'

/** A fault that can be linked to. */
interface Started {
  readonly fault: Fault
  readonly url: string
  /** Requests that came. */
  readonly asked: () => number
}

/** Servers of faults, each under a name of its own. */
export interface FaultWeb extends AsyncDisposable {
  readonly started: readonly Started[]
  readonly allowed: readonly string[]
  readonly resolver: Resolver
  readonly authority: Authority
}

/** Starts a server for each fault. */
export async function faultWeb(faults: readonly Fault[]): Promise<FaultWeb> {
  const authority = await makeAuthority()
  const servers: Server[] = []
  const open = new Set<{destroy(): void}>()
  const start = async (server: Server, at = '127.0.0.1') => {
    servers.push(server)
    server.on('connection', (socket) => {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
    })
    return listening(server, at)
  }
  const names = new Map<string, Fault['addresses']>([['private.example', ['10.0.0.1']]])
  const allowed: string[] = []
  const good = await startGood()
  const started = await Promise.all(faults.map(startFault))

  async function startGood(): Promise<string> {
    const port = await start(createServer((request, response) => response.end(request.method === 'HEAD' ? '' : page)))
    names.set('good.faults.example', ['127.0.0.1'])
    allowed.push(`good.faults.example:${port}`)
    return `http://good.faults.example:${port}`
  }

  async function startFault(fault: Fault, index: number): Promise<Started> {
    let asked = 0
    const count = () => {
      asked += 1
      return asked
    }
    const listens = fault.listens ?? '127.0.0.1'
    const server = fault.serve({authority, good, count})
    const port = await start(server, listens)
    if (fault.isGone) await close(server)
    const host = `fault-${index}.faults.example`
    names.set(host, fault.addresses ?? [listens])
    if (!fault.addresses) allowed.push(`${host}:${port}`)
    return {fault, url: `${fault.scheme ?? 'http'}://${host}:${port}${fault.path ?? '/'}`, asked: () => asked}
  }

  return {
    started,
    allowed,
    resolver(host) {
      const addresses = names.get(host) ?? 'ENOTFOUND'
      if (addresses === 'never') return new Promise(() => undefined)
      if (typeof addresses !== 'string') return Promise.resolve(addresses)
      return Promise.reject(Object.assign(new Error(addresses), {code: addresses}))
    },
    authority,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      await Promise.all(servers.map(close))
    }
  }
}

function close(server: Server): Promise<unknown> {
  return new Promise((done) => server.close(done))
}
