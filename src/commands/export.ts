import {basename, dirname} from 'node:path'
import {exporters} from '../exporters/index.ts'
import {sourceOf} from '../exporters/publication.ts'
import {Failure} from '../failure.ts'
import {stampOf, writeWhole} from '../io/write.ts'
import {type ListOptions, loadList} from '../list.ts'
import {inWords, plural, quote} from '../quote.ts'

/** What to export, and where to. */
export interface ExportOptions extends ListOptions {
  /** The name of an exporter. */
  readonly format: string
  /** The file to write, absolute. */
  readonly output?: string | undefined
}

/** A list in another format. */
export interface ExportedList {
  /** The whole document. */
  readonly text: string
  /** How many papers are in it. */
  readonly papers: number
}

/**
 * Puts every paper of a list into another format, the newest first.
 *
 * @throws {Failure} where there is no such format, a paper cannot be read (it would be missing without a word) or
 * the file cannot be written
 */
export function exportList({format, output, ...options}: ExportOptions): ExportedList {
  const exporter = exporters.find(({name}) => name === format)
  if (!exporter) {
    const known = inWords(
      exporters.map(({name}) => name),
      'or'
    )
    throw new Failure(`Unexpected format ${quote(format)}, expected ${known}`)
  }
  const list = loadList(options)
  const [first, ...others] = list.files.filter(({problems}) => problems.length > 0)
  if (first) {
    const more = others.length > 0 ? ` and ${plural(others.length, 'other')}` : ''
    throw new Failure(`Cannot export ${quote(first.path)}${more}; \`paperlist lint\` says what is wrong`)
  }
  const text = exporter.render(sourceOf(list))
  if (output !== undefined) {
    writeWhole(dirname(output), [{path: basename(output), text, before: stampOf(output)}])
  }
  return {text, papers: list.papers.length}
}
