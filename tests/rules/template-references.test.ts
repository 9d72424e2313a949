import {expect, test} from 'vitest'
import {build} from '../../src/commands/build.ts'
import {goodPaper, goodPath, now, temporaryList} from '../support/list.ts'
import {verdictOn} from '../support/verdict.ts'

const papers = '<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n'

test.each([
  [
    'a missing anchor',
    `${papers}\nGo to [the end](#the-end).\n`,
    '4:17',
    'Unexpected anchor `#the-end`, expected one of a heading on this page'
  ],
  [
    'a missing file',
    `${papers}\nSee [rules](docs/rules.md).\n`,
    '4:13',
    'Unexpected link to `docs/rules.md`, expected a file that exists, in just this spelling'
  ],
  [
    'an invisible character',
    `${papers}\nOne\u200Bword.\n`,
    '4:4',
    'Unexpected character U+200B (zero-width space), expected visible text'
  ]
])('%s', (_, text, place, reason) => {
  expect(verdictOn({'templates/README.md': text})).toEqual([`templates/README.md:${place} error template ${reason}`])
})

test('a list that has just moved in can be built all the same', () => {
  using list = temporaryList({
    [goodPath]: goodPaper,
    '.github/paperlist.yml': 'rules: {template: warn}\n',
    'templates/README.md': `[x](#y)\n\n${papers}`
  })
  const report = build({root: list.root, now, check: false})
  expect(report.findings.map(({ruleId}) => ruleId)).toEqual(['template'])
  expect(report.written).toEqual(['README.md'])
})

test('a zone that is not whole is an error, whatever the configuration says', () => {
  const files = {
    '.github/paperlist.yml': 'rules: {template: off}\n',
    'templates/README.md': '<!-- paperlist:papers -->\n'
  }
  expect(verdictOn(files)).toEqual([
    'templates/README.md:1:1 error template Unexpected end of the file, expected <!-- /paperlist:papers --> for this zone'
  ])
})
