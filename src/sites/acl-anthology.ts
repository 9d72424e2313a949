import type {Site} from './site.ts'

// https://aclanthology.org/info/ids/: P19-1580 until 2019, 2024.findings-acl.199 since.
const old = /^[A-Z]\d{2}-\d{4,5}$/i
const modern = /^(\d{4})\.([a-z0-9]+(?:-[a-z0-9]+)?)\.(\d+)$/i

// The letter of an old identifier names the venue; W is any workshop, shown as the Anthology's own.
const venues: ReadonlyMap<string, string> = new Map([
  ['C', 'COLING'],
  ['D', 'EMNLP'],
  ['E', 'EACL'],
  ['J', 'CL'],
  ['K', 'CoNLL'],
  ['L', 'LREC'],
  ['N', 'NAACL'],
  ['P', 'ACL'],
  ['Q', 'TACL'],
  ['S', 'SemEval']
])
const spellings: ReadonlyMap<string, string> = new Map([
  ['conll', 'CoNLL'],
  ['semeval', 'SemEval'],
  ['starsem', '*SEM'],
  ['ijcnlp', 'IJCNLP']
])

function identifierOf(url: URL): string | undefined {
  const [, first, second] = url.pathname.split('/')
  // The host of the first years kept papers under /anthology/.
  const last = first === 'anthology' || first === 'papers' ? url.pathname.split('/').findLast(Boolean) : first
  if (last === first && second) return undefined
  const identifier = last?.replace(/(?:v\d+)?\.(?:pdf|bib|html)$/i, '')
  return identifier && (old.test(identifier) || modern.test(identifier)) ? spelled(identifier) : undefined
}

function spelled(identifier: string): string {
  return old.test(identifier) ? identifier.toUpperCase() : identifier.toLowerCase()
}

function venueOf(identifier: string | undefined): string {
  if (!identifier) return 'ACL'
  const collection = modern.exec(identifier)?.[2]
  if (!collection) return venues.get(identifier.charAt(0)) ?? 'ACL'
  const [venue = '', volume] = collection.split('-')
  if (venue === 'findings' && volume) return `${nameOf(volume)} Findings`
  return nameOf(venue)
}

function nameOf(venue: string): string {
  return spellings.get(venue) ?? venue.toUpperCase()
}

/** https://aclanthology.org, also by the addresses of its earlier hosts. */
export const aclAnthology: Site = {
  name: 'acl-anthology',
  hosts: ['aclanthology.org', 'aclanthology.info', 'aclweb.org', 'anthology.aclweb.org'],
  canonical(url) {
    const identifier = identifierOf(url)
    return identifier && `https://aclanthology.org/${identifier}/`
  },
  identifier(url) {
    const identifier = identifierOf(url)
    return identifier && `acl:${identifier.toLowerCase()}`
  },
  badge(url) {
    return {site: venueOf(identifierOf(url)), kind: 'Paper'}
  }
}
