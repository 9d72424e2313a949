import type {CalendarDate} from './date.ts'
import type {Ignore} from './schema.ts'
import type {Problem} from './yaml.ts'

/** A link as its file gives it; what follows from the URL is the sites' knowledge. */
export interface PaperLink {
  readonly url: string
  readonly site?: string | undefined
  readonly kind?: string | undefined
}

/** One paper, every text in Unicode's composed form (NFC). */
export interface Paper {
  readonly file: PaperFile
  readonly title: string
  /** As it is written: what sorts papers and is shown. */
  readonly date: string
  /** What the date means; undefined where it is no real date. */
  readonly day: CalendarDate | undefined
  readonly tags: readonly string[]
  readonly links: readonly PaperLink[]
  /** Undefined where the file has no such field. */
  readonly summary: readonly string[] | undefined
  readonly authors: readonly string[]
  readonly venue: string | undefined
  readonly groups: readonly string[]
  readonly added: string | undefined
  /** For maintainers; no page shows it. */
  readonly notes: string | undefined
  readonly ignore: readonly Ignore[]
}

/** A file in the folder of papers, and what reading it gave. */
export interface PaperFile {
  /** Relative to the list's root, with forward slashes. */
  readonly path: string
  readonly text: string
  /** What keeps the file from being a paper, as located in its text. */
  readonly problems: readonly Problem[]
}

/** A path to a value within a paper file, such as `['links', 0, 'url']`. */
export type FieldPath = readonly (string | number)[]
