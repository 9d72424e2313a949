import type {Draft} from '../../importers/draft.ts'
import type {Entry} from '../../importers/importer.ts'
import {importers} from '../../importers/index.ts'
import {readEntry} from '../../importers/read.ts'
import type {Document} from '../../importers/source/document.ts'
import type {Section} from '../../importers/source/outline.ts'
import type {Registry} from '../../sites/registry.ts'

/** An entry of a document that has been read. */
export interface Reading {
  readonly document: Document
  readonly entry: Entry
  readonly draft: Draft
  /** The headings above it without the page's own, and what it stands under below them. */
  readonly path: readonly string[]
  /** How many of these, from the end, are gone with the entry, so that a zone has to show them. */
  readonly ownHeadings: number
}

/** What was found, and what of it are papers. */
export interface Gathered {
  readonly papers: readonly Reading[]
  /** Entries that name a paper but no date; they stay in the prose. */
  readonly undated: readonly Reading[]
}

// Sections that tell of the list rather than make it up.
const aside =
  /^(?:.{0,24}\b)?(?:news|what'?s new|updates?|changelog|change ?log|announcements?|citations?|citing|cite|bibtex|acknowledge?ments?|contribut(?:e|ing|ions?|ors?)|licen[cs]e|contacts?|table of contents?|contents?|toc|star history|star trends?|about (?:us|the authors?))\b.{0,24}$|(?:新闻|动态|更新|引用|致谢|贡献|目录)/iu

/** Finds and reads the entries of a document, and says which are papers. */
export function gather(document: Document, registry: Registry): Gathered {
  const found = importers
    .flatMap((importer) => importer.find(document))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const readings = withoutOverlap(found).map((entry) => read(document, entry, registry))
  const listed = readings.filter(({entry}) => !isAside(sectionOf(document, entry).path.at(-1) ?? ''))
  const judged = listed.filter((reading) => isPaper(reading, listed))
  const papers = judged.filter(({draft}) => draft.date !== undefined)
  // Entries that share a row go together or not at all.
  const stays = new Set(listed.filter((reading) => !papers.includes(reading)).map(({entry}) => entry.start))
  return {
    papers: papers.filter(({entry}) => !stays.has(entry.start)),
    undated: judged.filter(({draft}) => draft.date === undefined)
  }
}

/** The section that an entry stands in; its own heading, where it has one, goes with it. */
function sectionOf(document: Document, {start, format}: Entry): Section {
  const section = document.section(start)
  return format === 'headings' ? {path: section.path.slice(0, -1), start: -2} : section
}

function isAside(heading: string): boolean {
  return aside.test(heading) && heading.split(/\s+/).length <= 6
}

/** An item within another that is an entry too does not count twice. */
function withoutOverlap(entries: readonly Entry[]): Entry[] {
  const kept: Entry[] = []
  for (const entry of entries) {
    const last = kept.at(-1)
    if (last && entry.start < last.end && entry.format !== last.format) continue
    kept.push(entry)
  }
  return kept
}

function read(document: Document, entry: Entry, registry: Registry): Reading {
  const headings = sectionOf(document, entry).path
  const wrapper = entry.container.name === undefined ? [] : [entry.container.name]
  // A wrapper is among the headings already.
  const above = wrapper.length > 0 && headings.at(-1) === wrapper[0] ? headings.slice(0, -1) : headings
  const path = [...withoutTitle(document, above), ...wrapper, ...entry.topics].filter(Boolean)
  const ownHeadings = wrapper.length + (entry.format.endsWith('table') ? entry.topics.length : 0)
  return {
    document,
    entry,
    draft: readEntry(entry, {registry, path: path.length > 0 ? path : [document.title ?? 'Papers']}),
    path,
    ownHeadings
  }
}

function withoutTitle(document: Document, path: readonly string[]): readonly string[] {
  const title = document.title
  return title !== undefined && path[0] === title ? path.slice(1) : path
}

/** Whether an entry is a paper: surely by its links, or by its looks where most beside it are. */
function isPaper({document, entry, draft}: Reading, all: readonly Reading[]): boolean {
  // A paragraph that begins in bold may be anything, unless there are many.
  const alike = entry.format.endsWith('paragraphs')
    ? all.filter((each) => each.entry.format === entry.format)
    : undefined
  if (alike && surePapers(alike) < 3) return false
  if (isAmongOthers(entry, all)) return false
  if (draft.evidence !== 'likely') return draft.evidence === 'paper'
  const place = sectionOf(document, entry).start
  const beside = all.filter((each) => sectionOf(document, each.entry).start === place)
  return surePapers(beside) * 2 > beside.length
}

/** Whether an entry stands in a table of tools or data, few of which link to a paper. */
function isAmongOthers({format, container}: Entry, all: readonly Reading[]): boolean {
  if (!/^(?:html|pipe)-table$/.test(format)) return false
  const rows = all.filter((each) => each.entry.container.start === container.start)
  return rows.length >= 5 && surePapers(rows) * 5 < rows.length
}

function surePapers(readings: readonly Reading[]): number {
  return readings.filter(({draft}) => draft.evidence === 'paper').length
}
