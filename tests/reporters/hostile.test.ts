import {expect, test} from 'vitest'
import {jobSummary} from '../../src/commands/job-summary.ts'
import type {Finding} from '../../src/finding.ts'
import {reporters} from '../../src/reporters/index.ts'
import {listOf} from '../support/page.ts'

const finding: Finding = {
  path: 'papers/a\u001B[31m\n::error::b\u202E,:.yaml',
  place: {start: {line: 1, column: 2}, end: {line: 1, column: 3}},
  ruleId: 'title',
  severity: 'error',
  reason: 'Unexpected \u001B[2J\r\n::warning::x %0A ##[error]y \u009B \u2028, expected z'
}

function rendered(name: string): string {
  const reporter = reporters.find((each) => each.name === name)
  return reporter?.render([finding], {color: false}) ?? ''
}

test('a terminal is shown escapes, and sent none', () => {
  expect(rendered('terminal')).toBe(
    'papers/a\\u{001B}[31m\\u{000A}::error::b\\u{202E},:.yaml\n' +
      '1:2-1:3 error Unexpected \\u{001B}[2J\\u{000D}\\u{000A}::warning::x %0A #\\u{0023}[error]y \\u{009B} \\u{2028}, expected z title\n' +
      '\n✖ 1 error'
  )
})

test('a finding is one workflow command', () => {
  expect(rendered('github')).toBe(
    '::error file=papers/a\\u{001B}[31m\\u{000A}%3A%3Aerror%3A%3Ab\\u{202E}%2C%3A.yaml,line=1,endLine=1,col=2,endColumn=3,title=title' +
      '::Unexpected \\u{001B}[2J\\u{000D}\\u{000A}::warning::x %250A #\\u{0023}[error]y \\u{009B} \\u{2028}, expected z'
  )
})

test('JSON is plain text that means what was found', () => {
  const json = rendered('json')
  expect(json).toMatch(/^[\n\x20-\x7E]*$/)
  expect(json).not.toContain('##[')
  expect(JSON.parse(json)).toMatchObject([{path: finding.path, messages: [{reason: finding.reason}]}])
})

test('a job summary shows it on one line of a table', () => {
  const list = listOf([])
  const [, , , row, ...rest] = jobSummary({list, findings: [finding], notes: ['Read.'], written: []}, '')
    .split('\n')
    .filter((line) => line !== '')
    .slice(1)
  expect(row).toContain('\\[31m')
  expect(row).not.toMatch(/[\p{Cc}\u2028\u202E]/u)
  expect(rest).toEqual([])
})
