import {Failure} from '../failure.ts'
import {compareText} from '../finding.ts'
import type {Registry} from '../sites/registry.ts'
import type {Link} from './collect.ts'

/** One part of several. */
export interface Shard {
  /** From 1. */
  readonly index: number
  readonly count: number
}

/**
 * Reads `2/4`.
 *
 * @throws {Failure} where it is not a part of a whole
 */
export function parseShard(text: string): Shard {
  const match = /^(\d{1,3})\/(\d{1,3})$/.exec(text)
  const [index, count] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || index < 1 || index > count)
    throw new Failure(`Unexpected shard ${JSON.stringify(text)}, expected I/N such as 2/4`)
  return {index, count}
}

/**
 * The links of one part. A host is whole in one part, and so are all hosts of a site, which may be asked by way
 * of one of them: so each part can be polite. Parts are about equal.
 */
export function linksOfShard(links: readonly Link[], {index, count}: Shard, registry: Registry): Link[] {
  const hosts = new Map<string, Link[]>()
  for (const link of links) {
    const address = URL.canParse(link.url) ? new URL(link.url) : undefined
    const host = address ? (registry.site(address)?.name ?? address.host) : ''
    hosts.set(host, [...(hosts.get(host) ?? []), link])
  }
  const parts = Array.from({length: count}, (): Link[] => [])
  const largest = [...hosts].sort(([a, left], [b, right]) => right.length - left.length || compareText(a, b))
  for (const [, members] of largest) {
    const smallest = parts.reduce((least, part) => (part.length < least.length ? part : least))
    smallest.push(...members)
  }
  return parts[index - 1] ?? []
}
