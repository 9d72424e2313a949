import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import {expect, test} from 'vitest'
import {isPublicAddress} from '../../src/io/address.ts'
import {privateAddresses} from '../support/private-addresses.ts'

test.each(Object.entries(privateAddresses))('%s is not public', (_, addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([])
})

test.each([
  // The last before and the first after each private range.
  '1.0.0.0',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '168.63.129.15',
  '168.63.129.17',
  '169.253.255.255',
  '169.255.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.0.1.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '::ffff:8.8.8.8',
  '2001:200::1',
  '2001:4860:4860::8888',
  '2003::1',
  '2606:4700::6810:84e5',
  '3ffe:ffff::1'
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  '',
  ' ',
  'arxiv.org',
  '127.0.0.1:80',
  '8.8.8.8/32',
  '[2606:4700::1]',
  'http://8.8.8.8',
  '8.8.8.8 ',
  '1.2.3.4.5'
])('%j is no address, so not a public one', (text) => {
  expect(isPublicAddress(text)).toBe(false)
})

// https://www.iana.org/assignments/iana-ipv4-special-registry, all that is not globally reachable, in prefix lengths.
const specialPurpose = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4'
].map((range): [number, number] => {
  const [base = '', length = ''] = range.split('/')
  return [numberOf(base), 2 ** (32 - Number(length))]
})

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}

const anyIpv4 = fc.oneof(
  fc.ipV4(),
  // As many within and at the edges of the special ranges as elsewhere.
  fc
    .tuple(fc.constantFrom(...specialPurpose), fc.double({min: 0, max: 1, noNaN: true}), fc.integer({min: -2, max: 2}))
    .map(([[base, size], at, off]) => (base + Math.floor(at * (size - 1)) + off + 2 ** 32) % 2 ** 32)
    .map((number) => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.'))
)

test('no special-purpose IPv4 address is public, also within IPv6', () => {
  fc.assert(
    fc.property(anyIpv4, (address) => {
      const number = numberOf(address)
      fc.pre(specialPurpose.some(([base, size]) => number >= base && number < base + size))
      const inIpv6 = [
        `::${address}`,
        `::ffff:${address}`,
        `64:ff9b::${address}`,
        ipaddr.IPv4.parse(address).toIPv4MappedAddress().toNormalizedString()
      ]
      return ![address, ...inIpv6].some(isPublicAddress)
    }),
    {seed: 3, numRuns: 2000}
  )
})

test('an IPv6 address outside of 2000::/3 is public only where it stands for IPv4', () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const first = ipaddr.IPv6.parse(address).parts[0] ?? 0
      fc.pre(first < 0x2000 || first > 0x3fff)
      return !isPublicAddress(address) || ipaddr.process(address).kind() === 'ipv4'
    }),
    {seed: 3, numRuns: 2000}
  )
})
