import {chmodSync, mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {getuid} from 'node:process'
import {describe, expect, test} from 'vitest'
import {readFolder, readText, typeOf} from '../../src/io/read.ts'
import {temporaryList} from '../support/list.ts'
import {makePipe} from '../support/pipe.ts'

describe('a text', () => {
  test.each<[about: string, content: string | Uint8Array, text: string]>([
    ['empty', '', ''],
    ['with every kind of line end', 'a\nb\r\nc\rd', 'a\nb\r\nc\rd'],
    ['with a byte-order mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), '\uFEFFa'],
    ['with astral characters', '𝔸😀', '𝔸😀'],
    ['with a null', 'a\0b', 'a\0b'],
    ['of the largest size', 'x'.repeat(100), 'x'.repeat(100)]
  ])('%s', (_, content, text) => {
    using list = temporaryList({'a.txt': content})
    expect(readText(join(list.root, 'a.txt'), 100)).toEqual({text})
  })
})

describe('no text', () => {
  const notUtf8 = 'Unexpected bytes that are not UTF-8, expected UTF-8 text'
  test.each<[about: string, content: string | Uint8Array, problem: string]>([
    ['too large', 'x'.repeat(101), 'Unexpected file of 101 bytes, expected at most 100'],
    ['too many bytes for few characters', 'é'.repeat(51), 'Unexpected file of 102 bytes, expected at most 100'],
    ['Latin-1', Uint8Array.of(0x61, 0xe9, 0x62), notUtf8],
    ['a character cut short', Uint8Array.of(0xe2, 0x82), notUtf8],
    ['a surrogate', Uint8Array.of(0xed, 0xa0, 0x80), notUtf8],
    ['a byte too many', Uint8Array.of(0xc0, 0x80), notUtf8],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0x00), notUtf8]
  ])('%s', (_, content, problem) => {
    using list = temporaryList({'a.txt': content})
    expect(readText(join(list.root, 'a.txt'), 100)).toEqual({problem})
  })

  const missing = 'Unexpected missing file, expected it to exist'
  const irregular = 'Unexpected folder, device or pipe, expected a regular file'

  test('nothing there', () => {
    using list = temporaryList({'a.txt': ''})
    expect(readText(join(list.root, 'b.txt'), 100)).toEqual({problem: missing})
    expect(readText(join(list.root, 'a.txt/b.txt'), 100)).toEqual({problem: missing})
    expect(readText(join(list.root, 'x'.repeat(300)), 100)).toEqual({problem: missing})
  })

  test('a folder', () => {
    using list = temporaryList()
    expect(readText(list.root, 100)).toEqual({problem: irregular})
  })

  test('a pipe, which is not waited for', () => {
    using list = temporaryList()
    makePipe(join(list.root, 'pipe'))
    expect(readText(join(list.root, 'pipe'), 100)).toEqual({problem: irregular})
  })

  test('a device', () => {
    expect(readText('/dev/zero', 100)).toEqual({problem: irregular})
  })

  test.each([
    ['a file', 'a.txt'],
    ['nothing', 'b.txt'],
    ['itself', 'link.txt'],
    ['a device', '/dev/zero']
  ])('a link to %s', (_, target) => {
    using list = temporaryList({'a.txt': ''})
    symlinkSync(target, join(list.root, 'link.txt'))
    const problem = 'Unexpected symbolic link, expected a regular file'
    expect(readText(join(list.root, 'link.txt'), 100)).toEqual({problem})
  })

  test.skipIf(getuid?.() === 0)('a file that may not be read', () => {
    using list = temporaryList({'a.txt': ''})
    chmodSync(join(list.root, 'a.txt'), 0o000)
    const problem = 'Unexpected refusal, expected a file that may be read'
    expect(readText(join(list.root, 'a.txt'), 100)).toEqual({problem})
  })
})

test('a folder’s entries go by name in code-point order', () => {
  using list = temporaryList({
    'all/b': '',
    'all/a': '',
    'all/B': '',
    'all/é': '',
    'all/-': '',
    'all/.c': '',
    'all/d/e': ''
  })
  symlinkSync('a', join(list.root, 'all/link'))
  makePipe(join(list.root, 'all/pipe'))
  expect(readFolder(join(list.root, 'all')).map(({name, type}) => `${name} ${type}`)).toEqual([
    '- file',
    '.c file',
    'B file',
    'a file',
    'b file',
    'd folder',
    'link other',
    'pipe other',
    'é file'
  ])
})

test('what is no folder is not listed', () => {
  using list = temporaryList({'a.txt': ''})
  expect(() => readFolder(join(list.root, 'b'))).toThrow('ENOENT')
  expect(() => readFolder(join(list.root, 'a.txt'))).toThrow('ENOTDIR')
})

test('the type of what stands at a path', () => {
  using list = temporaryList({'a.txt': ''})
  mkdirSync(join(list.root, 'folder'))
  symlinkSync('a.txt', join(list.root, 'link'))
  symlinkSync('folder', join(list.root, 'folder-link'))
  symlinkSync('nowhere', join(list.root, 'dangling'))
  const types = ['a.txt', 'folder', 'link', 'folder-link', 'dangling', 'missing', 'a.txt/b', 'missing/b'].map((name) =>
    typeOf(join(list.root, name))
  )
  expect(types).toEqual(['file', 'folder', 'other', 'other', 'other', undefined, undefined, undefined])
})
