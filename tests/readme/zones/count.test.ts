import {describe, expect, test} from 'vitest'
import {listOf, pageOf, paperOf, zoneOf} from '../../support/page.ts'

const list = listOf([
  paperOf({name: 'a', tags: ['Induction Head', 'Copy Head']}),
  paperOf({name: 'b', tags: ['Copy Head']})
])

describe('a count', () => {
  test.each([
    ['count', '2'],
    ['count tag="Copy Head"', '2'],
    ['count tag="Induction Head"', '1'],
    ['count tag=Other', '0']
  ])('of <!-- paperlist:%s --> is %s', (marker, expected) => {
    expect(zoneOf(list, marker)).toBe(expected)
  })

  test.each([
    ['All <!-- paperlist:count -->0<!-- /paperlist:count --> papers.\n'],
    ['## <!-- paperlist:count --><!-- /paperlist:count --> papers\n'],
    ['| a |\n|---|\n| <!-- paperlist:count -->1000<!-- /paperlist:count --> |\n'],
    ['<p>\n<b><!-- paperlist:count -->0<!-- /paperlist:count --></b>\n</p>\n']
  ])('stays on its line in %j', (text) => {
    const expected = text.replace(/(<!-- paperlist:count -->)\d*/, '$12')
    expect(pageOf(list, text)).toBe(expected)
  })
})
