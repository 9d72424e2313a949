import {expect, test} from 'vitest'
import {papersSince, previewPapers} from '../../src/commands/preview.ts'
import {Failure} from '../../src/failure.ts'
import {type List, loadList} from '../../src/list.ts'
import {commit, git} from '../support/git.ts'
import {goodPaper, goodPath, now, paperWith, type TemporaryList, temporaryList} from '../support/list.ts'
import {otherPaper} from '../support/verdict.ts'

const other = 'papers/2024-long-context.yaml'

function load(list: TemporaryList): List {
  return loadList({root: list.root, now})
}

test('the papers that a commit added, newest first, and none that it changed or took away', () => {
  using list = temporaryList({[goodPath]: goodPaper, 'papers/2024-gone.yaml': paperWith('title: Gone\n')})
  git(list, 'init', '--quiet')
  commit(list)
  git(list, 'tag', 'base')
  list.write(goodPath, `${goodPaper}venue: ICLR 2024\n`)
  git(list, 'rm', '--quiet', 'papers/2024-gone.yaml')
  list.write(other, otherPaper.replace('2024-04-24', '2024-04-01'))
  list.write('papers/2024-short-context.yaml', otherPaper.replace('Long', 'Short'))
  list.write('papers/2024-broken.yaml', 'title: [\n')
  commit(list)
  expect(papersSince(load(list), 'base').map(({file}) => file.path)).toEqual(['papers/2024-short-context.yaml', other])
  expect(papersSince(load(list), 'HEAD')).toEqual([])
})

test('a renamed paper counts as new under its new name', () => {
  using list = temporaryList({'papers/2023-retrieval-head.yaml': goodPaper})
  git(list, 'init', '--quiet')
  commit(list)
  git(list, 'mv', 'papers/2023-retrieval-head.yaml', goodPath)
  commit(list)
  expect(papersSince(load(list), 'HEAD~1').map(({file}) => file.path)).toEqual([goodPath])
})

test('a list in a folder of the repository', () => {
  using repository = temporaryList({'lists/heads/README.md': ''})
  git(repository, 'init', '--quiet')
  commit(repository)
  repository.write(`lists/heads/${goodPath}`, goodPaper)
  commit(repository)
  const list = loadList({root: `${repository.root}/lists/heads`, now})
  expect(papersSince(list, 'HEAD~1').map(({file}) => file.path)).toEqual([goodPath])
})

test.each(['nope', '--output=/tmp/x', 'HEAD~9'])('%s is a revision that git does not know', (base) => {
  using list = temporaryList({[goodPath]: goodPaper})
  git(list, 'init', '--quiet')
  commit(list)
  expect(() => papersSince(load(list), base)).toThrow(Failure)
  expect(() => papersSince(load(list), base)).toThrow(/^Cannot ask git: [^\n]+$/)
})

test('a folder that is no repository', () => {
  using list = temporaryList({[goodPath]: goodPaper})
  expect(() => papersSince(load(list), 'HEAD')).toThrow(/^Cannot ask git: [^\n]*not a git repository[^\n]*$/i)
})

test('the preview is one table of the papers alone, without markers and groups', () => {
  using list = temporaryList({[goodPath]: goodPaper, [other]: otherPaper})
  const loaded = load(list)
  const added = loaded.papers.filter(({file}) => file.path === other)
  const preview = previewPapers(loaded, added)
  expect(preview).toMatch(/^<table>\n<thead>/)
  expect(preview).toMatch(/<\/tbody>\n<\/table>$/)
  expect(preview).toContain('<strong>Long Context</strong>')
  expect(preview).not.toContain('Mechanistically Explains')
  expect(preview).not.toMatch(/<!--|details/)
})

test('no papers, no preview', () => {
  using list = temporaryList({[goodPath]: goodPaper})
  expect(previewPapers(load(list), [])).toBe('')
})
