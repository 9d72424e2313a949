import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Html, PhrasingContent, Text} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'

/** `$…$`, which GitHub typesets; neither library knows it. */
export interface InlineMath {
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
// https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
// An escape and code come first: a dollar sign in them is none of math's.
const spans = /\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|\$(?=\S)((?:[^$\\]|\\.)+?)(?<=\S)\$(?!\d)/gsu
// A formula is out of the parser's sight as one private-use character, which no paper may hold.
const firstHidden = 0xf_00_00
const hidden = /([\u{F0000}-\u{FFFFD}])/u
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
  const formulas: string[] = []
  const source = text.replace(spans, (whole, _ticks?: string, formula?: string) => {
    if (formula === undefined || inertParts(formula).length > 1) return whole
    formulas.push(formula)
    return String.fromCodePoint(firstHidden + formulas.length - 1)
  })
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
  const parts = text.split(hidden).filter((part) => part !== '')
  return parts.map((part) => {
    const formula = formulaOf(part, formulas)
    return formula === undefined ? {type: 'text', value: part} : {type: 'math', value: formula}
  })
}

function asWritten(text: string, formulas: readonly string[]): string {
  return text
    .split(hidden)
    .map((part) => {
      const formula = formulaOf(part, formulas)
      return formula === undefined ? part : `$${formula}$`
    })
    .join('')
}

function formulaOf(character: string, formulas: readonly string[]): string | undefined {
  return formulas[(character.codePointAt(0) ?? 0) - firstHidden]
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
// @name, #1, GH-1, an advisory, ://, www., :name: and seven digits of a commit
const active =
  /@(?=[\w.-]|$)|#(?=\d)|(?<=(?<![a-z\d])(?:GH|CVE|GHSA))-(?=[\da-z])|(?<=:)\/\/|(?<=(?<![a-z\d])www)\.|:(?=[\w+-]+:)|(?<!\w)[\da-f]{7,}(?!\w)/gi
// Digits of a commit that are too few to be one.
const tooFew = 6

// A line break in a text says nothing, and a blank line would end what the text stands in.
function onOneLine(text: string): string {
  if (!/[\r\n]/.test(text)) return text
  // Not as one expression: a long run of spaces would cost it the square of its length.
  const [first = '', ...others] = text.split(/[\r\n]+/)
  const last = others.pop() ?? ''
  return [first.trimEnd(), ...others.map((line) => line.trim()).filter(Boolean), last.trimStart()].join(' ')
}

// None of that is there without one of these; most texts have none.
const mayBeActive = /[@#:]|www\.|(?:gh|cve|ghsa)-|[\da-f]{7}/i

/** Cuts a text where GitHub would act on it; every second part is one of the characters it looks for. */
function inertParts(text: string): string[] {
  if (!mayBeActive.test(text)) return [text]
  const parts: string[] = []
  let end = 0
  const cutAt = (start: number, length: number) => {
    parts.push(text.slice(end, start), text.slice(start, start + length))
    end = start + length
  }
  for (const {index, 0: found} of text.matchAll(active)) {
    if (found.length <= tooFew) cutAt(index, found.length)
    else for (let at = tooFew; at < found.length; at += tooFew + 1) cutAt(index + at, 1)
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
