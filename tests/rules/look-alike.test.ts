import {describe, expect, test} from 'vitest'
import {verdictOnFields} from '../support/verdict.ts'

const found = (fields: string) => verdictOnFields(fields).filter((line) => line.includes(' look-alike '))

describe('a Latin word with', () => {
  test.each([
    ['a Cyrillic letter', 'tags:\n  - Heаd\n', '4:5', '`а` (U+0430, Cyrillic) in `Heаd`'],
    ['a Cyrillic letter by an escape', 'tags:\n  - "He\\u0430d"\n', '4:5', '`а` (U+0430, Cyrillic) in `Heаd`'],
    ['a Greek capital', 'tags:\n  - ΑI\n', '4:5', '`Α` (U+0391, Greek) in `ΑI`'],
    ['a Greek omicron', 'tags:\n  - Mοdel\n', '4:5', '`ο` (U+03BF, Greek) in `Mοdel`'],
    ['an Armenian letter', 'tags:\n  - mօdel\n', '4:5', '`օ` (U+0585, of another alphabet) in `mօdel`'],
    ['nothing Latin but the words beside it', 'tags:\n  - ВЕРТ heads\n', '4:5', '`В` (U+0412, Cyrillic) in `ВЕРТ`'],
    ['a host', 'links:\n  - https://аrxiv.org/abs/2404.15574\n', '6:5', '`а` (U+0430, Cyrillic) in `аrxiv`'],
    ['a host of nothing else', 'links:\n  - https://хсоре.com/a\n', '6:5', '`х` (U+0445, Cyrillic) in `хсоре`']
  ])('%s', (_, fields, place, what) => {
    expect(found(fields)).toEqual([
      `papers/2024-retrieval-head.yaml:${place} warning look-alike Unexpected ${what}, expected a Latin letter`
    ])
  })

  test.each([
    ['title', 'title: Retrieval Heаds\n'],
    ['venue', 'venue: IСLR 2024\n'],
    ['authors', 'authors:\n  - Jаne\n'],
    ['groups', 'groups:\n  - Heаds\n'],
    ['summary', 'summary:\n  - A heаd.\n  - B.\n  - C.\n'],
    ['site', 'links:\n  - url: https://arxiv.org/abs/2404.15574\n    site: аrXiv\n'],
    ['kind', 'links:\n  - url: https://arxiv.org/abs/2404.15574\n    kind: Pаper\n']
  ])('one, in %s', (_, fields) => {
    expect(found(fields)).toHaveLength(1)
  })
})

test.each([
  ['Greek that looks like itself', 'tags:\n  - σReparam and β-VAE with ΔG\n'],
  ['a Greek word', 'tags:\n  - Νους\n'],
  ['a Russian name', 'authors:\n  - Ольга Сух\n'],
  ['a Russian text with a Latin name', 'summary:\n  - Что происходит с BERT.\n  - B.\n  - C.\n'],
  ['accents', 'authors:\n  - Łukasz Poincaré Nguyễn\n'],
  ['Chinese beside Latin', 'tags:\n  - GPT模型\n'],
  ['mathematical letters', 'tags:\n  - 𝐀 model\n']
])('%s is fine', (_, fields) => {
  expect(found(fields)).toEqual([])
})
