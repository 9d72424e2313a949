import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import * as v from 'valibot'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import rolldownConfig from '../rolldown.config.js'

const root = join(import.meta.dirname, '..')

const description = v.pipe(v.string(), v.regex(/^[A-Z][^\n]*\.$/))
const metadata = v.parse(
  v.strictObject({
    name: v.pipe(v.string(), v.minLength(1)),
    author: v.string(),
    // The Marketplace takes no more.
    description: v.pipe(v.string(), v.minLength(1), v.maxLength(125)),
    branding: v.strictObject({icon: v.string(), color: v.string()}),
    inputs: v.record(v.string(), v.strictObject({description, default: v.string()})),
    outputs: v.record(v.string(), v.strictObject({description})),
    runs: v.strictObject({using: v.literal('node24'), main: v.string()})
  }),
  parse(readFileSync(join(root, 'action.yml'), 'utf8'))
)

const source = readFileSync(join(root, 'src/action.ts'), 'utf8')

/** What the Action's source calls a function of @actions/core with. */
function namesIn(form: RegExp): string[] {
  return [...new Set([...source.matchAll(form)].map(([, name = '']) => name))].sort()
}

test('the inputs are those that the Action reads', () => {
  expect(Object.keys(metadata.inputs).sort()).toEqual(['base', 'command', 'config', 'working-directory'])
  expect(namesIn(/getInput\('([^']+)'\)/g)).toEqual(Object.keys(metadata.inputs).sort())
  expect(source.match(/getInput\(/g)).toHaveLength(4)
})

test('the outputs are those that the Action sets', () => {
  expect(Object.keys(metadata.outputs).sort()).toEqual(['changed', 'errors', 'papers', 'warnings'])
  expect(namesIn(/setOutput\('([^']+)',/g)).toEqual(Object.keys(metadata.outputs).sort())
  expect(source.match(/setOutput\(/g)).toHaveLength(4)
})

test('the defaults are those of the source', () => {
  const defaults = Object.fromEntries(Object.entries(metadata.inputs).map(([name, input]) => [name, input.default]))
  expect(defaults).toEqual({command: 'check', 'working-directory': '.', config: '', base: ''})
  expect(namesIn(/getInput\('[^']+'\) \|\| '([^']+)'/g)).toEqual(['.', 'check'])
})

test('what runs is what the build makes', () => {
  expect(metadata.runs.main).toBe('dist/action.js')
  expect(rolldownConfig[0]?.input).toMatchObject({action: 'src/action.ts'})
  expect(existsSync(join(root, metadata.runs.main))).toBe(true)
})
