import {mkdirSync, rmSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {type Config, configPath, loadConfig} from '../src/config.ts'
import {Failure} from '../src/failure.ts'
import {temporaryList} from './support/list.ts'

function load(text: string): Config {
  using list = temporaryList({[configPath]: text})
  return loadConfig(list.root)
}

/** The one line that a failure says. */
function failureOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof Failure) return error.message
    throw error
  }
  return 'no failure'
}

const defaults: Config = {
  path: '.github/paperlist.yml',
  papers: 'papers',
  outputs: [{template: 'templates/README.md', file: 'README.md'}],
  groups: [{name: 'Year {year}'}],
  summary: {sentences: [0, Number.POSITIVE_INFINITY], words: Number.POSITIVE_INFINITY},
  tags: {closed: false, aliases: {}, colours: {}},
  sites: [],
  rules: {},
  links: {ignore: [], remap: [], hosts: {}},
  pages: {budget: 450 * 1024, directory: 'pages'}
}

describe('the defaults', () => {
  test('without a configuration', () => {
    using list = temporaryList()
    expect(loadConfig(list.root)).toEqual(defaults)
  })

  test.each(['', '\n\n', '# nothing\n', '  # nothing\n# at all'])('with a blank one: %j', (text) => {
    expect(load(text)).toEqual(defaults)
  })

  test('where a file stands in place of its folder', () => {
    using list = temporaryList({'.github': ''})
    expect(loadConfig(list.root)).toEqual(defaults)
  })

  test('README.md is its own template where there is no other', () => {
    using list = temporaryList()
    rmSync(join(list.root, 'templates'), {recursive: true})
    expect(loadConfig(list.root).outputs).toEqual([{template: 'README.md', file: 'README.md'}])
  })

  test('of parts that are there and empty', () => {
    expect(load('summary: {}\ntags: {}\nsites: []\nrules: {}\nlinks: {}\npages: {}\n')).toEqual(defaults)
  })
})

test('a configuration in full', () => {
  const text = `title: Awesome Attention Heads
repository: IAAR-Shanghai/Awesome-Attention-Heads
papers: data/papers
outputs:
  - template: templates/list.md
    file: docs/README.md
groups:
  - name: Before ChatGPT Announced
    before: 2022-11-30
  - name: Year {year}
summary:
  sentences: 3
  words: 60
tags:
  closed: true
  aliases: {Previous Head: Previous Token Head}
  colours: {default: blue}
sites:
  - host: lesswrong.com
    site: LessWrong
    kind: Post
rules: {venue: warn, tag-hygiene: error, title: off, date: info}
links:
  ignore:
    - url: https://example.org/*
      reason: the host refuses robots
      until: 2027-01-01
  remap: ['https://doi.org https://doi.example.edu']
  concurrency: 64
  hosts:
    example.org: {concurrent: 4, interval: 250, headers: {Accept: text/html}}
  withdrawn: warn
pages:
  budget: 300KiB
  directory: more/pages
`
  expect(load(text)).toEqual({
    path: '.github/paperlist.yml',
    title: 'Awesome Attention Heads',
    repository: 'IAAR-Shanghai/Awesome-Attention-Heads',
    papers: 'data/papers',
    outputs: [{template: 'templates/list.md', file: 'docs/README.md'}],
    groups: [{name: 'Before ChatGPT Announced', before: '2022-11-30'}, {name: 'Year {year}'}],
    summary: {sentences: [3, 3], words: 60},
    tags: {closed: true, aliases: {'Previous Head': 'Previous Token Head'}, colours: {default: 'blue'}},
    sites: [{host: 'lesswrong.com', site: 'LessWrong', kind: 'Post'}],
    rules: {venue: 'warn', 'tag-hygiene': 'error', title: 'off', date: 'info'},
    links: {
      ignore: [{url: 'https://example.org/*', reason: 'the host refuses robots', until: '2027-01-01'}],
      remap: ['https://doi.org https://doi.example.edu'],
      concurrency: 64,
      hosts: {'example.org': {concurrent: 4, interval: 250, headers: {Accept: 'text/html'}}},
      withdrawn: 'warn'
    },
    pages: {budget: 300 * 1024, directory: 'more/pages'}
  })
})

test.each([
  ['sentences: [1, 3]', [1, 3]],
  ['sentences: [2, 2]', [2, 2]],
  ['sentences: 0', [0, 0]],
  ['words: 5', [0, Number.POSITIVE_INFINITY]]
])('a summary of %s', (text, sentences) => {
  expect(load(`summary: {${text}}\n`).summary.sentences).toEqual(sentences)
})

test('a budget of off is none', () => {
  expect(load('pages: {budget: off}\n').pages.budget).toBeUndefined()
})

test('a colour for each of a thousand tags', () => {
  const colours = Array.from({length: 1000}, (_, index) => `    Tag ${index}: blue\n`).join('')
  expect(Object.keys(load(`tags:\n  colours:\n${colours}`).tags.colours)).toHaveLength(1000)
})

test('another file may be named, and then has to be there', () => {
  using list = temporaryList({'other.yml': 'title: Other\n', '.github/paperlist.yml': 'titel: a\n'})
  expect(loadConfig(list.root, 'other.yml')).toMatchObject({path: 'other.yml', title: 'Other'})
  const missing = 'missing.yml: Unexpected missing file, expected it to exist'
  expect(failureOf(() => loadConfig(list.root, 'missing.yml'))).toBe(missing)
  expect(failureOf(() => loadConfig(list.root, 'other.yml/a'))).toBe(missing.replace('missing.yml', 'other.yml/a'))
})

describe('a file that cannot be read', () => {
  test.each<[about: string, content: string | Uint8Array, reason: string]>([
    ['not UTF-8', Uint8Array.of(0x61, 0xff), 'Unexpected bytes that are not UTF-8, expected UTF-8 text'],
    ['too large', ' '.repeat(256 * 1024 + 1), 'Unexpected file of 262145 bytes, expected at most 262144']
  ])('%s', (_, content, reason) => {
    using list = temporaryList({[configPath]: content})
    expect(failureOf(() => loadConfig(list.root))).toBe(`${configPath}: ${reason}`)
  })

  test('a link', () => {
    using list = temporaryList({'other.yml': ''})
    mkdirSync(join(list.root, '.github'))
    symlinkSync('../other.yml', join(list.root, configPath))
    expect(failureOf(() => loadConfig(list.root))).toContain('Unexpected symbolic link, expected a regular file')
  })

  test('a folder', () => {
    using list = temporaryList({[`${configPath}/a`]: ''})
    expect(failureOf(() => loadConfig(list.root))).toContain('Unexpected folder, device or pipe')
  })
})

const text = 'Unexpected empty text, expected a text'
const list = 'expected a list: one entry a line, each after `- `'
const noFields = 'Unexpected list, expected fields: `name: value`'
const inside = 'Unexpected path, expected one within the list, relative and with forward slashes'
const number = 'Unexpected text, expected a whole number'
const day = 'Unexpected text, expected a date, YYYY-MM-DD'
const severity = 'Unexpected text, expected off, info, warn or error'
const size = 'Unexpected text, expected a size such as 450KiB, or off'

function missing(name: string): string {
  return `Unexpected missing \`${name}\`, expected this field to be there`
}

describe('a wrong configuration fails in one line', () => {
  test.each<[source: string, at: string, reason: string]>([
    ['- a', '1:1', noFields],
    ['a', '1:1', 'Unexpected text, expected fields'],
    ['title: a: b', '1:8', 'Unexpected `: ` within a text, expected quotes round a text that holds it'],
    ['title: a\ntitle: b', '2:1', 'Unexpected second `title`, expected each field once'],
    ['title: *a', '1:8', 'Unexpected `*a`, which is an alias in YAML, expected the text in quotes'],
    ['title: a\n---\ntitle: b', '2:1', 'Unexpected second document, expected one a file'],
    ['title: a\u202E', '1:9', 'Unexpected character U+202E (right-to-left override), expected visible text'],
    ['\uFEFFtitle: a', '1:1', 'Unexpected character U+FEFF (byte-order mark), expected visible text'],
    ['\ntitel: a', '2:1', 'Unexpected field `titel`, expected `title`'],
    ['title:', '1:1', text],
    ['title: [a]', '1:8', 'Unexpected list, expected one text'],
    ['repository: a', '1:13', 'Unexpected text, expected owner/name'],
    ['repository: https://github.com/a/b', '1:13', 'Unexpected text, expected owner/name'],
    ...['../a', 'a/../b', '/a', './a', '.', 'a//b', 'a/', 'a\\b', 'C:a', '""'].map((path): [string, string, string] => [
      `papers: ${path}`,
      '1:9',
      inside
    ]),
    ['outputs: a', '1:10', `Unexpected text, ${list}`],
    ['outputs:\n  - [a]', '2:5', noFields],
    ['outputs:\n  - template: a', '2:5', missing('file')],
    ['outputs:\n  - template: a\n    file: ../b', '3:11', inside],
    ['groups: []', '1:9', 'Unexpected empty list, expected at least one entry'],
    ['groups:', '1:1', `Unexpected empty value, ${list}`],
    ['groups:\n  - a', '2:5', 'Unexpected text, expected fields'],
    ['groups:\n  - before: 2022-11-30', '2:5', missing('name')],
    ['groups:\n  - name: a\n    before: 2022-11', '3:13', day],
    ['groups:\n  - name: a\n    before: 2022-02-30', '3:13', day],
    ['summary: 3', '1:10', 'Unexpected text, expected fields'],
    ['summary: {word: 3}', '1:11', 'Unexpected field `word`, expected `words`'],
    ['summary: {words: 1.5}', '1:18', number],
    ['summary: {words: -1}', '1:18', number],
    ['summary: {sentences: many}', '1:22', `${number} or a list`],
    ['summary: {sentences: [1, many]}', '1:26', number],
    ['summary: {sentences: [1]}', '1:22', expect.stringContaining('two numbers: the least and the most')],
    ['summary: {sentences: [1, 2, 3]}', '1:22', expect.stringContaining('two numbers: the least and the most')],
    ['summary: {sentences: [3, 1]}', '1:22', 'Unexpected order, expected the least before the most'],
    ['summary: {sentences: {least: 1}}', '1:22', 'Unexpected fields, expected a text or a list'],
    ['tags: {closed: yes}', '1:16', 'Unexpected text, expected true or false'],
    ['tags: {colors: {a: b}}', '1:8', 'Unexpected field `colors`, expected `colours`'],
    ['tags: {aliases: [a]}', '1:17', noFields],
    ['tags: {aliases: a}', '1:17', 'Unexpected text, expected fields'],
    ['tags: {aliases: {a: [b]}}', '1:21', 'Unexpected list, expected one text'],
    ['tags: {aliases: {a: }}', '1:18', text],
    ['sites: {host: a}', '1:8', `Unexpected fields, ${list}`],
    ['sites:\n  - host: a.org\n    site: A', '2:5', missing('kind')],
    ['sites:\n  - {host: a.org, site: A, kind: }', '2:28', text],
    ['rules: venue', '1:8', 'Unexpected text, expected fields'],
    ['rules: [error]', '1:8', noFields],
    ['rules: {venue: fatal}', '1:16', severity],
    ['links: {remap: a}', '1:16', `Unexpected text, ${list}`],
    ['links: {ignore: [a]}', '1:18', 'Unexpected text, expected fields'],
    ['links: {ignore: [{url: a}]}', '1:18', missing('reason')],
    ['links: {ignore: [{url: a, reason: b, until: soon}]}', '1:45', day],
    ['links: {concurrency: 0}', '1:22', 'Unexpected 0, expected at least 1'],
    ['links: {concurrency: 1000000}', '1:22', number],
    ['links: {hosts: [a]}', '1:16', noFields],
    ['links: {hosts: {a.org: {retries: 3}}}', '1:25', expect.stringContaining('Unexpected field `retries`')],
    ['links: {hosts: {a.org: {interval: 1s}}}', '1:35', number],
    ['links: {hosts: {a.org: {headers: [a]}}}', '1:34', noFields],
    ['links: {withdrawn: maybe}', '1:20', severity],
    ['pages: {budget: 450}', '1:17', size],
    ['pages: {budget: 450KB}', '1:17', size],
    ['pages: {directory: ../pages}', '1:20', inside]
  ])('%j', (source, at, reason) => {
    using folder = temporaryList({[configPath]: `${source}\n`})
    const message = failureOf(() => loadConfig(folder.root))
    const [, where, sentence] = /^(.+?:\d+:\d+): (.+)$/.exec(message) ?? []
    expect([where, sentence]).toEqual([`${configPath}:${at}`, reason])
  })
})
