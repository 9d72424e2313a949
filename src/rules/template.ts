import {placeOf} from '../finding.ts'
import {unshownPapers} from '../readme/selection.ts'
import type {Rule} from './rule.ts'

/** Zones are whole, and every paper is in one. */
export const template: Rule = {
  id: 'template',
  about: 'The zones of a template are whole, and show every paper',
  why: `Everything outside of the zones is kept as it is, so a marker that is missing, nested or misspelled stops the
build. A paper that no zone asks for would be nowhere on the page.`,
  severity: 'error',
  isFixed: true,
  bad: [{path: 'templates/README.md', text: '# List\n\n<!-- paperlist:papers -->\n'}],
  good: [{path: 'templates/README.md', text: '# List\n\n<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n'}],
  check({list, templates}, report) {
    for (const template of templates) {
      for (const {start, end, reason} of template.problems) {
        report(template.path, placeOf(template.text, start, end), reason)
      }
    }
    const isWhole = templates.every(({problems}) => problems.length === 0)
    for (const paper of isWhole ? unshownPapers(list, templates) : []) {
      report(
        paper.file,
        undefined,
        'Unexpected paper that no zone shows, expected a `papers` zone to take it',
        'warning'
      )
    }
  }
}
