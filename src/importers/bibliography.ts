/** A record of a bibliography, as far as a paper file has a place for it. */
export interface Item {
  readonly key: string
  readonly title: string | undefined
  readonly date: string | undefined
  readonly authors: readonly string[]
  readonly venue: string | undefined
  /** The canonical page of the paper first. */
  readonly links: readonly (string | {url: string; site?: string | undefined; kind?: string | undefined})[]
  readonly tags: readonly string[]
  readonly groups: readonly string[]
  readonly summary: readonly string[]
  readonly added: string | undefined
  readonly notes: string | undefined
  /** What has no place in a paper file, `name: value`. */
  readonly rest: readonly string[]
}

/** A format of bibliographies. */
export interface BibliographyImporter {
  /** The file's name. */
  readonly name: string
  /** What its files' names end in. */
  readonly extension: string
  /**
   * The records of a file.
   *
   * @throws {Failure} in one line where the file is not of the format
   */
  read(text: string): Item[]
}
