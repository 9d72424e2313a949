import fc from 'fast-check'
import type {Paper} from '../../src/paper/paper.ts'
import {paper, text} from './hostile.ts'

/** A paper whose every text may be a bad one, in a file by a name of any kind. */
export const exportable: fc.Arbitrary<Paper> = fc
  .tuple(paper, fc.option(text, {nil: undefined}), fc.option(text, {nil: undefined}))
  .map(([made, added, notes]) => ({...made, added, notes}))
