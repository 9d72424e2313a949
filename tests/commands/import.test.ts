import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {build} from '../../src/commands/build.ts'
import {importJson} from '../../src/commands/importing/report.ts'
import {papersOf, sources, templateOf} from '../support/imported.ts'
import {now} from '../support/list.ts'
import {runBuilt} from '../support/process.ts'

const row = (title: string, date: string, id: string) => `      <tr>
        <td rowspan="2" style="width: 15%;">${date}</td>
        <td><strong>${title}</strong></td>
        <td><img src="https://img.shields.io/badge/Copy_Head-blue" alt="Copy Head Badge"></td>
        <td><a href="https://www.arxiv.org/pdf/${id}v1"><img src="https://img.shields.io/badge/arXiv-Paper-%23D2691E?logo=arxiv" alt="Paper Badge"></a></td>
      </tr>
      <tr>
        <td colspan="3">
          • What is <strong>new</strong> &amp; why.<br>
          • How it was tried.
        </td>
      </tr>
`
const header =
  '      <tr><td><strong>Date</strong></td><td><strong>Paper & Summary</strong></td><td><strong>Tags</strong></td><td><strong>Links</strong></td></tr>\n'
const group = (name: string, rows: string) =>
  `<details>\n  <summary><strong>${name}</strong></summary>\n\n  <table style="width: 100%;">\n${header}${rows}  </table>\n</details>\n`

const list = `# Heads\n\nProse *before*.\n\n${group('Year 2024', row('How Heads Copy Names', '2024-02-01', '2402.00001'))}\n\n${group('Before All That', row('Where Heads Look', '2021-03-04', '2103.00001'))}\nProse after.\n`

describe('the table of two rows', () => {
  test('becomes files, a template and a configuration, from which the build gives it back', () => {
    using folder = sources({'README.md': list})
    folder.run()
    expect(folder.files()).toEqual([
      '.github/paperlist.yml',
      'README.md',
      'papers/2021-heads-look.yaml',
      'papers/2024-heads-copy-names.yaml',
      'templates/README.md'
    ])
    expect(folder.read('papers/2024-heads-copy-names.yaml')).toBe(
      'title: How Heads Copy Names\ndate: 2024-02-01\ntags:\n  - Copy Head\nlinks:\n  - https://arxiv.org/abs/2402.00001\nsummary:\n  - What is **new** & why.\n  - How it was tried.\n'
    )
    expect(folder.read('templates/README.md')).toBe(
      '# Heads\n\nProse *before*.\n\n<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n\nProse after.\n'
    )
    expect(folder.read('.github/paperlist.yml')).toBe(
      'title: Heads\ngroups:\n  - name: Before All That\n    before: 2024-01-01\n  - name: Year {year}\nsummary:\n  sentences: 2\ntags:\n  colours:\n    default: blue\n'
    )
    expect(build({root: folder.root, now, check: false}).findings).toEqual([])
    expect(folder.read('README.md')).toMatch(
      /Year 2024[\s\S]*2024-02-01[\s\S]*How Heads Copy Names[\s\S]*Before All That[\s\S]*Where Heads Look/
    )
  })

  test('is read with rows that are not closed, or not opened', () => {
    const broken = list.replace('</tr>\n      <tr>\n        <td colspan="3">', '\n        <td colspan="3">')
    expect(papersOf(broken)).toEqual(papersOf(list))
  })

  test('names a malformed date, and mends it', () => {
    using folder = sources({'README.md': list.replace('2024-02-01', '2024-02-1')})
    const {defects, papers} = folder.run({dryRun: true})
    expect(defects).toEqual([
      {path: 'README.md', line: 10, defect: 'date', reason: 'Unexpected date `2024-02-1`, expected `2024-02-01`'}
    ])
    expect(papers[0]?.fields.date).toBe('2024-02-01')
  })
})

test('a second import changes nothing', () => {
  using folder = sources({'README.md': list})
  folder.run()
  const report = folder.run()
  expect(report.written).toEqual([])
  expect(report.notes.at(-1)).toBe('Nothing to change.')
})

test('a README that the build has made is left alone', () => {
  using folder = sources({'README.md': list})
  folder.run()
  build({root: folder.root, now, check: false})
  const before = folder.files().map((path) => folder.read(path))
  expect(folder.run().notes).toEqual([
    'README.md: built by paperlist already, from its papers and template. Nothing to change.'
  ])
  expect(folder.files().map((path) => folder.read(path))).toEqual(before)
})

test('nothing is written over without --force', () => {
  using folder = sources({'README.md': list, 'templates/README.md': '# Mine\n'})
  expect(() => folder.run()).toThrow(
    'Refusing to write over templates/README.md, expected new files only; --force writes over them'
  )
  expect(folder.files()).toEqual(['README.md', 'templates/README.md'])
  folder.run({force: true})
  expect(folder.read('templates/README.md')).toContain('paperlist:papers')
})

test('a dry run writes nothing and says what it would', () => {
  using folder = sources({'README.md': list})
  const {written, notes} = folder.run({dryRun: true})
  expect(written).toHaveLength(4)
  expect(notes.at(-1)).toBe('Would write 4 files.')
  expect(folder.files()).toEqual(['README.md'])
})

const bullet = (title: string, id: string, more = '') => `- [${title}](https://arxiv.org/abs/${id})${more}\n`

describe('sections', () => {
  const readme = `# List\r\n\r\n## Surveys\r\n\r\nWords.\r\n${bullet('How Heads Copy Names', '2402.00001')}\r\n## Methods\r\n\r\n${bullet('Where Heads Look', '2402.00002')}${bullet('How Heads Copy Names', '2402.00001')}`

  test('get a zone each, and the prose stays as it was', () => {
    expect(templateOf(readme)).toBe(
      '# List\r\n\r\n## Surveys\r\n\r\nWords.\r\n\r\n<!-- paperlist:papers section="Surveys" group=none layout=bullets -->\r\n<!-- /paperlist:papers -->\r\n\r\n## Methods\r\n\r\n<!-- paperlist:papers section="Methods" group=none layout=bullets -->\r\n<!-- /paperlist:papers -->\r\n'
    )
  })

  test('that share a paper share its file', () => {
    expect(papersOf(readme)[0]).toContain('groups:\n  - Surveys\n  - Methods\n')
    expect(papersOf(readme)).toHaveLength(2)
  })
})

test('comments among the papers stay, with the entries in them', () => {
  const commented = `<!-- ${bullet('An Old One', '1901.00001').trim()} -->`
  const readme = `# List\n\n${bullet('How Heads Copy Names', '2402.00001')}\n${commented}\n\n${bullet('Where Heads Look', '2402.00002')}`
  expect(templateOf(readme)).toContain(commented)
  expect(papersOf(readme)).toHaveLength(2)
})

test('an entry without a date stays in the template, and the report says so', () => {
  using folder = sources({
    'README.md': `# List\n\n${bullet('How Heads Copy Names', '2402.00001')}- [A Paper Without Any Date](https://openreview.net/forum?id=abc)\n`
  })
  const {defects, papers} = folder.run()
  expect(papers).toHaveLength(1)
  expect(folder.read('templates/README.md')).toContain(
    '- [A Paper Without Any Date](https://openreview.net/forum?id=abc)\n'
  )
  expect(defects.map(({line, defect}) => [line, defect])).toEqual([[4, 'undated']])
})

test('an identifier that was copied does not merge two papers, and is a defect', () => {
  using folder = sources({
    'README.md': `# List\n\n${bullet('How Heads Copy Names', '2402.00001')}${bullet('Sleep of Quiet Layers Explained', '2402.00001')}`
  })
  const {papers, defects} = folder.run()
  expect(papers).toHaveLength(2)
  expect(defects).toEqual([
    {
      path: 'README.md',
      line: 4,
      defect: 'identifier',
      reason:
        'Unexpected `arxiv:2402.00001` for `Sleep of Quiet Layers Explained`, expected another: line 3 has it for `How Heads Copy Names`'
    }
  ])
})

describe('the report', () => {
  const readme = `# List\n\n- **HCN**: "How Heads Copy Names", Lab Seven. [[Paper](https://www.arxiv.org/pdf/2402.00001v2)] ![](https://img.shields.io/github/stars/a/b)\n`

  test('has each entry with its line, its file, its grounds, its rest and its addresses', () => {
    using folder = sources({'README.md': readme})
    const report: unknown = JSON.parse(importJson(folder.run()))
    expect(report).toEqual({
      papers: [
        {
          path: 'papers/2024-heads-copy-names.yaml',
          source: {path: 'README.md', line: 3, endLine: 3},
          fields: {
            title: {confidence: 0.97, reason: 'the words in quotation marks'},
            links: {confidence: 0.98, reason: 'read from the links `Paper`'},
            date: {confidence: 0.8, reason: 'the month of the arXiv identifier'},
            tags: {confidence: 0.7, reason: 'no tags of its own; it stands under `List`'}
          },
          rest: ['HCN', 'Lab Seven'],
          urls: [
            {from: 'https://www.arxiv.org/pdf/2402.00001v2', to: 'https://arxiv.org/abs/2402.00001'},
            {from: 'https://img.shields.io/github/stars/a/b', to: null}
          ]
        }
      ],
      unplaced: [],
      defects: [],
      accounted: {urls: 2, words: 9, missing: {urls: [], words: []}},
      written: ['papers/2024-heads-copy-names.yaml', 'templates/README.md', '.github/paperlist.yml']
    })
  })

  test('keeps the rest in the notes where asked to', () => {
    using folder = sources({'README.md': readme})
    folder.run({keepRest: true})
    expect(folder.read('papers/2024-heads-copy-names.yaml')).toContain('notes: |-\n  HCN\n  Lab Seven\n')
  })
})

describe('bad input is one line and exit 2', () => {
  test.each([
    ['a file that is missing', undefined, 'nothing.md: Unexpected missing file, expected it to exist'],
    ['prose', 'Only words.\n', 'Cannot find any paper in nothing.md, expected a list with titles, dates and links'],
    ['a null byte', '# A\0\n', 'nothing.md: Unexpected null byte, expected a text'],
    [
      'broken BibTeX',
      '@article{',
      'nothing.bib: Unexpected text, expected BibTeX: This format is not supported or recognized'
    ],
    ['JSON that is no list', '"x"', 'nothing.json: Unexpected text, expected CSL-JSON']
  ])('%s', (_, text, message) => {
    const name = /^[^ ]+\.(?:bib|json)/.exec(message)?.[0].replace(/:$/, '') ?? 'nothing.md'
    using folder = sources(text === undefined ? {'other.md': ''} : {[name]: text})
    const {code, stdout, stderr} = runBuilt('cli.js', ['import', name], {cwd: folder.root})
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^paperlist: [^\n]+\n$/)
    expect(stderr).toContain(message)
  })
})

test('the command reports on the terminal, and in JSON', () => {
  using folder = sources({'README.md': list})
  const shown = runBuilt('cli.js', ['import', 'README.md', '--dry-run'], {cwd: folder.root})
  expect(shown.code).toBe(0)
  expect(shown.stdout).toContain('README.md:10 → papers/2024-heads-copy-names.yaml')
  expect(shown.stdout).toContain('Nothing is lost')
  expect(shown.stdout).toContain('would write papers/2024-heads-copy-names.yaml')
  const json = runBuilt('cli.js', ['import', 'README.md', '--dry-run', '--format', 'json'], {cwd: folder.root})
  expect(JSON.parse(json.stdout)).toMatchObject({papers: [{source: {line: 10}}, {source: {line: 31}}]})
  expect(json.stderr).toBe('')
  expect(existsSync(join(folder.root, 'papers'))).toBe(false)
})
