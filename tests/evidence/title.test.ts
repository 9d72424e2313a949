import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {bestTitle, compareTitles, likenessOf} from '../../src/evidence/title.ts'
import {readPaper} from '../../src/paper/read.ts'
import {wordsOf} from '../../src/paper/title.ts'

const folder = join(import.meta.dirname, '../../papers')
const titles = readdirSync(folder).map((name) => {
  const {paper} = readPaper(name, readFileSync(join(folder, name), 'utf8'))
  if (!paper) throw new Error(`${name} cannot be read`)
  return paper.title
})
const pairs = titles.flatMap((left, index) =>
  titles.filter((_, at) => at !== index).map((right) => [left, right] as const)
)

describe('the forty papers', () => {
  test('are themselves', () => {
    expect(titles.length).toBeGreaterThanOrEqual(40)
    expect(titles.filter((title) => compareTitles(title, title) !== 'same')).toEqual([])
  })

  test('are nobody else, and far from the threshold', () => {
    expect(pairs.filter(([left, right]) => compareTitles(left, right) !== 'other')).toEqual([])
    const joined = (title: string) => wordsOf(title).join('')
    const likenesses = pairs.map(([left, right]) => likenessOf(joined(left), joined(right)))
    // The figure in the comment of src/evidence/title.ts.
    expect(Math.max(...likenesses).toFixed(2)).toBe('0.53')
  })

  test.each<[string, (title: string) => string]>([
    ['in capitals', (title) => title.toUpperCase()],
    ['in small letters', (title) => title.toLowerCase()],
    ['with dashes for hyphens', (title) => title.replaceAll('-', '–')],
    ['without hyphens', (title) => title.replaceAll('-', '')],
    ['with spaces for hyphens', (title) => title.replaceAll('-', ' ')],
    ['with straight quotes', (title) => title.replaceAll('’', "'")],
    ['over two lines', (title) => title.replace(' ', '\n   ')],
    ['in braces of BibTeX', (title) => `{${title.replace(/[A-Z]+/g, '{$&}')}}`],
    ['with a full stop', (title) => `${title}.`],
    ['with an em dash for the colon', (title) => title.replace(': ', ' — ')],
    ['without their article', (title) => title.replace(/^(?:A|An|The) /, '')]
  ])('%s are still themselves, and nobody else', (_, change) => {
    expect(titles.filter((title) => compareTitles(change(title), title) !== 'same')).toEqual([])
    expect(pairs.filter(([left, right]) => compareTitles(change(left), right) !== 'other')).toEqual([])
  })

  test.each<[string, (title: string) => string]>([
    ['with the name of the site', (title) => `${title} | OpenReview`],
    ['with their identifiers', (title) => `[2404.15574] ${title}`],
    ['with a word in place of another', (title) => title.replace(/ [a-z]{2,4} /, ' regarding ')]
  ])('%s are not called another paper', (_, change) => {
    expect(titles.filter((title) => compareTitles(change(title), title) === 'other')).toEqual([])
    expect(pairs.filter(([left, right]) => compareTitles(change(left), right) !== 'other')).toEqual([])
  })

  test('keep their names where a page leaves out the subtitle', () => {
    const main = titles
      .filter((title) => title.includes(': '))
      .map((title) => [title.split(': ')[0] ?? '', title] as const)
    expect(main.length).toBeGreaterThanOrEqual(12)
    expect(main.filter(([short, title]) => compareTitles(short, title) === 'other')).toEqual([])
    expect(main.filter(([short, title]) => compareTitles(short, title) === 'unclear').map(([short]) => short)).toEqual([
      'MoA'
    ])
    const others = main.flatMap(([short]) =>
      titles.filter((title) => !title.startsWith(`${short}:`)).map((title) => [short, title] as const)
    )
    expect(others.filter(([short, title]) => compareTitles(short, title) !== 'other')).toEqual([])
  })
})

describe('one title', () => {
  test.each([
    ['A Formal Framework for $k$-NN Attention', 'A Formal Framework for k-NN Attention'],
    ['On the \\textit{Biology} of Language Models', 'On the Biology of Language Models'],
    ['Sch\\"{o}lkopf Networks and Their Heads', 'Schölkopf Networks and Their Heads'],
    ["Poincar\\'e Embeddings of Attention", 'Poincaré Embeddings of Attention'],
    ['Attention over $\\mathbb{R}^n$ Explained', 'Attention over R^n Explained'],
    ['BERT’s “Attention” — Explained', 'BERT\'s "Attention" - Explained'],
    ['Mixture-of-Experts Attention', 'Mixture of Experts Attention'],
    ['Naïve Attention Suffices', 'Naive Attention Suffices'],
    ['Attention &amp; Memory in Transformers', 'Attention & Memory in Transformers'],
    ['𝐁𝐨𝐥𝐝 Heads in Transformers', 'Bold Heads in Transformers'],
    [
      'Retrieval Heads Mechanistically Explain Long-Context Factuality',
      'Retrieval Head Mechanistically Explains Long-Context Factuality'
    ]
  ])('%s = %s', (page, paper) => {
    expect(compareTitles(page, paper)).toBe('same')
    expect(compareTitles(paper, page)).toBe('same')
  })
})

describe('another title', () => {
  test.each([
    [
      'A Survey of Quantum Chromodynamics on the Lattice',
      'Retrieval Head Mechanistically Explains Long-Context Factuality'
    ],
    ['Attention Is All You Need', 'Attention Is Not All You Need Anymore: Pure Attention Loses Rank'],
    ['Induction Heads', 'Successor Heads: Recurring, Interpretable Attention Heads In The Wild'],
    ['arXiv', 'Induction Heads'],
    ['注意力头', '检索头从机制上解释长上下文的事实性'],
    ['', 'Induction Heads']
  ])('%s ≠ %s', (page, paper) => {
    expect(compareTitles(page, paper)).toBe('other')
  })
})

describe('neither is claimed', () => {
  test.each([
    ['BERT', 'BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding'],
    ['Locating and Editing Factual Associations in GPT', 'Locating and Editing Factual Knowledge in GPT']
  ])('of %s and %s', (page, paper) => {
    expect(compareTitles(page, paper)).toBe('unclear')
    expect(compareTitles(paper, page)).toBe('unclear')
  })
})

test('the likeness of two texts is between 0 and 1, and the same both ways', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (left, right) => {
      const likeness = likenessOf(left, right)
      return likeness >= 0 && likeness <= 1 && likeness === likenessOf(right, left)
    })
  )
})

test('whatever a page calls itself, it is one of three', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), fc.string({unit: 'binary'}), (left, right) => {
      expect(['same', 'unclear', 'other']).toContain(compareTitles(left, right))
    }),
    {numRuns: 30}
  )
})

describe('of several titles', () => {
  const claims = [{title: 'Induction Heads in Transformers'}]
  test('the one that is the paper’s', () => {
    expect(bestTitle(['Têtes d’induction', 'Induction heads in transformers'], claims)).toBe(
      'Induction heads in transformers'
    )
  })
  test('the first where none is', () => {
    expect(bestTitle(['Têtes d’induction', 'Chromodynamics'], claims)).toBe('Têtes d’induction')
    expect(bestTitle([], claims)).toBeUndefined()
  })
})

test.each<[string, string]>([
  ['letters', 'a'.repeat(512 * 1024)],
  ['words', 'a '.repeat(256 * 1024)],
  ['commands of TeX', '\\text'.repeat(100_000)],
  ['braces', '{'.repeat(512 * 1024)],
  ['backslashes', '\\'.repeat(512 * 1024)],
  ['colons', ': '.repeat(256 * 1024)],
  ['marks', 'á́́́'.repeat(100_000)],
  ['spaces', `\\text${' '.repeat(512 * 1024)}`]
])('half a mebibyte of %s is compared quickly', (_, text) => {
  const started = performance.now()
  compareTitles(text, titles[0] ?? '')
  compareTitles(titles[0] ?? '', text)
  expect(performance.now() - started).toBeLessThan(1000)
})
