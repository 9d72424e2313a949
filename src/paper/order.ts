import {compareText} from '../finding.ts'
import type {Paper} from './paper.ts'

/**
 * Newest first. A partial date stands below every fuller date within it, since it is a prefix of
 * them, and what is no date at all stands last. Equal dates go by title, then by file, in
 * code-point order.
 */
export function comparePapers(a: Paper, b: Paper): number {
  return (
    Number(a.day === undefined) - Number(b.day === undefined) ||
    compareText(b.date, a.date) ||
    compareText(a.title, b.title) ||
    compareText(a.file.path, b.file.path)
  )
}
