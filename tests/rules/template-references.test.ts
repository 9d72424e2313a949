import {expect, test} from 'vitest'
import {build} from '../../src/commands/build.ts'
import {goodPaper, goodPath, now, temporaryList} from '../support/list.ts'
import {verdictOn} from '../support/verdict.ts'

const papers = '<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n'

test('an invisible character in the prose', () => {
  expect(verdictOn({'templates/README.md': `${papers}\nOne\u200Bword.\n`})).toEqual([
    'templates/README.md:4:4 error template Unexpected character U+200B (zero-width space), expected visible text'
  ])
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
