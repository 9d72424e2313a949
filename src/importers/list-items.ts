import type {BlockContent, DefinitionContent, List, ListItem, Nodes, RootContent} from 'mdast'
import {kindOfLabel} from './fields/labels.ts'
import type {Container, Entry, Importer} from './importer.ts'
import {type Document, nodeRange, type Range} from './source/document.ts'
import {htmlTables} from './source/html-table.ts'
import {addNodes} from './source/markdown.ts'
import {clean} from './source/outline.ts'
import {type Passage, PassageBuilder} from './source/passage.ts'

/** Bullets and numbered items: the title as link, plain, bold or quoted, a date before it, fields or a summary nested below. */
export const listItems: Importer = {
  name: 'list-items',
  find(document) {
    const tables = htmlTables(document)
    const isInTable = (node: Nodes) =>
      tables.some(({start, end}) => start <= nodeRange(node).start && nodeRange(node).start < end)
    return lists(document.tree.children)
      .filter((list) => !isInTable(list))
      .flatMap((list) => entriesOf(document, list))
  }
}

/** Lists of their own, within quotations too. */
function lists(nodes: readonly RootContent[]): List[] {
  return nodes.flatMap((node) => {
    if (node.type === 'list') return [node]
    return node.type === 'blockquote' ? lists(node.children) : []
  })
}

function entriesOf(document: Document, list: List): Entry[] {
  const {start, end} = nodeRange(list)
  const container: Container = {start: document.lineStart(start), end, layout: 'bullets'}
  return list.children.flatMap((item) => entriesOfItem(document, item, container, []))
}

function entriesOfItem(document: Document, item: ListItem, container: Container, topics: readonly string[]): Entry[] {
  const own = item.children.filter((child) => child.type !== 'list')
  const nested = item.children.filter((child) => child.type === 'list').flatMap(({children}) => children)
  const passage = passageOf(document, own, [])
  const isTopic = webLinks(passage) === 0 && nested.some((each) => standsAlone(document, each))
  if (isTopic) {
    const topic = clean(passage.text.split('\n')[0] ?? '')
    return nested.flatMap((each) => entriesOfItem(document, each, container, [...topics, ...(topic ? [topic] : [])]))
  }
  const alone = nested.filter((each) => standsAlone(document, each))
  if (alone.length === 0)
    return [entry(document, passageOf(document, own, nested), rangeOfItem(document, item), container, topics)]
  // What is nested are entries of their own: each goes on its own, the item without them.
  const last = own.at(-1)
  const range = {
    start: document.lineStart(nodeRange(item).start),
    end: document.lineEnd(Math.max(0, (last ? nodeRange(last).end : 1) - 1))
  }
  return [
    entry(document, passage, range, container, topics),
    ...nested.flatMap((each) => entriesOfItem(document, each, container, topics))
  ]
}

function entry(
  document: Document,
  passage: Passage,
  range: Range,
  container: Container,
  topics: readonly string[]
): Entry {
  void document
  return {format: 'list-items', ...range, passage, container, topics}
}

function rangeOfItem(document: Document, item: ListItem): Range {
  const {start, end} = nodeRange(item)
  return {start: document.lineStart(start), end: document.lineEnd(Math.max(start, end - 1))}
}

function webLinks(passage: Passage): number {
  return passage.within('link').filter(({url = ''}) => /^https?:\/\//i.test(url)).length
}

/** Whether a nested item is about something of its own: it begins with the title of a paper, or has one with links behind. */
function standsAlone(document: Document, item: ListItem): boolean {
  const passage = passageOf(
    document,
    item.children.filter((child) => child.type !== 'list'),
    []
  )
  const deeper = item.children.filter((child) => child.type === 'list').flatMap(({children}) => children)
  if (webLinks(passage) === 0) return deeper.some((each) => standsAlone(document, each))
  const text = passage.text.trim()
  const label = /^[^\p{L}\p{N}]*([\p{L}][\p{L} -]{0,24}?)\s*[:：;]/u.exec(text)?.[1]
  if (label !== undefined && kindOfLabel(label)) return false
  const links = passage.within('link')
  const first = links.find(({start}) => /^[\s\p{P}\p{S}]*$/u.test(passage.text.slice(0, start)))
  if (first) return !kindOfLabel(passage.slice(first)) && passage.slice(first).trim().split(/\s+/).length >= 3
  return links.some((link) => kindOfLabel(passage.slice(link)) === 'Paper') && text.length > 40
}

function passageOf(
  document: Document,
  own: readonly (BlockContent | DefinitionContent)[],
  nested: readonly ListItem[]
): Passage {
  const builder = new PassageBuilder()
  for (const [index, block] of own.entries()) {
    const role = block.type === 'blockquote' ? 'quote' : index === 0 ? 'lead' : 'paragraph'
    builder.block(role, () => addNodes(builder, [block], document.definitions))
  }
  for (const item of nested) addNested(builder, document, item)
  return builder.build()
}

/** Every item of every depth is a part of its own. */
function addNested(builder: PassageBuilder, document: Document, item: ListItem): void {
  const own = item.children.filter((child) => child.type !== 'list')
  builder.block('nested', () => addNodes(builder, own, document.definitions))
  for (const list of item.children) {
    if (list.type === 'list') for (const each of list.children) addNested(builder, document, each)
  }
}
