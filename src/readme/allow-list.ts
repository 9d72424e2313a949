import type {Element, Nodes, Root} from 'hast'
import {type Schema, sanitize} from 'hast-util-sanitize'
import {Failure} from '../failure.ts'

/** Where badges come from; no other host's images are ever shown. */
export const badgeHost = 'https://img.shields.io/'

// What both published forms of GitHub's allow-list let pass, and of that only what the layouts use:
// github.com/gjtorikian/html-pipeline lib/html_pipeline/sanitization_filter.rb and
// github.com/syntax-tree/hast-util-sanitize lib/schema.js.
const schema: Schema = {
  tagNames: [
    'a',
    'br',
    'code',
    'details',
    'em',
    'img',
    'li',
    'p',
    'picture',
    'source',
    'span',
    'strong',
    'sub',
    'summary',
    'table',
    'tbody',
    'td',
    'th',
    'thead',
    'tr',
    'ul'
  ],
  attributes: {
    a: ['href'],
    details: ['open'],
    img: ['src', 'alt', 'width', 'height'],
    source: ['srcSet', 'media'],
    td: ['align', 'colSpan', 'noWrap', 'rowSpan', 'vAlign', 'width'],
    th: ['align', 'noWrap', 'width'],
    '*': ['id']
  },
  protocols: {href: ['http', 'https'], src: ['https']},
  ancestors: {
    li: ['ul'],
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table']
  },
  clobber: [],
  clobberPrefix: '',
  strip: ['script']
}

/**
 * Makes sure that GitHub shows a generated tree just as it is.
 *
 * @throws {Failure} where its sanitizer would change anything, or an image comes from elsewhere
 */
export function assertShownWhole(tree: Root): void {
  const change = firstChange(tree, sanitize(tree, schema))
  if (change) throw new Failure(`Refusing to write what GitHub would change: ${change}`)
}

/** The first node that the sanitizer made another of, or that shows an image from elsewhere. */
function firstChange(before: Nodes, after: Nodes | undefined): string | undefined {
  if (!isKept(before, after)) return JSON.stringify(before).slice(0, 200)
  if (!('children' in before) || !after || !('children' in after)) return undefined
  for (const [index, child] of before.children.entries()) {
    const change = firstChange(child, after.children[index])
    if (change) return change
  }
  return undefined
}

/** Whether a node is what it was, its children aside. */
function isKept(before: Nodes, after: Nodes | undefined): boolean {
  switch (before.type) {
    case 'text':
      return after?.type === 'text' && before.value === after.value
    case 'root':
      return after?.type === 'root' && before.children.length === after.children.length
    case 'element':
      return after?.type === 'element' && isSameElement(before, after) && !isForeignImage(before)
    default:
      return false
  }
}

function isSameElement({tagName, properties, children}: Element, after: Element): boolean {
  const names = Object.keys(properties)
  return (
    tagName === after.tagName &&
    children.length === after.children.length &&
    names.length === Object.keys(after.properties).length &&
    names.every((name) => properties[name] === after.properties[name])
  )
}

function isForeignImage({properties: {src, srcSet}}: Element): boolean {
  return [src, ...String(srcSet ?? '').split(',')].some(isForeign)
}

function isForeign(source: unknown): boolean {
  const isElsewhere = typeof source === 'string' && /^\s*(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(source)
  return isElsewhere && !source.startsWith(badgeHost)
}
