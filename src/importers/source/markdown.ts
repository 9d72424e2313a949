import {Parser} from 'htmlparser2'
import type {Definition, Html, Nodes, Root} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTable} from 'micromark-extension-gfm-table'
import {visit} from 'unist-util-visit'
import type {PassageBuilder, Span} from './passage.ts'

/** Reads Markdown as GitHub does, tables included. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()]})
}

/** Adds the words of a piece of Markdown to a passage. */
export function addMarkdown(builder: PassageBuilder, text: string): void {
  const tree = fromMarkdown(text)
  addNodes(builder, tree.children, definitionsOf(tree))
}

/** The targets of links by reference. */
export function definitionsOf(tree: Root): Map<string, string> {
  const targets = new Map<string, string>()
  visit(tree, 'definition', ({identifier, url}: Definition) => {
    if (!targets.has(identifier)) targets.set(identifier, url)
  })
  return targets
}

/** An HTML tag that was opened between Markdown and not yet closed. */
interface OpenTag {
  readonly name: string
  readonly start: number
  readonly kind: Span['kind']
  readonly url?: string
}

/** Adds the words of Markdown nodes to a passage. HTML among them comes tag by tag. */
export function addNodes(
  builder: PassageBuilder,
  nodes: readonly Nodes[],
  definitions: ReadonlyMap<string, string>
): void {
  const open: OpenTag[] = []
  for (const node of nodes) {
    if (node.type === 'html') addTags(builder, node, open)
    else addNode(builder, node, definitions)
  }
}

function addNode(builder: PassageBuilder, node: Nodes, definitions: ReadonlyMap<string, string>): void {
  const inner = () => {
    if ('children' in node) addNodes(builder, node.children, definitions)
  }
  switch (node.type) {
    case 'text':
    case 'code':
      builder.add(node.value)
      break
    case 'inlineCode':
      builder.span('code', undefined, () => builder.add(node.value))
      break
    case 'break':
      builder.break()
      break
    case 'strong':
    case 'emphasis':
      builder.span(node.type, undefined, inner)
      break
    case 'link':
      builder.span('link', node.url, inner)
      break
    case 'image':
      builder.span('image', node.url, () => builder.add(node.alt ?? ''))
      break
    case 'linkReference':
      builder.span('link', definitions.get(node.identifier) ?? '', inner)
      break
    case 'imageReference':
      builder.span('image', definitions.get(node.identifier) ?? '', () => builder.add(node.alt ?? ''))
      break
    case 'paragraph':
    case 'list':
    case 'listItem':
    case 'blockquote':
    case 'heading':
      builder.break()
      inner()
      builder.break()
      break
    default:
      inner()
  }
}

const kinds: ReadonlyMap<string, Span['kind']> = new Map([
  ['a', 'link'],
  ['b', 'strong'],
  ['strong', 'strong'],
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['ins', 'emphasis'],
  ['code', 'code']
])

/** Tags one by one, since a node may hold only one end of an element. */
function addTags(builder: PassageBuilder, {value}: Html, open: OpenTag[]): void {
  for (const part of value.replace(/<!--.*?-->/gs, '').split(/(<[/a-z][^>]*>)/i)) {
    const closing = /^<\/([a-z][a-z0-9]*)\s*>$/i.exec(part)?.[1]
    if (closing) closeTag(builder, closing.toLowerCase(), open)
    else addPart(builder, part, open)
  }
}

function closeTag(builder: PassageBuilder, name: string, open: OpenTag[]): void {
  const index = open.findLastIndex((each) => each.name === name)
  const [tag] = index === -1 ? [] : open.splice(index, 1)
  if (tag) builder.spanFrom(tag.kind, tag.start, tag.url)
  else if (isBlock.test(name)) builder.break()
}

const isBlock = /^(?:br|p|li|tr|td|summary|div)$/

/** An opening tag or a text. */
function addPart(builder: PassageBuilder, part: string, open: OpenTag[]): void {
  const parser = new Parser({
    onopentag(name, {href, src, alt}) {
      if (isBlock.test(name)) builder.break()
      if (name === 'img') builder.span('image', src ?? '', () => builder.add(alt ?? ''))
      const kind = kinds.get(name)
      if (kind && (kind !== 'link' || href !== undefined)) {
        open.push({name, start: builder.length, kind, ...(href !== undefined && {url: href})})
      }
    },
    ontext: (text) => builder.add(text)
  })
  parser.end(part)
}
