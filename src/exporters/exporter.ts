import type {Publication} from './publication.ts'

/** The list that a document is made of. */
export interface Source {
  /** Missing where the configuration gives none. */
  readonly title: string | undefined
  /** `owner/name` on GitHub; missing where the configuration gives none. */
  readonly repository: string | undefined
  /** Newest first. */
  readonly publications: readonly Publication[]
}

/** A format that a list can be taken elsewhere in. */
export interface Exporter {
  /** The file's name, and the word behind `paperlist export`. */
  readonly name: string
  /** The whole document, with a line break at its end. */
  render(source: Source): string
}
