import {expect, test} from 'vitest'
import {parseDate} from '../../src/paper/date.ts'
import {comparePapers} from '../../src/paper/order.ts'
import type {Paper} from '../../src/paper/paper.ts'
import {readPaper} from '../../src/paper/read.ts'
import {paperWith} from '../support/list.ts'

function paper(date: string, title = 'Same', path = 'papers/a.yaml'): Paper {
  const {paper: read} = readPaper(path, paperWith(`title: '${title}'\ndate: ${date}\n`))
  if (!read) throw new Error(`${date} ${title} is no paper`)
  return read
}

/** Sorts papers that came in either order. */
function sorted(papers: Paper[]): Paper[] {
  const result = [...papers].sort(comparePapers)
  expect([...papers].reverse().sort(comparePapers)).toEqual(result)
  return result
}

test('newest first, a partial date below every fuller one within it', () => {
  const dates = ['2025', '2024-12-31', '2024-12', '2024-03-31', '2024-03-01', '2024-03', '2024-01-01', '2024', '0999']
  const papers = [...dates].sort().map((date) => paper(date))
  expect(sorted(papers).map(({date}) => date)).toEqual(dates)
})

test('what is no date stands last', () => {
  const papers = ['unknown', '2024', '2024-13', '2025-02-30', '0001'].map((date) => paper(date))
  expect(sorted(papers).map(({date}) => date)).toEqual(['2024', '0001', 'unknown', '2025-02-30', '2024-13'])
  expect(parseDate('2024-13')).toBeUndefined()
})

test('equal dates go by title in code-point order', () => {
  const titles = ['', '1', 'A', 'AB', 'Z', 'a', 'Ä', 'İ', 'Ω', '中', '\uFFE5', '𝔸', '😀']
  const papers = titles.filter(Boolean).map((title) => paper('2024-04-24', title))
  expect(sorted(papers.reverse()).map(({title}) => title)).toEqual(titles.filter(Boolean))
})

test('equal titles go by file', () => {
  const papers = ['papers/b.yaml', 'papers/a.yaml', 'papers/B.yaml'].map((path) => paper('2024', 'Same', path))
  expect(sorted(papers).map(({file}) => file.path)).toEqual(['papers/B.yaml', 'papers/a.yaml', 'papers/b.yaml'])
})

test('a paper equals itself', () => {
  expect(comparePapers(paper('2024'), paper('2024'))).toBe(0)
})
