import {parseDate} from '../../paper/date.ts'
import type {PaperLink} from '../../paper/paper.ts'
import {titleKey, wordsOf} from '../../paper/title.ts'
import type {Registry} from '../../sites/registry.ts'
import type {Reading} from './gather.ts'

/** A paper with all the entries that tell of it, in the order of the source. */
export interface Merged {
  readonly readings: readonly [Reading, ...Reading[]]
  readonly title: string
  readonly date: string
  readonly tags: readonly string[]
  readonly links: readonly PaperLink[]
  readonly summary: readonly string[]
  readonly authors: readonly string[]
  readonly venue: string | undefined
}

/** What tells whether two entries are one paper. */
class Known {
  readonly groups: Reading[][] = []
  readonly #byIdentifier = new Map<string, Reading[]>()
  readonly #byTitle = new Map<string, Reading[]>()

  add(reading: Reading, identifiers: readonly string[]): void {
    const key = titleKey(reading.draft.title ?? '')
    const same = this.#find(reading, identifiers, key)
    const group = same ?? []
    if (!same) this.groups.push(group)
    group.push(reading)
    for (const identifier of identifiers)
      if (!this.#byIdentifier.has(identifier)) this.#byIdentifier.set(identifier, group)
    if (key !== '' && !this.#byTitle.has(key)) this.#byTitle.set(key, group)
  }

  /** An identifier counts only where the titles do not speak against it: links get copied. */
  #find(reading: Reading, identifiers: readonly string[], key: string): Reading[] | undefined {
    const byTitle = key.includes(' ') ? this.#byTitle.get(key) : undefined
    if (byTitle) return byTitle
    return identifiers
      .map((each) => this.#byIdentifier.get(each))
      .find((group) => group?.some((each) => isAlike(each, reading)))
  }
}

function isAlike(a: Reading, b: Reading): boolean {
  const [mine, yours] = [new Set(wordsOf(a.draft.title ?? '')), new Set(wordsOf(b.draft.title ?? ''))]
  // A name alone, as in a row of benchmarks, says nothing against the identifier.
  if (Math.min(mine.size, yours.size) <= 2) return true
  const common = [...mine].filter((word) => yours.has(word)).length
  return common >= Math.min(mine.size, yours.size) * 0.6
}

/** Brings the entries of one paper together, wherever they stand. */
export function merge(readings: readonly Reading[], registry: Registry): Merged[] {
  const known = new Known()
  for (const reading of readings) known.add(reading, identifiersOf(reading, registry))
  return known.groups.flatMap(([first, ...others]) => (first ? [combine([first, ...others])] : []))
}

/** What its first link to a paper stands for; further links may lead to other papers. */
export function identifiersOf({draft}: Reading, registry: Registry): string[] {
  const own = draft.links
    .map(({url}) => registry.address(url).identifier)
    .find((identifier) => identifier !== undefined)
  return own === undefined ? [] : [own]
}

function combine(readings: readonly [Reading, ...Reading[]]): Merged {
  const drafts = readings.map(({draft}) => draft)
  const [first] = drafts
  const links = new Map<string, PaperLink>()
  for (const link of drafts.flatMap((draft) => draft.links)) if (!links.has(link.url)) links.set(link.url, link)
  const merged = {
    readings,
    title: first?.title ?? '',
    date: bestDate(drafts.flatMap(({date}) => date ?? [])),
    tags: unique(drafts.flatMap(({tags}) => tags)),
    links: [...links.values()],
    summary: drafts.map(({summary}) => summary).find((summary) => summary.length > 0) ?? [],
    authors: drafts.map(({authors}) => authors).find((authors) => authors.length > 0) ?? [],
    venue: drafts.map(({venue}) => venue).find((venue) => venue !== undefined)
  }
  for (const {draft} of readings.slice(1)) keepWhatDiffers(draft, merged)
  return merged
}

/** A later entry of the same paper gives way to the first: what it says otherwise goes to its rest. */
function keepWhatDiffers(draft: Reading['draft'], merged: Merged): void {
  const {title = '', date = '', venue = '', summary, authors, rest} = draft
  if (title !== merged.title) rest.push(title)
  if (date !== merged.date) rest.push(date)
  if (venue !== '' && venue !== merged.venue) rest.push(venue)
  rest.push(...summary.filter((sentence) => !merged.summary.includes(sentence)))
  if (authors.length > 0 && authors.join() !== merged.authors.join()) rest.push(authors.join(', '))
}

/** The first date as it stands, or a fuller one that agrees with it. */
function bestDate([first = '', ...others]: readonly string[]): string {
  return others.find((date) => date.length > first.length && date.startsWith(first) && parseDate(date)) ?? first
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
