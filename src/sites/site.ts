import type {CalendarDate} from '../paper/date.ts'

/** The two halves of a link's badge, and what goes with them. */
export interface Badge {
  readonly site: string
  readonly kind: string
}

/** A publisher or host: everything that is known about its addresses. */
export interface Site {
  /** The file's name. */
  readonly name: string
  /** Host names without `www.`; names below them are other hosts. */
  readonly hosts: readonly string[]
  /** The address to cite: one for each page, whatever spelling it was copied in. Undefined where it has no other. */
  canonical?(url: URL): string | undefined
  /** What the page is, comparable across sites: `arxiv:2404.15574`, `doi:10.1145/3626772.3657819`. */
  identifier?(url: URL): string | undefined
  /** The month in which the identifier was given out. */
  month?(url: URL): Required<Pick<CalendarDate, 'year' | 'month'>> | undefined
  /** What the badge says where the paper file does not. */
  badge(url: URL): Badge
}
