import {mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {lint} from '../../src/commands/lint.ts'
import {goodPaper, goodPath, now, temporaryList} from '../support/list.ts'
import {verdictOn} from '../support/verdict.ts'

test.each(['yml', 'YAML', 'Yml'])('a paper file that ends in .%s', (ending) => {
  expect(verdictOn({[`papers/2024-retrieval-head.${ending}`]: goodPaper})).toEqual([
    `papers/2024-retrieval-head.${ending} error stray-file Unexpected ending of \`2024-retrieval-head.${ending}\`, expected \`2024-retrieval-head.yaml\``
  ])
})

test.each(['README.md', '.DS_Store', '.2024-hidden.yaml', '2024-retrieval-head.yaml.orig'])('%s', (name) => {
  expect(verdictOn({[`papers/${name}`]: goodPaper})).toEqual([
    `papers/${name} error stray-file Unexpected file \`${name}\`, expected only paper files, which end in \`.yaml\``
  ])
})

test('a folder, even an empty one and one by the name of a paper', () => {
  using list = temporaryList({[goodPath]: goodPaper})
  mkdirSync(join(list.root, 'papers/2024'))
  mkdirSync(join(list.root, 'papers/2024-long-context.yaml'))
  const {findings} = lint({root: list.root, now})
  expect(findings.map(({path, ruleId, reason}) => `${path} ${ruleId} ${reason}`)).toEqual([
    'papers/2024 stray-file Unexpected folder `2024`, expected every paper file in the folder of papers itself',
    'papers/2024-long-context.yaml stray-file Unexpected folder `2024-long-context.yaml`, expected every paper file in the folder of papers itself'
  ])
})

test('a link by the name of a paper is told what it is', () => {
  using list = temporaryList({'elsewhere.yaml': goodPaper})
  symlinkSync('../elsewhere.yaml', join(list.root, goodPath))
  const {findings} = lint({root: list.root, now})
  expect(findings.map(({path, ruleId, reason}) => `${path} ${ruleId} ${reason}`)).toEqual([
    `${goodPath} schema Unexpected symbolic link, expected a regular file`
  ])
})

test('what keeps an empty folder in git is no stray', () => {
  expect(verdictOn({'papers/.gitkeep': ''})).toEqual([])
})

test.each([
  ['case', 'papers/2024-Head.yaml', 'papers/2024-head.yaml'],
  ['the case of its ending', 'papers/2024-head.YAML', 'papers/2024-head.yaml'],
  ['the case of letters beyond ASCII', 'papers/2024-ÉTÉ.yaml', 'papers/2024-été.yaml'],
  ['two spellings of one letter', 'papers/2024-STRASSE.yaml', 'papers/2024-straße.yaml'],
  ['normalisation', 'papers/2024-e\u0301.yaml', 'papers/2024-é.yaml']
])('two names that differ only by %s', (_, first, second) => {
  const differs = 'by case or form only, expected another'
  expect(verdictOn({[first]: goodPaper, [second]: goodPaper}).filter((line) => line.includes('differs'))).toEqual([
    `${second} error stray-file Unexpected name that differs from \`${first}\` ${differs}`
  ])
})

test('two files that cannot be read differ by more than case as well', () => {
  const found = verdictOn({'papers/2024-a.yaml': '[', 'papers/2024-A.yaml': '['})
  expect(found.filter((line) => line.includes(' stray-file '))).toEqual([
    'papers/2024-a.yaml error stray-file Unexpected name that differs from `papers/2024-A.yaml` by case or form only, expected another'
  ])
})
