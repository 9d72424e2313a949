import {Failure} from '../failure.ts'

/** A literal prefix of addresses, and what is asked instead. */
export interface Remap {
  readonly prefix: string
  readonly replacement: string
}

/**
 * Reads `PREFIX REPLACEMENT`.
 *
 * @throws {Failure} where it is not two addresses
 */
export function parseRemap(text: string): Remap {
  const [prefix, replacement, ...rest] = text.trim().split(/\s+/)
  if (!prefix || !replacement || rest.length > 0 || !URL.canParse(replacement)) {
    throw new Failure(`Unexpected remap ${JSON.stringify(text)}, expected 'PREFIX REPLACEMENT', two addresses`)
  }
  return {prefix, replacement}
}

/** The address to ask in place of another: by the first prefix that it begins with. */
export function remapped(url: string, remaps: readonly Remap[]): string {
  const remap = remaps.find(({prefix}) => url.startsWith(prefix))
  return remap ? remap.replacement + url.slice(remap.prefix.length) : url
}

/**
 * The address that a server means by a Location. One that was asked under another name may speak of itself
 * by that name, or by its own.
 *
 * @param from the address as it is written, which a remap may have sent elsewhere
 * @returns undefined where it is no address
 */
export function meantAddress(location: string, from: string, remaps: readonly Remap[]): string | undefined {
  const asked = remapped(from, remaps)
  if (!URL.canParse(location, asked)) return undefined
  const literal = new URL(location, asked).href
  if (asked === from) return literal
  const meant = unmapped(literal, from, remaps)
  // No path leads to another host: there it is one of the site itself, which knows of no remap.
  const isPath = !/^\s*(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(location)
  if (!isPath || new URL(meant).host === new URL(from).host) return meant
  const own = new URL(location, from).href
  return remapped(own, remaps) === own ? meant : own
}

/** The address that was asked for in place of another: by the remap that is in use, or the closest. */
function unmapped(url: string, from: string, remaps: readonly Remap[]): string {
  const used = remaps.find(({prefix}) => from.startsWith(prefix))
  const {origin} = new URL(url)
  const [remap] = remaps
    .filter(({replacement}) => url.startsWith(replacement) && new URL(replacement).origin === origin)
    .toSorted((a, b) => Number(b === used) - Number(a === used) || b.replacement.length - a.replacement.length)
  const back = remap ? remap.prefix + url.slice(remap.replacement.length) : url
  return URL.canParse(back) ? back : url
}
