import ipaddr from 'ipaddr.js'

/** All that has been given out of IPv6 (https://www.iana.org/assignments/ipv6-address-space). */
const globalUnicast = ['2000::', 3] as const
// What ipaddr.js takes for public and is not: protocol assignments, documentation, and the address at which
// Azure's machines, and so GitHub's runners, reach their host
// (https://learn.microsoft.com/en-us/azure/virtual-network/what-is-ip-address-168-63-129-16).
const denied: readonly (readonly [address: string, prefix: number])[] = [
  ['2001::', 23],
  ['3fff::', 20],
  ['168.63.129.16', 32]
]
const deniedRanges = denied.map(([address, prefix]) => [ipaddr.parse(address), prefix] as const)

/**
 * Whether an address belongs to the public internet.
 *
 * @param text an IPv4 or IPv6 address in its usual spelling, as a resolver or a URL's host gives it
 */
export function isPublicAddress(text: string): boolean {
  // ipaddr.js reads IPv4 in IPv6 as of old (RFC 4291, 2.5.5.1) as if it were the IPv4 address itself.
  if (!ipaddr.isValid(text) || /^[0:]*:\d+\./.test(text)) return false
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  if (address.kind() === 'ipv6' && !address.match(ipaddr.parse(globalUnicast[0]), globalUnicast[1])) return false
  return !deniedRanges.some(([range, prefix]) => range.kind() === address.kind() && address.match(range, prefix))
}
