import {expect, test} from 'vitest'
import {goodPaper, goodPath, paperWith} from '../support/list.ts'
import {verdictOn} from '../support/verdict.ts'

const configuration = 'summary:\n  sentences: 3\n  words: 60\n'
const quotes = 'expected quotes round a text that holds it'
const entries = 'expected a list: one entry a line, each after `- `'

/** The good paper with some fields replaced, and where and what lint then says. */
const fields: readonly (readonly [name: string, fields: string, ...found: string[]])[] = [
  [
    'a colon in the title',
    'title: Retrieval Head: A Story\n',
    `1:8 error schema Unexpected \`: \` within a text, ${quotes}`
  ],
  [
    'a hash in the title',
    'title: Retrieval Head #1\n',
    `1:23 error schema Unexpected \` #\`, which begins a comment in YAML, ${quotes}`
  ],
  [
    'a title that starts with quotes',
    'title: "Retrieval Head" Explained\n',
    '1:25 error schema Unexpected text behind `"`, expected quotes round the whole text, and `\\"` for a quote within it'
  ],
  [
    'a title that starts with a bracket',
    'title: [Re] Retrieval Head\n',
    '1:13 error schema Unexpected text behind `]`, expected quotes round the whole text'
  ],
  [
    'a title that starts with an at sign',
    'title: @Retrieval Head\n',
    '1:8 error schema Unexpected `@` at the start of a text, expected the text in quotes'
  ],
  [
    'an apostrophe within apostrophes',
    "title: 'The Head's Tale'\n",
    "1:18 error schema Unexpected text behind `'`, expected quotes round the whole text, and `''` for an apostrophe within it"
  ],
  [
    'a quote that is not closed',
    'title: "Retrieval Head\n',
    '1:8 error schema Unexpected `"` at the start of a text, expected another at its end'
  ],
  [
    'a zero-width space',
    'title: Retrieval\u{200B}Head\n',
    '1:17 error schema Unexpected character U+200B (zero-width space), expected visible text'
  ],
  [
    'a title in capitals',
    'title: RETRIEVAL HEAD EXPLAINED\n',
    '1:8 error title Unexpected title in capitals, expected small letters too'
  ],
  [
    'a full stop',
    'title: Retrieval Head.\n',
    '1:8 error title Unexpected full stop at the end of the title, expected `Retrieval Head`'
  ],
  [
    'a month that is none',
    'date: 2024-13-01\n',
    '2:7 error date Unexpected date `2024-13-01`, expected one that exists'
  ],
  ['a day that is none', 'date: 2024-02-30\n', '2:7 error date Unexpected date `2024-02-30`, expected one that exists'],
  [
    'a date with the day first',
    'date: 24/04/2024\n',
    '2:7 error date Unexpected date `24/04/2024`, expected `2024-04-24`'
  ],
  ['an empty date', 'date:\n', '2:1 error schema Unexpected empty text, expected a text'],
  ['tabs', 'tags:\n\t- Retrieval Head\n', '4:1 error schema Unexpected tab, expected spaces for indentation'],
  ['tags as a text', 'tags: Retrieval Head, Induction Head\n', `3:7 error schema Unexpected text, ${entries}`],
  ['no space after the dash', 'tags:\n  -Retrieval Head\n', `4:3 error schema Unexpected text, ${entries}`],
  ['empty tags', 'tags:\n', `3:1 error schema Unexpected empty value, ${entries}`],
  ['no tags', 'tags: []\n', '3:7 error schema Unexpected empty list, expected at least one entry'],
  [
    'an entry too far to the right',
    'tags:\n  - Retrieval Head\n    - Induction Head\n',
    '4:5 error schema Unexpected `- ` within a text, expected it right below the `- ` of the entry before'
  ],
  [
    'an entry too far to the left',
    'tags:\n  - Retrieval Head\n - Induction Head\n',
    '5:2 error schema Unexpected indentation, expected it as on the lines before'
  ],
  [
    'a bracket that is not closed',
    'tags: [Retrieval Head\n',
    '4:1 error schema Unexpected line within brackets, expected `]` before it'
  ],
  ['an unknown field', 'author: Wenhao Wu\n', '11:1 error schema Unexpected field `author`, expected `authors`'],
  ['a field twice', 'notes: one\n', '12:1 error schema Unexpected second `notes`, expected each field once'],
  [
    'a PDF',
    'links:\n  - https://arxiv.org/pdf/2404.15574\n',
    '6:5 error link-form Unexpected form `https://arxiv.org/pdf/2404.15574`, expected `https://arxiv.org/abs/2404.15574`'
  ],
  [
    'a version',
    'links:\n  - https://arxiv.org/abs/2404.15574v2\n',
    '6:5 error link-form Unexpected form `https://arxiv.org/abs/2404.15574v2`, expected `https://arxiv.org/abs/2404.15574`'
  ],
  [
    'a tracked link',
    'links:\n  - https://arxiv.org/abs/2404.15574?utm_source=x\n',
    '6:5 error link-form Unexpected form `https://arxiv.org/abs/2404.15574?utm_source=x`, expected `https://arxiv.org/abs/2404.15574`'
  ],
  [
    'a link without https',
    'links:\n  - arxiv.org/abs/2404.15574\n',
    '6:5 error link-form Unexpected link `arxiv.org/abs/2404.15574`, expected `https://arxiv.org/abs/2404.15574`'
  ],
  [
    'a script',
    'links:\n  - javascript:alert(1)\n',
    '6:5 error link-form Unexpected link `javascript:alert(1)`, expected a public http or https address'
  ],
  [
    'a Markdown link',
    'links:\n  - [arXiv](https://arxiv.org/abs/2404.15574)\n',
    '6:12 error schema Unexpected text behind `]`, expected quotes round the whole text'
  ],
  [
    'an unknown host',
    'links:\n  - https://heads.example/post\n',
    '6:5 error link-form Unexpected host `heads.example` without site and kind, expected {url, site, kind} for the badge'
  ],
  [
    'two sentences',
    'summary:\n  - What is new.\n  - What was done.\n',
    '8:3 error summary Unexpected 2 sentences, expected 3'
  ],
  [
    'a block of text',
    'summary: |\n  What is new.\n  What was done.\n',
    `7:10 error schema Unexpected text, ${entries}`
  ],
  [
    'a sentence over two lines',
    'summary:\n  - |\n    What\n    is new.\n  - What was done.\n  - The result.\n',
    '8:5 error summary Unexpected line break in a sentence, expected one line'
  ],
  [
    'a colon on the second line',
    'summary:\n  - What\n    is new: this.\n  - Two.\n  - Three.\n',
    '9:5 error schema Unexpected `: ` on a line that continues a text, expected less indentation or quotes round the text'
  ],
  [
    'a sentence that starts bold',
    'summary:\n  - **New** heads.\n  - Two.\n  - Three.\n',
    '8:5 error schema Unexpected `**New**`, which is an alias in YAML, expected the text in quotes'
  ],
  [
    'a formula in double quotes',
    'summary:\n  - "$\\theta$ is new."\n  - Two.\n  - Three.\n',
    '8:5 error schema Unexpected tab, expected single quotes round a text with a backslash'
  ],
  ['an old name of a venue', "venue: NIPS'17\n", "11:8 error venue Unexpected venue `NIPS'17`, expected `NeurIPS 2017`"]
]

test.each(fields)('%s', (name, text, ...found) => {
  const twice = name === 'a field twice' ? text : ''
  expect(verdictOn({[goodPath]: paperWith(text) + twice, '.github/paperlist.yml': configuration})).toEqual(
    found.map((line) => `${goodPath}:${line}`)
  )
})

test('no space after the colon of a field', () => {
  expect(verdictOn({[goodPath]: goodPaper.replace('date: ', 'date:')})).toEqual([
    `${goodPath}:2:1 error schema Unexpected line without \`: \`, expected a field: its name, \`: \` and its value`
  ])
})

test('an indented field', () => {
  expect(verdictOn({[goodPath]: goodPaper.replace('date: ', '  date: ')})).toEqual([
    `${goodPath}:2:3 error schema Unexpected \`: \` on a line that continues a text, expected less indentation or quotes round the text`
  ])
})

test('a conflict that was not resolved', () => {
  const conflict = '<<<<<<< HEAD\ndate: 2024-04-24\n=======\ndate: 2024-04-25\n>>>>>>> main\n'
  expect(verdictOn({[goodPath]: goodPaper.replace('date: 2024-04-24\n', conflict)})).toEqual([
    `${goodPath}:2:1 error schema Unexpected line without \`: \`, expected a field: its name, \`: \` and its value`
  ])
})

test('a singular field', () => {
  expect(verdictOn({[goodPath]: goodPaper.replace('tags:', 'tag:')})).toEqual([
    `${goodPath}:3:1 error schema Unexpected field \`tag\`, expected \`tags\``
  ])
})

test('no title', () => {
  expect(verdictOn({[goodPath]: goodPaper.replace(/^title.*\n/, '')})).toEqual([
    `${goodPath}:1:1 error schema Unexpected missing \`title\`, expected this field to be there`
  ])
})

test('a date in the future', () => {
  const path = 'papers/2027-retrieval-head.yaml'
  const links = 'links:\n  - https://openreview.net/forum?id=kvcbV8KQsi\n'
  expect(verdictOn({[path]: paperWith(`date: 2027-04-24\n${links}`)})).toEqual([
    `${path}:2:7 error date Unexpected date \`2027-04-24\` in the future, expected one that has come`
  ])
})

test('the wrong year in the file name', () => {
  expect(verdictOn({'papers/2023-retrieval-head.yaml': goodPaper})).toEqual([
    'papers/2023-retrieval-head.yaml error file-name Unexpected `2023` at the start of the file name, expected `2024`; `2024-retrieval-head.yaml` would do'
  ])
})

test('capitals in the file name', () => {
  expect(verdictOn({'papers/2024-Retrieval-Head.yaml': goodPaper})).toEqual([
    'papers/2024-Retrieval-Head.yaml error file-name Unexpected `R` in the file name, expected small letters, digits and hyphens; `2024-retrieval-head.yaml` would do'
  ])
})

test('the ending .yml', () => {
  expect(verdictOn({'papers/2024-retrieval-head.yml': goodPaper})).toEqual([
    'papers/2024-retrieval-head.yml error stray-file Unexpected ending of `2024-retrieval-head.yml`, expected `2024-retrieval-head.yaml`'
  ])
})

test('a paper that is there already', () => {
  const again = 'papers/2024-long-context.yaml'
  const reason = '6:5 error no-duplicate-paper Unexpected second file for arxiv:2404.15574, expected one:'
  expect(verdictOn({[goodPath]: goodPaper, [again]: paperWith('title: Long Context\n')})).toEqual([
    `${again}:${reason} \`${goodPath}\` has it too`,
    `${goodPath}:${reason} \`${again}\` has it too`
  ])
})

test('BibTeX', () => {
  expect(verdictOn({[goodPath]: '@article{wu2024,\n  title={Retrieval Head}\n}\n'})).toEqual([
    `${goodPath}:1:1 error schema Unexpected \`@\` at the start of a text, expected the text in quotes`
  ])
})
