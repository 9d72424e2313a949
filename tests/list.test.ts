import {rmSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {Failure} from '../src/failure.ts'
import {loadList} from '../src/list.ts'
import {goodPaper, now, paperWith, temporaryList} from './support/list.ts'
import {makePipe} from './support/pipe.ts'

test('files by name, papers newest first', () => {
  using folder = temporaryList({
    'papers/b.yaml': paperWith('title: Old\ndate: 2019\n'),
    'papers/a.yaml': paperWith('title: Older\ndate: 2018-12-31\n'),
    'papers/B.yaml': paperWith('title: New\ndate: 2024-04\n')
  })
  const list = loadList({root: folder.root, now})
  expect(list.files.map(({path}) => path)).toEqual(['papers/B.yaml', 'papers/a.yaml', 'papers/b.yaml'])
  expect(list.papers.map(({title}) => title)).toEqual(['New', 'Old', 'Older'])
  expect(list.papers.map(({file}) => file)).toEqual([list.files[0], list.files[2], list.files[1]])
  expect(list).toMatchObject({root: folder.root, now, strays: []})
})

test('a list may be empty', () => {
  using folder = temporaryList({'papers/.gitkeep': ''})
  const list = loadList({root: folder.root, now})
  expect({files: list.files, papers: list.papers, strays: list.strays}).toEqual({files: [], papers: [], strays: []})
})

test('what is no paper is a stray', () => {
  using folder = temporaryList({
    'papers/a.yaml': goodPaper,
    'papers/a.yml': goodPaper,
    'papers/A.YAML': goodPaper,
    'papers/.hidden.yaml': goodPaper,
    'papers/notes.md': '',
    'papers/folder.yaml/a.yaml': goodPaper
  })
  const {files, strays} = loadList({root: folder.root, now})
  expect(files.map(({path}) => path)).toEqual(['papers/a.yaml'])
  expect(strays).toEqual([
    {name: '.hidden.yaml', type: 'file'},
    {name: 'A.YAML', type: 'file'},
    {name: 'a.yml', type: 'file'},
    {name: 'folder.yaml', type: 'folder'},
    {name: 'notes.md', type: 'file'}
  ])
})

test('a file that cannot be read is there, with its problem, and the others are read', () => {
  using folder = temporaryList({
    'papers/a.yaml': goodPaper,
    'papers/large.yaml': ' '.repeat(32 * 1024 + 1),
    'papers/latin.yaml': Uint8Array.of(0xe9),
    'papers/wrong.yaml': 'title: [a\n'
  })
  symlinkSync(join(folder.root, 'papers/a.yaml'), join(folder.root, 'papers/link.yaml'))
  makePipe(join(folder.root, 'papers/pipe.yaml'))
  const {files, papers} = loadList({root: folder.root, now})
  expect(papers.map(({file}) => file.path)).toEqual(['papers/a.yaml'])
  const problems = files.map(({path, problems: [problem]}) => `${path}: ${problem?.reason}`)
  expect(problems).toEqual([
    'papers/a.yaml: undefined',
    'papers/large.yaml: Unexpected file of 32769 bytes, expected at most 32768',
    'papers/latin.yaml: Unexpected bytes that are not UTF-8, expected UTF-8 text',
    'papers/link.yaml: Unexpected symbolic link, expected a regular file',
    'papers/pipe.yaml: Unexpected folder, device or pipe, expected a regular file',
    'papers/wrong.yaml: Unexpected line within brackets, expected `]` before it'
  ])
})

test('the largest file is read', () => {
  const text = `${goodPaper}#${' '.repeat(32 * 1024 - goodPaper.length - 2)}\n`
  using folder = temporaryList({'papers/a.yaml': text})
  const {files, papers} = loadList({root: folder.root, now})
  expect(files).toEqual([{path: 'papers/a.yaml', text, problems: []}])
  expect(papers).toHaveLength(1)
})

test('the configuration says where the papers are, and which sites there are', () => {
  const text = 'papers: data/papers\nsites:\n  - {host: example.org, site: Example, kind: Post}\n'
  using folder = temporaryList({'.github/paperlist.yml': text, 'data/papers/a.yaml': goodPaper})
  const {config, files, registry} = loadList({root: folder.root, now})
  expect(config.papers).toBe('data/papers')
  expect(files.map(({path}) => path)).toEqual(['data/papers/a.yaml'])
  expect(registry.badge({url: 'https://example.org/'})).toEqual({site: 'Example', kind: 'Post'})
})

test('another configuration may be named', () => {
  using folder = temporaryList({'.github/paperlist.yml': 'papers: nowhere\n', 'other.yml': 'title: Other\n'})
  expect(loadList({root: folder.root, config: 'other.yml', now}).config.title).toBe('Other')
})

describe('no list', () => {
  test('without a folder of papers', () => {
    using folder = temporaryList()
    rmSync(join(folder.root, 'papers'), {recursive: true})
    expect(() => loadList({root: folder.root, now})).toThrow(Failure)
    expect(() => loadList({root: folder.root, now})).toThrow(/^Cannot read the folder of papers: ENOENT.+$/)
  })

  test('where a file stands in its place', () => {
    using folder = temporaryList({'.github/paperlist.yml': 'papers: README.md\n', 'README.md': ''})
    expect(() => loadList({root: folder.root, now})).toThrow(/^Cannot read the folder of papers: ENOTDIR.+$/)
  })

  test('where the configuration is wrong', () => {
    using folder = temporaryList({'.github/paperlist.yml': 'paper: a\n'})
    expect(() => loadList({root: folder.root, now})).toThrow(Failure)
  })
})
