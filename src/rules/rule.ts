import type {Finding, Place, Severity} from '../finding.ts'
import type {List} from '../list.ts'
import type {FieldPath, PaperFile} from '../paper/paper.ts'
import type {Template} from '../readme/template.ts'

/** What the rules look at. */
export interface Subject {
  readonly list: List
  readonly templates: readonly Template[]
  /** What the rules before this one have found; `ignore` comes last and judges them all. */
  readonly findings: readonly Finding[]
}

/**
 * Says that something is wrong.
 *
 * @param at the paper file, or the path of another file
 * @param where the value at fault within a paper file, or a place; nothing for the file as a whole
 * @param reason one sentence: "Unexpected X, expected Y"
 */
export type Report = (
  at: PaperFile | string,
  where: FieldPath | Place | undefined,
  reason: string,
  severity?: Severity
) => void

/** Files of a list; a paper's text replaces those fields of a good paper, so that an example stays short. */
export type Example = readonly {readonly path?: string; readonly text: string}[]

/** One thing that a list is held to. The runner stamps its findings with the id and the severity. */
export interface Rule {
  /** The file's name. */
  readonly id: string
  /** One line on what it asks for. */
  readonly about: string
  /** Why, and how to mend it. Markdown. */
  readonly why: string
  readonly severity: Severity
  /** Whether the configuration and a paper's `ignore` have no say, since nothing can be built without it. */
  readonly isFixed?: true
  /** Whether the configuration may soften what of a fixed rule does not keep the page from being built. */
  readonly hasSetting?: true
  readonly bad: Example
  readonly good: Example
  check(subject: Subject, report: Report): void
}
