import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {lint} from '../../src/commands/lint.ts'
import {Failure} from '../../src/failure.ts'
import {goodPaper, goodPath, now, paperWith, type TemporaryList, temporaryList} from '../support/list.ts'
import {otherPaper} from '../support/verdict.ts'

const other = 'papers/2024-long-context.yaml'

/** The files and rules of what lint reports on some paths. */
function foundOn(list: TemporaryList, ...paths: string[]): string[] {
  const {findings} = lint(
    {root: list.root, now},
    paths.map((path) => join(list.root, path))
  )
  return findings.map(({path, ruleId}) => `${path} ${ruleId}`)
}

test('without paths every paper and every template is reported on', () => {
  using list = temporaryList({
    [goodPath]: paperWith('venue: NIPS 2017\n'),
    [other]: otherPaper.replace('Long Context', 'Long Context.'),
    'templates/README.md': '<!-- paperlist:papers -->\n'
  })
  const report = lint({root: list.root, now})
  expect(report.findings.map(({path, ruleId}) => `${path} ${ruleId}`)).toEqual([
    `${other} title`,
    `${goodPath} venue`,
    'templates/README.md template'
  ])
  expect(report.notes).toEqual(['Read 2 papers.'])
  expect(report.written).toEqual([])
})

describe('with paths', () => {
  const files = {
    [goodPath]: paperWith('venue: NIPS 2017\n'),
    [other]: paperWith('title: Long Context.\n'),
    'papers/2024-third.txt': '',
    'templates/README.md': '<!-- paperlist:papers -->\n'
  }

  test('only these files are reported on, and compared with the whole list', () => {
    using list = temporaryList(files)
    expect(foundOn(list, goodPath)).toEqual([`${goodPath} no-duplicate-paper`, `${goodPath} venue`])
    expect(foundOn(list, other)).toEqual([`${other} title`, `${other} no-duplicate-paper`])
  })

  test('a template and a stray file are files too', () => {
    using list = temporaryList(files)
    expect(foundOn(list, 'templates/README.md')).toEqual(['templates/README.md template'])
    expect(foundOn(list, 'papers/2024-third.txt')).toEqual(['papers/2024-third.txt stray-file'])
  })

  test('the folder stands for all in it, and a path twice is a path', () => {
    using list = temporaryList(files)
    const all = [
      `${other} title`,
      `${other} no-duplicate-paper`,
      `${goodPath} no-duplicate-paper`,
      `${goodPath} venue`,
      'papers/2024-third.txt stray-file'
    ]
    expect(foundOn(list, 'papers')).toEqual(all)
    expect(foundOn(list, 'papers/', other, other)).toEqual(all)
  })

  test('a name that is the beginning of another is not that other', () => {
    using list = temporaryList({...files, 'papers/2024-long-context': ''})
    expect(foundOn(list, 'papers/2024-long-context')).toEqual(['papers/2024-long-context stray-file'])
  })

  test.each([
    ['papers/2024-missing.yaml', 'Cannot find papers/2024-missing.yaml'],
    ['.github/paperlist.yml', 'Cannot lint .github/paperlist.yml, which is neither in papers/ nor a template'],
    ['..', 'Cannot lint .., which is neither in papers/ nor a template']
  ])('%s is a failure', (path, message) => {
    using list = temporaryList({...files, '.github/paperlist.yml': ''})
    expect(() => foundOn(list, path)).toThrow(new Failure(message))
  })
})

test('a list that says where its papers are', () => {
  using list = temporaryList({'.github/paperlist.yml': 'papers: data/papers\n', 'data/papers/2024-x.yaml': goodPaper})
  expect(foundOn(list, 'data/papers')).toEqual(['data/papers/2024-x.yaml file-name'])
  expect(() => foundOn(list, 'papers')).toThrow(
    new Failure('Cannot lint papers, which is neither in data/papers/ nor a template')
  )
})

test('no folder of papers is a failure, an empty one is a list without papers', () => {
  using list = temporaryList({'.github/paperlist.yml': 'papers: missing\n'})
  expect(() => lint({root: list.root, now})).toThrow(/^Cannot read the folder of papers: ENOENT/)
  list.write('.github/paperlist.yml', '')
  expect(lint({root: list.root, now}).notes).toEqual(['Read 0 papers.'])
})

test('a missing template is a failure', () => {
  using list = temporaryList({
    '.github/paperlist.yml': 'outputs:\n  - {template: templates/missing.md, file: README.md}\n'
  })
  expect(() => lint({root: list.root, now})).toThrow(
    new Failure('Cannot find the template templates/missing.md, from which README.md is made')
  )
})
