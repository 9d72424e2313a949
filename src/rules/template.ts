import {placeOf} from '../finding.ts'
import {checkReferences} from '../readme/references.ts'
import {unshownPapers} from '../readme/selection.ts'
import type {Rule} from './rule.ts'

/** Zones are whole, and what a template points at is there. */
export const template: Rule = {
  id: 'template',
  about: 'The zones of a template are whole, and its anchors and local files exist',
  why: `Everything outside of the zones is kept as it is, so a marker that is missing, nested or misspelled stops the
build. An anchor without a heading and a link to a missing file are dead on GitHub as well, and invisible characters make two
words of what looks like one: these stop it too, unless \`rules: {template: warn}\` says otherwise, as for a list that has
just moved in. A paper that no zone asks for is a warning.`,
  severity: 'error',
  isFixed: true,
  hasSetting: true,
  bad: [{path: 'templates/README.md', text: '# List\n\n<!-- paperlist:papers -->\n'}],
  good: [{path: 'templates/README.md', text: '# List\n\n<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n'}],
  check({list, templates}, report) {
    for (const template of templates) {
      for (const {start, end, reason} of template.problems) {
        report(template.path, placeOf(template.text, start, end), reason, 'error')
      }
      for (const {start, end, reason} of [...template.strange, ...checkReferences(template, list)]) {
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
