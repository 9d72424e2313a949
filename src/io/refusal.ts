import {isIP} from 'node:net'
import {isPublicAddress} from './address.ts'

// https://fetch.spec.whatwg.org/#port-blocking: other protocols listen there.
const badPorts = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080
])

/** Why an address may not be asked at all, by its spelling alone; undefined where it may. */
export function refusalOf(url: URL, allowed: ReadonlySet<string>): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `${url.protocol} is neither http nor https`
  if (url.username !== '' || url.password !== '') return 'it carries credentials'
  return allowed.has(endpointOf(url)) ? undefined : privacy(url)
}

/** `host:port`, by which an endpoint is allowed. */
export function endpointOf(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`
}

/** What is not public about an address, by its spelling alone. */
function privacy(url: URL): string | undefined {
  const host = bareHost(url)
  if (url.port === '0' || badPorts.has(Number(url.port))) return `port ${url.port} is no port of web servers`
  if (isIP(host)) return isPublicAddress(host) ? undefined : `${host} is not a public address`
  const isPrivateName = /(?:^|\.)(?:localhost|localdomain|local|internal|home\.arpa)\.?$/.test(host)
  return isPrivateName || !host.includes('.') || host.endsWith('.') ? `${host} is not a public name` : undefined
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}
