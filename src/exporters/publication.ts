import type {List} from '../list.ts'
import {arxivOfDoi, isDoi} from '../paper/identifier.ts'
import type {Paper, PaperLink} from '../paper/paper.ts'
import type {Registry} from '../sites/registry.ts'
import type {Source} from './exporter.ts'

/** A paper as it is cited. */
export interface Publication {
  readonly paper: Paper
  /** The name of its file in letters, digits and hyphens: it stays while the file keeps its name. */
  readonly key: string
  /** Its addresses on the web in canonical form; what is none is left out. */
  readonly urls: readonly string[]
  /** Without a version, `2404.15574`. */
  readonly arxiv: string | undefined
  /** Of the published paper, `10.1145/3626772.3657819`; arXiv's own DOIs do not count. */
  readonly doi: string | undefined
  /** From its file or, where that has none, from the badge of its proceedings; undefined for a preprint. */
  readonly venue: Venue | undefined
}

/** Where a paper was accepted. */
interface Venue {
  readonly name: string
  readonly isJournal: boolean
  /** The year that its name ends with, or its proceedings tell. */
  readonly year: number | undefined
}

/** What the exporters say of a list. */
export function sourceOf({papers, papersByName, config, registry}: List): Source {
  const keys = keysOf(papersByName)
  const {title, repository} = config
  return {title, repository, publications: papers.map((paper) => publicationOf(paper, keys.get(paper) ?? '', registry))}
}

/** In the order of the files, so that a new date or title changes no key. */
function keysOf(papers: readonly Paper[]): Map<Paper, string> {
  const taken = new Set<string>()
  return new Map(
    papers.map((paper) => {
      const wanted = keyOf(paper)
      let key = wanted
      for (let count = 2; taken.has(key.toLowerCase()); count++) key = `${wanted}-${count}`
      taken.add(key.toLowerCase())
      return [paper, key]
    })
  )
}

function keyOf({file}: Paper): string {
  const stem = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.yaml$/, '')
  const letters = stem.normalize('NFKD').replace(/\p{M}/gu, '')
  return letters.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'paper'
}

function publicationOf(paper: Paper, key: string, registry: Registry): Publication {
  const addresses = paper.links.map(({url}) => registry.address(url)).filter(({url}) => url !== undefined)
  return {
    paper,
    key,
    urls: [...new Set(addresses.map(({canonical}) => canonical))],
    arxiv: firstOf(addresses.map(arxivOf)),
    doi: firstOf(addresses.map(doiOf)),
    venue:
      paper.venue === undefined
        ? firstOf(paper.links.map((link) => proceedings(link, registry)))
        : venueOf(paper.venue.trim())
  }
}

// Sites that hold what a venue has accepted, and the names that say of their own badge no more than that.
const publishers = new Set(['aaai', 'acl-anthology', 'acm', 'openreview'])
const ownNames = new Set(['ACM', 'OpenReview'])
const accepted = /^(?:paper|poster|oral|spotlight|notable.*)$/i

/** The venue that a badge names whose link leads to its proceedings: `ICLR` · `Poster` at OpenReview. */
function proceedings(link: PaperLink, registry: Registry): Venue | undefined {
  const {url, site, identifier} = registry.address(link.url)
  const {site: name = '', kind = ''} = registry.badge(link)
  if (!url || !identifier || !publishers.has(site?.name ?? '') || ownNames.has(name) || !accepted.test(kind))
    return undefined
  // https://aclanthology.org/info/ids/: the year is a part of the identifier.
  const [, modern, old] = /^acl:(?:(\d{4})\.|[a-z](\d\d)-)/.exec(identifier) ?? []
  const year = modern ?? (old && (Number(old) >= 60 ? `19${old}` : `20${old}`))
  return {...venueOf(name), ...(year && {year: Number(year)})}
}

type Address = ReturnType<Registry['address']>

function firstOf<Value>(values: readonly (Value | undefined)[]): Value | undefined {
  return values.find((value) => value !== undefined)
}

/** As the address spells it, which for the older identifiers has capitals. */
function arxivOf({canonical, identifier}: Address): string | undefined {
  const written = /^https:\/\/arxiv\.org\/abs\/(.+)$/.exec(canonical)?.[1]
  return identifier?.startsWith('arxiv:') ? (written ?? identifier.slice('arxiv:'.length)) : undefined
}

function doiOf({canonical, identifier}: Address): string | undefined {
  const doi = written(canonical) ?? (identifier?.startsWith('doi:') ? identifier.slice('doi:'.length) : undefined)
  return doi !== undefined && isDoi(doi) && arxivOfDoi(doi) === undefined ? doi : undefined
}

/** The DOI in an address of the resolver, which stands for others too, such as the Anthology's. */
function written(canonical: string): string | undefined {
  const path = /^https:\/\/doi\.org\/(.+)$/.exec(canonical)?.[1]
  try {
    return path && decodeURIComponent(path)
  } catch {
    return path
  }
}

// Names and short names of journals; what is none of them is taken for a conference, as most venues are.
const journals =
  /\b(?:journal|transactions|letters|magazine|annals|nature|science|proceedings of the national academy|artificial intelligence review|patterns|neurocomputing|TACL|JMLR|TMLR|JAIR|PNAS|TPAMI|TKDE|TNNLS|TOIS|CSUR|AIJ)\b/i

function venueOf(name: string): Venue {
  const year = /(?:^|\D)((?:19|20)\d\d)$/.exec(name)?.[1]
  return {name, isJournal: journals.test(name), year: year === undefined ? undefined : Number(year)}
}
