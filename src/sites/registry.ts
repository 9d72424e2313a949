import type {PaperLink} from '../paper/paper.ts'
import {sites} from './index.ts'
import type {Badge, Site} from './site.ts'

/** What a list's configuration says of a host that paperlist does not know. */
export interface ConfiguredSite {
  readonly host: string
  readonly site: string
  readonly kind: string
}

/** What follows from an address. */
export interface Address {
  /** Undefined where the text is no http or https address of a public name, or carries credentials. */
  readonly url: URL | undefined
  /** Undefined for a host that nobody told us about. */
  readonly site: Site | undefined
  /** How the address should be written; the text itself where it is well. */
  readonly canonical: string
  readonly identifier: string | undefined
}

// Parameters that follow a reader about and change nothing on the page.
const tracking = /^(?:utm_\w+|fbclid|gclid|igshid|mc_cid|mc_eid|mkt_tok|ref_src|ref_url|spm|source_id|twclid|yclid)$/

/** The known sites, and those that the list adds. Every address is looked at once. */
export class Registry {
  readonly #known = new Map<string, Site>()
  readonly #suffixes: (readonly [string, Site])[] = []
  readonly #addresses = new Map<string, Address>()

  constructor(configured: readonly ConfiguredSite[] = []) {
    for (const site of sites) for (const host of site.hosts) this.#known.set(host, site)
    for (const {host, site, kind} of configured) {
      const badge = {site, kind}
      this.#suffixes.push([withoutWww(host.toLowerCase()), {name: host, hosts: [host], badge: () => badge}])
    }
  }

  /** What follows from an address as a paper file writes it. */
  address(text: string): Address {
    const seen = this.#addresses.get(text)
    if (seen) return seen
    const address = this.#judge(text)
    this.#addresses.set(text, address)
    return address
  }

  /** The two halves of a link's badge; a half that neither the file nor the site gives is undefined. */
  badge(link: PaperLink): Partial<Badge> {
    const {url, site} = this.address(link.url)
    const derived: Partial<Badge> = url && site ? site.badge(url) : {}
    return {...derived, ...(link.site && {site: link.site}), ...(link.kind && {kind: link.kind})}
  }

  /** The month that an address carries, by its site's own numbering. */
  month(text: string): ReturnType<NonNullable<Site['month']>> {
    const {url, site} = this.address(text)
    return url && site?.month?.(url)
  }

  /** The site whose pages are at an address. */
  site(url: URL): Site | undefined {
    return this.#siteOf(withoutWww(url.hostname))
  }

  #judge(text: string): Address {
    const url = webAddress(text)
    if (!url) return {url, site: undefined, canonical: text, identifier: undefined}
    const site = this.#siteOf(withoutWww(url.hostname))
    // Of a host that the list adds nothing is known but its badge: its `www.` may be the only name it has.
    const isKnown = site !== undefined && sites.includes(site)
    const canonical = site?.canonical?.(url) ?? tidy(url, text, isKnown)
    return {url, site, canonical, identifier: site?.identifier?.(url)}
  }

  #siteOf(host: string): Site | undefined {
    const configured = this.#suffixes.find(([suffix]) => host === suffix || host.endsWith(`.${suffix}`))
    return configured?.[1] ?? this.#known.get(host)
  }
}

function webAddress(text: string): URL | undefined {
  // The URL parser drops or mends these silently; a browser elsewhere may read them otherwise.
  if (/[\s\\<>"`{}|^]/u.test(text) || !/^https?:\/\/[^/]/i.test(text)) return undefined
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  // The parser has brought every spelling of an IPv4 address to digits and dots by now.
  const isNamed = url.hostname.includes('.') && !/(?:\.|^[\d.]+)$/.test(url.hostname)
  return isNamed && url.username === '' && url.password === '' ? url : undefined
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, '')
}

/** The text without tracking parameters and, for a known site, over https and without `www.`. */
function tidy(url: URL, text: string, isKnown: boolean): string {
  const parameters = url.search.slice(1).split('&')
  const kept = parameters.filter((parameter) => !tracking.test(parameter.replace(/=.*/s, '')))
  if (kept.length === parameters.length && !isKnown) return text
  const tidied = new URL(url)
  // By hand, since URLSearchParams would write the other parameters anew.
  if (kept.length < parameters.length) tidied.search = kept.join('&')
  if (isKnown) {
    tidied.protocol = 'https:'
    tidied.hostname = withoutWww(url.hostname)
  }
  return tidied.href === url.href ? text : tidied.href
}
