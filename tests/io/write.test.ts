import {execFileSync, spawnSync} from 'node:child_process'
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {Failure} from '../../src/failure.ts'
import {clearLeftovers, removeFile, stampOf, writeWhole} from '../../src/io/write.ts'
import {killWriters} from '../support/kill.ts'
import {temporaryList} from '../support/list.ts'
import {makePipe} from '../support/pipe.ts'
import {programOf} from '../support/program.ts'

interface Folder extends Disposable {
  readonly root: string
}

function folder(): Folder {
  const root = mkdtempSync(join(tmpdir(), 'paperlist-write-'))
  return {root, [Symbol.dispose]: () => rmSync(root, {recursive: true, force: true})}
}

/** Writes a file as a build does: what stands there is looked at first. */
function write(root: string, path: string, text = 'new\n'): void {
  writeWhole(root, [{path, text, before: stampOf(join(root, path))}])
}

/** The one line of a write that fails; the write has to fail, and to leave nothing about. */
function refusal(root: string, path = 'README.md'): string {
  const before = readdirSync(root)
  try {
    write(root, path)
  } catch (error) {
    expect(error).toBeInstanceOf(Failure)
    expect(readdirSync(root)).toEqual(before)
    return String(error).replace(`${root}/`, '')
  }
  throw new Error('It was written.')
}

describe('a file', () => {
  test('that is new is there, and nothing beside it', () => {
    using at = folder()
    write(at.root, 'a/b/README.md', 'é\n')
    expect(readFileSync(join(at.root, 'a/b/README.md'), 'utf8')).toBe('é\n')
    expect(readdirSync(join(at.root, 'a/b'))).toEqual(['README.md'])
  })

  test.each([0o644, 0o600, 0o755, 0o666])('keeps its permissions, %o', (mode) => {
    using at = folder()
    const path = join(at.root, 'README.md')
    writeFileSync(path, 'old\n')
    chmodSync(path, mode)
    write(at.root, 'README.md')
    expect(statSync(path).mode & 0o777).toBe(mode)
    expect(readFileSync(path, 'utf8')).toBe('new\n')
  })

  test.skipIf(process.getuid?.() !== 0)('keeps its owner', () => {
    using at = folder()
    const path = join(at.root, 'README.md')
    writeFileSync(path, 'old\n')
    execFileSync('chown', ['1234:4321', path])
    write(at.root, 'README.md')
    expect([statSync(path).uid, statSync(path).gid]).toEqual([1234, 4321])
  })

  test('is another one from then on: a second name for the old keeps the old', () => {
    using at = folder()
    writeFileSync(join(at.root, 'README.md'), 'old\n')
    linkSync(join(at.root, 'README.md'), join(at.root, 'second'))
    write(at.root, 'README.md')
    expect(readFileSync(join(at.root, 'second'), 'utf8')).toBe('old\n')
  })
})

describe('what stands in the way', () => {
  test('a folder', () => {
    using at = folder()
    mkdirSync(join(at.root, 'README.md'))
    expect(refusal(at.root)).toBe('Failure: Cannot write README.md: a folder, link, device or pipe stands in its place')
  })

  test('a pipe', () => {
    using at = folder()
    makePipe(join(at.root, 'README.md'))
    expect(refusal(at.root)).toContain('a folder, link, device or pipe stands in its place')
    expect(lstatSync(join(at.root, 'README.md')).isFIFO()).toBe(true)
  })

  test('a link, whose target stays', () => {
    using at = folder()
    writeFileSync(join(at.root, 'target'), 'old\n')
    symlinkSync('target', join(at.root, 'README.md'))
    expect(refusal(at.root)).toContain('a folder, link, device or pipe stands in its place')
    expect(readFileSync(join(at.root, 'target'), 'utf8')).toBe('old\n')
  })

  test('a link to a folder on the way, which stays empty', () => {
    using at = folder()
    using elsewhere = folder()
    symlinkSync(elsewhere.root, join(at.root, 'assets'))
    expect(refusal(at.root, 'assets/a/tags.svg')).toContain(
      'Unexpected symbolic link assets, expected a folder of the list'
    )
    expect(readdirSync(elsewhere.root)).toEqual([])
  })

  test('a file on the way', () => {
    using at = folder()
    writeFileSync(join(at.root, 'assets'), 'old\n')
    expect(refusal(at.root, 'assets/tags.svg')).toContain('Unexpected file assets, expected a folder')
  })

  test('that the file is read-only, for whoever writes', () => {
    using at = folder()
    writeFileSync(join(at.root, 'README.md'), 'old\n')
    chmodSync(join(at.root, 'README.md'), 0o444)
    expect(refusal(at.root)).toBe('Failure: Cannot write README.md: the file is read-only')
    expect(readFileSync(join(at.root, 'README.md'), 'utf8')).toBe('old\n')
  })

  test.skipIf(process.getuid?.() === 0)('that the folder is read-only', () => {
    using at = folder()
    writeFileSync(join(at.root, 'README.md'), 'old\n')
    chmodSync(at.root, 0o555)
    expect(refusal(at.root)).toContain('EACCES')
    chmodSync(at.root, 0o755)
  })

  test('that the name of the temporary file would be too long', () => {
    using at = folder()
    expect(refusal(at.root, 'x'.repeat(250))).toContain('ENAMETOOLONG')
  })
})

const mounts = process.getuid?.() === 0 && process.platform === 'linux' && canMount()

function canMount(): boolean {
  using at = folder()
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at.root]).status !== 0) return false
  return spawnSync('umount', [at.root]).status === 0
}

test.skipIf(!mounts)('on a full disk every file stays as it was', () => {
  using at = folder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at.root])
  try {
    for (const path of ['a.svg', 'README.md']) writeFileSync(join(at.root, path), 'old\n')
    const files = [
      {path: 'a.svg', text: 'new\n'},
      {path: 'README.md', text: 'x'.repeat(100_000)}
    ].map((file) => ({...file, before: stampOf(join(at.root, file.path))}))
    expect(() => writeWhole(at.root, files)).toThrow(/^Cannot write .+README\.md: ENOSPC: no space left on device/)
    expect(readFileSync(join(at.root, 'a.svg'), 'utf8')).toBe('old\n')
    expect(readFileSync(join(at.root, 'README.md'), 'utf8')).toBe('old\n')
    expect(readdirSync(at.root)).toEqual(['README.md', 'a.svg'])
  } finally {
    execFileSync('umount', [at.root])
  }
})

describe('another writer', () => {
  test('keeps what it wrote since the file was read', () => {
    using at = folder()
    const path = join(at.root, 'README.md')
    writeFileSync(path, 'old\n')
    const before = stampOf(path)
    writeFileSync(path, 'other\n')
    expect(() => writeWhole(at.root, [{path: 'README.md', text: 'new\n', before}])).toThrow(
      'README.md: another program wrote it meanwhile'
    )
    expect(readFileSync(path, 'utf8')).toBe('other\n')
    expect(readdirSync(at.root)).toEqual(['README.md'])
  })

  test('keeps a file where there was none', () => {
    using at = folder()
    writeFileSync(join(at.root, 'README.md'), 'other\n')
    expect(() => writeWhole(at.root, [{path: 'README.md', text: 'new\n', before: undefined}])).toThrow('meanwhile')
  })

  test('that wrote the same is none to complain of', () => {
    using at = folder()
    writeFileSync(join(at.root, 'README.md'), 'new\n')
    writeWhole(at.root, [{path: 'README.md', text: 'new\n', before: undefined}])
    expect(readdirSync(at.root)).toEqual(['README.md'])
  })
})

describe('leftovers', () => {
  const random = '0123456789ab'
  // No process has a number so high (https://man7.org/linux/man-pages/man5/proc_sys_kernel.5.html).
  const nobody = 2 ** 22 + 1

  test('of a run that is over are cleared, and nothing else', () => {
    using at = folder()
    const kept = ['README.md', '.README.md.paperlist-notes', `.other.md.paperlist-${nobody}-${random}.tmp`]
    const names = [...kept, `.README.md.paperlist-${nobody}-${random}.tmp`]
    for (const name of names) writeFileSync(join(at.root, name), '')
    clearLeftovers(join(at.root, 'README.md'))
    expect(readdirSync(at.root)).toEqual(kept.sort())
  })

  test('by our own number are of a run before us', () => {
    using at = folder()
    writeFileSync(join(at.root, `.README.md.paperlist-${process.pid}-${random}.tmp`), '')
    clearLeftovers(join(at.root, 'README.md'))
    expect(readdirSync(at.root)).toEqual([])
  })

  test('of a run that goes on are kept, unless they are old', () => {
    using at = folder()
    const [fresh, old] = [`.README.md.paperlist-${process.ppid}-${random}.tmp`, `.a.svg.paperlist-1-${random}.tmp`]
    for (const name of [fresh, old]) writeFileSync(join(at.root, name), '')
    utimesSync(join(at.root, old), new Date(0), new Date(0))
    for (const path of ['README.md', 'a.svg']) clearLeftovers(join(at.root, path))
    expect(readdirSync(at.root)).toEqual([fresh])
  })

  test.each([
    `.b.md.paperlist-${nobody}-${random}.tmp`,
    `a.md.paperlist-${nobody}-${random}.tmp`,
    `.a.md.paperlist-${nobody}-${random}.tmp.bak`,
    `.a.md.paperlist-${nobody}-${random}`,
    `.a.md.paperlist-${nobody}-0123.tmp`,
    `.a.md.paperlist--${random}.tmp`,
    '.a.md.paperlist-notes.tmp',
    '.a.md.swp'
  ])('%s is a file of the user’s own', (name) => {
    using at = folder()
    writeFileSync(join(at.root, name), '')
    clearLeftovers(join(at.root, 'a.md'))
    expect(readdirSync(at.root)).toEqual([name])
  })

  test.each(['missing/README.md', 'file/README.md'])('at %s are none', (path) => {
    using at = folder()
    writeFileSync(join(at.root, 'file'), '')
    expect(() => clearLeftovers(join(at.root, path))).not.toThrow()
  })
})

describe('a removal', () => {
  test('takes the file, and its folder where nothing else is in it', () => {
    using list = temporaryList({'all/pages/a.md': 'a', 'all/pages/b.md': 'b'})
    removeFile(list.root, 'all/pages/a.md')
    expect(readdirSync(join(list.root, 'all/pages'))).toEqual(['b.md'])
    removeFile(list.root, 'all/pages/b.md')
    expect(readdirSync(join(list.root, 'all'))).toEqual([])
  })

  test('is one line where it fails', () => {
    using list = temporaryList({'pages/a.md': 'a'})
    expect(() => removeFile(list.root, 'pages/b.md')).toThrow(Failure)
    expect(() => removeFile(list.root, 'pages/b.md')).toThrow(/^Cannot remove \S+b\.md: ENOENT[^\n]*$/)
    expect(list.read('pages/a.md')).toBe('a')
  })

  test('goes through no link', () => {
    using list = temporaryList({'real/a.md': 'a'})
    symlinkSync('real', join(list.root, 'pages'))
    expect(() => removeFile(list.root, 'pages/a.md')).toThrow('Unexpected symbolic link pages')
    expect(list.read('real/a.md')).toBe('a')
  })
})

test('a kill at any moment leaves one of the two texts, and what else it leaves the next run clears', async () => {
  using program = await programOf('tests/support/writer.ts')
  using at = folder()
  const moments = Array.from({length: 30}, (_, index) => (index * 7) % 23)
  const {kills, torn, left} = await killWriters([program.file], at.root, moments)
  expect({kills, torn, left}).toEqual({kills: 30, torn: 0, left: 0})
}, 60_000)
