import {expect, test} from 'vitest'
import {titleKey, wordsOf} from '../../src/paper/title.ts'

test.each([
  ['', []],
  ['…—!', []],
  ['BERT’s In-Context', ['berts', 'in', 'context']],
  ["What's New?", ['whats', 'new']],
  ['Poincaré  Poincare\u0301', ['poincare', 'poincare']],
  ['İSTANBUL ISTANBUL', ['istanbul', 'istanbul']],
  ['ﬁne ①', ['fine', '1']],
  ['GPT-2: 3.5 vs. 4o', ['gpt', '2', '3', '5', 'vs', '4o']],
  ['$\\mathbb{R}^2$', ['mathbb', 'r', '2']],
  ['注意力 機制', ['注意力', '機制']],
  ['𝔸ttention', ['attention']],
  ['a\u00A0b\u2011c_d\te\nf', ['a', 'b', 'c', 'd', 'e', 'f']]
])('the words of %j', (title, words) => {
  expect(wordsOf(title)).toEqual(words)
})

test.each([
  ['Retrieval Head: Mechanistically', 'retrieval head mechanistically'],
  ['Attention — Is All', 'ATTENTION IS ALL!'],
  ['“Quoted” and ‘so’', 'quoted and so'],
  ['A `code` title', 'A code title']
])('%j and %j are one title', (one, other) => {
  expect(titleKey(one)).toBe(titleKey(other))
})

test.each([
  ['Part 1', 'Part 2'],
  ['GPT-2', 'GPT2'],
  ['Head', 'Heads'],
  ['Word order', 'Order word']
])('%j and %j are two', (one, other) => {
  expect(titleKey(one)).not.toBe(titleKey(other))
})
