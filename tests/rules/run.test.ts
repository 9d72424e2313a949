import {symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {lint} from '../../src/commands/lint.ts'
import {Failure} from '../../src/failure.ts'
import {goodPaper, goodPath, now, paperWith, temporaryList} from '../support/list.ts'
import {otherPaper, verdictOn, verdictOnFields} from '../support/verdict.ts'

const other = 'papers/2024-long-context.yaml'
const stopped = 'title: Retrieval Head.\n'
const fullStop = 'Unexpected full stop at the end of the title, expected `Retrieval Head`'

test.each([
  ['info', 'info'],
  ['warn', 'warning'],
  ['warning', 'warning'],
  ['error', 'error']
])('a rule set to %s', (setting, severity) => {
  expect(verdictOnFields(stopped, `rules:\n  title: ${setting}\n`)).toEqual([
    `${goodPath}:1:8 ${severity} title ${fullStop}`
  ])
})

test('a rule set to off, and its ignore is not needed then', () => {
  expect(verdictOnFields(stopped, 'rules:\n  title: off\n')).toEqual([])
  expect(verdictOnFields(`${stopped}ignore:\n  - rule: title\n    reason: so\n`, 'rules:\n  title: off\n')).toEqual([
    `${goodPath}:12:11 error ignore Unexpected ignore of \`title\`, expected only rules that find something here`
  ])
})

test('the setting of one rule leaves the others as they are', () => {
  expect(verdictOnFields(`${stopped}venue: NIPS 2017\n`, 'rules: {title: warn}\n')).toEqual([
    `${goodPath}:1:8 warning title ${fullStop}`,
    `${goodPath}:11:8 error venue Unexpected venue \`NIPS 2017\`, expected \`NeurIPS 2017\``
  ])
})

const known =
  'schema, title, date, date-matches-arxiv, tag-hygiene, look-alike, link-form, no-duplicate-paper, no-duplicate-link, summary, venue, file-name, stray-file, template or ignore'

test.each([
  ['titles: warn', `.github/paperlist.yml: Unexpected rule \`titles\`, expected ${known}`],
  ['toString: warn', `.github/paperlist.yml: Unexpected rule \`toString\`, expected ${known}`],
  ['schema: warn', '.github/paperlist.yml: Unexpected setting of `schema`, which always is an error'],
  ['title: fatal', '.github/paperlist.yml:2:10: Unexpected text, expected off, info, warn or error']
])('rules: {%s} is a failure of the configuration', (setting, message) => {
  const run = () => verdictOnFields('', `rules:\n  ${setting}\n`)
  expect(run).toThrow(Failure)
  expect(run).toThrow(new Failure(message))
})

test('findings come by file in code-point order, the file as a whole first, then by line and column', () => {
  const faulty = paperWith('title: Retrieval Head.\ntags:\n  - Retrieval Head\n  - Retrieval Head\nvenue: NIPS 2017\n')
  const files = ['papers/2023-c.yaml', 'papers/2023-B.yaml', 'papers/2023-a.yaml']
  const found = verdictOn(Object.fromEntries(files.map((path) => [path, faulty])))
  const places = found.map((line) => line.split(' ').slice(0, 3).join(' '))
  const expected = ['papers/2023-B.yaml', 'papers/2023-a.yaml', 'papers/2023-c.yaml'].flatMap((path) => [
    `${path} error file-name`,
    `${path}:1:8 error title`,
    `${path}:5:5 error tag-hygiene`,
    `${path}:7:5 error no-duplicate-paper`,
    `${path}:12:8 error venue`
  ])
  expect(places).toEqual(expected)
})

test('one bad file never hides the faults of another', () => {
  using list = temporaryList({
    'papers/2020-broken.yaml': 'title: [\n',
    'papers/2020-hostile.yaml': `title: ${'[['.repeat(50)}\n`,
    'papers/2020-empty.yaml': '',
    'papers/2020-large.yaml': '#'.repeat(32 * 1024 + 1),
    [other]: otherPaper.replace('Long Context', 'Long Context.'),
    [goodPath]: goodPaper
  })
  symlinkSync('/etc/passwd', join(list.root, 'papers/2020-link.yaml'))
  writeFileSync(join(list.root, 'papers/2020-latin.yaml'), Buffer.from('title: Caf\xe9\n', 'latin1'))
  const {findings} = lint({root: list.root, now})
  expect(findings.map(({path, ruleId}) => `${path} ${ruleId}`)).toEqual([
    'papers/2020-broken.yaml schema',
    'papers/2020-empty.yaml schema',
    'papers/2020-hostile.yaml schema',
    'papers/2020-large.yaml schema',
    'papers/2020-latin.yaml schema',
    'papers/2020-link.yaml schema',
    `${other} title`
  ])
})

test('an unknown field keeps none of the other rules from looking at the paper', () => {
  expect(verdictOnFields(`${stopped}colour: blue\n`).map((line) => line.split(' ')[2])).toEqual(['title', 'schema'])
})
