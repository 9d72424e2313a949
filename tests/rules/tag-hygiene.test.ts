import {expect, test} from 'vitest'
import {goodPath, paperWith} from '../support/list.ts'
import {verdictOn, verdictOnFields} from '../support/verdict.ts'

const other = 'papers/2024-long-context.yaml'
const third = 'papers/2024-short-context.yaml'

function tagged(title: string, identifier: string, tag: string): string {
  return paperWith(`title: ${title}\nlinks:\n  - https://arxiv.org/abs/${identifier}\ntags:\n  - ${tag}\n`)
}

/** What lint says of one paper with the first tag and two with the second. */
function verdictOnTags(tag: string, usual: string): string[] {
  return verdictOn({
    [goodPath]: paperWith(`tags:\n  - ${tag}\n`),
    [other]: tagged('Long Context', '2404.11111', usual),
    [third]: tagged('Short Context', '2404.22222', usual)
  })
}

test.each([
  ['case', 'retrieval head'],
  ['a hyphen', 'Retrieval-Head'],
  ['no space', 'RetrievalHead'],
  ['a plural', 'Retrieval Heads'],
  ['a typing error', 'Retreival Head'],
  ['a letter too few', 'Retrievl Head']
])('a tag that differs by %s gives way to the one in use', (_, tag) => {
  expect(verdictOnTags(tag, 'Retrieval Head')).toEqual([
    `${goodPath}:4:5 error tag-hygiene Unexpected tag \`${tag}\`, expected \`Retrieval Head\` as in \`${other}\``
  ])
})

test.each([
  ['Layer 1 Head', 'Layer 2 Head'],
  ['Asymmetric Head', 'Symmetric Head'],
  ['Head Pruning', 'Head Patching'],
  ['Copy Head', 'Cope Head'],
  ['Deductive Head', 'Inductive Head'],
  ['Retrieval Head', 'Induction Head']
])('%s and %s are two tags', (tag, usual) => {
  expect(verdictOnTags(tag, usual)).toEqual([])
})

test('of two tags that are equally rare, the later one gives way', () => {
  const first = paperWith('date: 2024-04-01\ntags:\n  - Retrieval Heads\n')
  expect(verdictOn({[goodPath]: first, [other]: tagged('Long Context', '2404.11111', 'Retrieval Head')})).toEqual([
    `${other}:4:5 error tag-hygiene Unexpected tag \`Retrieval Head\`, expected \`Retrieval Heads\` as in \`${goodPath}\``
  ])
})

test('a tag stands once in a paper', () => {
  expect(verdictOnFields('tags:\n  - Retrieval Head\n  - Induction Head\n  - Retrieval Head\n')).toEqual([
    `${goodPath}:6:5 error tag-hygiene Unexpected second \`Retrieval Head\`, expected each tag once`
  ])
})

test('an alias of the configuration is told its tag', () => {
  const config = 'tags:\n  aliases:\n    Previous Head: Previous Token Head\n'
  expect(verdictOnFields('tags:\n  - Previous Head\n', config)).toEqual([
    `${goodPath}:4:5 error tag-hygiene Unexpected tag \`Previous Head\`, expected \`Previous Token Head\` as the configuration has it`
  ])
})

test('a tag by the name of something that every object has is a tag like any other', () => {
  expect(verdictOnFields('tags:\n  - constructor\n  - toString\n', 'tags: {closed: false}\n')).toEqual([])
})

test('a closed vocabulary takes what is named or used elsewhere, and nothing new', () => {
  const reason = 'Unexpected tag `Retrieval Head`, expected one that is in use or in the configuration'
  const refused = [`${goodPath}:4:5 error tag-hygiene ${reason}`]
  expect(verdictOnFields('', 'tags:\n  closed: true\n')).toEqual(refused)
  expect(verdictOnFields('', 'tags:\n  closed: true\n  colours: {Retrieval Head: blue}\n')).toEqual([])
  expect(verdictOnFields('', 'tags:\n  closed: true\n  aliases: {RH: Retrieval Head}\n')).toEqual([])
  expect(
    verdictOn({
      [goodPath]: paperWith(''),
      [other]: tagged('Long Context', '2404.11111', 'Retrieval Head'),
      '.github/paperlist.yml': 'tags:\n  closed: true\n'
    })
  ).toEqual([])
})
