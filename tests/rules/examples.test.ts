import {readdirSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {lint} from '../../src/commands/lint.ts'
import {rules} from '../../src/rules/index.ts'
import type {Example} from '../../src/rules/rule.ts'
import {goodPath, now, paperWith, temporaryList} from '../support/list.ts'

const configuration = 'summary:\n  sentences: 3\n  words: 20\n'

/** The rules that find something in a list of an example's files. */
function findersOf(example: Example): string[] {
  const files = example.map(({path = goodPath, text}) => [path, path.startsWith('papers/') ? paperWith(text) : text])
  using list = temporaryList({'.github/paperlist.yml': configuration, ...Object.fromEntries(files)})
  const {findings} = lint({root: list.root, now})
  return [...new Set(findings.map(({ruleId}) => ruleId))]
}

describe('the examples of the rules', () => {
  for (const {id, bad, good} of rules) {
    test(`${id} finds its bad example`, () => {
      expect(findersOf(bad)).toContain(id)
    })
    test(`${id} lets its good example pass, and so does every other rule`, () => {
      expect(findersOf(good)).toEqual([])
    })
  }
})

test('every rule is a file of its own, is in the index and has a test', () => {
  const contract = ['index', 'rule', 'run', 'silence']
  const files = readdirSync(new URL('../../src/rules', import.meta.url)).map((name) => name.replace('.ts', ''))
  const tests = readdirSync(import.meta.dirname).map((name) => name.replace('.test.ts', ''))
  const ids = rules.map(({id}) => id).sort()
  expect(ids).toEqual(files.filter((name) => !contract.includes(name)).sort())
  expect(tests).toEqual(expect.arrayContaining(ids))
})
