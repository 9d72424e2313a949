import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {build} from '../../src/commands/build.ts'
import {lint} from '../../src/commands/lint.ts'
import {Failure} from '../../src/failure.ts'
import {goodPaper, goodPath, goodTemplate, now, type TemporaryList, temporaryList} from '../support/list.ts'
import {makePipe} from '../support/pipe.ts'

const config = '.github/paperlist.yml'
const chartTemplate =
  '<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n\n<!-- paperlist:stats chart=assets/tags -->\n<!-- /paperlist:stats -->\n'

/** The one line with which a build fails. */
function failure({root}: TemporaryList, options = {}): string {
  try {
    build({root, now, check: false, ...options})
  } catch (error) {
    expect(error).toBeInstanceOf(Failure)
    if (error instanceof Failure) {
      expect(error.message).not.toContain('\n')
      return error.message.replace(`${root}/`, '')
    }
  }
  throw new Error('It was built.')
}

function findings({root}: TemporaryList): string[] {
  return lint({root, now}).findings.map(({path, ruleId, reason}) => `${path} ${ruleId} ${reason}`)
}

describe('a link is not followed', () => {
  test.each(['.', 'templates', '/', 'missing', 'papers'])('as the folder of papers, to %s', (target) => {
    using list = temporaryList()
    rmSync(join(list.root, 'papers'), {recursive: true})
    symlinkSync(target, join(list.root, 'papers'))
    expect(failure(list)).toBe(
      'Cannot read the folder of papers: Unexpected symbolic link papers, expected a folder of the list'
    )
  })

  test('as a folder above the papers', () => {
    using list = temporaryList({'real/papers/2024-retrieval-head.yaml': goodPaper, [config]: 'papers: data/papers\n'})
    symlinkSync('real', join(list.root, 'data'))
    expect(failure(list)).toContain('Unexpected symbolic link data, expected a folder of the list')
  })

  test('as the configuration', () => {
    using list = temporaryList({'elsewhere.yml': 'title: T\n', '.github/x': ''})
    symlinkSync('../elsewhere.yml', join(list.root, config))
    expect(failure(list)).toBe(`${config}: Unexpected symbolic link, expected a regular file`)
  })

  test('as the folder of the configuration', () => {
    using list = temporaryList({'real/paperlist.yml': 'title: T\n'})
    symlinkSync('real', join(list.root, '.github'))
    expect(failure(list)).toBe(`${config}: Unexpected symbolic link .github, expected a folder of the list`)
  })

  test('as a template', () => {
    using list = temporaryList({[goodPath]: goodPaper, 'secret.md': goodTemplate})
    rmSync(join(list.root, 'templates/README.md'))
    symlinkSync('../secret.md', join(list.root, 'templates/README.md'))
    list.write(config, 'outputs:\n  - {template: templates/README.md, file: README.md}\n')
    expect(findings(list)).toContain('templates/README.md template Unexpected symbolic link, expected a regular file')
    expect(build({root: list.root, now, check: false}).written).toEqual([])
    expect(readdirSync(list.root)).not.toContain('README.md')
  })

  test('as the folder of templates', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    renameSync(join(list.root, 'templates'), join(list.root, 'real'))
    symlinkSync('real', join(list.root, 'templates'))
    expect(findings(list)).toContain(
      'templates/README.md template Unexpected symbolic link templates, expected a folder of the list'
    )
  })

  test('as the README', () => {
    using list = temporaryList({[goodPath]: goodPaper, 'target.md': 'mine\n'})
    symlinkSync('target.md', join(list.root, 'README.md'))
    expect(failure(list)).toBe('Cannot write README.md: a folder, link, device or pipe stands in its place')
    expect(list.read('target.md')).toBe('mine\n')
  })

  test('as the folder of a chart, and then the README is not written either', () => {
    using list = temporaryList({[goodPath]: goodPaper, 'templates/README.md': chartTemplate, 'README.md': 'old\n'})
    using elsewhere = temporaryList()
    symlinkSync(elsewhere.root, join(list.root, 'assets'))
    expect(failure(list)).toBe(
      'Cannot write assets/tags-light.svg: Unexpected symbolic link assets, expected a folder of the list'
    )
    expect(list.read('README.md')).toBe('old\n')
    expect(readdirSync(elsewhere.root)).toEqual(['papers', 'templates'])
  })
})

describe('nothing outside of the list is read or written', () => {
  test.each(['../papers', '/papers', 'a/../../b', '.git', 'a/.GIT/b', 'a\\..\\b', 'C:/papers', './papers'])(
    'by `papers: %s`',
    (path) => {
      using list = temporaryList({[config]: `papers: '${path}'\n`})
      expect(failure(list)).toBe(
        `${config}:1:9: Unexpected path, expected one within the list, relative and with forward slashes`
      )
    }
  )

  test.each(['template', 'file'])('by the %s of an output', (name) => {
    const output = {template: 'templates/README.md', file: 'README.md', [name]: '../README.md'}
    using list = temporaryList({[config]: `outputs:\n  - ${JSON.stringify(output)}\n`})
    expect(failure(list)).toContain('Unexpected path, expected one within the list')
  })

  test.each(['../x.yml', '/etc/passwd', '.github/../../x.yml'])('by --config %s', (file) => {
    using list = temporaryList()
    expect(failure(list, {config: file})).toBe(`Cannot read ${file}: Unexpected path, expected one within the list`)
  })

  test.each(['../a', 'a/../../b', '/a', '.git/a', 'a.b'])('by chart=%s', (chart) => {
    using list = temporaryList({'templates/README.md': chartTemplate.replace('assets/tags', chart)})
    expect(findings(list).join()).toContain('Unexpected chart, expected a path within the list')
  })
})

describe('a build that cannot write', () => {
  test.each([
    ['a folder', (path: string) => mkdirSync(path), 'a folder, link, device or pipe stands in its place'],
    ['a pipe', (path: string) => makePipe(path), 'a folder, link, device or pipe stands in its place'],
    ['a file that is read-only', (path: string) => writeFileSync(path, 'old\n', {mode: 0o444}), 'the file is read-only']
  ])('says so of %s, and leaves nothing about', (_, make, reason) => {
    using list = temporaryList({[goodPath]: goodPaper})
    make(join(list.root, 'README.md'))
    const before = readdirSync(list.root)
    expect(failure(list)).toBe(`Cannot write README.md: ${reason}`)
    expect(readdirSync(list.root)).toEqual(before)
  })
})

describe('a build keeps', () => {
  test('permissions, and a README that is up to date as it is', () => {
    using list = temporaryList({[goodPath]: goodPaper, 'README.md': 'old\n'})
    chmodSync(join(list.root, 'README.md'), 0o664)
    build({root: list.root, now, check: false})
    const {mode, ino} = statSync(join(list.root, 'README.md'))
    expect(mode & 0o777).toBe(0o664)
    expect(build({root: list.root, now, check: false}).written).toEqual([])
    expect(statSync(join(list.root, 'README.md')).ino).toBe(ino)
  })

  test('the line breaks of its template, and those of a chart that git wrote', () => {
    const template = chartTemplate.replaceAll('\n', '\r\n')
    using list = temporaryList({[goodPath]: goodPaper, 'templates/README.md': template, 'assets/tags-dark.svg': '\r\n'})
    build({root: list.root, now, check: false})
    expect(list.read('README.md').replaceAll('\r\n', '')).not.toContain('\n')
    expect(list.read('assets/tags-dark.svg').replaceAll('\r\n', '')).not.toContain('\n')
    expect(list.read('assets/tags-light.svg')).not.toContain('\r')
    expect(build({root: list.root, now, check: true}).findings).toEqual([])
  })

  test('no leftover of a run that was killed', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    list.write(`.README.md.paperlist-${process.pid}-0123456789ab.tmp`, 'half')
    build({root: list.root, now, check: false})
    expect(readdirSync(list.root)).toEqual(['README.md', 'papers', 'templates'])
  })
})

test('a README that was no text is replaced', () => {
  using list = temporaryList({[goodPath]: goodPaper, 'README.md': Uint8Array.of(0xff, 0x00)})
  expect(build({root: list.root, now, check: false}).written).toEqual(['README.md'])
  expect(readFileSync(join(list.root, 'README.md'), 'utf8')).toMatch(/^# List\n/)
})
