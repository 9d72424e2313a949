import {selectPapers} from '../selection.ts'
import {someText} from './option.ts'
import type {ZoneKind} from './zone.ts'

/** The number of papers: `<!-- paperlist:count tag="Induction Head" -->`. */
export const count: ZoneKind = {
  name: 'count',
  isInline: true,
  options: {tag: someText()},
  render({list}, {options}) {
    return String(selectPapers(list.papers, options).length)
  }
}
