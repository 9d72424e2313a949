import {describe, expect, test} from 'vitest'
import {writeMarkdown} from '../../src/readme/markdown.ts'

describe('Markdown', () => {
  test('has hyphens for bullets and no line break at its end', () => {
    const item = (value: string) => ({
      type: 'listItem' as const,
      spread: false,
      children: [{type: 'paragraph' as const, children: [{type: 'text' as const, value}]}]
    })
    expect(writeMarkdown([{type: 'list', spread: false, children: [item('a'), item('# b')]}])).toBe('- a\n- \\# b')
  })

  test('escapes pipes in a table and does not pad its columns', () => {
    const row = (...values: string[]) => ({
      type: 'tableRow' as const,
      children: values.map((value) => ({type: 'tableCell' as const, children: [{type: 'text' as const, value}]}))
    })
    expect(writeMarkdown([{type: 'table', children: [row('a', 'b'), row('long | text', '`')]}])).toBe(
      '| a | b |\n| - | - |\n| long \\| text | \\` |'
    )
  })

  test.each(['~~a~~', '~a~', '~/file'])('strikes nothing out: %j', (value) => {
    expect(writeMarkdown([{type: 'paragraph', children: [{type: 'text', value}]}])).toBe(value.replaceAll('~', '\\~'))
  })
})
