import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {hostileTexts, paper, text} from '../support/hostile.ts'
import {paperOf} from '../support/page.ts'
import {checkPaper, checkReports} from './texts.ts'

describe('a hostile text', () => {
  test.each(hostileTexts)('%j is text in every field, layout and report', (hostile) => {
    const wanted = paperOf({
      title: hostile,
      date: hostile,
      tags: [hostile],
      links: [{url: hostile, site: hostile, kind: hostile}],
      summary: [hostile],
      authors: [hostile],
      venue: hostile,
      groups: [hostile]
    })
    expect(() => checkPaper(wanted)).not.toThrow()
    expect(() => checkReports(hostile, hostile)).not.toThrow()
  })
})

test('any text is text in every field and layout', () => {
  fc.assert(fc.property(paper, checkPaper), {seed: 6, numRuns: 60})
}, 60_000)

test('any text is text in every report', () => {
  const anything = fc.oneof(text, fc.string({unit: 'binary', maxLength: 40}))
  fc.assert(fc.property(anything, anything, checkReports), {seed: 6, numRuns: 300})
})
