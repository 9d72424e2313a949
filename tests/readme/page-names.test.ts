import {describe, expect, test} from 'vitest'
import {PageNames} from '../../src/readme/page-names.ts'
import {listOf} from '../support/page.ts'

function names(configuration = ''): PageNames {
  return new PageNames(listOf([], configuration).config)
}

describe('the name of a page', () => {
  test.each([
    ['Year 2023', '2023'],
    ['Before ChatGPT Announced', 'before-chatgpt-announced'],
    ['Years 2023', 'years-2023'],
    ['', 'papers'],
    ['🎉', 'papers'],
    ['../../etc/passwd', 'etcpasswd'],
    ['CON', 'conpapers'],
    ['记忆', '记忆'],
    ['-- a --', 'a'],
    ['x'.repeat(300), 'x'.repeat(48)]
  ])('of %j is %j', (group, expected) => {
    expect(names().claim('README.md', undefined, group)).toBe(expected)
  })

  test('holds the tag that its zone asks for, and the output unless it is the first', () => {
    expect(names().claim('README.md', 'Copy Head', 'Year 2023')).toBe('copy-head-2023')
    expect(names().claim('docs/all.md', undefined, 'Year 2023')).toBe('all-2023')
  })

  test('is given out once', () => {
    const given = names()
    expect(
      ['Year 2023', '2023', 'Year-2023', 'YEAR-2023'].map((group) => given.claim('README.md', undefined, group))
    ).toEqual(['2023', '2023-1', 'year-2023', 'year-2023-1'])
  })

  test('keeps clear of the outputs', () => {
    const given = names('outputs: [{template: a.md, file: README.md}, {template: b.md, file: pages/2023.md}]\n')
    expect(given.claim('README.md', undefined, 'Year 2023')).toBe('2023-1')
  })
})

describe('the file of a page', () => {
  test('has a number from the second on, the same each time it is asked for', () => {
    const given = names()
    const name = given.claim('README.md', undefined, 'Year 2023')
    expect([1, 2, 3, 2].map((number) => given.file(name, number))).toEqual([
      'pages/2023.md',
      'pages/2023-2.md',
      'pages/2023-3.md',
      'pages/2023-2.md'
    ])
  })

  test('is never that of another group', () => {
    const given = names()
    expect([given.claim('README.md', undefined, 'Year 2023'), given.claim('README.md', undefined, '2023-2')]).toEqual([
      '2023',
      '2023-2'
    ])
    expect(given.file('2023', 2)).toBe('pages/2023-2-1.md')
  })
})
