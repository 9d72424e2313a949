import {describe, expect, test} from 'vitest'
import {parseTemplate} from '../../src/readme/template.ts'

function parse(text: string) {
  return parseTemplate('templates/README.md', 'README.md', text)
}

/** Each zone by its name, options and the text between its markers. */
function zonesOf(text: string) {
  return parse(text).zones.map(({name, options, start, end, isInline}) => ({
    name,
    options: {...options},
    inside: text.slice(start, end),
    isInline
  }))
}

/** Each problem with the text that it points at. */
function problemsOf(text: string) {
  return parse(text).problems.map(({start, end, reason}) => [text.slice(start, end), start, reason])
}

const zone = '<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n'

describe('a zone', () => {
  test('lies between its markers', () => {
    const text = 'Before.\n\n<!-- paperlist:papers -->\nOld\n<!-- /paperlist:papers -->\n\nAfter.\n'
    expect(zonesOf(text)).toEqual([{name: 'papers', options: {}, inside: '\nOld\n', isInline: false}])
    expect(parse(text).zones[0]?.markerStart).toBe(text.indexOf('<!--'))
    expect(problemsOf(text)).toEqual([])
  })

  test('takes options, quoted where they hold spaces', () => {
    const text = '<!-- paperlist:papers layout=bullets tag="Induction Head"\n limit=5 -->\n<!-- /paperlist:papers -->'
    expect(zonesOf(text)).toMatchObject([{options: {layout: 'bullets', tag: 'Induction Head', limit: '5'}}])
  })

  test('may be one of several of a kind', () => {
    const text = '<!-- paperlist:papers tag=A -->\n<!-- /paperlist:papers -->\n\n## B\n\n'.concat(
      '<!-- paperlist:papers tag=B -->\n<!-- /paperlist:papers -->\n'
    )
    expect(zonesOf(text)).toMatchObject([{options: {tag: 'A'}}, {options: {tag: 'B'}}])
  })

  test.each([
    ['a sentence', 'All <!-- paperlist:count -->0<!-- /paperlist:count --> papers.\n'],
    ['a heading', '## Papers (<!-- paperlist:count -->0<!-- /paperlist:count -->)\n'],
    ['a table cell', '| Papers |\n|---|\n| <!-- paperlist:count -->0<!-- /paperlist:count --> |\n'],
    ['a block of HTML', '<p align="center">\n<b><!-- paperlist:count -->0<!-- /paperlist:count --></b>\n</p>\n'],
    ['a list item', '- <!-- paperlist:count -->0<!-- /paperlist:count --> papers\n'],
    ['a block quote', '> <!-- paperlist:count -->0<!-- /paperlist:count -->\n']
  ])('may stand within %s', (_, text) => {
    expect(zonesOf(text)).toEqual([{name: 'count', options: {}, inside: '0', isInline: true}])
  })

  test('ends right behind a table without a blank line between', () => {
    const text =
      '<!-- paperlist:papers -->\n<table>\n<tr><td>Old</td></tr>\n</table>\n<!-- /paperlist:papers -->\nText\n'
    expect(zonesOf(text)).toMatchObject([{inside: '\n<table>\n<tr><td>Old</td></tr>\n</table>\n'}])
  })

  test.each([
    ['CRLF', zone.replaceAll('\n', '\r\n'), '\r\n'],
    ['a byte-order mark', `\uFEFF${zone}`, '\n'],
    ['no final line break', zone.trimEnd(), '\n'],
    ['characters beyond the basic plane before it', `🎉 é\n\n${zone}`, '\n']
  ])('is found in a text with %s', (_, text, inside) => {
    expect(zonesOf(text)).toMatchObject([{inside, isInline: false}])
    expect(problemsOf(text)).toEqual([])
  })

  test.each([
    ['a code fence', `\`\`\`html\n${zone}\`\`\`\n`],
    ['a code fence of tildes', `~~~\n${zone}~~~\n`],
    ['a code fence that never ends', `\`\`\`\n${zone}`],
    ['indented code', 'Text\n\n    <!-- paperlist:papers -->\n    <!-- /paperlist:papers -->\n'],
    ['inline code', 'Write `<!-- paperlist:papers -->` and `<!-- /paperlist:papers -->`.\n'],
    ['a comment', '<!-- as in <!- - paperlist:papers - -> -->\n'],
    ['the text of a comment', '<!-- about paperlist:papers -->\n'],
    ['escaped text', '\\<!-- paperlist:papers --> \\<!-- /paperlist:papers -->\n']
  ])('is not in %s', (_, text) => {
    expect(zonesOf(text)).toEqual([])
    expect(problemsOf(text)).toEqual([])
  })
})

describe('a problem', () => {
  test('is a zone that never ends', () => {
    expect(problemsOf('Text\n\n<!-- paperlist:papers -->\n')).toEqual([
      ['<!-- paperlist:papers -->', 6, 'Unexpected end of the file, expected <!-- /paperlist:papers --> for this zone']
    ])
  })

  test('is an end without a start', () => {
    expect(problemsOf('<!-- /paperlist:toc -->\n')).toEqual([
      ['<!-- /paperlist:toc -->', 0, 'Unexpected end of zone `toc`, expected its start before it']
    ])
  })

  test('is the end of another zone', () => {
    expect(problemsOf('<!-- paperlist:toc -->\n<!-- /paperlist:papers -->\n')).toEqual([
      ['<!-- /paperlist:papers -->', 23, 'Unexpected end of zone `papers`, expected the end of `toc`']
    ])
  })

  test('is a zone within a zone', () => {
    const text = `\uFEFF<!-- paperlist:papers -->\r\n${zone}`
    expect(problemsOf(text)).toEqual([
      [
        '<!-- paperlist:papers -->',
        28,
        'Unexpected zone `papers` within zone `papers`, expected <!-- /paperlist:papers --> before it'
      ]
    ])
  })

  test('is a zone of no known kind', () => {
    expect(problemsOf('<!-- paperlist:paper -->\n<!-- /paperlist:paper -->')).toEqual([
      ['<!-- paperlist:paper -->', 0, 'Unexpected zone `paper`, expected `count`, `papers`, `stats` or `toc`']
    ])
  })

  test.each([
    ['papers colour=red', 'Unexpected option `colour`, expected `layout`, `group`, `section`, `tag` or `limit`'],
    ['papers layout=grid', 'Unexpected `grid`, expected bullets, compact or table'],
    ['papers group=month', 'Unexpected `month`, expected list, year, tag or none'],
    ['papers limit=0', 'Unexpected `0`, expected a number from 1 to 100000'],
    ['papers limit=-1', 'Unexpected `-1`, expected a number from 1 to 100000'],
    ['papers limit=1e9', 'Unexpected `1e9`, expected a number from 1 to 100000'],
    ['papers tag=""', 'Unexpected empty option, expected a text'],
    [
      'papers constructor=1',
      'Unexpected option `constructor`, expected `layout`, `group`, `section`, `tag` or `limit`'
    ],
    ['papers bullets', 'Unexpected `bullets`, expected options such as limit=5'],
    ['papers limit = 5', 'Unexpected `limit = 5`, expected options such as limit=5'],
    ['papers tag="Induction Head', 'Unexpected `tag="Induction Head`, expected options such as limit=5'],
    ['toc depth=7', 'Unexpected `7`, expected a number from 2 to 6'],
    ['toc groups=on', 'Unexpected `on`, expected yes or no'],
    ['count limit=5', 'Unexpected option `limit`, expected `tag`'],
    ['stats chart=../tags', 'Unexpected chart, expected a path within the list without ending, such as assets/tags']
  ])('is <!-- paperlist:%s -->', (marker, reason) => {
    const opening = `<!-- paperlist:${marker} -->`
    const text = `Text\n\n${opening}\n<!-- /paperlist:${marker.split(' ')[0]} -->\n`
    const {zones, problems} = parse(text)
    expect(zones).toEqual([])
    expect(problems.at(-1)).toEqual({start: 6, end: 6 + opening.length, reason})
  })

  test.each([
    ['text before', 'Text <!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n', 5],
    ['text behind', '<!-- paperlist:papers -->\n<!-- /paperlist:papers --> text\n', 0],
    ['both markers on one line', '<!-- paperlist:papers --><!-- /paperlist:papers -->\n', 0],
    ['a block quote', '> <!-- paperlist:papers -->\n> <!-- /paperlist:papers -->\n', 2],
    ['a list item', '- <!-- paperlist:papers -->\n  <!-- /paperlist:papers -->\n', 2]
  ])('is a zone of whole lines with %s', (_, text, start) => {
    expect(problemsOf(text)).toEqual([
      [
        '<!-- paperlist:papers -->',
        start,
        'Unexpected text beside zone `papers`, expected its markers on lines of their own'
      ]
    ])
  })

  test('is a character that nobody sees', () => {
    const {problems, strange} = parseTemplate('templates/README.md', 'README.md', '\uFEFFA\u200B\n')
    expect(problems).toEqual([])
    expect(strange).toEqual([
      {start: 2, end: 3, reason: 'Unexpected character U+200B (zero-width space), expected visible text'}
    ])
  })

  test('leaves the other zones as they are', () => {
    const text = `<!-- paperlist:paper -->\n<!-- /paperlist:paper -->\n\n${zone}`
    expect(zonesOf(text)).toMatchObject([{name: 'papers'}])
    expect(problemsOf(text)).toHaveLength(1)
  })
})

test('an option is in the form of the papers that it is compared with', () => {
  const text = '<!-- paperlist:papers tag="Te\u0302te" -->\n<!-- /paperlist:papers -->\n'
  expect(parseTemplate('README.md', 'README.md', text).zones[0]?.options['tag']).toBe('T\u00EAte')
})
