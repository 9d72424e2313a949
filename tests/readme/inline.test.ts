import {toHtml} from 'hast-util-to-html'
import {describe, expect, test} from 'vitest'
import {inlineToHast, inlineToMdast, linksOf, parseInline, plainText, textToHast} from '../../src/readme/inline.ts'
import {writeMarkdown} from '../../src/readme/markdown.ts'

function html(sentence: string): string {
  return toHtml(inlineToHast(parseInline(sentence)))
}

function markdown(sentence: string): string {
  return writeMarkdown([{type: 'paragraph', children: inlineToMdast(parseInline(sentence))}])
}

describe('a sentence', () => {
  test.each([
    ['Plain words.', 'Plain words.'],
    ['An *emphasis* and _another_.', 'An <em>emphasis</em> and <em>another</em>.'],
    ['A **strong** word.', 'A <strong>strong</strong> word.'],
    ['***Both***.', '<em><strong>Both</strong></em>.'],
    ['Calls `f(x) < 1`.', 'Calls <code>f(x) &#x3C; 1</code>.'],
    ['See [the *code*](https://x.org/a?b=1&c=2).', 'See <a href="https://x.org/a?b=1&#x26;c=2">the <em>code</em></a>.'],
    ['R&amp;D &lt;', 'R&#x26;D &#x3C;'],
    ['\\*no emphasis\\*', '*no emphasis*'],
    ['snake_case_name', 'snake_case_name'],
    ['  with space round it  ', 'with space round it']
  ])('%j is shown as %j', (sentence, expected) => {
    expect(html(sentence)).toBe(expected)
  })

  test.each([
    '# no heading',
    '1. no list',
    '- no list',
    '+ no list',
    '> no quote',
    '---',
    '* * *',
    '~~~',
    '```',
    '[a]: https://x.org',
    '    no code',
    '==='
  ])('%j starts no block', (sentence) => {
    const shown = plainText(parseInline(sentence))
    expect(shown).toBe(sentence.trim())
    expect(html(sentence)).not.toMatch(/<(?!span|\/span)/)
  })

  test.each(['<b>bold</b>', '<script>alert(1)</script>', '<!-- paperlist:papers -->', '<br>', '</td>', '<?php ?>'])(
    '%j is text, not HTML',
    (sentence) => {
      expect(plainText(parseInline(sentence))).toBe(sentence)
      expect(parseInline(sentence).every(({type}) => type === 'text')).toBe(true)
    }
  )

  test.each([
    ['[words](javascript:alert(1))', 'words'],
    ['[words](data:text/html,x)', 'words'],
    ['[words](/local)', 'words'],
    ['[words](#anchor)', 'words'],
    ['[words](//host.org)', 'words'],
    ['[words](https://)', 'words'],
    ['[words]()', 'words'],
    ['<mailto:a>', 'mailto:a']
  ])('%j keeps its words and loses the link', (sentence, expected) => {
    expect(html(sentence)).toBe(expected)
  })

  test.each([
    ['@[user](javascript:x)', '<span>@</span>user'],
    [':smi[le](x):', '<span>:</span>smile:'],
    ['https:[//x.y](x)', 'https:<span>//</span>x.y']
  ])('%j is nothing for GitHub to act on', (sentence, expected) => {
    expect(html(sentence)).toBe(expected)
  })

  test('shows an image as a link at most', () => {
    expect(html('![words](https://x.org/a.png)')).toBe('!<a href="https://x.org/a.png">words</a>')
  })

  test('has no line breaks', () => {
    expect(html('One\ntwo  \nthree\n\nfour\\\nfive')).toBe('One two three four\\ five')
    expect(html('No markup\r\n\r\n# at all')).toBe('No markup # at all')
  })

  test('names the addresses it links to, as they are written', () => {
    expect(linksOf(parseInline('[A](https://a.org) **[B](HTTP://b.org)** <https://c.org> [D](ftp://d.org)'))).toEqual([
      'https://a.org',
      'HTTP://b.org',
      'https://c.org'
    ])
  })
})

describe('a formula', () => {
  test.each([
    ['Scales with $x_1$ and $y_1$.', 'Scales with $x_1$ and $y_1$.'],
    ['$a*b*c$ is no emphasis', '$a*b*c$ is no emphasis'],
    ['$a < b$', '$a &#x3C; b$'],
    ['A **bold $x$ claim**.', 'A <strong>bold $x$ claim</strong>.'],
    ['$\\$5$', '$\\$5$'],
    ['See [$x$](https://x.org/$y$).', 'See <a href="https://x.org/$y$">$x$</a>.']
  ])('stays as it is in %j', (sentence, expected) => {
    expect(html(sentence)).toBe(expected)
    expect(
      parseInline(sentence)
        .flatMap((node) => JSON.stringify(node))
        .join()
    ).toContain('"math"')
  })

  test.each([
    ['It costs $5 and $10.', 'It costs $5 and $10.'],
    ['It costs $5.', 'It costs $5.'],
    ['$ x $', '$ x $'],
    ['\\$x\\$', '$x$'],
    ['`$HOME` and `$PATH`', '<code>$HOME</code> and <code>$PATH</code>'],
    ['``a ` $x$``', '<code>a ` $x$</code>'],
    ['*$5* and *$6*', '<em>$5</em> and <em>$6</em>']
  ])('is none in %j', (sentence, expected) => {
    expect(html(sentence)).toBe(expected)
    expect(JSON.stringify(parseInline(sentence))).not.toContain('"math"')
  })

  test('does not hide what GitHub would act on', () => {
    expect(html('$@user$')).toBe('$<span>@</span>user$')
  })

  test.each([
    ['$x_1$', '$`x_1`$'],
    ['$<!-- /paperlist:papers -->$', '$`<!-- /paperlist:papers -->`$'],
    ['$![a](b)$', '$`![a](b)`$']
  ])('is no Markdown either: %j', (sentence, expected) => {
    expect(markdown(sentence)).toBe(expected)
  })
})

describe('a text', () => {
  test.each([
    ['@user', '<span>@</span>user'],
    ['mail a@b.org', 'mail a<span>@</span>b.org'],
    ['owner/repo#12', 'owner/repo<span>#</span>12'],
    ['gh-12', 'gh<span>-</span>12'],
    ['_GH-12', '_GH<span>-</span>12'],
    ['https://x.y', 'https:<span>//</span>x.y'],
    ['WWW.x.y', 'WWW<span>.</span>x.y'],
    ['_www.x.y', '_www<span>.</span>x.y'],
    [':smile:', '<span>:</span>smile:'],
    [':+1:', '<span>:</span>+1:']
  ])('%j has an element round what GitHub would act on', (text, expected) => {
    expect(toHtml(textToHast(text))).toBe(expected)
  })

  test.each(['C# and F#', 'a @ b', 'Part 1: Part 2', '10:30', 'a // b', 'wwwx', 'GPT-4', 'laugh-1'])(
    '%j needs none',
    (text) => {
      expect(toHtml(textToHast(text))).toBe(text)
    }
  )
})

describe('Markdown', () => {
  test.each([
    ['An *emphasis*, a **strong** word, `code`.', 'An _emphasis_, a **strong** word, `code`.'],
    ['[x](https://x.org)', '[x](https://x.org)'],
    ['<b>', '\\<b>'],
    ['# x', '\\# x'],
    ['~~gone~~', '\\~\\~gone\\~\\~'],
    ['@user', '<span>@</span>user']
  ])('of %j is %j', (sentence, expected) => {
    expect(markdown(sentence)).toBe(expected)
  })
})
