import {quote} from '../quote.ts'
import type {Rule} from './rule.ts'

/** The title is written as a title. */
export const title: Rule = {
  id: 'title',
  about: 'The title is one line without stray spaces, final full stop or shouting',
  why: 'A title stands in the list as the paper prints it, in its own capitals, and nothing is added to it.',
  severity: 'error',
  bad: [{text: 'title: RETRIEVAL HEAD MECHANISTICALLY EXPLAINS LONG-CONTEXT FACTUALITY.\n'}],
  good: [{text: 'title: Retrieval Head Mechanistically Explains Long-Context Factuality\n'}],
  check({list}, report) {
    for (const {file, title} of list.papers) {
      for (const reason of faults(title)) report(file, ['title'], reason)
    }
  }
}

function* faults(title: string) {
  if (/[\n\r]/.test(title)) yield 'Unexpected line break in the title, expected one line'
  else if (/^\s|\s$|\s\s|[^\S ]/u.test(title)) {
    yield `Unexpected space in the title, expected ${quote(title.trim().replace(/\s+/gu, ' '))}`
  }
  if (/[^.]\.$/u.test(title.trimEnd())) {
    yield `Unexpected full stop at the end of the title, expected ${quote(title.trimEnd().slice(0, -1))}`
  }
  if (isShouted(title)) yield 'Unexpected title in capitals, expected small letters too'
}

/** A name or an acronym alone may well be all capitals. */
function isShouted(title: string): boolean {
  if (title !== title.toUpperCase() || title === title.toLowerCase()) return false
  return /\s/u.test(title.trim()) && (title.match(/\p{Lu}/gu) ?? []).length > 12
}
