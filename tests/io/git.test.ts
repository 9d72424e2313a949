import {execFileSync} from 'node:child_process'
import {mkdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {env} from 'node:process'
import {expect, test} from 'vitest'
import {Failure} from '../../src/failure.ts'
import {addedFiles} from '../../src/io/git.ts'
import {type TemporaryList, temporaryList} from '../support/list.ts'

// Neither the machine's settings nor a repository that the tests run in have a say.
const isolated = {
  PATH: env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org'
}

function git(root: string, ...parameters: string[]): void {
  execFileSync('git', parameters, {cwd: root, env: isolated, stdio: 'pipe'})
}

function commit(root: string): void {
  git(root, 'add', '--all')
  git(root, 'commit', '--quiet', '--allow-empty', '--message', 'Change')
}

/** A list in a repository of its own, its files committed. */
function repository(files: Readonly<Record<string, string>> = {}): TemporaryList {
  const list = temporaryList(files)
  git(list.root, 'init', '--quiet', '--initial-branch', 'main')
  commit(list.root)
  return list
}

test('the files that were added since, and no others', () => {
  using list = repository({
    'papers/changed.yaml': 'a',
    'papers/removed.yaml': 'b',
    'papers/moved.yaml': 'moved\n'.repeat(9)
  })
  list.write('papers/changed.yaml', 'c')
  list.write('papers/new.yaml', 'd')
  list.write('papers/deep/new.yaml', 'e')
  list.write('papers/renamed.yaml', list.read('papers/moved.yaml'))
  list.write('other/new.yaml', 'f')
  list.write('papers-too/new.yaml', 'g')
  rmSync(join(list.root, 'papers/removed.yaml'))
  rmSync(join(list.root, 'papers/moved.yaml'))
  commit(list.root)
  list.write('papers/uncommitted.yaml', 'h')
  const added = ['papers/deep/new.yaml', 'papers/new.yaml', 'papers/renamed.yaml']
  expect(addedFiles(list.root, 'HEAD~1', 'papers')).toEqual(added)
  expect(addedFiles(list.root, 'HEAD', 'papers')).toEqual([])
})

test('names may hold anything', () => {
  const names = [
    '-rf.yaml',
    '$(id).yaml',
    '::error::a.yaml',
    'a b.yaml',
    'a\nb.yaml',
    'a"b.yaml',
    'a\\b.yaml',
    'é 中 😀.yaml'
  ]
  using list = repository()
  for (const name of names) list.write(`papers/${name}`, name)
  commit(list.root)
  expect(addedFiles(list.root, 'HEAD~1', 'papers').sort()).toEqual(names.map((name) => `papers/${name}`).sort())
})

test('a base is a commit, a branch or a tag', () => {
  using list = repository()
  git(list.root, 'tag', 'first')
  git(list.root, 'switch', '--quiet', '--create', 'topic')
  list.write('papers/new.yaml', 'a')
  commit(list.root)
  for (const base of ['main', 'first', 'HEAD~1', 'refs/heads/main']) {
    expect(addedFiles(list.root, base, 'papers')).toEqual(['papers/new.yaml'])
  }
})

test('a list may be a folder of the repository: paths are from the list', () => {
  using list = repository()
  list.write('lists/heads/papers/new.yaml', 'a')
  list.write('papers/new.yaml', 'b')
  commit(list.root)
  expect(addedFiles(join(list.root, 'lists/heads'), 'HEAD~1', 'papers')).toEqual(['papers/new.yaml'])
})

test('a folder that is not there has no files', () => {
  using list = repository()
  expect(addedFiles(list.root, 'HEAD', 'nowhere')).toEqual([])
})

test.each(['nowhere', '--output=written', '-h', 'main..nowhere'])(
  'a base that is none, %s, fails in one line',
  (base) => {
    using list = repository()
    expect(() => addedFiles(list.root, base, 'papers')).toThrow(Failure)
    expect(() => addedFiles(list.root, base, 'papers')).toThrow(/^Cannot ask git: .+$/)
    expect(() => list.read('written')).toThrow('ENOENT')
  }
)

test('a folder outside of any repository fails in one line', () => {
  using list = temporaryList()
  mkdirSync(join(list.root, '.git'))
  expect(() => addedFiles(list.root, 'HEAD', 'papers')).toThrow(/^Cannot ask git: .+$/)
})
