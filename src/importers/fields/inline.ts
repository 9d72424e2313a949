import type {PhrasingContent} from 'mdast'
import {writeMarkdown} from '../../readme/markdown.ts'
import type {Passage, Span} from '../source/passage.ts'

/** A stretch of a passage as inline Markdown on one line. */
export function inlineMarkdown(passage: Passage, start: number, end: number): string {
  const plain = passage.text.slice(start, end)
  const spans = passage.spans.filter(
    (span) => span.kind !== 'image' && span.start >= start && span.end <= end && span.end > span.start
  )
  if (spans.length === 0 && !/[*_`[\]<>&\\~]/.test(plain)) return oneLine(plain)
  return oneLine(writeMarkdown([{type: 'paragraph', children: nodes(passage, spans, start, end)}]))
}

function nodes(passage: Passage, spans: readonly Span[], start: number, end: number): PhrasingContent[] {
  const [first] = spans
  if (!first) return start < end ? [{type: 'text', value: passage.text.slice(start, end).replaceAll('\n', ' ')}] : []
  const inner = spans.slice(1).filter((span) => span.end <= first.end)
  const after = spans.slice(1).filter((span) => span.start >= first.end)
  return [
    ...nodes(passage, [], start, first.start),
    wrap(passage, first, inner),
    ...nodes(passage, after, first.end, end)
  ]
}

function wrap(passage: Passage, span: Span, inner: readonly Span[]): PhrasingContent {
  const value = passage.slice(span).replaceAll('\n', ' ')
  if (span.kind === 'code') return {type: 'inlineCode', value}
  const children = nodes(passage, inner, span.start, span.end)
  if (span.kind === 'strong' || span.kind === 'emphasis') return {type: span.kind, children}
  return {type: 'link', url: span.url ?? '', children: value === span.url ? [{type: 'text', value}] : children}
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
