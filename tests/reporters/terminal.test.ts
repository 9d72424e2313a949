import {describe, expect, test} from 'vitest'
import type {Finding} from '../../src/finding.ts'
import {terminal} from '../../src/reporters/terminal.ts'

const place = {start: {line: 2, column: 7}, end: {line: 2, column: 17}}
const error: Finding = {path: 'papers/a.yaml', place, ruleId: 'date', severity: 'error', reason: 'Unexpected a'}
const warning: Finding = {path: 'papers/a.yaml', ruleId: 'venue', severity: 'warning', reason: 'Unexpected b'}
const info: Finding = {path: 'papers/b.yaml', place, ruleId: 'title', severity: 'info', reason: 'Unexpected c'}

/** The report's lines, white space in them as one space. */
function lines(findings: readonly Finding[], options: {color?: boolean} = {}): string[] {
  const text = terminal.render(findings, {color: false, ...options})
  return text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
}

describe('a terminal', () => {
  test('shows findings below their file, and how many there are', () => {
    expect(lines([error, warning, info])).toEqual([
      'papers/a.yaml',
      'warning Unexpected b venue',
      '2:7-2:17 error Unexpected a date',
      '',
      'papers/b.yaml',
      '2:7-2:17 info Unexpected c title',
      '',
      '3 messages (✖ 1 error, ⚠ 1 warning)'
    ])
  })

  test('has colours where it may, and none where it may not', () => {
    expect(terminal.render([error], {color: true})).toContain('\u001B[31m')
    expect(terminal.render([error], {color: false})).not.toContain('\u001B')
  })

  test('is shown what would move its cursor, and does not get it', () => {
    const hostile = '\u001B[2J\u0007\r\nforged: error\u009B1A\u202E'
    const text = terminal.render([{...error, path: hostile, reason: hostile}], {color: false})
    expect(text).toContain('\\u{001B}[2J\\u{0007}\\u{000D}\\u{000A}forged: error\\u{009B}1A\\u{202E}')
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(text.split('\n')).toHaveLength(4)
  })
})
