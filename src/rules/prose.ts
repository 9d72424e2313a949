import {placeOf} from '../finding.ts'
import {checkReferences} from '../readme/references.ts'
import type {Rule} from './rule.ts'

/** What a template points at is there, and its words can be seen. */
export const prose: Rule = {
  id: 'prose',
  about: 'The anchors and local files that a template points at exist, and nothing in it is invisible',
  why: `An anchor without a heading and a link to a missing file are dead on GitHub as well. Invisible characters make two
words of what looks like one. Neither keeps the page from being built: a list that moves in with a dead anchor can mend it
later.`,
  severity: 'error',
  bad: [
    {
      path: 'templates/README.md',
      text: '# List\n\nGo to [the end](#the-end).\n\n<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n'
    }
  ],
  good: [
    {
      path: 'templates/README.md',
      text: '# List\n\nGo to [the end](#the-end).\n\n<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n\n### The end\n'
    }
  ],
  check({list, templates}, report) {
    for (const template of templates) {
      for (const {start, end, reason} of [...template.strange, ...checkReferences(template, list)]) {
        report(template.path, placeOf(template.text, start, end), reason)
      }
    }
  }
}
