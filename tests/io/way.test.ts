import {mkdirSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readFolder, readText, typeOf} from '../../src/io/read.ts'
import {obstacleOn, pathWithin, readWithin} from '../../src/io/way.ts'
import {temporaryList} from '../support/list.ts'
import {makePipe} from '../support/pipe.ts'

const limit = 32 * 1024

function reading(content: string | Uint8Array): unknown {
  using list = temporaryList({file: content})
  return readText(join(list.root, 'file'), limit)
}

describe('a file', () => {
  test.each([
    ['nothing', ''],
    ['letters', 'é 中 😀\n'],
    ['a byte-order mark', '\uFEFFa'],
    ['as many bytes as may be', 'x'.repeat(limit)]
  ])('of %s', (_, text) => {
    expect(reading(text)).toEqual({text})
  })

  const noText = {problem: 'Unexpected bytes that are not UTF-8, expected UTF-8 text'}
  test.each<[string, number[]]>([
    ['Latin-1', [0xe9]],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00]],
    ['half a character', [0x61, 0xe4, 0xb8]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a spelling too long', [0xc0, 0xaf]],
    ['a code point too high', [0xf4, 0x90, 0x80, 0x80]]
  ])('in %s is no text', (_, bytes) => {
    expect(reading(Uint8Array.from(bytes))).toEqual(noText)
  })

  test('of a byte too many is refused', () => {
    expect(reading('x'.repeat(limit + 1))).toEqual({problem: 'Unexpected file of 32769 bytes, expected at most 32768'})
  })

  test('of 10 MB, or of a terabyte, is refused before it is read', () => {
    for (const size of [10_000_000, 2 ** 40]) {
      using list = temporaryList({file: ''})
      truncateSync(join(list.root, 'file'), size)
      const started = performance.now()
      expect(readText(join(list.root, 'file'), limit)).toEqual({
        problem: `Unexpected file of ${size} bytes, expected at most 32768`
      })
      expect(performance.now() - started).toBeLessThan(50)
    }
  })
})

describe('what is no file is not read', () => {
  const noFile = {problem: 'Unexpected folder, device or pipe, expected a regular file'}

  test('a folder', () => {
    using list = temporaryList()
    expect(readText(join(list.root, 'papers'), limit)).toEqual(noFile)
  })

  test('a pipe, which nobody waits at', () => {
    using list = temporaryList()
    makePipe(join(list.root, 'pipe'))
    expect(readText(join(list.root, 'pipe'), limit)).toEqual(noFile)
  })

  test('a device', () => {
    expect(readText('/dev/zero', limit)).toEqual(noFile)
  })

  test.each(['/etc/passwd', 'file', 'papers', 'missing', 'link'])('a link to %s', (target) => {
    using list = temporaryList({file: 'secret'})
    symlinkSync(target, join(list.root, 'link'))
    expect(readText(join(list.root, 'link'), limit)).toEqual({
      problem: 'Unexpected symbolic link, expected a regular file'
    })
  })

  test.each(['missing', 'file/below', 'x'.repeat(300)])('nothing at all, %s', (path) => {
    using list = temporaryList({file: ''})
    expect(readText(join(list.root, path), limit)).toEqual({
      problem: 'Unexpected missing file, expected it to exist'
    })
  })
})

test('the entries of a folder say what they are, in code-point order', () => {
  using list = temporaryList({b: '', B: '', é: ''})
  symlinkSync('b', join(list.root, 'a'))
  makePipe(join(list.root, 'c'))
  const kinds = readFolder(list.root).map(({name, type}) => `${name} ${type}`)
  expect(kinds).toEqual(['B file', 'a link', 'b file', 'c other', 'papers folder', 'templates folder', 'é file'])
  expect(['a', 'b', 'c', 'papers', 'missing', 'b/c'].map((name) => typeOf(join(list.root, name)))).toEqual([
    'link',
    'file',
    'other',
    'folder',
    undefined,
    undefined
  ])
})

describe('a way', () => {
  test.each([
    ['a', 'a'],
    ['./a/../b', 'b'],
    ['a/b/', 'a/b'],
    ['..a', '..a'],
    ['..', undefined],
    ['a/../../b', undefined],
    ['/etc/passwd', undefined],
    ['/list', '']
  ])('to %s is %s', (path, expected) => {
    expect(pathWithin('/list', path)).toBe(expected)
  })

  test('has an obstacle where a folder is none', () => {
    using list = temporaryList({file: '', 'a/b/c': 'text'})
    symlinkSync('a', join(list.root, 'link'))
    symlinkSync('missing', join(list.root, 'a/nowhere'))
    mkdirSync(join(list.root, 'a/empty'))
    writeFileSync(join(list.root, 'a/empty/d'), '')
    expect(['a/b/c', 'link', 'missing/a/b', 'file', 'a/empty/d'].map((path) => obstacleOn(list.root, path))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined
    ])
    expect(['link/b/c', 'a/nowhere/c', 'file/a', 'link/'].map((path) => obstacleOn(list.root, path))).toEqual([
      'Unexpected symbolic link link, expected a folder of the list',
      'Unexpected symbolic link a/nowhere, expected a folder of the list',
      'Unexpected file file, expected a folder',
      'Unexpected symbolic link link, expected a folder of the list'
    ])
    expect(readWithin(list.root, 'a/b/c', 4)).toEqual({text: 'text'})
    expect(readWithin(list.root, 'link/b/c', 4)).toEqual({
      problem: 'Unexpected symbolic link link, expected a folder of the list'
    })
  })
})
