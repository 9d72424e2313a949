import {quote} from '../../quote.ts'
import type {Draft} from '../draft.ts'
import type {Block, Passage, Span} from '../source/passage.ts'
import {readBadge} from './badge.ts'
import {kindOfLabel} from './labels.ts'

/** Takes the badges that lead nowhere as tags, each with its colour. */
export function takeBadgeTags(draft: Draft, passage: Passage, start = 0, end = passage.text.length): void {
  for (const image of passage.within('image', start, end)) {
    const badge = readBadge(image.url ?? '')
    if (!badge || badge.isLive || isInLink(passage, image)) continue
    const tag = badge.halves.join(' ')
    if (tag === '') continue
    passage.claim(image.start, image.end)
    addTag(draft, tag, `the badge ${quote(passage.slice(image) || tag)}`)
    if (badge.colour) draft.colours.set(tag, badge.colour)
  }
}

function isInLink(passage: Passage, image: Span): boolean {
  return passage.within('link').some(({start, end}) => start <= image.start && image.end <= end)
}

/** Takes a list of words, as a column or a line of keywords has it. */
export function takeTagList(
  draft: Draft,
  passage: Passage,
  {start, end}: Pick<Block, 'start' | 'end'>,
  from: string
): void {
  for (const free of passage.unclaimed(start, end)) takeWords(draft, passage, free, from)
}

function takeWords(draft: Draft, passage: Passage, {start, end}: Pick<Block, 'start' | 'end'>, from: string): void {
  const text = passage.text.slice(start, end)
  const head = /^[^\p{L}\p{N}]*(?:key ?words?|tags?|关键词|标签)\s*[:：]\s*/iu.exec(text)?.[0].length ?? 0
  const words = head > 0 ? `the words behind ${quote(text.slice(0, head).trim())}` : from
  let at = start + head
  for (const part of text.slice(head).split(/([,，;；、|\n]|\s\/\s)/u)) {
    const tag = part.replace(/^[\s*•#[(]+(?=[\p{L}\p{N}])|[\s.*[]+$/gu, '').replace(/\s+/gu, ' ')
    // What is longer is a sentence.
    if (/[\p{L}\p{N}]/u.test(tag) && tag.length <= 80) {
      addTag(draft, tag, words)
      passage.claim(at, at + part.length)
    }
    at += part.length
  }
  if (draft.tags.length > 0) passage.claim(start, start + head)
}

/** Takes the code spans that nothing else has taken. */
export function takeCodeTags(draft: Draft, passage: Passage, blocks: readonly Block[]): void {
  for (const {start, end} of blocks) {
    for (const span of passage.within('code', start, end)) {
      const text = passage.slice(span).trim()
      if (
        passage.unclaimed(span.start, span.end).every(({start, end}) => end - start < span.end - span.start) ||
        text.length > 40 ||
        kindOfLabel(text) ||
        passage.spanAt('link', span.start)
      )
        continue
      addTag(draft, text, 'words set as code')
      passage.claim(span.start, span.end)
    }
  }
}

/** Takes words in brackets, `[causal] [circuit]`. */
export function takeBracketTags(draft: Draft, passage: Passage, {start, end}: Pick<Block, 'start' | 'end'>): void {
  for (const free of passage.unclaimed(start, end)) {
    for (const {index, 1: tag = '', 0: whole} of passage.slice(free).matchAll(/\[([^\][]{1,60})\]/g)) {
      if (!/[\p{L}\p{N}]/u.test(tag)) continue
      addTag(draft, tag.trim(), 'brackets')
      passage.claim(free.start + index, free.start + index + whole.length)
    }
  }
}

function addTag(draft: Draft, tag: string, from: string): void {
  if (!draft.tags.includes(tag)) draft.tags.push(tag)
  const before = draft.grounds['tags']?.reason
  draft.grounds['tags'] = {
    confidence: 0.95,
    reason: before === undefined ? from : before.includes(from) ? before : `${before}, ${from}`
  }
}
