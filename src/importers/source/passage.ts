/** A stretch of a passage that means more than its letters. Offsets are UTF-16, into the passage's text. */
export interface Span {
  readonly kind: 'link' | 'image' | 'strong' | 'emphasis' | 'code'
  readonly start: number
  readonly end: number
  /** Where a link leads, or where an image comes from, as the source has it without its escapes. */
  readonly url?: string
}

/** What a part of an entry is, by its place in the source. */
export type Role = 'lead' | 'cell' | 'nested' | 'quote' | 'paragraph' | 'summary'

/** A part of an entry: a cell, a paragraph, a nested item. */
export interface Block {
  readonly role: Role
  /** Of a cell: the header of its column. */
  readonly column?: string
  readonly start: number
  readonly end: number
}

/**
 * The words of an entry in their order, whatever markup they came from. Every field claims the
 * stretch that it was read from; what nobody claims is the rest.
 */
export class Passage {
  readonly text: string
  readonly spans: readonly Span[]
  readonly blocks: readonly Block[]
  readonly #claims: [start: number, end: number][] = []

  constructor(text: string, spans: readonly Span[], blocks: readonly Block[]) {
    this.text = text
    this.spans = [...spans, ...bareAddresses(text, spans)].sort((a, b) => a.start - b.start || b.end - a.end)
    this.blocks = blocks
  }

  slice({start, end}: {readonly start: number; readonly end: number}): string {
    return this.text.slice(start, end)
  }

  /** The lines of a stretch, each with its own bounds. */
  linesOf({start, end}: {readonly start: number; readonly end: number}): {start: number; end: number}[] {
    let from = start
    return this.text
      .slice(start, end)
      .split('\n')
      .map((line) => {
        const range = {start: from, end: from + line.length}
        from = range.end + 1
        return range
      })
  }

  /** The spans of a kind that lie within a stretch. */
  within(kind: Span['kind'], start = 0, end = this.text.length): Span[] {
    return this.spans.filter((span) => span.kind === kind && span.start >= start && span.end <= end)
  }

  /** The span of a kind that holds an offset. */
  spanAt(kind: Span['kind'], offset: number): Span | undefined {
    return this.spans.find((span) => span.kind === kind && span.start <= offset && offset < span.end)
  }

  /** Says that a field was read from a stretch. */
  claim(start: number, end: number): void {
    if (end > start) this.#claims.push([start, end])
  }

  /** The stretches that no field has claimed, within one. */
  unclaimed(start = 0, end = this.text.length): {start: number; end: number}[] {
    const free: {start: number; end: number}[] = []
    let from = start
    for (const [claimStart, claimEnd] of this.#claims.toSorted((a, b) => a[0] - b[0])) {
      if (claimStart >= end) break
      if (claimStart > from) free.push({start: from, end: claimStart})
      from = Math.max(from, claimEnd)
    }
    if (from < end) free.push({start: from, end})
    return free
  }
}

const address = /https?:\/\/[^\s<>"'`|\\^{}\u3000-\u303f\uff00-\uffef]+/gi

/** Addresses that stand in the text without being links. */
function bareAddresses(text: string, spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const match of text.matchAll(address)) {
    const url = withoutTrailer(match[0])
    const start = match.index
    const isInLink = spans.some((span) => span.kind === 'link' && span.start <= start && start < span.end)
    if (!isInLink) found.push({kind: 'link', start, end: start + url.length, url})
  }
  return found
}

/** Punctuation at the end of an address belongs to the sentence, and so does a bracket that it does not open. */
function withoutTrailer(url: string): string {
  let end = url.replace(/[.,;:!?*_]+$/, '')
  while (/[)\]]$/.test(end) && count(end, /[)\]]/g) > count(end, /[([]/g)) end = end.slice(0, -1)
  return end.replace(/[.,;:!?*_]+$/, '')
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** Puts a passage together. */
export class PassageBuilder {
  // Pieces until the end: looking at the end of a long text again and again takes the square of its length.
  readonly #pieces: string[] = []
  #length = 0
  readonly #spans: Span[] = []
  readonly #blocks: Block[] = []

  get length(): number {
    return this.#length
  }

  /** Adds words; white space is one space. */
  add(words: string): void {
    const flat = words.replace(/[ \t\r\n\f\u00a0\u2002-\u200a\u202f\u3000]+/gu, ' ')
    const last = this.#pieces.at(-1)
    const isSpaced = last === undefined || last.endsWith(' ') || last.endsWith('\n')
    this.#push(isSpaced ? flat.replace(/^ /, '') : flat)
  }

  /** Ends the line. */
  break(): void {
    this.#trim(/ +$/, 0)
    const last = this.#pieces.at(-1)
    if (last !== undefined && !last.endsWith('\n')) this.#push('\n')
  }

  /** Adds what `fill` adds as a span. */
  span(kind: Span['kind'], url: string | undefined, fill: () => void): void {
    const start = this.length
    fill()
    this.spanFrom(kind, start, url)
  }

  /** Makes a span of what was added since an offset. */
  spanFrom(kind: Span['kind'], start: number, url: string | undefined): void {
    this.#spans.push({kind, start: Math.min(start, this.length), end: this.length, ...(url !== undefined && {url})})
  }

  /** Adds what `fill` adds as a block of its own. */
  block(role: Role, fill: () => void, column?: string): void {
    this.break()
    const start = this.length
    fill()
    this.#trim(/[ \n]+$/, start)
    this.#blocks.push({role, start, end: Math.max(start, this.length), ...(column !== undefined && {column})})
  }

  build(): Passage {
    const end = this.#length
    const spans = this.#spans.map((span) => ({...span, start: Math.min(span.start, end), end: Math.min(span.end, end)}))
    return new Passage(this.#pieces.join(''), spans, this.#blocks)
  }

  #push(piece: string): void {
    if (piece === '') return
    this.#pieces.push(piece)
    this.#length += piece.length
  }

  /** Takes white space off the end, as far back as an offset. */
  #trim(space: RegExp, start: number): void {
    for (let last = this.#pieces.at(-1); last !== undefined && this.#length > start; last = this.#pieces.at(-1)) {
      const rest = last.replace(space, '')
      const cut = Math.min(last.length - rest.length, this.#length - start)
      this.#pieces.pop()
      this.#length -= last.length
      this.#push(last.slice(0, last.length - cut))
      if (rest !== '') return
    }
  }
}
