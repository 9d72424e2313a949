import type {Heading, RootContent} from 'mdast'
import {kindOfLabel} from './fields/labels.ts'
import type {Container, Entry, Importer} from './importer.ts'
import {type Document, nodeRange, type Range} from './source/document.ts'
import {addNodes} from './source/markdown.ts'
import {type Passage, PassageBuilder} from './source/passage.ts'

// Two headings with a link below may be anything.
const least = 3
// What stands below the heading of one paper is not longer, in UTF-16 units.
const longest = 8000

/** A heading a paper; below it links by label, and what the paper is about. */
export const headings: Importer = {
  name: 'headings',
  find(document) {
    const {children} = document.tree
    const found = children.flatMap((node, index) =>
      node.type === 'heading' && node.depth >= 2 ? (entryOf(document, node, contentBelow(children, index)) ?? []) : []
    )
    return found.length >= least ? found : []
  }
}

/** What stands between a heading and the next. */
function contentBelow(nodes: readonly RootContent[], index: number): RootContent[] {
  const below = nodes.slice(index + 1)
  const next = below.findIndex(({type}) => type === 'heading' || type === 'thematicBreak')
  return next === -1 ? below : below.slice(0, next)
}

function entryOf(document: Document, heading: Heading, below: readonly RootContent[]): Entry | undefined {
  const last = below.at(-1)
  if (!last || nodeRange(last).end - nodeRange(heading).start > longest) return undefined
  const passage = passageOf(document, heading, below)
  const title = passage.slice(passage.blocks[0] ?? {start: 0, end: 0})
  const isTitle = title.split(/\s+/).length >= 3 || /[\u3400-\u9fff]{6}/u.test(title)
  if (!isTitle || !isAboutOne(passage)) return undefined
  const range = {start: document.lineStart(nodeRange(heading).start), end: document.lineEnd(nodeRange(last).end - 1)}
  const container: Container = {...range, layout: 'bullets'}
  return {format: 'headings', ...range, passage, container, topics: []}
}

/** Whether every link stands behind a label or a few words; where a title stands before it, that is an entry of its own. */
function isAboutOne(passage: Passage): boolean {
  const links = passage.within('link').filter(({url = ''}) => /^https?:\/\//i.test(url))
  const [lead] = passage.blocks
  const below = links.filter(({start}) => lead === undefined || start >= lead.end)
  return links.length > 0 && below.every((link) => isLabelled(passage, link))
}

function isLabelled(passage: Passage, {start, end}: Range): boolean {
  const line = passage.text.slice(passage.text.lastIndexOf('\n', start - 1) + 1, start)
  const prefix = /^[^\p{L}\p{N}]*(\p{L}[\p{L} -]{0,24}?)[^\p{L}\p{N}]*?[:：]/u.exec(line)?.[1]
  if (prefix !== undefined && kindOfLabel(prefix) !== undefined) return true
  return kindOfLabel(passage.text.slice(start, end)) !== undefined && !/\p{L}[^\n]{30}/u.test(line)
}

function passageOf({definitions}: Document, heading: Heading, below: readonly RootContent[]): Passage {
  const builder = new PassageBuilder()
  builder.block('lead', () => addNodes(builder, heading.children, definitions))
  for (const node of below) {
    if (node.type === 'list') {
      for (const item of node.children) builder.block('nested', () => addNodes(builder, [item], definitions))
    } else {
      const role = node.type === 'blockquote' ? 'quote' : 'paragraph'
      builder.block(role, () => addNodes(builder, [node], definitions))
    }
  }
  return builder.build()
}
