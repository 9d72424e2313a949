import type {Nodes, Paragraph, Root} from 'mdast'
import {toString as plainText} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {parseHtml, textOf} from './html.ts'

/** A heading, or what serves as one. */
export interface Mark {
  readonly start: number
  /** 1 to 6 for headings; 7 for the summary of `<details>`, 8 for a bold line. 0 ends the last `<details>`. */
  readonly depth: number
  readonly text: string
}

/** Where something stands among the headings of a page. */
export interface Section {
  /** The headings from the top, plain words without emoji and numbers. */
  readonly path: readonly string[]
  /** Where the innermost heading begins; -1 above the first. */
  readonly start: number
}

/** Everything that divides a page into sections, in its order. */
export function outline(tree: Root, visible: string): Mark[] {
  return [...markdownMarks(tree), ...htmlMarks(visible)].sort((a, b) => a.start - b.start)
}

function markdownMarks(tree: Root): Mark[] {
  const marks: Mark[] = []
  visit(tree, (node, index, parent) => {
    const start = node.position?.start.offset ?? 0
    if (node.type === 'heading') marks.push({start, depth: node.depth, text: clean(headingText(node))})
    if (node.type !== 'paragraph' || !parent || index === undefined || parent.type !== 'root') return
    const next = parent.children[index + 1]
    if (isBoldLine(node) && next && isListing(next)) marks.push({start, depth: 8, text: clean(plainText(node))})
  })
  return marks
}

/** The words of a heading without links to places on the same page. */
function headingText(node: Nodes): string {
  if (node.type === 'link' && node.url.startsWith('#')) return ''
  if (node.type === 'image' || node.type === 'html') return ''
  if ('children' in node) return node.children.map(headingText).join('')
  return 'value' in node ? node.value : ''
}

function isBoldLine({children}: Paragraph): boolean {
  const [first, ...others] = children.filter((each) => each.type !== 'html')
  const isPlain = others.every((each) => each.type === 'text' && /^[\s:：]*$/u.test(each.value))
  return first?.type === 'strong' && isPlain && plainText(first).length <= 60 && !first.children.some(isLink)
}

function isLink({type}: Nodes): boolean {
  return type === 'link'
}

function isListing(node: Nodes): boolean {
  if (node.type === 'table') return true
  if (node.type === 'html') return /^\s*<table/i.test(node.value)
  // A list of links by label belongs to the one paper that the bold line names.
  return (
    node.type === 'list' &&
    node.children.length > 1 &&
    !/^[^\p{L}\p{N}]*(?:paper|论文|code|代码|arxiv|link)\W/iu.test(plainText(node))
  )
}

const htmlForm = /<h([1-6])\b[^>]*>(.*?)<\/h\1\s*>|<summary\b[^>]*>(.*?)<\/summary\s*>|<\/details\s*>/gis

function htmlMarks(visible: string): Mark[] {
  return [...visible.matchAll(htmlForm)].map(({index, 1: level, 2: heading, 3: summary}) => {
    if (summary !== undefined) return {start: index, depth: 7, text: clean(textOf(parseHtml(summary)))}
    if (level === undefined) return {start: index, depth: 0, text: ''}
    return {start: index, depth: Number(level), text: clean(textOf(parseHtml(heading ?? '')))}
  })
}

/** A heading as the name of a group: without emoji, numbering, empty brackets and what options cannot hold. */
export function clean(heading: string): string {
  return heading
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .replace(/\p{RGI_Emoji}|\p{Extended_Pictographic}|[\u200d\ufe0f]/gv, ' ')
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/"/g, "'")
    .replace(/-->/g, '→')
    .replace(/[*`_]{2,}/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:\d{1,2}(?:\.\d+)*[.)、]?\s+|[-–—:：|]\s*)(?=\D)/u, '')
    .replace(/[\s:：]+$/u, '')
}

/** The section of an offset. */
export function sectionAt(marks: readonly Mark[], offset: number): Section {
  let open: Mark[] = []
  for (const mark of marks) {
    if (mark.start > offset) break
    open = [...open.slice(0, levelOf(open, mark)), ...(mark.depth === 0 ? [] : [mark])]
  }
  return {path: open.map(({text}) => text).filter(Boolean), start: open.at(-1)?.start ?? -1}
}

/** How many of the open sections a mark leaves open. */
function levelOf(open: readonly Mark[], {depth}: Mark): number {
  const at =
    depth === 0 ? open.findLastIndex((each) => each.depth === 7) : open.findIndex((each) => each.depth >= depth)
  // One `<details>` may stand within another.
  return at === -1 || depth === 7 ? open.length : at
}
