import {execFileSync, spawnSync} from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {join} from 'node:path'
import {pid, ppid} from 'node:process'
import {describe, expect, test} from 'vitest'
import {Failure} from '../../src/failure.ts'
import {clearLeftovers, writeWhole} from '../../src/io/write.ts'
import {temporaryList} from '../support/list.ts'
import {makePipe} from '../support/pipe.ts'

function modeOf(path: string): number {
  return statSync(path).mode & 0o777
}

/** The one line that a failed write says. */
function failureOf(path: string): string {
  try {
    writeWhole(path, 'new')
  } catch (error) {
    if (error instanceof Failure) return error.message
    throw error
  }
  return 'no failure'
}

describe('a write', () => {
  test('makes a file, and its folders', () => {
    using list = temporaryList()
    writeWhole(join(list.root, 'a/b/c.md'), 'é\r\n')
    expect(list.read('a/b/c.md')).toBe('é\r\n')
    expect(readdirSync(join(list.root, 'a/b'))).toEqual(['c.md'])
  })

  test('replaces a file whole', () => {
    using list = temporaryList({'all/a.md': 'old and longer'})
    writeWhole(join(list.root, 'all/a.md'), 'new')
    expect(list.read('all/a.md')).toBe('new')
    expect(readdirSync(join(list.root, 'all'))).toEqual(['a.md'])
  })

  test.each([0o600, 0o644, 0o664, 0o755])('keeps the permissions %o', (mode) => {
    using list = temporaryList({'a.md': 'old'})
    chmodSync(join(list.root, 'a.md'), mode)
    writeWhole(join(list.root, 'a.md'), 'new')
    expect(modeOf(join(list.root, 'a.md'))).toBe(mode)
  })

  test('never changes the old file, which a reader may have open', () => {
    using list = temporaryList({'a.md': 'old'})
    const before = statSync(join(list.root, 'a.md')).ino
    execFileSync('ln', [join(list.root, 'a.md'), join(list.root, 'kept.md')])
    writeWhole(join(list.root, 'a.md'), 'new')
    expect(list.read('kept.md')).toBe('old')
    expect(statSync(join(list.root, 'kept.md')).ino).toBe(before)
  })

  test('may be empty', () => {
    using list = temporaryList({'a.md': 'old'})
    writeWhole(join(list.root, 'a.md'), '')
    expect(list.read('a.md')).toBe('')
  })
})

describe('a refused write leaves all as it was', () => {
  test('a read-only file', () => {
    using list = temporaryList({'all/a.md': 'old'})
    const path = join(list.root, 'all/a.md')
    chmodSync(path, 0o444)
    expect(failureOf(path)).toBe(`Cannot write ${path}: the file is read-only`)
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(modeOf(path)).toBe(0o444)
    expect(readdirSync(join(list.root, 'all'))).toEqual(['a.md'])
  })

  const notAFile = 'a folder, link, device or pipe stands in its place'

  test('a folder in its place', () => {
    using list = temporaryList({'all/a.md/b': 'old'})
    const path = join(list.root, 'all/a.md')
    expect(failureOf(path)).toBe(`Cannot write ${path}: ${notAFile}`)
    expect(list.read('all/a.md/b')).toBe('old')
    expect(readdirSync(join(list.root, 'all'))).toEqual(['a.md'])
  })

  test('a link in its place', () => {
    using list = temporaryList({'all/b.md': 'old'})
    const path = join(list.root, 'all/a.md')
    symlinkSync('b.md', path)
    expect(failureOf(path)).toBe(`Cannot write ${path}: ${notAFile}`)
    expect(list.read('all/b.md')).toBe('old')
    expect(readlinkSync(path)).toBe('b.md')
    expect(readdirSync(join(list.root, 'all'))).toEqual(['a.md', 'b.md'])
  })

  test('a pipe in its place', () => {
    using list = temporaryList()
    const path = join(list.root, 'pipe')
    makePipe(path)
    expect(failureOf(path)).toBe(`Cannot write ${path}: ${notAFile}`)
  })

  test('a file in place of its folder', () => {
    using list = temporaryList({'all/a.md': 'old'})
    const path = join(list.root, 'all/a.md/b.md')
    expect(failureOf(path)).toMatch(/^Cannot write .+\/all\/a\.md\/b\.md: .+$/)
    expect(failureOf(join(path, 'c.md'))).toMatch(/^Cannot write .+: .+$/)
    expect(list.read('all/a.md')).toBe('old')
    expect(readdirSync(join(list.root, 'all'))).toEqual(['a.md'])
  })

  test('a name that is too long', () => {
    using list = temporaryList()
    expect(failureOf(join(list.root, 'all', 'x'.repeat(300)))).toMatch(/^Cannot write .+: ENAMETOOLONG.+$/)
    expect(readdirSync(join(list.root, 'all'))).toEqual([])
  })
})

describe('leftovers', () => {
  const gone = spawnSync('true').pid
  const random = '0123456789ab'

  /** What is left of files in a folder after it was cleared for `a.md`. */
  function cleared(names: readonly string[]): string[] {
    using list = temporaryList()
    mkdirSync(join(list.root, 'all'))
    for (const name of names) writeFileSync(join(list.root, 'all', name), '')
    clearLeftovers(join(list.root, 'all/a.md'))
    return readdirSync(join(list.root, 'all')).sort()
  }

  test('of a process that is gone are cleared', () => {
    const names = [`.a.md.paperlist-${gone}-${random}.tmp`, `.a.md.paperlist-${gone}-ba9876543210.tmp`]
    expect(cleared(['a.md', ...names])).toEqual(['a.md'])
  })

  test('of an id that no process can have are cleared', () => {
    expect(cleared([`.a.md.paperlist-99999999999-${random}.tmp`])).toEqual([])
  })

  test.each([
    ['this process', pid],
    ['another that runs', ppid],
    ['the first of all', 1]
  ])('of %s are kept', (_, id) => {
    const name = `.a.md.paperlist-${id}-${random}.tmp`
    expect(cleared([name])).toEqual([name])
  })

  test.each([
    `.b.md.paperlist-${gone}-${random}.tmp`,
    `a.md.paperlist-${gone}-${random}.tmp`,
    `.a.md.paperlist-${gone}-${random}.tmp.bak`,
    `.a.md.paperlist-${gone}-${random}`,
    `.a.md.paperlist-${gone}-0123.tmp`,
    `.a.md.paperlist--${random}.tmp`,
    '.a.md.paperlist-notes.tmp',
    '.a.md.swp'
  ])('%s is a file of the user’s own', (name) => {
    expect(cleared([name])).toEqual([name])
  })

  test('of a folder that is not there are none', () => {
    using list = temporaryList({'a.md': 'old'})
    clearLeftovers(join(list.root, 'missing/a.md'))
    clearLeftovers(join(list.root, 'a.md/b.md'))
    expect(list.read('a.md')).toBe('old')
  })
})
