import {expect, test} from 'vitest'
import type {Finding} from '../../src/finding.ts'
import {json} from '../../src/reporters/json.ts'

const options = {color: false}
const url = (rule: string) => `https://github.com/IAAR-Shanghai/Awesome-Attention-Heads/blob/main/docs/rules.md#${rule}`

test('JSON is a list of files with their messages', () => {
  const place = {start: {line: 2, column: 7}, end: {line: 2, column: 17}}
  const findings: Finding[] = [
    {path: 'papers/a.yaml', place, ruleId: 'date', severity: 'error', reason: 'Unexpected "a",\nexpected b'},
    {path: 'papers/b.yaml', ruleId: 'file-name', severity: 'warning', reason: 'Unexpected name'},
    {path: 'papers/a.yaml', ruleId: 'venue', severity: 'info', reason: 'Unexpected \u001B[31mvenue'}
  ]
  expect(JSON.parse(json.render(findings, options))).toEqual([
    {
      path: 'papers/a.yaml',
      messages: [
        {
          ruleId: 'date',
          severity: 'error',
          reason: 'Unexpected "a",\nexpected b',
          line: 2,
          column: 7,
          endLine: 2,
          endColumn: 17,
          url: url('date')
        },
        {
          ruleId: 'venue',
          severity: 'info',
          reason: 'Unexpected \u001B[31mvenue',
          line: null,
          column: null,
          endLine: null,
          endColumn: null,
          url: url('venue')
        }
      ]
    },
    {
      path: 'papers/b.yaml',
      messages: [
        {
          ruleId: 'file-name',
          severity: 'warning',
          reason: 'Unexpected name',
          line: null,
          column: null,
          endLine: null,
          endColumn: null,
          url: url('file-name')
        }
      ]
    }
  ])
})

test('JSON keeps a terminal from acting on it', () => {
  const finding: Finding = {path: 'a\u001B[2J', ruleId: 'date', severity: 'error', reason: '\u001B[31m\u0007'}
  const text = json.render([finding], options)
  expect([...text].filter((character) => character < ' ' && character !== '\n')).toEqual([])
})
