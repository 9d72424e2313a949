import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import {Failure} from '../../src/failure.ts'
import {newline, onLines, writeHtml, writeRows} from '../../src/readme/html.ts'

describe('HTML', () => {
  test('is written with its texts escaped', () => {
    expect(writeHtml([h('p', 'a < b & "c" -->'), newline, h('img', {src: 'a.svg', alt: '"<&'})])).toBe(
      '<p>a &lt; b &amp; "c" --></p>\n<img src="a.svg" alt="&quot;<&amp;">'
    )
  })

  test('has no blank line, whatever a text holds', () => {
    const broken = 'a\n\nb\r\n \t\r\n\nc'
    expect(writeHtml([h('p', broken), h('img', {src: 'a.svg', alt: broken})])).toBe(
      '<p>a\nb\r\nc</p><img src="a.svg" alt="a\nb\r\nc">'
    )
  })

  test('has each node on a line of its own where it should', () => {
    expect(writeHtml([h('ul', onLines([h('li', 'a'), h('li', 'b')]))])).toBe('<ul><li>a</li>\n<li>b</li>\n</ul>')
  })

  test('is not written where GitHub would change it', () => {
    expect(() => writeHtml([h('p', {style: 'color: red'})])).toThrow(Failure)
  })
})

describe('rows', () => {
  test('are written without the table that holds them', () => {
    expect(writeRows([h('tr', h('td', 'a'))])).toBe('<tr><td>a</td></tr>')
  })

  test('are not written where GitHub would change them', () => {
    expect(() => writeRows([h('tr', h('td', h('iframe')))])).toThrow(Failure)
    expect(() => writeHtml([h('tr', h('td', 'a'))])).toThrow(Failure)
  })
})
