import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Finding, Severity} from '../../src/finding.ts'
import {visible} from '../../src/quote.ts'
import {github} from '../../src/reporters/github.ts'

const finding: Finding = {
  path: 'papers/a.yaml',
  place: {start: {line: 2, column: 7}, end: {line: 2, column: 17}},
  ruleId: 'date',
  severity: 'error',
  reason: 'Unexpected a, expected b: c'
}

function lines(...findings: Finding[]): string[] {
  return github.render(findings, {color: false}).split('\n')
}

/** Reads a command as GitHub's runner does (https://github.com/actions/runner, ActionCommand.cs). */
function read(line: string): {command: string; properties: Record<string, string>; message: string} | undefined {
  const [, command = '', list = '', message = ''] = /^::([a-z]+) (.*?)::(.*)$/s.exec(line) ?? []
  if (command === '') return undefined
  const properties = list.split(',').map((each): [string, string] => {
    const [name = '', ...value] = each.split('=')
    return [name, unescaped(value.join('='), {'%3A': ':', '%2C': ','})]
  })
  return {command, properties: Object.fromEntries(properties), message: unescaped(message, {})}
}

function unescaped(text: string, more: Record<string, string>): string {
  const codes = {...more, '%0D': '\r', '%0A': '\n', '%25': '%'}
  return Object.entries(codes).reduce((result, [code, character]) => result.replaceAll(code, character), text)
}

describe('a workflow command', () => {
  test('says what, where and by which rule', () => {
    expect(lines(finding)).toEqual([
      '::error file=papers/a.yaml,line=2,endLine=2,col=7,endColumn=17,title=date::Unexpected a, expected b: c'
    ])
  })

  test.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'notice']
  ] as const)('for %s is %s', (severity, command) => {
    expect(lines({...finding, severity})).toEqual([expect.stringMatching(`^::${command} `)])
  })

  test('has no place where the finding has none', () => {
    expect(lines({...finding, place: undefined})).toEqual([
      '::error file=papers/a.yaml,title=date::Unexpected a, expected b: c'
    ])
  })

  test('has no columns over several lines, which GitHub refuses', () => {
    const place = {start: {line: 2, column: 7}, end: {line: 4, column: 1}}
    expect(lines({...finding, place})).toEqual([
      '::error file=papers/a.yaml,line=2,endLine=4,title=date::Unexpected a, expected b: c'
    ])
  })

  test('escapes what would end a value or the command', () => {
    expect(lines({...finding, place: undefined, path: 'a,b:c%d\r\ne', reason: '100%25 ::error::'})).toEqual([
      '::error file=a%2Cb%3Ac%25d%0D%0Ae,title=date::100%2525 ::error::'
    ])
  })
})

const bad = fc
  .array(
    fc.oneof(fc.constantFrom('::', '%', '%0A', '%25', ',', '\r', '\n', '\r\n', '::error file=x::', '='), fc.string())
  )
  .map((parts) => parts.join(''))
const anyFinding = fc.record({
  path: bad,
  place: fc.option(fc.constant(finding.place), {nil: undefined}),
  ruleId: fc.constantFrom('date', 'file-name'),
  severity: fc.constantFrom<Severity>('error', 'warning', 'info'),
  reason: bad
})

test('any findings are one line each, and are read back as they were', () => {
  fc.assert(
    fc.property(fc.array(anyFinding, {minLength: 1}), (findings) => {
      const commands = lines(...findings).map(read)
      expect(commands).toHaveLength(findings.length)
      for (const [index, {path, ruleId, reason, place}] of findings.entries()) {
        expect(commands[index]?.message).toBe(visible(reason))
        expect(commands[index]?.properties).toEqual({
          file: path,
          ...(place && {line: '2', endLine: '2', col: '7', endColumn: '17'}),
          title: ruleId
        })
      }
    })
  )
})
