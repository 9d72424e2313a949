import type {Question, Verdict, Witness} from '../evidence/verdict.ts'
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
  /** How fast the site may be asked, and on which hosts, where it asks for less than is usual. */
  readonly paces?: Readonly<Record<string, {readonly concurrent: number; readonly interval: number}>>
  /**
   * Judges a link by what only this site knows; undefined where it is a page like any other.
   *
   * @param isMissing whether `checkAll` looked for it in vain
   */
  check?(question: Question, witness: Witness, isMissing: boolean): Promise<Verdict | undefined>
  /** Judges many links with few requests, `missing` for what is not there. What it leaves out is checked one by one. */
  checkAll?(questions: readonly Question[], witness: Witness): Promise<Map<Question, Verdict | 'missing'>>
  /** How many links `checkAll` takes at once. */
  readonly batch?: number
}
