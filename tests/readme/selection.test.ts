import {describe, expect, test} from 'vitest'
import {selectPapers, unshownPapers} from '../../src/readme/selection.ts'
import {parseTemplate} from '../../src/readme/template.ts'
import {listOf, paperOf} from '../support/page.ts'

const list = listOf([
  paperOf({name: 'a', title: 'A', date: '2024', tags: ['Induction Head'], groups: ['Surveys']}),
  paperOf({name: 'b', title: 'B', date: '2023', tags: ['Copy Head', 'Induction Head'], groups: ['Surveys', 'Methods']}),
  paperOf({name: 'c', title: 'C', date: '2022', tags: ['Copy Head']})
])

describe('a selection', () => {
  test.each([
    [{}, 'ABC'],
    [{tag: 'Induction Head'}, 'AB'],
    [{tag: 'induction head'}, ''],
    [{limit: '2'}, 'AB'],
    [{section: 'Surveys'}, 'AB'],
    [{section: 'Methods'}, 'B'],
    [{section: 'surveys'}, ''],
    [{tag: 'Copy Head', limit: '1'}, 'B'],
    [{limit: '100000'}, 'ABC']
  ])('by %j is %j', (options, expected) => {
    expect(
      selectPapers(list.papers, options)
        .map(({title}) => title)
        .join('')
    ).toBe(expected)
  })
})

describe('papers that no zone shows', () => {
  function unshown(...templates: string[]): string {
    const parsed = templates.map((text) => parseTemplate('templates/README.md', 'README.md', text))
    return unshownPapers(list, parsed)
      .map(({title}) => title)
      .join('')
  }
  const zone = (options: string) => `<!-- paperlist:papers ${options} -->\n<!-- /paperlist:papers -->\n\n`

  test.each([
    ['none where a zone takes all', zone(''), ''],
    ['those without the tag', zone('tag="Copy Head"'), 'A'],
    ['those beyond the limit', zone('limit=1'), 'BC'],
    ['what no zone of several takes', zone('limit=1') + zone('tag="Induction Head"'), 'C'],
    ['all where only other zones stand', '<!-- paperlist:count -->\n<!-- /paperlist:count -->\n', 'ABC'],
    ['all in a template without zones', 'Text\n', 'ABC']
  ])('are %s', (_, template, expected) => {
    expect(unshown(template)).toBe(expected)
  })

  test('may be on another page', () => {
    expect(unshown(zone('limit=1'), zone('tag="Copy Head"'))).toBe('')
  })
})
