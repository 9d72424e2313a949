import type {Comment, Element, Nodes, Root, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {addMarkdown} from './markdown.ts'
import type {PassageBuilder} from './passage.ts'

/** Reads a fragment of HTML by the rules of browsers: elements that are never closed or opened are set right. */
export function parseHtml(source: string): Root {
  return fromHtml(source, {fragment: true})
}

/** The elements by a name below a node, in their order. */
export function elements(node: Nodes, name: string): Element[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child: RootContent) => {
    if (child.type !== 'element') return []
    return child.tagName === name ? [child] : elements(child, name)
  })
}

/** Where a node stands in the source that was parsed, in UTF-16 units; undefined for one that was made up. */
export function rangeOf(node: Nodes): {start: number; end: number} | undefined {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? undefined : {start, end}
}

/** The words below a node, white space as it is. */
export function textOf(node: Nodes | Comment): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child: RootContent) => textOf(child)).join('') : ''
}

const blocks = new Set(['div', 'dd', 'dt', 'li', 'ol', 'p', 'summary', 'table', 'td', 'th', 'tr', 'ul'])
const marks: ReadonlyMap<string, 'strong' | 'emphasis' | 'code'> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['ins', 'emphasis'],
  ['code', 'code'],
  ['kbd', 'code']
])
// Between blank lines, and between tags as some write it, there can be Markdown in HTML.
const markdown = /\]\(|\*\*|`/

/** Adds the words of HTML to a passage. */
export function addHtml(builder: PassageBuilder, nodes: readonly Nodes[]): void {
  for (const node of nodes) addNode(builder, node)
}

function addNode(builder: PassageBuilder, node: Nodes): void {
  if (node.type === 'text') {
    if (markdown.test(node.value)) addMarkdown(builder, node.value)
    else builder.add(node.value)
  } else if (node.type === 'element') addElement(builder, node)
}

function addElement(builder: PassageBuilder, element: Element): void {
  const {tagName, properties, children} = element
  const inner = () => addHtml(builder, children)
  const mark = marks.get(tagName)
  if (mark) builder.span(mark, undefined, inner)
  else if (tagName === 'a') addLink(builder, element)
  else if (tagName === 'img') {
    builder.span('image', String(properties['src'] ?? ''), () => builder.add(String(properties['alt'] ?? '')))
  } else if (blocks.has(tagName) || tagName === 'br') {
    builder.break()
    inner()
    builder.break()
  } else inner()
}

/** A link round an image alone says in its title what the image shows. */
function addLink(builder: PassageBuilder, {properties, children}: Element): void {
  const {href, title} = properties
  const inner = () => {
    const start = builder.length
    addHtml(builder, children)
    if (typeof title === 'string' && builder.length === start) builder.add(title)
  }
  if (typeof href === 'string') builder.span('link', href, inner)
  else inner()
}
