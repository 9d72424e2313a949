import {describe, expect, test} from 'vitest'
import type {Paper} from '../../src/paper/paper.ts'
import {type Grouping, groupPapers} from '../../src/readme/groups.ts'
import {listOf, paperOf} from '../support/page.ts'

const beforeChatGpt = `groups:
  - name: Before ChatGPT Announced
    before: 2022-11-30
  - name: Year {year}
`

/** The titles in each group. */
function grouped(papers: readonly Paper[], configuration = '', grouping: Grouping = 'list'): [string, string[]][] {
  const list = listOf(papers, configuration)
  return groupPapers(list.papers, grouping, list.config).map(({name, papers}) => [name, papers.map(({title}) => title)])
}

function dated(...dates: string[]): Paper[] {
  return dates.map((date) => paperOf({date, title: date, name: date}))
}

describe('groups of the list', () => {
  test('are years, newest first, where the configuration names none', () => {
    expect(grouped(dated('2022-01-01', '2024-03', '2023', '2024-03-09'))).toEqual([
      ['Year 2024', ['2024-03-09', '2024-03']],
      ['Year 2023', ['2023']],
      ['Year 2022', ['2022-01-01']]
    ])
  })

  test('take a paper by the first rule that fits', () => {
    expect(grouped(dated('2022-11-29', '2022-11-30', '2021-05-05'), beforeChatGpt)).toEqual([
      ['Year 2022', ['2022-11-30']],
      ['Before ChatGPT Announced', ['2022-11-29', '2021-05-05']]
    ])
  })

  test('count a partial date as the beginning of what it leaves open', () => {
    expect(grouped(dated('2022', '2022-11', '2022-12'), beforeChatGpt)).toEqual([
      ['Year 2022', ['2022-12']],
      ['Before ChatGPT Announced', ['2022-11', '2022']]
    ])
  })

  test('take no paper whose date is unreal', () => {
    expect(grouped(dated('2021-02-30', 'soon', '2024'), beforeChatGpt)).toEqual([
      ['Year 2024', ['2024']],
      ['Other papers', ['soon', '2021-02-30']]
    ])
  })

  test('may be one for all, unreal dates too', () => {
    expect(grouped(dated('soon', '2024'), 'groups:\n  - name: Papers\n')).toEqual([['Papers', ['2024', 'soon']]])
  })

  test('leave a paper to `Other papers` that no rule takes', () => {
    expect(grouped(dated('2024', '2020'), 'groups:\n  - name: Old\n    before: 2022-01-01\n')).toEqual([
      ['Other papers', ['2024']],
      ['Old', ['2020']]
    ])
  })

  test('fill in a year as often as a name asks', () => {
    expect(grouped(dated('2024'), 'groups:\n  - name: "{year}: the best of {year}"\n')).toEqual([
      ['2024: the best of 2024', ['2024']]
    ])
  })

  test('are the paper’s own where it has some, each once', () => {
    const own = paperOf({title: 'Own', groups: ['Surveys', 'Tools', 'Surveys'], date: '2023', name: 'own'})
    expect(grouped([own, ...dated('2024')])).toEqual([
      ['Year 2024', ['2024']],
      ['Surveys', ['Own']],
      ['Tools', ['Own']]
    ])
  })

  test('come in the order of the configuration, then by their newest paper', () => {
    const papers = [
      paperOf({title: 'New', groups: ['Zoo', 'Tools'], date: '2024', name: 'new'}),
      paperOf({title: 'Old', groups: ['Surveys', 'Attic'], date: '2020', name: 'old'})
    ]
    const configuration = 'groups:\n  - name: Surveys\n  - name: Tools\n'
    expect(grouped(papers, configuration).map(([name]) => name)).toEqual(['Surveys', 'Tools', 'Zoo', 'Attic'])
  })
})

describe('other groupings', () => {
  const papers = [
    paperOf({title: 'New', tags: ['B', 'A', 'B'], date: '2024-02', groups: ['Surveys'], name: 'new'}),
    paperOf({title: 'Old', tags: ['a', 'B'], date: '2020-01-01', name: 'old'}),
    paperOf({title: 'Undated', tags: ['A'], date: '2020-13-01', name: 'undated'})
  ]

  test('by year leave the configuration and the papers’ groups out', () => {
    expect(grouped(papers, beforeChatGpt, 'year')).toEqual([
      ['Year 2024', ['New']],
      ['Year 2020', ['Old']],
      ['Other papers', ['Undated']]
    ])
  })

  test('by tag are in code-point order, a paper once in each', () => {
    expect(grouped(papers, '', 'tag')).toEqual([
      ['A', ['New', 'Undated']],
      ['B', ['New', 'Old']],
      ['a', ['Old']]
    ])
  })

  test('may be none', () => {
    expect(grouped(papers, '', 'none')).toEqual([['', ['New', 'Old', 'Undated']]])
  })

  test('make no group of no papers', () => {
    for (const grouping of ['list', 'year', 'tag', 'none'] as const) expect(grouped([], '', grouping)).toEqual([])
  })
})
