import {placeOf} from '../finding.ts'
import type {Rule} from './rule.ts'

/** The file is YAML, and its fields are the ones of a paper. */
export const schema: Rule = {
  id: 'schema',
  about: 'A paper file holds the fields of a paper, in YAML',
  why: `A file that cannot be read stops the build. Every value is read as text, so dates and identifiers need no
quotes; a text that holds \`: \` or \` #\`, or that starts with one of \`[ { & * ! | > % @\` or a quote, does.`,
  severity: 'error',
  isFixed: true,
  bad: [{text: 'tag: Retrieval Head\n'}],
  good: [{text: 'tags:\n  - Retrieval Head\n'}],
  check({list}, report) {
    for (const file of list.files) {
      for (const {start, end, reason} of file.problems) report(file, placeOf(file.text, start, end), reason)
    }
    const [least] = list.config.summary.sentences
    for (const paper of list.papers) {
      if (paper.summary || least === 0) continue
      report(paper.file, placeOf('', 0, 0), 'Unexpected missing `summary`, expected this field to be there')
    }
  }
}
