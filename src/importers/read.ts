import {cut} from '../quote.ts'
import type {Registry} from '../sites/registry.ts'
import {type Draft, emptyDraft} from './draft.ts'
import {type Column, columnOf, columnsOf} from './fields/columns.ts'
import {type Label, leadsToPaper, readLabels, takeLinks} from './fields/links.ts'
import {namesIn} from './fields/people.ts'
import {isSentence, summaryParts, takeSummary, takeTrailingSummary} from './fields/summary.ts'
import {takeBadgeTags, takeBracketTags, takeCodeTags, takeTagList} from './fields/tags.ts'
import {type FoundTitle, findTitle} from './fields/title.ts'
import {takeImpliedDate, takeWrittenDate} from './fields/when.ts'
import {takeVenue} from './fields/where.ts'
import type {Entry} from './importer.ts'
import type {Block, Passage} from './source/passage.ts'

/** What an entry is read with. */
export interface ReadContext {
  readonly registry: Registry
  /** The headings above it. */
  readonly path: readonly string[]
}

/** Reads the fields of an entry. Every word ends up in one of them or in the rest. */
export function readEntry({passage, topics, format}: Entry, {registry, path}: ReadContext): Draft {
  const draft = emptyDraft()
  const columns = columnsOfCells(passage)
  const isColumn = (name: Column) => (block: Block) => columns.get(block) === name
  const parts = summaryParts(passage, isColumn('summary'))
  const isInSummary = (offset: number) => parts.some(({start, end}) => start <= offset && offset < end)
  const labels = readLabels(passage).filter(({span}) => !isInSummary(span.start))
  draft.emptyLinks = passage.within('link').filter(({url}) => (url ?? '').trim() === '').length
  const lead = passage.blocks.find(isColumn('title')) ?? passage.blocks[0]
  const title = lead && titleOf(passage, labels, lead)
  if (title) takeTitle(draft, passage, title)
  takeLinks(draft, passage, withTitleFirst(labels, title), registry)
  if (parts.length > 0) takeSummary(draft, passage, parts)
  if (lead?.role === 'lead' || lead?.role === 'cell')
    takeTrailingSummary(draft, passage, {start: title?.end ?? lead.start, end: lead.end})
  takeBadgeTags(draft, passage)
  for (const block of passage.blocks.filter(isColumn('tags'))) takeTagList(draft, passage, block, 'cells')
  const dateCells = passage.blocks.filter(isColumn('date'))
  takeWrittenDate(draft, passage, dateCells)
  takeAuthors(draft, passage, passage.blocks.filter(isColumn('authors')))
  if (format !== 'two-row-table') takeVenue(draft, passage, passage.blocks.filter(isColumn('venue')))
  takeImpliedDate(draft, passage, {dateCells, registry, path})
  takeNested(draft, passage)
  const own = passage.blocks.filter(({role}) => role !== 'summary' && role !== 'quote')
  takeCodeTags(draft, passage, own)
  if (draft.tags.length === 0) tagByPlace(draft, topics, path)
  draft.evidence = judge(draft, labels, title, registry)
  draft.rest.push(...restOf(passage))
  return draft
}

function columnsOfCells(passage: Passage): Map<Block, Column> {
  const cells = passage.blocks.filter(({role}) => role === 'cell')
  const columns = columnsOf(cells.map(({column = ''}) => column))
  return new Map(cells.map((cell, index) => [cell, columns[index] ?? columnOf(cell.column ?? '')]))
}

/** The title of the part that should hold it; a link or a quotation behind names is what they have written. */
function titleOf(passage: Passage, labels: readonly Label[], lead: Block): FoundTitle | undefined {
  const found = findTitle(passage, labels, lead)
  const isShort = (found?.title.split(/\s+/u).length ?? 0) < 2
  const quoted = found?.isOpen ? quotationIn(passage, found) : undefined
  if (quoted) return findTitle(passage, labels, {start: quoted, end: lead.end})
  const isBehindNames =
    found?.isOpen === true &&
    /^(?:[^,]{2,30},\s*){1,}/u.test(found.title) &&
    /\b\p{Lu}\b|\bet al\b|\band\b/u.test(found.title)
  if (found && !isShort && !isBehindNames) return found
  const link = labels.find(
    ({kind, text, span}) =>
      kind === undefined && text.length > 14 && /\s/.test(text) && span.start >= lead.start && span.end <= lead.end
  )
  const linked = link && findTitle(passage, labels, link.span)
  return linked ? {...linked, confidence: 0.8, reason: 'the first link with words enough for a title'} : found
}

/** Where a long quotation behind other words begins. */
function quotationIn(passage: Passage, {start, end}: FoundTitle): number | undefined {
  const match = /[,.]\s+(?=["“][^"”]{12,}["”.])/u.exec(passage.text.slice(start, end + 1))
  return match ? start + match.index + match[0].length : undefined
}

function takeTitle(draft: Draft, passage: Passage, {start, end, title, confidence, reason}: FoundTitle): void {
  draft.title = title
  draft.grounds['title'] = {confidence, reason}
  passage.claim(start, end)
}

function withTitleFirst(labels: readonly Label[], title: FoundTitle | undefined): Label[] {
  const isTitle = ({span}: Label) => title !== undefined && span.start < title.end && title.start < span.end
  return [...labels.filter(isTitle), ...labels.filter((label) => !isTitle(label))]
}

/** Nested lines that say by a word before a colon what they hold. */
function takeNested(draft: Draft, passage: Passage): void {
  for (const block of passage.blocks.filter(({role}) => role === 'nested')) {
    const text = passage.slice(block)
    if (/^[^\p{L}\p{N}]*(?:key ?words?|tags?|关键词|标签)\s*[:：]/iu.test(text))
      takeTagList(draft, passage, block, 'keywords')
    else if (/^\s*\[/.test(text)) takeBracketTags(draft, passage, block)
    const label =
      /^[^\p{L}\p{N}]*(?:paper|code|codes|project|page|data|dataset|datasets|video|demo|website|publish(?:ed)? date|date|link|论文|代码|主页|日期|时间)\s*[:：;]\s*/iu.exec(
        text
      )
    if (label) passage.claim(block.start, block.start + label[0].length)
  }
}

/** Names in a column, in italics, or on a line of their own. */
function takeAuthors(draft: Draft, passage: Passage, cells: readonly Block[]): void {
  const lines = passage.blocks
    .filter(({role}) => role === 'nested' || role === 'paragraph' || role === 'lead')
    .flatMap((block) => passage.linesOf(block))
  for (const {start, end} of [...cells, ...passage.within('emphasis'), ...lines]) {
    for (const free of passage.unclaimed(start, end)) {
      const names = namesIn(passage.slice(free)) ?? namesIn(/^.*?et al\.?/isu.exec(passage.slice(free))?.[0] ?? '')
      if (!names) continue
      const length = namesIn(passage.slice(free))
        ? free.end - free.start
        : (/^.*?et al\.?/isu.exec(passage.slice(free))?.[0].length ?? 0)
      draft.authors = names
      draft.grounds['authors'] = {confidence: 0.85, reason: 'a line of names'}
      passage.claim(free.start, free.start + length)
      return
    }
  }
}

/** Where an entry has no tags, what it stands under says what it is about. */
function tagByPlace(draft: Draft, topics: readonly string[], path: readonly string[]): void {
  const place =
    [...path, ...topics].findLast((name) => !/^(?:year\s*)?(?:19|20)\d\d/iu.test(name)) ?? [...path, ...topics].at(-1)
  if (place === undefined || place === '') return
  draft.tags.push(place)
  draft.grounds['tags'] = {confidence: 0.7, reason: `no tags of its own; it stands under \`${cut(place)}\``}
}

// What ends before a link in the middle of a sentence.
const unfinished = /\b(?:on|at|in|see|our|the|is|are|of|to|with|via|for|and|here|by|from|check out|read)$/iu

function judge(
  draft: Draft,
  labels: readonly Label[],
  title: FoundTitle | undefined,
  registry: Registry
): Draft['evidence'] {
  const isTitle = (span: Label['span']) => title !== undefined && span.start < title.end && title.start < span.end
  if (draft.title === undefined || draft.links.length === 0) return 'none'
  if (title?.isOpen && unfinished.test(draft.title)) return 'none'
  const leads = labels.map((label) => ({label, isPaper: leadsToPaper(label.url, registry)}))
  const others = new Set(['Code', 'Demo', 'Video', 'Data', 'Post', 'Slides', 'Model', 'BibTeX', 'Page'])
  const isSure = leads.some(({label: {kind, isNamed}, isPaper}) => {
    if (kind === 'Paper') return isPaper !== false
    return isPaper === true && (kind === undefined || !others.has(kind)) && !isNamed
  })
  // A row of links to many papers, by the names of their data or methods, is none of them.
  const named = leads.filter(
    ({label: {kind, span}, isPaper}) => isPaper === true && kind === undefined && !isTitle(span)
  )
  if (named.length >= 2 && !leads.some(({label: {span, kind}}) => isTitle(span) || kind === 'Paper')) return 'none'
  if (isSure) return 'paper'
  const isLikely = leads.some(
    ({label, isPaper}) => isPaper === undefined && (label.kind === undefined || label.kind === 'Page')
  )
  return isLikely && isSentence(draft.title) ? 'likely' : leads.some(({isPaper}) => isPaper) ? 'paper' : 'none'
}

/** What no field has taken, where it has words. */
function restOf(passage: Passage): string[] {
  return passage.unclaimed().flatMap((range) =>
    passage
      .slice(range)
      .split('\n')
      .map((line) =>
        line
          .replace(/[\ufe0f\u200d]/gu, '')
          .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')
          .replace(/\s+/gu, ' ')
      )
      .filter((line) => /[\p{L}\p{N}]/u.test(line))
  )
}
