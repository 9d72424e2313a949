import {type LookupAddress, lookup} from 'node:dns'
import {Agent as HttpAgent, request as httpRequest, type IncomingMessage} from 'node:http'
import {Agent as HttpsAgent, request as httpsRequest} from 'node:https'
import {isIP, type LookupFunction} from 'node:net'
import {isPublicAddress} from './address.ts'
import {endsAtHead, headOf, readBody} from './answer.ts'
import {
  Ended,
  type FaultKind,
  faultOf,
  type NetworkFault,
  StaleConnection,
  UnknownHost,
  UnsafeAddress
} from './fault.ts'
import {endpointOf, refusalOf} from './refusal.ts'

/** One request to one address; redirects are the caller's. */
export interface NetworkRequest {
  readonly url: URL
  readonly method: 'GET' | 'HEAD'
  readonly headers?: Readonly<Record<string, string>>
  /** Milliseconds for everything, from the look-up of the name to the last byte. */
  readonly timeout: number
  /** Most bytes of the body. */
  readonly bytes: number
  /** Whether what has been read of the body is all that is needed. */
  readonly isEnough?: ((body: string) => boolean) | undefined
}

/** What a server answered. */
export interface NetworkReply {
  readonly status: number
  /** By their names in small letters; several of one name are joined. */
  readonly headers: Readonly<Record<string, string>>
  /** As much of it as was asked for. */
  readonly body: string
}

/** Looks up every address of a name; rejects as node:dns does. */
export type Resolver = (host: string) => Promise<readonly string[]>

/** How a network is made. */
export interface NetworkOptions {
  /** `host:port` of endpoints that may be private. */
  readonly allowed?: readonly string[]
  readonly resolver?: Resolver | undefined
  /** Certificates to trust beside the system's, PEM. */
  readonly authorities?: string | undefined
}

// Node.js gives each of several addresses 250 ms, which the other side of the world does not answer in.
const connectTime = 2500
/**
 * The only way to the network. No connection is ever made to an address that is not public: a literal is
 * judged before, a name by every address that it resolves to, and the connection goes to the very
 * addresses that were judged, so that a second look-up cannot tell otherwise.
 */
export class Network {
  readonly #allowed: ReadonlySet<string>
  readonly #resolve: Resolver
  readonly #authorities: string | undefined
  readonly #agents = new Map<string, HttpAgent>()
  readonly #running = new Set<() => void>()
  #isCancelled = false

  constructor({allowed = [], resolver = resolveBySystem, authorities}: NetworkOptions = {}) {
    this.#allowed = new Set(allowed.map((each) => each.toLowerCase()))
    this.#resolve = resolver
    this.#authorities = authorities
  }

  /** Sends one request. Never rejects: what goes wrong is a fault. */
  async request(request: NetworkRequest): Promise<NetworkReply | NetworkFault> {
    const refusal = refusalOf(request.url, this.#allowed)
    if (refusal) return {fault: 'unsafe', reason: refusal}
    if (this.#isCancelled) return {fault: 'cancelled', reason: 'the run was ended'}
    const until = performance.now() + request.timeout
    for (let {timeout} = request; ; timeout = until - performance.now()) {
      try {
        return await this.#send({...request, timeout})
      } catch (error) {
        // Nothing was read: once more at once, on another connection; a new one is never stale.
        if (!(error instanceof StaleConnection)) return faultOf(error)
      }
    }
  }

  /** Ends every request under way, and lets no other begin. */
  cancel(): void {
    this.#isCancelled = true
    for (const end of this.#running) end()
  }

  /** Lets go of idle connections, so that the process can end. */
  close(): void {
    for (const agent of this.#agents.values()) agent.destroy()
    this.#agents.clear()
  }

  #send(request: NetworkRequest): Promise<NetworkReply> {
    const {url, method, headers, timeout} = request
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    return new Promise((resolve, reject) => {
      const sent = send(url, {method, headers, agent: this.#agent(url), maxHeaderSize: 16 * 1024}, (message) => {
        answer = message
        sent.shouldKeepAlive ||= endsAtHead(method, message)
        readBody(message, request).then((body) => settle(() => resolve({...headOf(message), body})), fail)
      })
      const settle = (how: () => void) => {
        clearTimeout(timer)
        this.#running.delete(cancel)
        how()
      }
      // One clock from the look-up to the last byte: a server that drips cannot stop it.
      const timer = setTimeout(
        () => end('timeout', `no whole answer within ${Math.round(timeout / 100) / 10} s`),
        timeout
      )
      const end = (fault: FaultKind, reason: string) => {
        fail(new Ended(fault, reason))
        sent.destroy()
      }
      const cancel = () => end('cancelled', 'the run was ended')
      const fail = (error: unknown) => settle(() => reject(error))
      this.#running.add(cancel)
      let before = 0
      let answer: IncomingMessage | undefined
      sent.on('socket', (socket) => {
        before = socket.bytesRead
      })
      sent.on('error', (error) => {
        // What follows an answer that is whole takes nothing from it.
        if (answer?.complete) return
        const isStale = sent.reusedSocket && sent.socket?.bytesRead === before
        fail(isStale ? new StaleConnection(error.message, {cause: error}) : error)
      })
      sent.end()
    })
  }

  /** One pool of connections for each endpoint, since what may be connected to depends on it. */
  #agent(url: URL): HttpAgent {
    const key = `${url.protocol}//${endpointOf(url)}`
    const known = this.#agents.get(key)
    if (known) return known
    const isAllowed = this.#allowed.has(endpointOf(url))
    const options = {
      keepAlive: true,
      autoSelectFamilyAttemptTimeout: connectTime,
      lookup: this.#guardedLookup(isAllowed)
    }
    const agent =
      url.protocol === 'https:' ? new HttpsAgent({...options, ca: this.#authorities}) : new HttpAgent(options)
    this.#agents.set(key, agent)
    return agent
  }

  #guardedLookup(isAllowed: boolean): LookupFunction {
    return (host, {all}, callback) => {
      this.#judged(host, isAllowed).then(
        ([first, ...others]) => {
          if (all) callback(null, [first, ...others])
          else callback(null, first.address, first.family)
        },
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), [])
      )
    }
  }

  /** The addresses of a name; rejects where one of them must not be connected to. */
  async #judged(host: string, isAllowed: boolean): Promise<[LookupAddress, ...LookupAddress[]]> {
    const addresses = await this.#resolve(host)
    const hidden = isAllowed ? undefined : addresses.find((address) => !isPublicAddress(address))
    if (hidden !== undefined) throw new UnsafeAddress(`${host} resolves to ${hidden}`)
    const [first, ...others] = addresses.map((address) => ({address, family: isIP(address)}))
    if (!first) throw new UnknownHost(host)
    return [first, ...others]
  }
}

function resolveBySystem(host: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    lookup(host, {all: true, order: 'verbatim'}, (error, addresses) => {
      if (error) reject(error)
      else resolve(addresses.map(({address}) => address))
    })
  })
}
