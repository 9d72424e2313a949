import {type Document, isCollection, isMap, isNode, isPair, isScalar, isSeq, type ParsedNode} from 'yaml'
import type {FieldPath} from './paper.ts'

/** A span of a text, in UTF-16 offsets. */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * The span of a value within the text that a document was read from, in UTF-16 offsets. An empty
 * value is found by its key, one that is not there by what holds it.
 */
export function rangeOf(document: Document.Parsed, path: FieldPath): Range {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length)
    const node = document.getIn(part, true)
    const range = isNode(node) ? node.range : undefined
    if (range && range[1] > range[0]) return {start: range[0], end: endOf(node)}
    const key = rangeOfKey(document, part)
    if (key.end > 0) return key
    if (range) return {start: range[0], end: range[0]}
  }
  return {start: 0, end: 0}
}

/** The parser counts the end of the line, and comments, to a block: its last value is where it ends. */
function endOf(node: unknown): number {
  const last = isMap(node) || isSeq(node) ? node.items.at(-1) : undefined
  const inner = isPair(last) ? (last.value ?? last.key) : last
  const isBlock = isCollection(node) && node.flow !== true && inner !== undefined
  if (isBlock) return endOf(inner)
  return isNode(node) ? (node.range?.[1] ?? 0) : 0
}

/** The span of a field's name. */
export function rangeOfKey(document: Document.Parsed, path: FieldPath): Range {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const key = isMap<ParsedNode>(parent)
    ? parent.items.map((pair) => pair.key).find((each) => isScalar(each) && each.value === path.at(-1))
    : undefined
  const range = key?.range
  return range ? {start: range[0], end: range[1]} : {start: 0, end: 0}
}
