import type {Document, Range} from './source/document.ts'
import type {Passage} from './source/passage.ts'

/** What holds entries in the source: a table, a list, a run of paragraphs. */
export interface Container extends Range {
  /** The layout that comes nearest to how it looked. */
  readonly layout: 'table' | 'compact' | 'bullets'
  /** For a table: what is left of it once every entry is taken out, such as its header; it goes with the last. */
  readonly frame?: Range
  /** The name that a wrapper of its own gives it, where one goes with it: `<details><summary>`. */
  readonly name?: string
}

/** One entry of a list, found but not yet read. */
export interface Entry extends Range {
  /** The importer that found it. */
  readonly format: string
  readonly passage: Passage
  readonly container: Container
  /** What it stands under below the headings: a bullet above it, a cell beside it. From the top. */
  readonly topics: readonly string[]
}

/** A way in which lists of papers are written. */
export interface Importer {
  /** The file's name. */
  readonly name: string
  /** What may be an entry for a paper; whether it is one is judged later. */
  find(document: Document): Entry[]
}
