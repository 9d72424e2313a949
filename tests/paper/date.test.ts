import {describe, expect, test} from 'vitest'
import {type CalendarDate, dayAfter, isoDay, monthNumber, parseDate} from '../../src/paper/date.ts'

describe('a date', () => {
  test.each<[string, CalendarDate]>([
    ['2024', {year: 2024}],
    ['0001', {year: 1}],
    ['9999', {year: 9999}],
    ['2024-04', {year: 2024, month: 4}],
    ['2024-12', {year: 2024, month: 12}],
    ['2024-04-24', {year: 2024, month: 4, day: 24}],
    ['2024-01-01', {year: 2024, month: 1, day: 1}],
    ['2024-12-31', {year: 2024, month: 12, day: 31}],
    ['2024-04-30', {year: 2024, month: 4, day: 30}],
    ['2024-02-29', {year: 2024, month: 2, day: 29}],
    ['2000-02-29', {year: 2000, month: 2, day: 29}],
    ['0096-02-29', {year: 96, month: 2, day: 29}]
  ])('%s', (text, date) => {
    expect(parseDate(text)).toEqual(date)
  })
})

describe('no date', () => {
  test.each([
    '',
    '0000',
    '24',
    '02024',
    '2024-',
    '2024-4',
    '2024-00',
    '2024-13',
    '2024-04-',
    '2024-04-4',
    '2024-04-00',
    '2024-04-31',
    '2024-06-31',
    '2023-02-29',
    '1900-02-29',
    '2024-02-30',
    '2024-12-32',
    '2024-4-24',
    '2024/04/24',
    '24.04.2024',
    '20240424',
    '2024-04-24T00:00:00Z',
    ' 2024-04-24',
    '2024-04-24\n',
    '-2024',
    '٢٠٢٤',
    '２０２４',
    'April 2024'
  ])('%j', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })
})

test('months are counted across years', () => {
  expect(monthNumber({year: 2024, month: 1}) - monthNumber({year: 2023, month: 12})).toBe(1)
  expect(monthNumber({year: 2024, month: 4}) - monthNumber({year: 2022, month: 3})).toBe(25)
})

test.each([
  ['2026-11-22T00:00:00Z', '2026-11-22', '2026-11-23'],
  ['2026-11-22T23:59:59.999Z', '2026-11-22', '2026-11-23'],
  ['2026-12-31T12:00:00Z', '2026-12-31', '2027-01-01'],
  ['2024-02-28T12:00:00Z', '2024-02-28', '2024-02-29'],
  ['2026-11-22T23:00:00-05:00', '2026-11-23', '2026-11-24']
])('the day of %s is %s in UTC, and %s at the latest', (instant, day, after) => {
  expect(isoDay(new Date(instant))).toBe(day)
  expect(dayAfter(new Date(instant))).toBe(after)
})
