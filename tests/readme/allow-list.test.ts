import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import {Failure} from '../../src/failure.ts'
import {assertShownWhole} from '../../src/readme/allow-list.ts'

const refusal = 'Refusing to write what GitHub would change'

function check(...children: ElementContent[]): void {
  assertShownWhole({type: 'root', children})
}

describe('the allow-list', () => {
  test('lets everything pass that the layouts use', () => {
    const badge = h('img', {src: 'https://img.shields.io/badge/a-blue', alt: 'a', width: 20, height: 20})
    const rows = [
      h('tr', {id: 'a'}, [h('td', {rowSpan: 2, noWrap: true, vAlign: 'top'}, '2024'), h('td', {width: 90}, badge)]),
      h(
        'tr',
        h('td', {colSpan: 3}, [h('em', 'a'), h('br'), h('strong', 'b'), h('code', 'c'), h('sub', h('span', '@'))])
      )
    ]
    const table = h('table', [h('thead', h('tr', h('th', {align: 'left', width: 9}, 'Date'))), h('tbody', rows)])
    const picture = h('picture', [
      h('source', {media: '(prefers-color-scheme: dark)', srcSet: 'assets/dark.svg'}),
      h('img', {src: '../assets/light.svg', alt: 'Tags'})
    ])
    expect(() =>
      check(
        h('details', {id: 'year', open: true}, [h('summary', h('strong', 'Year 2024')), table]),
        h('details', {open: false}, h('ul', h('li', h('a', {href: 'http://x.org'}, 'x')))),
        h('p', [picture, {type: 'text', value: '<script> & text'}])
      )
    ).not.toThrow()
  })

  test.each([
    ['an element', h('p', h('script', 'alert(1)'))],
    ['an element deep inside', h('ul', [h('li', 'a'), h('li', h('em', h('iframe')))])],
    ['an element whose children it keeps', h('blockquote', 'a')],
    ['an attribute', h('p', {style: 'color: red'}, 'a')],
    ['an attribute elsewhere allowed', h('p', {width: 9}, 'a')],
    ['a class', h('p', {className: ['a']}, 'a')],
    ['an event handler', h('img', {src: 'a.svg', alt: 'a', onError: 'alert(1)'})],
    ['a script address', h('a', {href: 'javascript:alert(1)'}, 'a')],
    ['an address in capitals', h('a', {href: 'JAVASCRIPT:alert(1)'}, 'a')],
    ['a mail address', h('a', {href: 'mailto:a@b.org'}, 'a')],
    ['an image as data', h('img', {src: 'data:image/png;base64,AA==', alt: 'a'})],
    ['an image over http', h('img', {src: 'http://img.shields.io/badge/a', alt: 'a'})],
    ['a cell outside of a table', h('td', 'a')],
    ['a row outside of a table', h('tr', h('td', 'a'))],
    ['an item outside of a list', h('li', 'a')],
    ['a comment', {type: 'comment', value: ' paperlist:papers '} as const]
  ])('refuses %s', (_, node) => {
    expect(() => check(h('p', 'before'), node)).toThrow(Failure)
    expect(() => check(h('p', 'before'), node)).toThrow(refusal)
  })

  test.each([
    ['img', {src: 'https://img.shields.io.evil.org/badge/a', alt: 'a'}],
    ['img', {src: 'https://evil.org/https://img.shields.io/badge/a', alt: 'a'}],
    ['img', {src: 'https://user@img.shields.io/badge/a', alt: 'a'}],
    ['img', {src: '//evil.org/a.png', alt: 'a'}],
    ['img', {src: '/\\evil.org/a.png', alt: 'a'}],
    ['source', {srcSet: 'https://evil.org/a.png'}],
    ['source', {srcSet: 'a.svg 1x, https://evil.org/a.png 2x'}]
  ])('refuses an image from another host: <%s> %j', (name, properties) => {
    expect(() => check(h('p', h('picture', h(name, properties))))).toThrow(refusal)
  })
})
