import {plugins} from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import * as v from 'valibot'
import {errorMessage, Failure} from '../failure.ts'
import type {BibliographyImporter, Item} from './bibliography.ts'
import {cslItem, itemOfCsl} from './fields/csl.ts'

const rawEntries = v.array(
  v.object({
    label: v.optional(v.string(), ''),
    properties: v.record(v.string(), v.union([v.string(), v.pipe(v.number(), v.transform(String))]))
  })
)
type Raw = v.InferOutput<typeof rawEntries>[number]['properties']

/** BibTeX and biblatex. Fields that no style knows are those of the exporter, which are JabRef's. */
export const bibtex: BibliographyImporter = {
  name: 'bibtex',
  extension: '.bib',
  read(text) {
    const raw = v.parse(rawEntries, chain(text, '@biblatex/entries+list'))
    const items = v.parse(v.array(cslItem), chain(text, '@csl/list+object')).map(itemOfCsl)
    const own = decode(raw.map(({properties}) => ownFields(properties)))
    return items.map((item, index) => complete(item, raw[index]?.properties ?? {}, own[index] ?? ownFields({})))
  }
}

function chain(data: string, target: string): unknown {
  try {
    return plugins.input.chain(data, {target, generateGraph: false})
  } catch (error) {
    throw new Failure(`Unexpected text, expected BibTeX: ${errorMessage(error).split('\n')[0]}`, {cause: error})
  }
}

const fields = ['links', 'groups', 'annote', 'comment', 'timestamp', 'keywords'] as const
type Own = Record<(typeof fields)[number], string[]>

/** Fields that the library leaves out, as the texts of TeX that they consist of. */
function ownFields(raw: Raw): Own {
  const list = (value = '') => split(value, /[,;]/)
  return {
    links: (raw['links'] ?? '').split(/\s+/).filter((url) => url !== ''),
    groups: list(raw['groups']),
    annote: (raw['annote'] ?? '').split(/\s*\\par\b\s*/).filter((sentence) => sentence !== ''),
    comment: raw['comment'] === undefined ? [] : [raw['comment']],
    timestamp: raw['timestamp'] === undefined ? [] : [raw['timestamp']],
    keywords: list(raw['keywords'])
  }
}

/** The parts of a list; a comma in braces is no separator. */
function split(value: string, separator: RegExp): string[] {
  const parts = ['']
  let depth = 0
  for (const character of value) {
    if (character === '{') depth += 1
    if (character === '}') depth -= 1
    if (depth === 0 && separator.test(character)) parts.push('')
    else parts.push(`${parts.pop() ?? ''}${character}`)
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

const decoded = v.array(v.looseObject({note: v.optional(v.string(), '')}))

/** Texts of TeX as plain texts, by the library: each as the note of an entry, all at once. */
function decode(all: readonly Own[]): Own[] {
  const texts = all.flatMap((own) => fields.flatMap((field) => own[field]))
  const source = texts.map((text, index) => `@misc{n${index}, note = {${text}}}`).join('\n')
  const plain =
    texts.length === 0 ? [] : v.parse(decoded, chain(source, '@csl/list+object')).map(({note}) => note.trim())
  let at = 0
  const take = (texts: readonly string[]) => texts.map(() => plain[at++] ?? '')
  return all.map((own) => ({
    links: take(own.links),
    groups: take(own.groups),
    annote: take(own.annote),
    comment: take(own.comment),
    timestamp: take(own.timestamp),
    keywords: take(own.keywords)
  }))
}

function complete(item: Item, raw: Raw, own: Own): Item {
  const arxiv = /^arxiv$/i.test(raw['archiveprefix'] ?? raw['eprinttype'] ?? '') ? raw['eprint'] : undefined
  const origin = raw['origdate']
  const day = [raw['year'], raw['month'], raw['day']].filter((part) => part !== undefined)
  const links = [...item.links, ...(arxiv ? [`https://arxiv.org/abs/${arxiv}`] : []), ...own.links]
  return {
    ...item,
    date: origin !== undefined && /^\d{4}/.test(origin) ? origin : (exact(day) ?? item.date),
    links: links.filter((link, index) => links.indexOf(link) === index),
    tags: own.keywords,
    groups: own.groups,
    summary: own.annote,
    notes: own.comment[0],
    added: own.timestamp[0]
  }
}

function exact(parts: readonly string[]): string | undefined {
  return parts.length > 1 && parts.every((part) => /^\d+$/.test(part))
    ? parts.map((part) => part.padStart(2, '0')).join('-')
    : undefined
}
