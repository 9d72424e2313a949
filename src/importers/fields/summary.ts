import type {Draft} from '../draft.ts'
import type {Block, Passage} from '../source/passage.ts'
import {inlineMarkdown} from './inline.ts'
import {kindOfLabel} from './labels.ts'
import {namesIn} from './people.ts'

type Range = {readonly start: number; readonly end: number}

const prefix =
  /^[\s*•-]*(?:tl\s?;?\s?dr|summary|abstract|notes?|description|intro(?:duction)?|key ?idea|highlights?|摘要|总结|简介|概述|要点)\s*[:：]\s*/iu

/** The parts of an entry that tell what the paper is about. */
export function summaryParts(passage: Passage, isSummaryColumn: (block: Block) => boolean): Range[] {
  const whole = passage.blocks.filter(({role}) => role === 'summary' || role === 'quote')
  const cells = passage.blocks.filter(isSummaryColumn)
  const nested = passage.blocks.filter((block) => block.role === 'nested' && tellsSomething(passage, block))
  const prose = passage.blocks.filter((block) => block.role === 'paragraph' && isProse(passage, block))
  return [...whole, ...cells, ...nested, ...prose].sort((a, b) => a.start - b.start)
}

/** Whether a further paragraph is prose, and not the line of authors and links. */
function isProse(passage: Passage, block: Block): boolean {
  const text = passage.slice(block)
  const hasLink = passage.within('link', block.start, block.end).length > 0
  return !hasLink && isSentence(text) && !namesIn(text) && !namesIn(/^.*?et al\.?/isu.exec(text)?.[0] ?? '')
}

/** Whether a nested item is prose: neither names, nor a label with links, nor keywords. */
function tellsSomething(passage: Passage, block: Block): boolean {
  const text = passage.slice(block)
  if (prefix.test(text)) return true
  const label = /^[^\p{L}\p{N}]*([\p{L}][\p{L} /&-]{0,30}?)\s*[:：;]/u.exec(text)?.[1]
  if (
    label !== undefined &&
    (kindOfLabel(label) ||
      /^(?:key ?words?|tags?|authors?|publish|publisher|published|date|venue|institution|affiliation|env|environment|task|tasks|experiment|关键词|标签|作者|机构|日期|时间)/iu.test(
        label
      ))
  )
    return false
  if (namesIn(text) || /^\s*[[(【]/u.test(text)) return false
  const [link] = passage.within('link', block.start, block.end)
  if (link && /^[\s\p{P}]*$/u.test(passage.text.slice(block.start, link.start))) return false
  return isSentence(text)
}

/** Whether a text has enough words to say something. */
export function isSentence(text: string): boolean {
  return text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length >= 5 || /[\u3400-\u9fff]{8}/u.test(text)
}

/** Takes the sentences of the summary, and claims their words. */
export function takeSummary(draft: Draft, passage: Passage, parts: readonly Range[]): void {
  for (const {start, end} of parts) {
    for (const line of linesOf(passage.text, start, end)) {
      const mark =
        /^\s*(?:[•·‣▪●◦*-]\s*|\d+[.)、]\s+|[(（]\d+[)）]\s*)?/u.exec(passage.text.slice(line.start, line.end))?.[0]
          .length ?? 0
      const label = prefix.exec(passage.text.slice(line.start + mark, line.end))?.[0].length ?? 0
      const sentence = inlineMarkdown(passage, line.start + mark + label, line.end)
      passage.claim(line.start, line.end)
      if (/[\p{L}\p{N}]/u.test(sentence)) draft.summary.push(sentence)
    }
  }
  if (draft.summary.length > 0) draft.grounds['summary'] = {confidence: 0.95, reason: 'the sentences below the title'}
}

/** One sentence a line or bullet. */
function linesOf(text: string, start: number, end: number): Range[] {
  const lines: Range[] = []
  let from = start
  for (const {index, 0: gap} of text.slice(start, end).matchAll(/\n+|(?<=\S)\s*(?=•)/gu)) {
    if (start + index > from) lines.push({start: from, end: start + index})
    from = start + index + gap.length
  }
  if (from < end) lines.push({start: from, end})
  return lines
}

/** Takes what stands behind a dash after the title or the links as the summary. */
export function takeTrailingSummary(draft: Draft, passage: Passage, {start, end}: Range): void {
  if (draft.summary.length > 0) return
  for (const free of passage.unclaimed(start, end).toReversed()) {
    const text = passage.slice(free)
    const head = /^(?:[\s\])}.,]*|[^\n]{0,60}?[\s)\]])[-–—]+\s+(?=\S)|^[\s\])}.,]*[:：|]\s*(?=\S)/u.exec(text)?.[0]
      .length
    if (head === undefined || !isSentence(text.slice(head))) continue
    const from = free.start + head
    const sentence = inlineMarkdown(passage, from, free.end)
    draft.summary.push(sentence)
    draft.grounds['summary'] = {confidence: 0.85, reason: 'the words behind the dash'}
    passage.claim(from, free.end)
    return
  }
}
