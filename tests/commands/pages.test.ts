import {existsSync, mkdirSync, readdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {build} from '../../src/commands/build.ts'
import type {Report} from '../../src/commands/report.ts'
import {now, paperWith, type TemporaryList, temporaryList} from '../support/list.ts'

/** A list of three years with four papers each, of about a kibibyte a paper. */
function longList(config: string): TemporaryList {
  const papers = [2022, 2023, 2024].flatMap((year) =>
    [1, 2, 3, 4].map((month): [string, string] => {
      const serial = `${year % 100}0${month}.0000${month}`
      const fields = `title: Number ${month} of ${year}\ndate: ${year}-0${month}-01\nlinks:\n  - https://arxiv.org/abs/${serial}\nsummary:\n  - ${'word '.repeat(100)}end.\n`
      return [`papers/${year}-number-${month}.yaml`, paperWith(fields)]
    })
  )
  return temporaryList({'.github/paperlist.yml': config, ...Object.fromEntries(papers)})
}

const short = 'pages:\n  budget: 7KiB\n'

function run({root}: TemporaryList, check = false): Report {
  return build({root, now, check})
}

function said({findings}: Report): string[] {
  return findings.map(({path, severity, ruleId, reason}) => `${path} ${severity} ${ruleId} ${reason}`)
}

describe('the pages of a list that passes its budget', () => {
  test('are written, and are what they should be', () => {
    using list = longList(short)
    const report = run(list)
    expect(said(report)).toEqual([])
    expect(report.written).toEqual(['README.md', 'pages/2023.md', 'pages/2022.md'])
    expect(report.notes).toContain('Wrote README.md, pages/2023.md and pages/2022.md.')
    expect(said(run(list, true))).toEqual([])
    expect(run(list).notes).toContain('README.md, pages/2023.md and pages/2022.md: nothing to change.')
  })

  test('are removed when they are no longer made, with their folder', () => {
    using list = longList(short)
    run(list)
    list.write('.github/paperlist.yml', 'pages:\n  budget: off\n')
    const report = run(list)
    expect(report.written).toEqual(['README.md', 'pages/2022.md', 'pages/2023.md'])
    expect(report.notes).toContain('Removed pages/2022.md and pages/2023.md.')
    expect(existsSync(join(list.root, 'pages'))).toBe(false)
    expect(said(run(list, true))).toEqual([])
  })

  test('are out of date in a check where they are missing, changed or left over', () => {
    using list = longList(short)
    run(list)
    list.write('pages/2022.md', `${list.read('pages/2022.md')}More\n`)
    list.write('pages/2019.md', list.read('pages/2023.md'))
    expect(said(run(list, true))).toEqual([
      'pages/2019.md error generated Unexpected page, expected none: nothing is left to stand on it; `paperlist build` removes it',
      'pages/2022.md error generated Unexpected text, expected what the papers make; `paperlist build` writes it'
    ])
    expect(readdirSync(join(list.root, 'pages'))).toEqual(['2019.md', '2022.md', '2023.md'])
    run(list)
    expect(readdirSync(join(list.root, 'pages'))).toEqual(['2022.md', '2023.md'])
  })

  test('never take the place of what people wrote, nor remove it', () => {
    using list = longList(short)
    list.write('pages/2023.md', '# Mine\n')
    list.write('pages/2019.md', '# Mine too\n')
    const report = run(list)
    expect(said(report)).toEqual([
      'pages/2023.md error generated Unexpected file that `paperlist build` has not made, expected room for a page; move the file, or set `pages.directory`'
    ])
    expect(report.written).toEqual([])
    expect(existsSync(join(list.root, 'README.md'))).toBe(false)
    list.write('.github/paperlist.yml', 'pages:\n  budget: off\n')
    expect(run(list).written).toEqual(['README.md'])
    expect([list.read('pages/2023.md'), list.read('pages/2019.md')]).toEqual(['# Mine\n', '# Mine too\n'])
  })

  test('are not looked for beyond a link', () => {
    using list = longList('pages:\n  budget: off\n')
    list.write('elsewhere/2019.md', '<!-- Made by paperlist. Edit the files of the papers, not this page. -->\n')
    symlinkSync('elsewhere', join(list.root, 'pages'))
    expect(run(list).written).toEqual(['README.md'])
    expect(existsSync(join(list.root, 'elsewhere/2019.md'))).toBe(true)
  })

  test('are not written beyond a link either', () => {
    using list = longList(short)
    mkdirSync(join(list.root, 'elsewhere'))
    symlinkSync('elsewhere', join(list.root, 'pages'))
    expect(said(run(list))).toEqual([
      'pages error generated Unexpected file or link, expected a folder for pages, or nothing'
    ])
    expect(readdirSync(join(list.root, 'elsewhere'))).toEqual([])
    expect(existsSync(join(list.root, 'README.md'))).toBe(false)
  })

  test('are nothing that a folder by the name of one is', () => {
    using list = longList(short)
    mkdirSync(join(list.root, 'pages/2023.md'), {recursive: true})
    expect(said(run(list))).toEqual([
      'pages/2023.md error generated Unexpected file that `paperlist build` has not made, expected room for a page; move the file, or set `pages.directory`'
    ])
  })
})

describe('a page that cannot be split', () => {
  const prose = '# List\n\n<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n\n'

  test('is a warning from the budget on', () => {
    using list = longList(short)
    list.write('templates/README.md', `${prose}${'word '.repeat(2000)}\n`)
    expect(said(run(list)).map((line) => line.replace(/\d+ KiB,/, 'N KiB,'))).toEqual([
      'README.md warning budget Unexpected size of N KiB, expected under 7 KiB; at 500 KiB GitHub stops showing it'
    ])
    expect(existsSync(join(list.root, 'README.md'))).toBe(true)
  })

  test('is an error where GitHub stops, and nothing is written', () => {
    using list = longList('')
    list.write('templates/README.md', `${prose}${'word '.repeat(103_000)}\n`)
    const report = run(list)
    expect(said(report)).toEqual([
      expect.stringMatching(/^README\.md error budget Unexpected size of 50\d KiB, expected under 500 KiB/)
    ])
    expect(report.written).toEqual([])
  })
})
