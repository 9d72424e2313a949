import {expect, test} from 'vitest'
import {goodPaper, goodPath} from '../support/list.ts'
import {verdictOn} from '../support/verdict.ts'

const papers = '<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n'

function verdictOnTemplate(text: string): string[] {
  return verdictOn({'templates/README.md': text})
}

test.each([
  [
    'a zone without an end',
    '# List\n\n<!-- paperlist:papers -->\n',
    '3:1',
    'Unexpected end of the file, expected <!-- /paperlist:papers --> for this zone'
  ],
  [
    'an end without a zone',
    '# List\n\n<!-- /paperlist:papers -->\n',
    '3:1',
    'Unexpected end of zone `papers`, expected its start before it'
  ],
  [
    'an unknown zone',
    '<!-- paperlist:paper -->\n<!-- /paperlist:paper -->\n',
    '1:1',
    'Unexpected zone `paper`, expected `count`, `papers`, `stats` or `toc`'
  ],
  [
    'an unknown option',
    '<!-- paperlist:papers sort=date -->\n<!-- /paperlist:papers -->\n',
    '1:1',
    'Unexpected option `sort`, expected `layout`, `group`, `section`, `tag` or `limit`'
  ],
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
  ]
])('%s', (_, text, place, reason) => {
  expect(verdictOnTemplate(text)).toEqual([`templates/README.md:${place} error template ${reason}`])
})

test('a paper that no zone shows is a warning on the paper', () => {
  const template = '<!-- paperlist:papers tag="Induction Head" -->\n<!-- /paperlist:papers -->\n'
  expect(verdictOn({[goodPath]: goodPaper, 'templates/README.md': template})).toEqual([
    `${goodPath} warning template Unexpected paper that no zone shows, expected a \`papers\` zone to take it`
  ])
})

test('where a zone is broken, no paper is missed for it', () => {
  expect(verdictOn({[goodPath]: goodPaper, 'templates/README.md': '<!-- paperlist:papers -->\n'})).toEqual([
    'templates/README.md:1:1 error template Unexpected end of the file, expected <!-- /paperlist:papers --> for this zone'
  ])
})

test('every template is looked at, each by its own path', () => {
  const config =
    'outputs:\n  - {template: templates/README.md, file: README.md}\n  - {template: templates/heads.md, file: heads.md}\n'
  const broken = '<!-- /paperlist:toc -->\n'
  expect(
    verdictOn({'.github/paperlist.yml': config, 'templates/README.md': broken, 'templates/heads.md': broken})
  ).toEqual([
    'templates/README.md:1:1 error template Unexpected end of zone `toc`, expected its start before it',
    'templates/heads.md:1:1 error template Unexpected end of zone `toc`, expected its start before it'
  ])
})
