import type {Finding} from '../finding.ts'

/** How the reporters should write. */
interface ReporterOptions {
  readonly color: boolean
}

/** A format for findings. */
export interface Reporter {
  /** The file's name, and the word behind `--format`. */
  readonly name: string
  /** The whole report, without a line break at its end. */
  render(findings: readonly Finding[], options: ReporterOptions): string
}
