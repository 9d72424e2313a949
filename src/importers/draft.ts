import type {PaperLink} from '../paper/paper.ts'

/** How a field was come by. */
interface Ground {
  /** 0 to 1. */
  readonly confidence: number
  /** What it was read from, in words, the source's own wherever they were changed. */
  readonly reason: string
}

/** An address as the source has it, and as the paper file does; null for one that is not taken over, such as a badge's. */
interface Address {
  readonly from: string
  readonly to: string | null
}

/** How surely an entry is a paper: by a link to one, by its looks among papers, or not at all. */
type Evidence = 'paper' | 'likely' | 'none'

/** A paper as an entry tells of it. What is missing was not there. */
export interface Draft {
  title?: string
  date?: string
  tags: string[]
  links: PaperLink[]
  summary: string[]
  authors: string[]
  venue?: string
  /** Of a bibliography: what a README has no place for. */
  groups?: readonly string[]
  added?: string
  notes?: string
  /** How each field was come by. */
  readonly grounds: Record<string, Ground>
  readonly addresses: Address[]
  /** The colours that tags had, as they are written. */
  readonly colours: Map<string, string>
  /** What no field has taken. */
  readonly rest: string[]
  evidence: Evidence
  /** A date that was not written as one, as it stands in the source. */
  malformedDate?: string
  /** Links without an address. */
  emptyLinks: number
}

/** A draft with nothing in it. */
export function emptyDraft(): Draft {
  return {
    tags: [],
    links: [],
    summary: [],
    authors: [],
    grounds: {},
    addresses: [],
    colours: new Map(),
    rest: [],
    evidence: 'none',
    emptyLinks: 0
  }
}
