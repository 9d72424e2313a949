import type {Passage, Span} from '../source/passage.ts'
import {bareLabel, kindOfLabel} from './labels.ts'
import type {Label} from './links.ts'

/** A title at offsets of its passage. */
export interface FoundTitle {
  readonly start: number
  readonly end: number
  readonly title: string
  readonly confidence: number
  readonly reason: string
  /** Whether nothing marks its end but a link. */
  readonly isOpen?: boolean
}

type Range = {readonly start: number; readonly end: number}

// What stands before a title: emoji, a number, a date or a state in brackets, a check box.
const opening =
  /^(?::[a-z_+\d]+:|[\s*•·‣▪●◦\-–—:：\|,.，。;~]+|\p{RGI_Emoji}|\p{Extended_Pictographic}|[\u200d\ufe0f]|\[[ xX]\]|\(?\d{1,4}[.\)、]\s|\[\d{1,4}\]|new[!:]+\s)+/iv
const dated = /^[[(（【]\s*[^\]）】)]{0,24}?(?:(?:19|20)\d\d|\d{1,2}[/.-]\d{1,4})[^\]）】)]{0,16}[\])）】]\s*/u
const quotes = /^(?:"([^"]+)"|“([^”]+)”|''([^']+)''|「([^」]+)」|《([^》]+)》|'([^']{15,})'(?!\w))/u

/** Finds the title in the part of an entry that begins with it. */
export function findTitle(passage: Passage, labels: readonly Label[], {start, end}: Range): FoundTitle | undefined {
  const from = skipOpening(passage, labels, start, end)
  const quoted = quotedAt(passage, from, end)
  if (quoted) return quoted
  const link = labels.find(({span}) => span.start <= from && from < span.end && span.start >= start)
  if (link && link.kind === undefined && link.text !== link.url) return linkTitle(passage, link.span, from, labels, end)
  const strong = passage.spanAt('strong', from)
  if (strong && strong.start >= start) return strongTitle(passage, strong, labels, end)
  return textTitle(passage, labels, from, end)
}

/** Behind everything that comes before a title, links that are only labels included. */
function skipOpening(passage: Passage, labels: readonly Label[], start: number, end: number): number {
  let at = start
  for (let last = -1; last !== at && at < end; ) {
    last = at
    const rest = passage.text.slice(at, end)
    at += opening.exec(rest)?.[0].length ?? 0
    at += dated.exec(passage.text.slice(at, end))?.[0].length ?? 0
    const label = labels.find(
      ({span, kind}) =>
        kind !== undefined &&
        span.start - at <= 2 &&
        span.start >= at &&
        /^[[(]*$/.test(passage.text.slice(at, span.start))
    )
    if (label) at = label.span.end + (/^\s*[\])]+/.exec(passage.text.slice(label.span.end, end))?.[0].length ?? 0)
    at = behindAcronym(passage, at, end)
  }
  return at
}

/** Behind `[ACR]`, `**ACR**:` and the like, where a title follows. */
function behindAcronym(passage: Passage, at: number, end: number): number {
  const rest = passage.text.slice(at, end)
  const bracket = /^[[【]([^\]】]{1,60})[\]】]\s*[:：-]?\s*(?=\S)/u.exec(rest)
  const isInLink = passage.spanAt('link', at + 1)
  if (bracket && !isInLink) return at + bracket[0].length
  const strong = passage.spanAt('strong', at)
  const isFree = strong?.start === at && !passage.spanAt('link', at)
  return isFree ? behindBoldAcronym(passage, strong, end) : at
}

function behindBoldAcronym(passage: Passage, strong: Span, end: number): number {
  const at = strong.start
  const name = passage.slice(strong)
  const behind = /^\s*(?:[:：,|-]|–)?\s*/u.exec(passage.text.slice(strong.end, end))?.[0].length ?? 0
  const next = passage.text.slice(strong.end + behind, end)
  const isApart =
    /\n/.test(passage.text.slice(strong.end, strong.end + behind)) ||
    passage.spanAt('emphasis', strong.end + behind) !== undefined
  const isName = /^(?:\S+\s*){1,3}$/u.test(name.trim()) && name.trim().length <= 40 && !/[.?!]\s*$/u.test(name)
  if (isApart || !isName) return at
  const hasColon = /[:：]\s*$/u.test(name) || /^\s*[:：]/u.test(passage.text.slice(strong.end, end))
  const startsTitle =
    quotes.test(next) ||
    (hasColon && /^[\p{L}\d]/u.test(next)) ||
    (!/\s/.test(name.trim()) && /^[\p{Lu}\d]\S*\s+\S+\s+\S+/u.test(next))
  return startsTitle && !isLabelAhead(next) ? strong.end + behind : at
}

function isLabelAhead(text: string): boolean {
  const word = /^[[(]*([^\])\n,:]{1,24})[\]),:\n]/u.exec(text)?.[1]
  return word !== undefined && kindOfLabel(word) !== undefined
}

function quotedAt(passage: Passage, from: number, end: number): FoundTitle | undefined {
  const match = quotes.exec(passage.text.slice(from, end))
  const inner = match?.slice(1).find((group) => group !== undefined)
  if (!match || inner === undefined || inner.length < 6) return undefined
  // A title can begin with a quotation: `"Theater of Mind" for …`.
  const behind = from + match[0].length
  const around = passage.spanAt('strong', from) ?? passage.spanAt('link', from)
  const goesOn =
    /^[?!:]?\s*[\p{L}\d]/u.test(passage.text.slice(behind, around?.end ?? end)) &&
    !passage.spanAt('emphasis', behind + 1)
  if (goesOn && (around !== undefined || inner.split(/\s+/).length < 5 || /^[?!:]/.test(passage.text.slice(behind))))
    return undefined
  return trimmed(
    passage,
    from + match[0].indexOf(inner),
    from + match[0].indexOf(inner) + inner.length,
    0.97,
    'the words in quotation marks'
  )
}

/** A link and those right behind it to the same place, as where a title was cut by emphasis. */
function linkTitle(
  passage: Passage,
  span: Span,
  from: number,
  labels: readonly Label[],
  end: number
): FoundTitle | undefined {
  const text = passage.slice(span).trim()
  const found = trimmed(passage, from, span.end, 0.97, 'the words of the first link')
  const words = text.split(/\s+/).length
  if (found && (words > 1 || /[\u3400-\u9fff]/u.test(text))) return found
  // One word alone is a name: the title may follow it.
  const next = textTitle(
    passage,
    labels,
    span.end + (/^[\s:：\-–,]+/u.exec(passage.text.slice(span.end, end))?.[0].length ?? 0),
    end
  )
  const isTitle = next && next.title.split(/\s+/).length >= 4 && /^[\p{Lu}\d"“]/u.test(next.title)
  return isTitle && /^\s*[:：]/u.test(passage.text.slice(span.end, end)) ? next : found && {...found, confidence: 0.6}
}

/** Bold words, up to where the bold ends; a link or a quotation within them is what they are about. */
function strongTitle(passage: Passage, strong: Span, labels: readonly Label[], end: number): FoundTitle | undefined {
  const inner = labels.find(
    ({span, kind}) => kind === undefined && span.start >= strong.start && span.end <= strong.end
  )
  if (inner && inner.text !== inner.url && inner.text.length > 8)
    return linkTitle(passage, inner.span, inner.span.start, labels, end)
  let stop = strong.end
  // `**A** **Title**`
  for (
    let next = passage.spanAt('strong', stop + 1);
    next && /^\s?$/.test(passage.text.slice(stop, next.start));
    next = passage.spanAt('strong', stop + 1)
  ) {
    stop = next.end
  }
  const first = labels.find(({span}) => span.start > strong.start && span.start < stop)
  const found = trimmed(
    passage,
    strong.start,
    Math.min(stop, first ? labelStart(passage, first) : stop),
    0.95,
    'the bold words'
  )
  if (found && found.title.split(/\s+/).length >= 3) return found
  // What stands behind a dash tells about it.
  if (found && /^\s*[-–—]\s/u.test(passage.text.slice(stop, end))) return found
  const whole = textTitle(passage, labels, strong.start, end)
  return whole && found && whole.title.length > found.title.length + 8 ? whole : found
}

function labelStart(passage: Passage, {span}: Label): number {
  return span.start - (/[\s[(（【|]*$/u.exec(passage.text.slice(0, span.start))?.[0].length ?? 0)
}

/** Words up to what is no part of a title: a line's end, a link, a bracket with a label, italics, code. */
function textTitle(passage: Passage, labels: readonly Label[], from: number, end: number): FoundTitle | undefined {
  const rest = passage.text.slice(from, end)
  const stops = [
    ...labels.filter(({span}) => span.start >= from).map((label) => labelStart(passage, label)),
    ...passage.within('image', from, end).map(({start}) => start),
    ...passage
      .within('emphasis', from, end)
      .filter((span) => isAside(passage, span))
      .map(({start}) => start),
    ...passage
      .within('code', from, end)
      .filter(({start}) => /[\s|,.]$/u.test(passage.text.slice(from, start)))
      .filter((span) => passage.slice(span).length < 40 && /\d{4}|^[A-Z]/.test(passage.slice(span)))
      .map(({start}) => start),
    from +
      (/\n|\s\|\s|\s\[\[|(?:\s[-–—]\s)?\s*\[(?=(?:paper|pdf|code|arxiv|link)\b)/iu.exec(rest)?.index ?? rest.length)
  ].filter((stop) => stop > from)
  const found = trimmed(passage, from, Math.min(end, ...stops), 0.9, 'the words before the links')
  return found && {...found, isOpen: true}
}

/** Italics behind a title hold its authors or its venue; within one they stress a word. */
function isAside(passage: Passage, {start, end}: Span): boolean {
  const words = passage.text.slice(start, end)
  return /[,.]|\d{4}|et al|arxiv/iu.test(words) || /[,.)?!"”]\s*$/u.test(passage.text.slice(0, start))
}

// What trails a title: a lab, an acronym, a venue with its year, a mark, punctuation.
const trailers: readonly RegExp[] = [
  /,\s[^,]{2,40}\bet\.? al\b\.?\s*$/u,
  /\s*[(（]@[^)）]*[)）]?\s*$/u,
  /\s*[([（【](?:[^()[\]（）【】]*\b(?:(?:19|20)\d\d|arxiv|['’]\d\d)\b[^()[\]（）【】]*)[)\]）】]\s*$/iu,
  /\s*[\-–—\|,.]?\s*(?:\p{RGI_Emoji}|\p{Extended_Pictographic}|[\u200d\ufe0f]|:[a-z_]+:)+\s*$/v,
  /[,.]\s*(?:arxiv|[A-Z][A-Za-z&*-]{1,12}|[A-Z][A-Za-z]+ [A-Z][A-Za-z]+)(?:\s*['’]\s?\d\d|[\s,-]*(?:19|20)\d\d)\.?\s*$/u,
  /\s+(?:arxiv|NeurIPS|ICML|ICLR|CVPR|ICCV|ECCV|ACL|EMNLP|NAACL|AAAI)(?:\s*['’]\s?\d\d|\s+(?:19|20)\d\d)\s*$/iu,
  /(?<!\.)[.,;:：，。、|\s\-–—]+$|\s*\.\s*$/u,
  /\s*[[(（【]\s*$/u
]

/** A range without what is no part of a title at either end. */
function trimmed(
  passage: Passage,
  start: number,
  end: number,
  confidence: number,
  reason: string
): FoundTitle | undefined {
  let from = start
  let text = passage.text.slice(from, end)
  const head = opening.exec(text)?.[0].length ?? 0
  from += head
  text = text.slice(head)
  const inside = /^[[【]([^\]】]{1,40})[\]】]\s*[:：]?\s*(?=\p{L}\S*\s)/u.exec(text)
  if (inside) {
    from += inside[0].length
    text = text.slice(inside[0].length)
  }
  for (let last = ''; last !== text; ) {
    last = text
    for (const trailer of trailers) {
      const shorter = text.replace(trailer, '')
      // A title that ends in a year keeps it where nothing else would be left.
      if (shorter.length >= 6 || shorter.length > text.length / 2) text = shorter
    }
  }
  const unwrapped = /^"([^"]+)"$|^“([^”]+)”$|^'([^']+)'$/u.exec(text)
  if (unwrapped) {
    from += 1
    text = text.slice(1, -1)
  }
  const title = text.replace(/\s+/gu, ' ').trim()
  if (!/\p{L}/u.test(title) || bareLabel(title) === '' || kindOfLabel(title) !== undefined) return undefined
  return {start: from, end: from + text.length, title, confidence, reason}
}
