import type {Paragraph, RootContent} from 'mdast'
import type {Container, Entry, Importer} from './importer.ts'
import {type Document, nodeRange, type Range} from './source/document.ts'
import {htmlTables} from './source/html-table.ts'
import {addNodes} from './source/markdown.ts'
import {type Passage, PassageBuilder} from './source/passage.ts'

/** A paragraph a paper: a bold title, then authors, venue and links, each on its line. */
export const paragraphs: Importer = {
  name: 'paragraphs',
  find(document) {
    const tables = htmlTables(document)
    const {children} = document.tree
    return children.flatMap((node, index) => {
      const {start} = nodeRange(node)
      if (node.type !== 'paragraph' || tables.some((table) => table.start <= start && start < table.end)) return []
      return entryOf(document, node, children[index + 1])
    })
  }
}

function entryOf(document: Document, node: Paragraph, next: RootContent | undefined): Entry[] {
  const passage = passageOf(document, [node])
  if (!startsWithTitle(passage)) return []
  const range = rangeOf(document, node)
  const container: Container = {...range, layout: 'bullets'}
  if (hasWebLink(passage)) return [{format: 'paragraphs', ...range, passage, container, topics: []}]
  // A bold line alone, and the links of its paper in the list below.
  if (next?.type !== 'list' || !isWholeBold(passage)) return []
  const both = passageOf(document, [node, next])
  const whole = {start: range.start, end: rangeOf(document, next).end}
  return hasWebLink(both) &&
    /^[^\p{L}\p{N}]*(?:paper|论文|code|代码|arxiv|link|authors?|作者)/imu.test(both.text.slice(passage.text.length))
    ? [{format: 'paragraphs', ...whole, passage: both, container: {...whole, layout: 'bullets'}, topics: []}]
    : []
}

function rangeOf(document: Document, node: RootContent): Range {
  const {start, end} = nodeRange(node)
  return {start: document.lineStart(start), end: document.lineEnd(Math.max(start, end - 1))}
}

/** Bold words or a quotation begin it, whatever signs stand before them; prose begins otherwise. */
function startsWithTitle(passage: Passage): boolean {
  const head = /^(?::[a-z_\d+]+:|\[\d+\]|[^\p{L}\p{N}"“])*/u.exec(passage.text)?.[0].length ?? 0
  const strong = passage.spanAt('strong', head)
  if (strong) return passage.slice(strong).split(/\s+/).length >= 2
  // A citation that begins with its number has its title in quotation marks.
  if (/^\[\d+\]/.test(passage.text) && /["“][^"”]{12,}["”]/u.test(passage.text)) return true
  const link = passage.spanAt('link', head)
  return (
    /["“]/u.test(passage.text.slice(head, head + 1)) ||
    (link !== undefined && passage.slice(link).split(/\s+/).length >= 4)
  )
}

function isWholeBold(passage: Passage): boolean {
  const [strong] = passage.within('strong')
  return strong !== undefined && strong.end - strong.start >= passage.text.trim().length - 4
}

function hasWebLink(passage: Passage): boolean {
  return passage.within('link').some(({url = ''}) => /^https?:\/\//i.test(url))
}

function passageOf({definitions}: Document, nodes: readonly RootContent[]): Passage {
  const builder = new PassageBuilder()
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'list') {
      for (const item of node.children) builder.block('nested', () => addNodes(builder, [item], definitions))
    } else builder.block(index === 0 ? 'lead' : 'paragraph', () => addNodes(builder, [node], definitions))
  }
  return builder.build()
}
