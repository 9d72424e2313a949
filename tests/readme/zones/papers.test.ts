import {describe, expect, test} from 'vitest'
import {listOf, paperOf, zoneOf} from '../../support/page.ts'

const list = listOf([
  paperOf({name: 'a', title: 'Alpha', date: '2024', tags: ['Copy Head']}),
  paperOf({name: 'b', title: 'Beta', date: '2023', tags: ['Induction Head']})
])

describe('the papers', () => {
  test.each([
    ['papers', /^<details.*Alpha.*<details.*Beta/s],
    ['papers layout=table', /^<details/],
    ['papers group=none', /^<table.*Alpha.*Beta/s],
    ['papers group=year', /Year 2024.*Year 2023/s],
    ['papers group=tag layout=bullets', /^### Copy Head\n.*Alpha.*### Induction Head\n.*Beta/s],
    ['papers layout=compact group=none', /^\| Date \|/],
    ['papers layout=bullets group=none', /^- \[/]
  ])('of <!-- paperlist:%s --> come in the layout and groups it names', (marker, expected) => {
    expect(zoneOf(list, marker)).toMatch(expected)
  })

  test('of a section have its name alone as heading, whatever other groups they have', () => {
    const both = listOf([paperOf({name: 'a', title: 'Alpha', groups: ['Surveys', 'Methods']})])
    expect(zoneOf(both, 'papers section="Methods" layout=bullets')).toMatch(/^### Methods\n\n- [^\n]*Alpha[^\n]*$/)
    expect(zoneOf(both, 'papers section="Methods" group=none layout=bullets')).toMatch(/^- [^\n]*Alpha[^\n]*$/)
  })

  test.each([
    ['papers limit=1', true, false],
    ['papers tag="Induction Head"', false, true],
    ['papers tag="Copy Head" limit=5', true, false]
  ])('of <!-- paperlist:%s --> are those it asks for', (marker, hasAlpha, hasBeta) => {
    const zone = zoneOf(list, marker)
    expect([zone.includes('Alpha'), zone.includes('Beta')]).toEqual([hasAlpha, hasBeta])
  })
})
