import * as v from 'valibot'
import type {Item} from '../bibliography.ts'

const text = v.union([v.string(), v.pipe(v.number(), v.transform(String))])
const name = v.looseObject({
  family: v.optional(v.string()),
  given: v.optional(v.string()),
  literal: v.optional(v.string()),
  suffix: v.optional(v.string()),
  'non-dropping-particle': v.optional(v.string()),
  'dropping-particle': v.optional(v.string())
})
const date = v.looseObject({
  'date-parts': v.optional(v.array(v.array(text))),
  literal: v.optional(text),
  raw: v.optional(text)
})
const link = v.union([
  v.string(),
  v.object({url: v.string(), site: v.optional(v.string()), kind: v.optional(v.string())})
])
const custom = v.looseObject({
  tags: v.optional(v.array(v.string())),
  links: v.optional(v.array(link)),
  summary: v.optional(v.array(v.string())),
  venue: v.optional(v.nullable(v.string())),
  groups: v.optional(v.array(v.string())),
  added: v.optional(v.string()),
  notes: v.optional(v.string())
})

/** An item of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables). */
export const cslItem = v.looseObject({
  id: v.optional(text, ''),
  title: v.optional(v.string()),
  author: v.optional(v.array(name), []),
  issued: v.optional(date),
  'original-date': v.optional(date),
  'container-title': v.optional(v.string()),
  'event-title': v.optional(v.string()),
  DOI: v.optional(v.string()),
  URL: v.optional(v.string()),
  number: v.optional(text),
  keyword: v.optional(v.string()),
  abstract: v.optional(v.string()),
  note: v.optional(text),
  custom: v.optional(custom, {})
})

type CslItem = v.InferOutput<typeof cslItem>

/** What a paper file can hold of an item. */
export function itemOfCsl(item: CslItem): Item {
  const issued = dateText(item.issued)
  const first = dateText(item['original-date']) ?? issued
  const {custom} = item
  return {
    key: item.id,
    title: item.title && plain(item.title),
    date: first,
    authors: item.author.map(nameText).filter((each) => each !== ''),
    // What paperlist exported says itself what venue its paper has, if any.
    venue: custom.venue === undefined ? venueOf(item, issued) : (custom.venue ?? undefined),
    links: custom.links ?? linksOf(item),
    tags: custom.tags ?? (item.keyword ?? '').split(/\s*[,;]\s*/).filter((tag) => tag !== ''),
    groups: custom.groups ?? [],
    summary: custom.summary ?? [],
    added: custom.added,
    notes: custom.notes,
    rest: [item.abstract && `abstract: ${plain(item.abstract)}`, item.note && `note: ${item.note}`].flatMap(
      (each) => each || []
    )
  }
}

/** A venue carries its year, unless it has one. */
function venueOf(item: CslItem, issued: string | undefined): string | undefined {
  const name = item['container-title'] ?? item['event-title']
  if (!name) return undefined
  const venue = plain(name)
  const year = issued?.slice(0, 4)
  return year === undefined || /\d{4}/.test(venue) ? venue : `${venue} ${year}`
}

function dateText(value: CslItem['issued']): string | undefined {
  const [parts] = value?.['date-parts'] ?? []
  const [year = '', ...others] = (parts ?? []).map(String)
  if (/^\d{4}$/.test(year)) return [year, ...others.map((part) => part.padStart(2, '0'))].join('-')
  const words = value?.literal ?? value?.raw
  return words !== undefined && /^\d{4}(?:-\d\d){0,2}$/.test(words) ? words : undefined
}

function nameText({family = '', given = '', literal, suffix = '', ...particles}: CslItem['author'][number]): string {
  const particle = [particles['dropping-particle'], particles['non-dropping-particle']].filter(Boolean).join(' ')
  return literal ?? [given, particle, family, suffix].filter((part) => part !== '').join(' ')
}

function linksOf({URL: url, DOI: doi, number}: CslItem): string[] {
  const arxiv = /^arxiv:(\S+)$/i.exec(number ?? '')?.[1]
  const links = [
    url,
    arxiv && `https://arxiv.org/abs/${arxiv}`,
    doi && `https://doi.org/${doi.replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '')}`
  ]
  return [...new Set(links.flatMap((each) => each || []))]
}

/** The library marks what is to keep its capitals or is set otherwise with tags. */
function plain(marked: string): string {
  return marked
    .replace(/<\/?(?:span|i|b|sup|sub|sc)\b[^>]*>/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
