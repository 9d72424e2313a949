import {describe, expect, test} from 'vitest'
import {outcomes} from '../../src/evidence/verdict.ts'
import {findingsOf, makeReport, mergeReports} from '../../src/links/report.ts'
import {reportOf} from '../support/link.ts'

const place = {path: 'papers/2024-a.yaml', line: 6, column: 5}
const zero = Object.fromEntries(outcomes.map((outcome) => [outcome, 0]))

test('a report is in the order of its links, and counts every outcome', () => {
  const report = makeReport([
    reportOf('https://b.example/', 'alive'),
    reportOf('https://a.example/', 'broken'),
    reportOf('https://c.example/', 'alive')
  ])
  expect(report.links.map(({url}) => url)).toEqual(['https://a.example/', 'https://b.example/', 'https://c.example/'])
  expect(report.totals).toEqual({...zero, links: 3, alive: 2, broken: 1})
  expect(makeReport([])).toEqual({links: [], totals: {...zero, links: 0}})
})

describe('reports put together', () => {
  const text = (...links: ReturnType<typeof reportOf>[]) => JSON.stringify(makeReport(links))

  test('are one report', () => {
    const merged = mergeReports([
      ['1.json', text(reportOf('https://b.example/', 'alive', {places: [place]}))],
      ['2.json', text(reportOf('https://a.example/', 'broken', {status: 404, finalUrl: 'https://a.example/b'}))],
      ['3.json', text()]
    ])
    expect(merged).toEqual(
      makeReport([
        reportOf('https://b.example/', 'alive', {places: [place]}),
        reportOf('https://a.example/', 'broken', {status: 404, finalUrl: 'https://a.example/b'})
      ])
    )
  })

  test('say of a link what the first that checked it says, with all of its places', () => {
    const other = {...place, line: 7}
    const merged = mergeReports([
      ['1.json', text(reportOf('https://a.example/', 'unchecked', {places: [place]}))],
      ['2.json', text(reportOf('https://a.example/', 'alive', {places: [place, other]}))],
      ['3.json', text(reportOf('https://a.example/', 'broken', {places: [other]}))]
    ])
    expect(merged.links).toEqual([reportOf('https://a.example/', 'alive', {places: [place, other]})])
  })

  test('keep a link that nobody came to', () => {
    const unchecked = text(reportOf('https://a.example/', 'unchecked'))
    expect(
      mergeReports([
        ['1.json', unchecked],
        ['2.json', unchecked]
      ]).totals['unchecked']
    ).toBe(1)
  })

  test('may have been counted wrongly', () => {
    const report = {links: [reportOf('https://a.example/', 'broken')], totals: {links: 0, broken: -1}}
    expect(mergeReports([['1.json', JSON.stringify(report)]]).totals).toEqual({...zero, links: 1, broken: 1})
  })

  const good = reportOf('https://a.example/', 'alive', {places: [place]})
  test.each<[string, unknown]>([
    ['no JSON', undefined],
    ['a lint report', []],
    ['no links', {totals: {}}],
    ['an outcome of its own', {links: [{...good, outcome: 'fine'}]}],
    ['a line before the first', {links: [{...good, places: [{...place, line: 0}]}]}],
    ['half a column', {links: [{...good, places: [{...place, column: 1.5}]}]}],
    ['no reason', {links: [{...good, reason: undefined}]}],
    ['words for a status', {links: [{...good, status: 'ok'}]}]
  ])('%s is no report', (_, value) => {
    expect(() => mergeReports([['a.json', JSON.stringify(value) ?? 'links']])).toThrow(
      'Unexpected content of a.json, expected a report of `paperlist links --format json`'
    )
  })
})

describe('findings', () => {
  const findings = (outcome: (typeof outcomes)[number], withdrawn: Parameters<typeof findingsOf>[1] = 'warning') =>
    findingsOf(makeReport([reportOf('https://a.example/', outcome, {places: [place]})]), withdrawn)

  test.each([
    ['verified', undefined],
    ['alive', undefined],
    ['ignored', undefined],
    ['blocked', 'info'],
    ['moved', 'warning'],
    ['transient', 'warning'],
    ['withdrawn', 'warning'],
    ['unchecked', 'warning'],
    ['unsafe', 'error'],
    ['mismatch', 'error'],
    ['broken', 'error']
  ] as const)('%s: %s', (outcome, severity) => {
    expect(findings(outcome)[0]?.severity).toBe(severity)
  })

  test('say what, where and why', () => {
    expect(findings('broken')).toEqual([
      {
        path: 'papers/2024-a.yaml',
        place: {start: {line: 6, column: 5}, end: {line: 6, column: 23}},
        ruleId: 'links',
        severity: 'error',
        reason: 'Unexpected broken link `https://a.example/`, expected a page that answers: so it is'
      }
    ])
  })

  test('are one for each place', () => {
    const places = [place, {...place, line: 7}]
    const report = makeReport([reportOf('https://a.example/', 'broken', {places})])
    expect(findingsOf(report, 'warning').map((finding) => finding.place?.start.line)).toEqual([6, 7])
  })

  test('name the new address of what moved', () => {
    const report = makeReport([
      reportOf('http://a.example/', 'moved', {finalUrl: 'https://a.example/', places: [place]})
    ])
    expect(findingsOf(report, 'warning')[0]?.reason).toBe(
      'Unexpected moved link `http://a.example/`, expected `https://a.example/`: so it is'
    )
  })

  test.each([
    ['error', 'error'],
    ['info', 'info'],
    ['off', undefined]
  ] as const)('a withdrawn paper may be %s', (setting, severity) => {
    expect(findings('withdrawn', setting)[0]?.severity).toBe(severity)
    expect(findings('broken', setting)[0]?.severity).toBe('error')
  })
})
