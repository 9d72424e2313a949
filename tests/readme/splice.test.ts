import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {splice} from '../../src/readme/splice.ts'
import {parseTemplate} from '../../src/readme/template.ts'
import {listOf, pageOf, paperOf} from '../support/page.ts'

function filled(text: string, ...contents: string[]): string {
  return splice(parseTemplate('README.md', 'README.md', text), contents)
}

/** A text cut at its zones: what lies outside of them, markers included. */
function outside(text: string): string[] {
  const {zones} = parseTemplate('README.md', 'README.md', text)
  const ends = [0, ...zones.map(({end}) => end)]
  return ends.map((end, index) => text.slice(end, zones[index]?.start))
}

const open = '<!-- paperlist:papers -->'
const close = '<!-- /paperlist:papers -->'

describe('splicing', () => {
  test('puts a blank line on either side of a block', () => {
    expect(filled(`A\n\n${open}\nOld\n${close}\n\nB`, '<p>\nNew\n</p>')).toBe(
      `A\n\n${open}\n\n<p>\nNew\n</p>\n\n${close}\n\nB`
    )
  })

  test('leaves a blank line where there is nothing to show', () => {
    expect(filled(`${open}\nOld\n${close}`, '')).toBe(`${open}\n\n${close}`)
  })

  test('puts nothing round what stands within a line', () => {
    expect(filled('All <!-- paperlist:count -->\n0<!-- /paperlist:count --> papers', '40')).toBe(
      'All <!-- paperlist:count -->40<!-- /paperlist:count --> papers'
    )
  })

  test('breaks lines as the template does', () => {
    expect(filled(`A\r\n\r\n${open}\r\n${close}\r\n`, 'B\nC')).toBe(
      `A\r\n\r\n${open}\r\n\r\nB\r\nC\r\n\r\n${close}\r\n`
    )
  })

  test('takes the content as it is, whatever looks like a pattern in it', () => {
    expect(filled(`${open}\n${close}`, '$& $1 $$')).toBe(`${open}\n\n$& $1 $$\n\n${close}`)
  })

  test('fills zones in their order', () => {
    const text = `${open}\n${close}\n\n${open}\n${close}\n`
    expect(filled(text, 'A', 'B')).toBe(`${open}\n\nA\n\n${close}\n\n${open}\n\nB\n\n${close}\n`)
  })
})

const line = fc.constantFrom(
  'Prose with `code`, <b>HTML</b> and trailing space  ',
  '## Heading',
  '- an item',
  '> a quote',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '```\n<!-- paperlist:papers -->\n```',
  'Prose\n\n    <!-- paperlist:papers -->',
  '`<!-- paperlist:count -->`',
  'é 🎉 $& \\',
  '',
  '\t'
)
const zone = fc.constantFrom(
  `${open}\n\n${close}`,
  `${open}\nold\n${close}`,
  '<!-- paperlist:papers layout=bullets group=none -->\n<table>\n</table>\n<!-- /paperlist:papers -->',
  '<!-- paperlist:papers layout=compact limit=1 -->\n<!-- /paperlist:papers -->',
  '<!-- paperlist:toc groups=yes -->\n<!-- /paperlist:toc -->',
  '<!-- paperlist:stats chart=assets/tags -->\n<!-- /paperlist:stats -->',
  'All <!-- paperlist:count -->7<!-- /paperlist:count --> of them'
)
const template = fc
  .record({
    parts: fc.array(fc.oneof(line, zone), {maxLength: 12}),
    start: fc.constantFrom('', '\uFEFF'),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    end: fc.constantFrom('', '\n', '\n\n\n')
  })
  // A blank line keeps a zone out of a list, quote or paragraph before it.
  .map(({parts, start, lineBreak, end}) => start + `${parts.join('\n\n')}${end}`.replaceAll('\n', lineBreak))

describe('any template', () => {
  const list = listOf([
    paperOf({name: '2024-first', title: 'First'}),
    paperOf({name: '2023-second', title: 'Second | <b>', date: '2023-05', venue: 'ICLR 2023', authors: ['A B']})
  ])

  test('keeps every byte outside of its zones', () => {
    fc.assert(
      fc.property(template, (text) => {
        expect(outside(pageOf(list, text))).toEqual(outside(text))
      })
    )
  })

  test('gives the same when its page is built again', () => {
    fc.assert(
      fc.property(template, (text) => {
        const page = pageOf(list, text)
        expect(pageOf(list, page)).toBe(page)
      })
    )
  })

  test('has line breaks of one kind where it had one', () => {
    fc.assert(
      fc.property(template, (text) => {
        const page = pageOf(list, text)
        const isCrlf = /^[^\n]*\r\n/.test(text)
        expect(page.replaceAll('\r\n', '')).toSatisfy((rest: string) =>
          isCrlf ? !rest.includes('\n') : !rest.includes('\r')
        )
      })
    )
  })
})
