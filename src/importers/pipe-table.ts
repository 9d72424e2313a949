import type {Table, TableCell, TableRow} from 'mdast'
import {visit} from 'unist-util-visit'
import {kindOfLabel} from './fields/labels.ts'
import type {Container, Entry, Importer} from './importer.ts'
import {type Document, nodeRange} from './source/document.ts'
import {addNodes} from './source/markdown.ts'
import {clean} from './source/outline.ts'
import {type Passage, PassageBuilder} from './source/passage.ts'

/** A GFM table, one row a paper; its header says what the columns hold. */
export const pipeTable: Importer = {
  name: 'pipe-table',
  find(document) {
    const entries: Entry[] = []
    visit(document.tree, 'table', (table) => {
      entries.push(...entriesOf(document, table))
    })
    return entries
  }
}

function entriesOf(document: Document, table: Table): Entry[] {
  const [header, ...rows] = table.children
  const headers = header?.children.map((cell) => passageOf(document, [cell], []).text) ?? []
  const {start, end} = nodeRange(table)
  const range = {start: document.lineStart(start), end: document.lineEnd(Math.max(start, end - 1))}
  const container: Container = {...range, layout: 'compact', frame: range}
  return rows.flatMap((row): Entry[] => {
    const at = nodeRange(row)
    // What stands behind the last pipe is on the line too.
    const place = {start: document.lineStart(at.start), end: document.lineEnd(Math.max(at.start, at.end - 1))}
    const passage = passageOf(document, row.children, headers)
    const names = namesOf(document, row)
    const common = {format: 'pipe-table', ...place, container}
    if (names.length === 0) return [{...common, passage, topics: []}]
    const topic = clean(passage.text.split('\n')[0] ?? '')
    return names.map((name) => ({
      ...common,
      passage: passageOf(document, [name], ['Title']),
      topics: topic ? [topic] : []
    }))
  })
}

/** A row of a topic and the papers on it, each by a name that leads to it: one cell for every link. */
function namesOf(document: Document, {children: [first, ...others]}: TableRow): TableCell[] {
  const [cell, ...more] = others.filter(({children}) => children.length > 0)
  if (!first || !cell || more.length > 0 || hasLink(first)) return []
  const links = cell.children.filter((node) => node.type === 'link')
  const isOnlyLinks = cell.children.every(
    (node) => node.type === 'link' || (node.type === 'text' && !/[\p{L}\p{N}]/u.test(node.value))
  )
  const isNamed = links.every(
    (link) => kindOfLabel(passageOf(document, [{type: 'tableCell', children: [link]}], []).text) === undefined
  )
  return isOnlyLinks && isNamed ? links.map((link): TableCell => ({type: 'tableCell', children: [link]})) : []
}

function hasLink({children}: TableCell): boolean {
  return children.some(({type}) => type === 'link')
}

function passageOf({definitions}: Document, cells: readonly TableCell[], headers: readonly string[]): Passage {
  const builder = new PassageBuilder()
  for (const [index, cell] of cells.entries()) {
    builder.block('cell', () => addNodes(builder, cell.children, definitions), headers[index] ?? '')
  }
  return builder.build()
}
