import {expect, test} from 'vitest'
import {build} from '../../src/commands/build.ts'
import {jobSummary} from '../../src/commands/job-summary.ts'
import {reporters} from '../../src/reporters/index.ts'
import {everyLayout} from '../fuzz/papers.ts'
import {now, paperWith, temporaryList} from '../support/list.ts'

const many = (count: number, entry: (index: number) => string) =>
  Array.from({length: count}, (_, index) => `  - ${entry(index)}\n`).join('')
const sentences = (part: string) => `summary:\n${many(15, () => `'${part.repeat(Math.floor(1900 / part.length))}'`)}`

// Each of these took seconds, or memory without end, at some stage between the file and its reports.
const files: readonly (readonly [string, string])[] = [
  ['fields that are unknown', paperWith(Array.from({length: 900}, (_, index) => `k${index}: v\n`).join(''))],
  ['texts that are lists', paperWith(`tags:\n${many(700, () => '[a]')}`)],
  ['links that lack an address', paperWith(`links:\n${many(500, () => '{u: x}')}`)],
  ['tags that are one', paperWith(`tags:\n${many(50, () => 'A')}`)],
  ['a long tag', paperWith(`tags:\n  - ${'<script>'.repeat(3500)}\n`)],
  ['long tags', paperWith(`tags:\n${many(50, (index) => `'${'*_'.repeat(98)}${index}'`)}`)],
  [
    'groups of tags and links',
    paperWith(`groups:\n${many(10, (at) => `G${at}`)}tags:\n${many(50, (at) => `Tag ${at * 1000}`)}`)
  ],
  ['spaces before a line break', paperWith(`notes: "a${' '.repeat(30_000)}b\\nc"\n`)],
  ['spaces in a title', paperWith(`title: "a${' '.repeat(990)}b\\nc"\n`)],
  ['hidden characters', paperWith(`title: "${'\\u202e'.repeat(5000)}"\n`)],
  ['hidden characters, unescaped', paperWith(`title: ${'\u202E'.repeat(10_000)}\n`)],
  ['brackets in sentences', paperWith(sentences('[a]('))],
  ['delimiters in sentences', paperWith(sentences('*_'))],
  ['backquotes in sentences', paperWith(sentences('``a'))],
  ['formulas in sentences', paperWith(sentences('$a'))],
  ['addresses in sentences', paperWith(sentences('<http://'))],
  ['parameters of an address', paperWith(`links:\n  - https://a.org/?${'utm_a=1&'.repeat(3500)}\n`)]
]

test.each(files)('a file of %s is judged, built and reported within a second', (_, file) => {
  using list = temporaryList({'papers/2024-a.yaml': file, 'templates/README.md': everyLayout, 'README.md': 'old\n'})
  const started = performance.now()
  const report = build({root: list.root, now, check: true})
  for (const {render} of reporters) render(report.findings, {color: false})
  jobSummary(report, '')
  expect(performance.now() - started).toBeLessThan(1000)
  expect(report.findings.length).toBeGreaterThan(0)
})

test('ten thousand hidden characters are one finding, with their number', () => {
  using list = temporaryList({'papers/2024-a.yaml': paperWith(`title: ${'\u202E'.repeat(10_000)}\n`)})
  expect(build({root: list.root, now, check: true}).findings).toEqual([
    {
      path: 'papers/2024-a.yaml',
      place: {start: {line: 1, column: 8}, end: {line: 1, column: 9}},
      ruleId: 'schema',
      severity: 'error',
      reason: 'Unexpected character U+202E (right-to-left override) in 10000 places, expected visible text'
    }
  ])
})
