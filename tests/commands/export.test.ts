import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {exportList} from '../../src/commands/export.ts'
import {exporters} from '../../src/exporters/index.ts'
import {Failure} from '../../src/failure.ts'
import {goodPaper, goodPath, now, paperWith, type TemporaryList, temporaryList} from '../support/list.ts'
import {type Ended, runBuilt} from '../support/process.ts'

const other = paperWith('title: Long Context\ndate: 2023-01-01\nlinks:\n  - https://arxiv.org/abs/2301.00001\n')

function run({root}: TemporaryList, ...parameters: string[]): Ended {
  return runBuilt('cli.js', ['export', ...parameters], {cwd: root})
}

describe('an export', () => {
  test.each(exporters.map(({name}) => name))(
    'as %s is the same each time, on standard output and in a file',
    (format) => {
      using list = temporaryList({[goodPath]: goodPaper, 'papers/2023-long-context.yaml': other})
      const shown = run(list, format)
      expect(shown).toMatchObject({code: 0, stderr: ''})
      expect(shown.stdout.indexOf('Retrieval Head Mechanistically')).toBeGreaterThan(0)
      expect(shown.stdout.indexOf('Long Context')).toBeGreaterThan(
        shown.stdout.indexOf('Retrieval Head Mechanistically')
      )
      expect(run(list, format, '--output', 'out/list.txt')).toEqual({
        code: 0,
        stdout: 'Wrote out/list.txt: 2 papers.\n',
        stderr: ''
      })
      expect(list.read('out/list.txt')).toBe(shown.stdout)
      expect(readdirSync(join(list.root, 'out'))).toEqual(['list.txt'])
    }
  )

  test('goes by the folder and the configuration that it is told', () => {
    using list = temporaryList({'sub/papers/2024-a.yaml': goodPaper, 'sub/list.yml': 'title: Other\n'})
    const {code, stdout} = run(list, 'atom', '--cwd', 'sub', '--config', 'list.yml')
    expect(code).toBe(0)
    expect(stdout).toContain('<title>Other</title>')
  })

  test('is refused where a paper would be missing without a word', () => {
    using list = temporaryList({[goodPath]: goodPaper, 'papers/2023-a.yaml': 'titel: A\n', 'papers/2023-b.yaml': 'x'})
    expect(run(list, 'json', '--output', 'list.json')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'paperlist: Cannot export `papers/2023-a.yaml` and 1 other; `paperlist lint` says what is wrong\n'
    })
    expect(existsSync(join(list.root, 'list.json'))).toBe(false)
  })

  test('is refused to where nothing can be written', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    const {code, stdout, stderr} = run(list, 'json', '--output', 'papers')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^paperlist: Cannot write \S+papers: a folder, link, device or pipe stands in its place\n$/)
  })

  test('knows no other format', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    expect(run(list, 'xml')).toMatchObject({code: 2, stdout: ''})
    expect(run(list, 'xml').stderr).toMatch(
      /^paperlist: .*Allowed choices are atom, bibtex, csl-json, csv, json\. Try `paperlist --help`\.\n$/
    )
    const options = {root: list.root, now, format: 'xml'}
    expect(() => exportList(options)).toThrow(Failure)
    expect(() => exportList(options)).toThrow('Unexpected format `xml`, expected atom, bibtex, csl-json, csv or json')
  })
})
