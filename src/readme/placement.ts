import type {Paper} from '../paper/paper.ts'
import type {Group} from './groups.ts'

/** Some papers of a group on a page of their own. */
export interface Part {
  /** Relative to the list's root. */
  readonly file: string
  /** Counts from 1, which holds the oldest: a paper that is new moves nothing on the pages before its own. */
  readonly number: number
  readonly papers: readonly Paper[]
}

/** Where the papers of a group stand. */
export interface Placed {
  readonly group: Group
  /** Those that stay where the zone is, the newest of the group. */
  readonly kept: readonly Paper[]
  /** The others, newest first. */
  readonly parts: readonly Part[]
}

/** Where the papers of a page stand that has no room for all of them. */
export interface Placements {
  /** The groups of each zone, in their order, by the zone's start; a zone that is not here shows all of its own. */
  readonly zones: ReadonlyMap<number, readonly Placed[]>
  /** The anchors that the prose points at. */
  readonly asked: ReadonlySet<string>
}

/** Every paper where its zone is. */
export const allInPlace: Placements = {zones: new Map(), asked: new Set()}
