import type {Item} from '../../importers/bibliography.ts'
import {type Draft, emptyDraft} from '../../importers/draft.ts'
import type {Entry} from '../../importers/importer.ts'
import type {Document} from '../../importers/source/document.ts'
import {Passage} from '../../importers/source/passage.ts'
import type {PaperLink} from '../../paper/paper.ts'
import {quote} from '../../quote.ts'
import type {Registry} from '../../sites/registry.ts'
import type {Gathered, Reading} from './gather.ts'

/** The records of a bibliography; one without a title, a date or a link is no paper yet. */
export function gatherBibliography(document: Document, items: readonly Item[], registry: Registry): Gathered {
  const readings = items.map((item): Reading => {
    const at = Math.max(0, document.text.indexOf(item.key))
    const range = {start: document.lineStart(at), end: document.lineEnd(at)}
    const entry: Entry = {
      format: 'bibliography',
      ...range,
      passage: new Passage('', [], []),
      container: {...range, layout: 'table'},
      topics: []
    }
    return {document, entry, draft: draftOf(item, registry), path: [], ownHeadings: 0}
  })
  const whole = readings.filter(({draft}) => draft.title !== undefined && draft.links.length > 0)
  return {
    papers: whole.filter(({draft}) => draft.date),
    undated: readings.filter((reading) => !whole.includes(reading) || !reading.draft.date)
  }
}

function draftOf(item: Item, registry: Registry): Draft {
  const draft = emptyDraft()
  const {title, date, venue, groups, added, notes} = item
  Object.assign(draft, {title, date, venue, groups, added, notes})
  draft.authors = [...item.authors]
  draft.summary = [...item.summary]
  draft.tags = item.tags.length > 0 ? [...item.tags] : ['Untagged']
  for (const link of item.links) addLink(draft, typeof link === 'string' ? {url: link} : link, registry)
  draft.rest.push(...item.rest)
  const reason = `the record ${quote(item.key)}`
  const filled = fields.filter((name) => (draft[name]?.length ?? 0) > 0)
  for (const name of filled) draft.grounds[name] = {confidence: 1, reason}
  return draft
}

const fields = ['title', 'date', 'venue', 'authors', 'tags', 'links', 'summary'] as const

function addLink(draft: Draft, {url, ...badge}: PaperLink, registry: Registry): void {
  const {canonical, url: parsed} = registry.address(url)
  if (canonical !== url) draft.addresses.push({from: url, to: parsed ? canonical : null})
  if (!parsed || draft.links.some((each) => each.url === canonical)) return
  const {site, kind} = registry.badge({url: canonical})
  const missing = {...(site === undefined && {site: parsed.hostname}), ...(kind === undefined && {kind: 'Paper'})}
  draft.links.push({url: canonical, ...missing, ...badge})
}
