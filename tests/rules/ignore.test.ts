import {expect, test} from 'vitest'
import {goodPath, paperWith} from '../support/list.ts'
import {verdictOn, verdictOnFields} from '../support/verdict.ts'

const fullStop = `${goodPath}:1:8 error title Unexpected full stop at the end of the title, expected \`Retrieval Head\``

/** A paper with a full stop behind its title, which it ignores. */
function stopped(until: string): string {
  return `title: Retrieval Head.\nignore:\n  - rule: title\n    reason: printed so\n${until}`
}

test('a rule that finds something is silenced, until its day has passed', () => {
  expect(verdictOnFields(stopped(''))).toEqual([])
  expect(verdictOnFields(stopped('    until: 2027-01-01\n'))).toEqual([])
  expect(verdictOnFields(stopped('    until: 2026-11-22\n'))).toEqual([])
  expect(verdictOnFields(stopped('    until: 2026-11-21\n'))).toEqual([
    fullStop,
    `${goodPath}:14:12 error ignore Unexpected end of this ignore on 2026-11-21, expected it to be renewed or taken out`
  ])
})

test('a day that is none silences nothing', () => {
  expect(verdictOnFields(stopped('    until: 2026\n'))).toEqual([
    fullStop,
    `${goodPath}:14:12 error ignore Unexpected \`2026\`, expected a day as YYYY-MM-DD`
  ])
})

test.each(['title', 'titel', 'ignore', 'schema'])('an ignore of %s that silences nothing', (rule) => {
  expect(verdictOnFields(`ignore:\n  - rule: ${rule}\n    reason: used to be needed\n`)).toEqual([
    `${goodPath}:12:11 error ignore Unexpected ignore of \`${rule}\`, expected only rules that find something here`
  ])
})

test('one entry silences its own rule only', () => {
  expect(
    verdictOnFields('title: Retrieval Head.\nvenue: NIPS 2017\nignore:\n  - rule: venue\n    reason: its name then\n')
  ).toEqual([fullStop])
})

test('it silences findings without a place and those that name two files, for its own file', () => {
  const ignoring = (rule: string) => `ignore:\n  - rule: ${rule}\n    reason: so it is\n`
  expect(verdictOn({'papers/2023-retrieval-head.yaml': paperWith(ignoring('file-name'))})).toEqual([])
  const other = 'papers/2024-mechanistically.yaml'
  expect(verdictOn({[goodPath]: paperWith(ignoring('no-duplicate-paper')), [other]: paperWith('')})).toEqual([
    `${other}:6:5 error no-duplicate-paper Unexpected second file for arxiv:2404.15574, expected one: \`${goodPath}\` has it too`
  ])
})

test('a schema error cannot be silenced', () => {
  expect(verdictOnFields('colour: blue\nignore:\n  - rule: schema\n    reason: I like it\n')[0]).toMatch(
    `${goodPath}:11:1 error schema Unexpected field \`colour\``
  )
})

test('a reason is required', () => {
  expect(verdictOnFields('ignore:\n  - rule: title\n')).toEqual([
    `${goodPath}:12:5 error schema Unexpected missing \`reason\`, expected this field to be there`
  ])
})
