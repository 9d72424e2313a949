import {chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {build} from '../../src/commands/build.ts'
import type {Report} from '../../src/commands/report.ts'
import {goodPaper, goodPath, goodTemplate, now, paperWith, type TemporaryList, temporaryList} from '../support/list.ts'
import {runBuilt} from '../support/process.ts'
import {otherPaper} from '../support/verdict.ts'

const other = 'papers/2024-long-context.yaml'
const unfinished = goodPaper.replace('title:', 'titel:')

function run(list: TemporaryList, check = false): Report {
  return build({root: list.root, now, check})
}

/** The findings of a report, a line each. */
function found({findings}: Report): string[] {
  return findings.map(({path, place, severity, ruleId, reason}) => {
    const at = place ? `${path}:${place.start.line}:${place.start.column}` : path
    return `${at} ${severity} ${ruleId} ${reason}`
  })
}

/** The titles of a built file, in their order. */
function titlesIn(text: string): string[] {
  return [...text.matchAll(/<strong>(?!Year |Other )(.*?)<\/strong>/g)].map(([, title]) => title ?? '')
}

test('the first run writes, the second has nothing to change and touches no file', () => {
  using list = temporaryList({[goodPath]: goodPaper})
  const first = run(list)
  expect(found(first)).toEqual([])
  expect(first.written).toEqual(['README.md'])
  expect(first.notes).toEqual(['Read 1 paper in 1 group.', 'Wrote README.md.'])
  expect(titlesIn(list.read('README.md'))).toEqual(['Retrieval Head Mechanistically Explains Long-Context Factuality'])
  const {ino, mtimeMs} = statSync(join(list.root, 'README.md'))
  const second = run(list)
  expect(second.written).toEqual([])
  expect(second.notes).toEqual(['Read 1 paper in 1 group.', 'README.md: nothing to change.'])
  expect(statSync(join(list.root, 'README.md'))).toMatchObject({ino, mtimeMs})
  expect(readdirSync(list.root).sort()).toEqual(['README.md', 'papers', 'templates'])
})

test('an empty list builds', () => {
  using list = temporaryList()
  expect(run(list).notes).toEqual(['Read 0 papers in 0 groups.', 'Wrote README.md.'])
  expect(list.read('README.md')).toBe(goodTemplate.replace('papers -->\n', 'papers -->\n\n'))
})

describe('what stops a build', () => {
  test.each([
    ['a paper that cannot be read', {[other]: 'title: [\n'}, 'schema'],
    ['a paper with an unknown field', {[other]: `${otherPaper}colour: blue\n`}, 'schema'],
    ['a broken template', {'templates/README.md': '<!-- paperlist:papers -->\n'}, 'template']
  ])('%s', (_, files, rule) => {
    using list = temporaryList({[goodPath]: goodPaper, 'README.md': 'as it was\n', ...files})
    const report = run(list)
    expect(report.findings.map(({ruleId}) => ruleId)).toEqual([rule])
    expect(report.notes).toEqual([expect.stringMatching(/^Read \d papers? in 1 group\.$/), 'Nothing was written.'])
    expect(report.written).toEqual([])
    expect(list.read('README.md')).toBe('as it was\n')
  })

  test('one broken template of two keeps both files as they are', () => {
    using list = temporaryList({
      [goodPath]: goodPaper,
      'templates/heads.md': '<!-- paperlist:papers -->\n',
      '.github/paperlist.yml':
        'outputs:\n  - {template: templates/README.md, file: README.md}\n  - {template: templates/heads.md, file: heads.md}\n'
    })
    expect(run(list).written).toEqual([])
    expect(existsSync(join(list.root, 'README.md'))).toBe(false)
  })
})

describe('what does not stop a build', () => {
  test.each([
    ['a title', {[goodPath]: paperWith('title: Retrieval Head.\n')}, 'error title'],
    ['a file name', {'papers/2023-retrieval-head.yaml': goodPaper}, 'error file-name'],
    ['a link', {[goodPath]: paperWith('links:\n  - javascript:alert(1)\n')}, 'error link-form'],
    ['a stray file', {[goodPath]: goodPaper, 'papers/a.txt': ''}, 'error stray-file'],
    ['a paper that no zone shows', {[goodPath]: goodPaper, 'templates/README.md': '# List\n'}, 'warning template']
  ])('%s', (_, files, finding) => {
    using list = temporaryList(files)
    const report = run(list)
    expect(report.findings.map(({severity, ruleId}) => `${severity} ${ruleId}`)).toEqual([finding])
    expect(report.written).toEqual(['README.md'])
  })

  test('a link that is no web address is shown without one', () => {
    using list = temporaryList({[goodPath]: paperWith('links:\n  - javascript:alert(1)\n')})
    run(list)
    expect(list.read('README.md')).not.toContain('javascript')
  })

  test('a date that is none, and its paper is listed last', () => {
    const dated = (title: string, identifier: string, date: string) =>
      paperWith(`title: ${title}\ndate: ${date}\nlinks:\n  - https://openreview.net/forum?id=${identifier}\n`)
    using list = temporaryList({
      'papers/2024-a.yaml': dated('A', 'a1', 'soon'),
      'papers/2024-b.yaml': dated('B', 'b1', '2024-13-01'),
      'papers/2024-c.yaml': dated('C', 'c1', '2024-03'),
      'papers/2024-d.yaml': dated('D', 'd1', '2024-03-31'),
      'papers/2024-e.yaml': dated('E', 'e1', '9999'),
      'papers/2019-f.yaml': dated('F', 'f1', '2019-01-01')
    })
    const report = run(list)
    expect(report.findings.filter(({ruleId}) => ruleId === 'date').map(({path}) => path)).toEqual([
      'papers/2024-a.yaml',
      'papers/2024-b.yaml',
      'papers/2024-e.yaml'
    ])
    expect(titlesIn(list.read('README.md'))).toEqual(['E', 'D', 'C', 'F', 'A', 'B'])
    expect(list.read('README.md')).toContain('<strong>Other papers</strong> (2 papers)')
  })
})

describe('--check', () => {
  test('a missing file', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    const report = run(list, true)
    expect(found(report)).toEqual([
      'README.md error generated Unexpected missing file, expected what the papers make; `paperlist build` writes it'
    ])
    expect(report.notes).toEqual(['Read 1 paper in 1 group.', 'Nothing was written.'])
    expect(existsSync(join(list.root, 'README.md'))).toBe(false)
  })

  test('a file that is up to date', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    run(list)
    const report = run(list, true)
    expect(found(report)).toEqual([])
    expect(report.notes).toEqual(['Read 1 paper in 1 group.', 'Every generated file is up to date.'])
  })

  const outOfDate = 'error generated Unexpected text, expected what the papers make; `paperlist build` writes it'

  test('the first place that differs', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    run(list)
    const built = list.read('README.md')
    const line = built.slice(0, built.indexOf('Retrieval Head Mech')).split('\n')
    list.write('README.md', built.replace('Retrieval Head Mech', 'Retrieval Hand Mech'))
    expect(found(run(list, true))).toEqual([
      `README.md:${line.length}:${(line.at(-1)?.length ?? 0) + 'Retrieval H'.length + 1} ${outOfDate}`
    ])
    expect(list.read('README.md')).toContain('Retrieval Hand Mech')
  })

  test('a file that ends too early, goes on too long, or has other line breaks', () => {
    using list = temporaryList({'templates/README.md': 'one\ntwo\n'})
    list.write('README.md', 'one\n')
    expect(found(run(list, true))).toEqual([`README.md:2:1 ${outOfDate}`])
    list.write('README.md', 'one\ntwo\nthree\n')
    expect(found(run(list, true))).toEqual([`README.md:3:1 ${outOfDate}`])
    list.write('README.md', 'one\r\ntwo\r\n')
    expect(found(run(list, true))).toEqual([`README.md:1:4 ${outOfDate}`])
    list.write('README.md', '')
    expect(found(run(list, true))).toEqual([`README.md:1:1 ${outOfDate}`])
  })

  test('what the rules find is there as well', () => {
    using list = temporaryList({[goodPath]: paperWith('title: Retrieval Head.\n')})
    expect(run(list, true).findings.map(({path, ruleId}) => `${path} ${ruleId}`)).toEqual([
      'README.md generated',
      `${goodPath} title`
    ])
  })
})

describe('the budget of a page', () => {
  /** A list whose README has as many bytes; two a character, since bytes count. */
  function listOf(bytes: number, config = ''): TemporaryList {
    const line = `${'é'.repeat(511)}\n`
    const whole = line.repeat(Math.floor(bytes / 1023))
    const template = whole + 'x'.repeat(bytes - Buffer.byteLength(whole))
    return temporaryList({'templates/README.md': template, '.github/paperlist.yml': config})
  }

  test.each([
    [450 * 1024 - 1, '', []],
    [
      450 * 1024,
      '',
      [
        'README.md warning budget Unexpected size of 450 KiB, expected under 450 KiB; at 500 KiB GitHub stops showing it'
      ]
    ],
    [
      500 * 1024 - 1,
      '',
      [
        'README.md warning budget Unexpected size of 499 KiB, expected under 450 KiB; at 500 KiB GitHub stops showing it'
      ]
    ],
    [
      20 * 1024,
      'pages: {budget: 10KiB}\n',
      ['README.md warning budget Unexpected size of 20 KiB, expected under 10 KiB; at 500 KiB GitHub stops showing it']
    ],
    [600 * 1024, 'pages: {budget: off}\n', []]
  ])('%d bytes are written', (bytes, config, findings) => {
    using list = listOf(bytes, config)
    const report = run(list)
    expect(found(report)).toEqual(findings)
    expect(report.written).toEqual(['README.md'])
    expect(statSync(join(list.root, 'README.md')).size).toBe(bytes)
  })

  test.each(['', 'pages: {budget: 600KiB}\n'])('500 KiB are not, whatever the budget', (config) => {
    using list = listOf(500 * 1024, config)
    const report = run(list)
    expect(found(report)).toEqual([
      'README.md error budget Unexpected size of 500 KiB, expected under 500 KiB, where GitHub stops showing it'
    ])
    expect(report.notes).toEqual(['Read 0 papers in 0 groups.', 'Nothing was written.'])
    expect(existsSync(join(list.root, 'README.md'))).toBe(false)
  })

  test('a page over it keeps every other one from being written', () => {
    using list = listOf(
      500 * 1024,
      'outputs:\n  - {template: small.md, file: docs/small.md}\n  - {template: templates/README.md, file: README.md}\n'
    )
    list.write('small.md', 'small\n')
    expect(run(list).written).toEqual([])
    expect(existsSync(join(list.root, 'docs'))).toBe(false)
  })
})

describe('the bytes of a template', () => {
  test('CRLF and a byte-order mark stay, and zones follow', () => {
    const template = `\u{FEFF}# List  \r\n\r\n${goodTemplate.slice(8).replaceAll('\n', '\r\n')}\r\nThe *end*`
    using list = temporaryList({[goodPath]: goodPaper, 'templates/README.md': template})
    run(list)
    const built = list.read('README.md')
    expect(built.startsWith('\u{FEFF}# List  \r\n\r\n<!-- paperlist:papers -->\r\n\r\n<details')).toBe(true)
    expect(built.endsWith('</details>\r\n\r\n<!-- /paperlist:papers -->\r\n\r\nThe *end*')).toBe(true)
    expect(built.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(run(list).written).toEqual([])
  })

  test('a README is its own template where there is no other', () => {
    using list = temporaryList({[goodPath]: goodPaper, 'README.md': goodTemplate})
    rmSync(join(list.root, 'templates'), {recursive: true})
    expect(run(list).written).toEqual(['README.md'])
    const once = list.read('README.md')
    expect(titlesIn(once)).toHaveLength(1)
    expect(run(list).written).toEqual([])
    list.write(other, otherPaper)
    expect(run(list).written).toEqual(['README.md'])
    expect(titlesIn(list.read('README.md'))).toHaveLength(2)
    rmSync(join(list.root, other))
    run(list)
    expect(list.read('README.md')).toBe(once)
  })
})

test('several outputs are built from one list, into folders that are made for them', () => {
  using list = temporaryList({
    [goodPath]: goodPaper,
    'templates/heads.md': '<!-- paperlist:papers layout=bullets group=none -->\n<!-- /paperlist:papers -->\n',
    '.github/paperlist.yml':
      'outputs:\n  - {template: templates/heads.md, file: docs/lists/heads.md}\n  - {template: templates/README.md, file: README.md}\n'
  })
  const report = run(list)
  expect(report.written).toEqual(['docs/lists/heads.md', 'README.md'])
  expect(report.notes[1]).toBe('Wrote docs/lists/heads.md and README.md.')
  expect(list.read('docs/lists/heads.md')).toContain('Retrieval Head Mechanistically')
  list.write('README.md', '')
  expect(run(list).written).toEqual(['README.md'])
})

describe('a file that cannot be written', () => {
  test('a folder in its place', () => {
    using list = temporaryList({[goodPath]: goodPaper})
    mkdirSync(join(list.root, 'README.md'))
    expect(() => run(list)).toThrow(
      `Cannot write ${join(list.root, 'README.md')}: a folder, link, device or pipe stands in its place`
    )
    expect(readdirSync(list.root).sort()).toEqual(['README.md', 'papers', 'templates'])
  })

  test('a read-only file stays as it is', () => {
    using list = temporaryList({[goodPath]: goodPaper, 'README.md': 'mine\n'})
    chmodSync(join(list.root, 'README.md'), 0o444)
    expect(() => run(list)).toThrow(`Cannot write ${join(list.root, 'README.md')}: the file is read-only`)
    expect(list.read('README.md')).toBe('mine\n')
  })
})

describe('equal bytes', () => {
  const papers = {
    'papers/2024-istanbul.yaml': paperWith(
      'title: İstanbul ılık I\ndate: 2024-01-01\ntags:\n  - Ix\n  - ix I\n'
    ).replace('2404.15574', '2401.00001'),
    'papers/2024-zebra.yaml': paperWith('title: Zebra\ndate: 2024-01-01\ntags:\n  - Äpfel\n').replace(
      '2404.15574',
      '2401.00002'
    ),
    'papers/2024-aepfel.yaml': paperWith('title: Äpfel\ndate: 2024-01-01\n').replace('2404.15574', '2401.00003'),
    'papers/2023-eve.yaml': paperWith('title: Eve\ndate: 2023-12-31\n').replace('2404.15574', '2312.00004'),
    'papers/2024-day.yaml': paperWith('title: Day\ndate: 2024\n').replace('2404.15574', '2401.00005')
  }
  const zones = ['papers', 'toc', 'count', 'stats'].map(
    (name) => `<!-- paperlist:${name} -->\n<!-- /paperlist:${name} -->\n`
  )
  const template = `${zones.join('\n')}\n<!-- paperlist:papers group=tag layout=compact -->\n<!-- /paperlist:papers -->\n`

  function builtFrom(entries: [string, string][]): string {
    using list = temporaryList({...Object.fromEntries(entries), 'templates/README.md': template})
    run(list)
    return list.read('README.md')
  }

  test('in whatever order the files were made', () => {
    const entries = Object.entries(papers)
    const built = builtFrom(entries)
    expect(titlesIn(built).slice(0, 5)).toEqual(['Zebra', 'Äpfel', 'İstanbul ılık I', 'Day', 'Eve'])
    expect(builtFrom(entries.toReversed())).toBe(built)
    expect(builtFrom([...entries.slice(2), ...entries.slice(0, 2)])).toBe(built)
  })

  test('in whatever time zone and locale', () => {
    const outputs = [
      ['UTC', 'C'],
      ['Pacific/Kiritimati', 'tr_TR.UTF-8'],
      ['Pacific/Pago_Pago', 'sv_SE.UTF-8'],
      ['Asia/Kolkata', 'ar_EG.UTF-8']
    ].map(([zone = '', locale = '']) => {
      using list = temporaryList({...papers, 'templates/README.md': template})
      const {stdout, stderr} = runBuilt('cli.js', ['build', '--format', 'json'], {
        cwd: list.root,
        env: {TZ: zone, LC_ALL: locale, LANG: locale}
      })
      expect(stderr).toBe('')
      return `${stdout}${list.read('README.md')}`
    })
    expect(new Set(outputs).size).toBe(1)
    expect(outputs[0]).toContain('Zebra')
  })
})

test('a file that was half written by a killed run is cleared away, a running one keeps its own', () => {
  using list = temporaryList({[goodPath]: goodPaper})
  list.write(`.README.md.paperlist-${process.pid}-0123456789ab.tmp`, 'running')
  list.write('.README.md.paperlist-999999999-0123456789ab.tmp', 'killed')
  list.write('.README.md.paperlist-notes.tmp', 'mine')
  run(list)
  expect(readdirSync(list.root).sort()).toEqual([
    `.README.md.paperlist-${process.pid}-0123456789ab.tmp`,
    '.README.md.paperlist-notes.tmp',
    'README.md',
    'papers',
    'templates'
  ])
})

test('a paper with a field that is misspelled is missing from nothing: the list stays as it was', () => {
  using list = temporaryList({[goodPath]: goodPaper})
  run(list)
  const before = list.read('README.md')
  list.write(goodPath, unfinished)
  expect(found(run(list))).toEqual([`${goodPath}:1:1 error schema Unexpected field \`titel\`, expected \`title\``])
  expect(list.read('README.md')).toBe(before)
})
