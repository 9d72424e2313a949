import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Html, PhrasingContent, Text} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {hideFormulas, splitAtFormulas} from './formulas.ts'

/** `$…$`, which GitHub typesets; neither library knows it. */
interface InlineMath {
  readonly type: 'math'
  readonly value: string
}

/** What a sentence of a summary may hold. */
export type Inline =
  | InlineMath
  | {readonly type: 'text' | 'code'; readonly value: string}
  | {readonly type: 'emphasis' | 'strong'; readonly children: readonly Inline[]}
  | {readonly type: 'link'; readonly url: string; readonly children: readonly Inline[]}

// Delimiters without end cost a Markdown parser the square of their number; no sentence is this long.
const longestMarkdown = 2000
const markup = /[*_`[\]<>&\\$]/
// A sentence is no block: what would start a list, a heading or a code block is its text, and so is HTML.
const blocks = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'list',
  'setextUnderline',
  'thematicBreak'
]

/** Reads the inline Markdown of a sentence. One without markup, the common case, needs no parser. */
export function parseInline(sentence: string): Inline[] {
  const text = onOneLine(sentence.trim())
  if (text.length > longestMarkdown || !markup.test(text)) return [{type: 'text', value: text}]
  const {source, formulas} = hideFormulas(text, (formula) => inertParts(formula).length === 1)
  const tree = fromMarkdown(source, {extensions: [{disable: {null: blocks}}]})
  return tree.children.flatMap((node) => (node.type === 'paragraph' ? inlineOf(node.children, formulas) : []))
}

/** Texts beside one another are one: what GitHub would act on may begin in one and end in the next. */
function inlineOf(nodes: readonly PhrasingContent[], formulas: readonly string[]): Inline[] {
  const joined: Inline[] = []
  for (const node of nodes.flatMap((each) => inlineNode(each, formulas))) {
    const last = joined.at(-1)
    if (last?.type === 'text' && node.type === 'text')
      joined.splice(-1, 1, {type: 'text', value: last.value + node.value})
    else joined.push(node)
  }
  return joined
}

function inlineNode(node: PhrasingContent, formulas: readonly string[]): Inline[] {
  switch (node.type) {
    case 'text':
      return withFormulas(node.value, formulas)
    case 'inlineCode':
      return [{type: 'code', value: asWritten(node.value, formulas)}]
    case 'emphasis':
    case 'strong':
      return [{type: node.type, children: inlineOf(node.children, formulas)}]
    case 'link': {
      const url = asWritten(node.url, formulas)
      const children = inlineOf(node.children, formulas)
      return isWeb(url) ? [{type: 'link', url, children}] : children
    }
    case 'break':
      return [{type: 'text', value: ' '}]
    default:
      return []
  }
}

function withFormulas(text: string, formulas: readonly string[]): Inline[] {
  return splitAtFormulas(text, formulas).map((part) =>
    typeof part === 'string' ? {type: 'text', value: part} : {type: 'math', value: part.formula}
  )
}

function asWritten(text: string, formulas: readonly string[]): string {
  const parts = splitAtFormulas(text, formulas)
  return parts.map((part) => (typeof part === 'string' ? part : `$${part.formula}$`)).join('')
}

function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url)
}

/** The addresses that a sentence links to, as they are written. */
export function linksOf(nodes: readonly Inline[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'link') return [node.url, ...linksOf(node.children)]
    return 'children' in node ? linksOf(node.children) : []
  })
}

/** The words of a sentence without its markup. */
export function plainText(nodes: readonly Inline[]): string {
  return nodes.map((node) => ('children' in node ? plainText(node.children) : node.value)).join('')
}

// What GitHub would turn into a link, an emoji or a mention of somebody, wherever it stands in a text:
// @name, #1, GH-1, ://, www., :name:
const active = /@(?=[\w-])|#(?=\d)|(?<=(?<![a-z\d])GH)-(?=\d)|(?<=:)\/\/|(?<=(?<![a-z\d])www)\.|:(?=[\w+-]+:)/gi

// A line break in a text says nothing, and a blank line would end what the text stands in.
function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ')
}

// None of that is there without one of these; most texts have none.
const mayBeActive = /[@#:]|www\.|gh-\d/i

/** Cuts a text where GitHub would act on it; every second part is one of the characters it looks for. */
function inertParts(text: string): string[] {
  if (!mayBeActive.test(text)) return [text]
  const parts: string[] = []
  let end = 0
  for (const match of text.matchAll(active)) {
    parts.push(text.slice(end, match.index), match[0])
    end = match.index + match[0].length
  }
  parts.push(text.slice(end))
  return parts
}

/** A text as hast, with an element round each character that would make GitHub link or mention something. */
export function textToHast(text: string): ElementContent[] {
  const parts = inertParts(onOneLine(text))
  return parts.map((value, index) => (index % 2 === 0 ? {type: 'text' as const, value} : h('span', value)))
}

/** A sentence as hast. */
export function inlineToHast(nodes: readonly Inline[]): ElementContent[] {
  return nodes.flatMap((node): (Element | ElementContent)[] => {
    switch (node.type) {
      case 'text':
        return textToHast(node.value)
      case 'math':
        return [{type: 'text', value: `$${node.value}$`}]
      case 'code':
        return [h('code', node.value)]
      case 'link':
        return [h('a', {href: node.url}, inlineToHast(node.children))]
      default:
        return [h(node.type === 'strong' ? 'strong' : 'em', inlineToHast(node.children))]
    }
  })
}

/** A text as mdast, inert in the same way. */
export function textToMdast(text: string): (Text | Html)[] {
  return inertParts(onOneLine(text)).map((value, index) =>
    index % 2 === 0 ? {type: 'text', value} : {type: 'html', value: `<span>${value}</span>`}
  )
}

/** A sentence as mdast, for the layouts that write Markdown. */
export function inlineToMdast(nodes: readonly Inline[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case 'text':
        return textToMdast(node.value)
      case 'math':
        return mathToMdast(node)
      case 'code':
        return [{type: 'inlineCode', value: node.value}]
      case 'link':
        return [{type: 'link', url: node.url, children: inlineToMdast(node.children)}]
      default:
        return [{type: node.type, children: inlineToMdast(node.children)}]
    }
  })
}

/** GitHub's other form for a formula, which every parser of Markdown leaves whole: $`x_1`$. */
function mathToMdast({value}: InlineMath): PhrasingContent[] {
  if (value.includes('`')) return textToMdast(`$${value}$`)
  const dollar: Text = {type: 'text', value: '$'}
  return [dollar, {type: 'inlineCode', value}, dollar]
}
