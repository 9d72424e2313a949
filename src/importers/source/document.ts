import type {Nodes, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {definitionsOf, parseMarkdown} from './markdown.ts'
import {type Mark, outline, type Section, sectionAt} from './outline.ts'

/** A stretch of the source, in UTF-16 offsets. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A README as the importers see it: without its byte-order mark, and with comments and code out of sight. */
export class Document {
  readonly path: string
  /** The source without a byte-order mark. */
  readonly text: string
  /** The byte-order mark, or nothing. */
  readonly mark: string
  /** The source with comments and code blocks blanked: every offset stays. */
  readonly visible: string
  /** Comments blanked. */
  readonly tree: Root
  readonly comments: readonly Range[]
  readonly definitions: ReadonlyMap<string, string>
  readonly #lineStarts: readonly number[]
  readonly #marks: readonly Mark[]

  /** Whether it is prose with entries in it, of which a template can be made, and not a bibliography. */
  readonly isProse: boolean

  constructor(path: string, source: string, isProse = true) {
    this.path = path
    this.isProse = isProse
    this.mark = source.startsWith('\uFEFF') ? '\uFEFF' : ''
    this.text = source.slice(this.mark.length)
    const first = parseMarkdown(isProse ? this.text : '')
    const code = codeOf(first, this.text)
    this.comments = isProse ? commentsOf(blank(this.text, code), this.text) : []
    const withoutComments = blank(this.text, this.comments)
    this.tree = this.comments.length === 0 ? first : parseMarkdown(withoutComments)
    this.visible = blank(withoutComments, code)
    this.definitions = definitionsOf(this.tree)
    this.#lineStarts = [0, ...[...this.text.matchAll(/\n/g)].map(({index}) => index + 1)]
    this.#marks = isProse ? outline(this.tree, this.visible) : []
  }

  /** The line of an offset, from 1. */
  line(offset: number): number {
    let low = 0
    let high = this.#lineStarts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }

  /** Where the line of an offset begins. */
  lineStart(offset: number): number {
    return this.#lineStarts[this.line(offset) - 1] ?? 0
  }

  /** Just behind the line of an offset, its break included. */
  lineEnd(offset: number): number {
    return this.#lineStarts[this.line(offset)] ?? this.text.length
  }

  /** The page's own heading, where it is the only one of its depth. */
  get title(): string | undefined {
    const [first, second] = this.#marks.filter(({depth}) => depth === 1)
    return second ? undefined : first?.text
  }

  /** The headings that an offset stands under. */
  section(offset: number): Section {
    return sectionAt(this.#marks, offset)
  }
}

/** The source with some ranges as spaces, line breaks kept. */
function blank(text: string, ranges: readonly Range[]): string {
  const parts: string[] = []
  let end = 0
  for (const range of ranges) {
    if (range.start < end) continue
    parts.push(text.slice(end, range.start), text.slice(range.start, range.end).replace(/[^\r\n]/g, ' '))
    end = range.end
  }
  parts.push(text.slice(end))
  return parts.join('')
}

/** Fenced code and code within lines. Indented code is mostly HTML that was indented behind a blank line. */
function codeOf(tree: Root, text: string): Range[] {
  const found: Range[] = []
  visit(tree, (node) => {
    const range = nodeRange(node)
    const isFence = node.type === 'code' && /^(?:`{3}|~{3})/.test(text.slice(range.start, range.start + 3))
    if (isFence || node.type === 'inlineCode') found.push(range)
  })
  return found
}

/** Comments; one that never ends hides the rest of the page. */
function commentsOf(visible: string, text: string): Range[] {
  const found = [...visible.matchAll(/<!--.*?(?:-->|$(?![\s\S]))/gs)]
  return found.map(({index, 0: comment}) => ({start: index, end: Math.min(text.length, index + comment.length)}))
}

/** Where a node stands, in UTF-16 offsets. */
export function nodeRange(node: Nodes): Range {
  return {start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0}
}
