import fc from 'fast-check'
import {strangeCharacters} from '../../src/paper/characters.ts'
import type {Paper} from '../../src/paper/paper.ts'
import {paperOf} from './page.ts'

/** Texts that would do harm where they are not taken as text. */
export const hostileTexts: readonly string[] = [
  '</td>',
  '</table></details>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!-- paperlist:papers -->',
  '<!-- /paperlist:papers -->',
  '-->',
  '<!--',
  '&lt;b&gt; &amp; &#64;user',
  '|',
  'a | b \\| c',
  '`',
  '``` a',
  '**',
  '*a* _b_ ~~c~~ ~d~',
  '_',
  '\\',
  '\\\\',
  '[a](javascript:alert(1))',
  '![a](https://x.y/a.png)',
  '[a]: https://x.y',
  '](https://x.y)',
  '@user',
  '#1',
  'GH-1',
  'owner/repo#1',
  'https://x.y',
  'www.x.y',
  'user@x.y',
  'user@.y',
  'CVE-2024-12345',
  'GHSA-52cp-r559-cp3m',
  'deadbeef',
  'owner/repo@2404155',
  '0123456789abcdef0123456789abcdef01234567',
  ':smile:',
  ':+1:',
  'javascript:alert(1)',
  '# a',
  '- a',
  '1. a',
  '> a',
  '---',
  '"\'',
  '{{ a }}',
  '$&',
  '$5 and $10',
  'a\nb',
  'a\n\nb',
  'a\r\n\r\n# b',
  'é 🎉 标题',
  ' a ',
  'paperlist rows'
]

/** A text of a paper, as likely as not a bad one. */
export const text: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...hostileTexts, ' ', 'word'), fc.string({maxLength: 8})), {
    minLength: 1,
    maxLength: 5
  })
  .map((parts) => parts.join('').normalize('NFC'))
  .filter((value) => /\S/u.test(value) && strangeCharacters(value).length === 0)

/** A paper whose every text may be a bad one. */
export const paper: fc.Arbitrary<Paper> = fc
  .record({
    title: text,
    date: fc.oneof(fc.constant('2024-04-24'), text),
    tags: fc.array(text, {minLength: 1, maxLength: 3}),
    links: fc.array(
      fc.record({
        url: fc.oneof(fc.constant('https://example.org/a?b=(c)&d'), fc.webUrl(), text),
        site: fc.option(text, {nil: undefined}),
        kind: fc.option(text, {nil: undefined})
      }),
      {minLength: 1, maxLength: 3}
    ),
    summary: fc.option(fc.array(text, {maxLength: 3}), {nil: undefined}),
    authors: fc.array(text, {maxLength: 3}),
    venue: fc.option(text, {nil: undefined}),
    groups: fc.array(text, {maxLength: 2}),
    name: text
  })
  .map(paperOf)

// What GitHub's filters look for in a text node: mentions, issues, advisories, addresses, mail addresses, emoji,
// commits.
const active = [
  /@[\w.-]/,
  /#\d/,
  /(?<![a-z\d])(?:gh|cve|ghsa)-[\da-z]/i,
  /:\/\//,
  /(?<![a-z\d])www\./i,
  /:[\w+-]+:/,
  /(?<!\w)[\da-f]{7,40}(?!\w)/i
]

/** Whether GitHub would act on a text node; it leaves formulas alone. */
export function isActive(value: string): boolean {
  const words = value.replace(/\$(?=\S)(?:[^$\\]|\\.)+?(?<=\S)\$(?!\d)/g, '$$')
  return active.some((pattern) => pattern.test(words))
}
