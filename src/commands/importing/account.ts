import type {Document, Range} from '../../importers/source/document.ts'
import {parseHtml, textOf} from '../../importers/source/html.ts'
import type {PaperFields} from '../../paper/schema.ts'
import type {Reading} from './gather.ts'

/** What no paper file, no template and no field's reason has: it goes into the report. */
export interface Missing {
  readonly words: readonly string[]
  readonly urls: readonly string[]
}

const addresses = /https?:\/\/[^\s<>"'`|]+/gi

/**
 * Says which words and addresses of a stretch of the source are in none of the texts that came of it. It
 * reads the source by other means than the importers do, so that what they overlook does not go unseen.
 */
export function unaccounted({visible}: Document, {start, end}: Range, texts: readonly string[]): Missing {
  const source = visible.slice(start, end)
  const all = texts.join('\n')
  const urls = [...source.matchAll(addresses)].map(([url]) => trimmed(url)).filter((url) => !all.includes(url))
  const have = countWords(wordsIn(withoutAddresses(all)))
  const missing = wordsIn(withoutAddresses(plainSource(source))).filter((word) => {
    const left = have.get(word) ?? 0
    have.set(word, left - 1)
    return left <= 0
  })
  return {words: missing, urls: [...new Set(urls)]}
}

/** Brackets of Markdown and full stops behind an address. */
function trimmed(url: string): string {
  const end = /^[^()[\]]*(?:\([^()]*\)[^()[\]]*)*/.exec(url)?.[0] ?? url
  return end.replace(/[.,;:!?*_}\\]+$/, '')
}

function withoutAddresses(text: string): string {
  return text.replace(addresses, ' ')
}

/** The words that the source shows: tags are gone but for what an image says in its place. */
function plainSource(source: string): string {
  const shown = source
    .replace(/<img\b[^>]*?\balt\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>/gi, ' $1$2 ')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    // The number of an item is not a word of it.
    .replace(/^\s*\d{1,4}[.)]\s/gm, ' ')
    .replace(/\]\((?!https?:)[^)\s]*\)/gi, ']')
    .replace(/^\s*\|?(?:\s*:?-{2,}:?\s*\|)+.*$/gm, ' ')
  // Tags are gone: a parser is for the character references alone.
  return shown.replace(/&#?\w{1,31};/g, (reference) => textOf(parseHtml(reference)))
}

/** Words and numbers in their composed form, small letters. */
function wordsIn(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  )
}

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** How much of the source there is, and what of it is nowhere. */
export interface Accounted {
  readonly urls: number
  readonly words: number
  readonly missing: Missing
}

/**
 * The proof that nothing was lost: looks for every address and every word of the whole source, comments
 * and code included, in everything that came of it.
 */
export function accountWhole(sources: readonly string[], texts: readonly string[]): Accounted {
  const all = texts.join('\n')
  const urls = new Set(sources.flatMap((source) => [...source.matchAll(addresses)].map(([url]) => trimmed(url))))
  const words = new Set(sources.flatMap((source) => wordsIn(withoutAddresses(plainSource(source)))))
  const have = new Set(wordsIn(all))
  const known = new Set([...all.matchAll(addresses)].map(([url]) => trimmed(url)))
  const missing = {
    urls: [...urls].filter((url) => !known.has(url) && !all.includes(url)),
    words: [...words].filter((word) => !have.has(word))
  }
  return {urls: urls.size, words: words.size, missing}
}

/** Every text that came of an entry. */
export function textsOf({draft, path}: Reading, fields: PaperFields): string[] {
  const links = fields.links.flatMap((link) =>
    typeof link === 'string' ? [link] : [link.url, link.site ?? '', link.kind ?? '']
  )
  return [
    fields.title,
    fields.date,
    ...fields.tags,
    ...links,
    ...(fields.summary ?? []),
    ...(fields.authors ?? []),
    fields.venue ?? '',
    ...path,
    ...Object.values(draft.grounds).map(({reason}) => reason),
    ...draft.rest,
    ...draft.addresses.map(({from}) => from)
  ]
}
