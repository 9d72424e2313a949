import type {FieldPath, Paper} from '../paper/paper.ts'
import {quote} from '../quote.ts'
import type {Rule} from './rule.ts'

/** A word is not put together from two alphabets. */
export const lookAlike: Rule = {
  id: 'look-alike',
  about: 'A Latin word is spelled in Latin letters',
  why: `\`Head\` with a Cyrillic \`а\` looks like \`Head\` and is another word: nobody finds it, and in an address it leads
elsewhere. Greek letters that look like themselves (\`σReparam\`) are fine, and so are whole words in another alphabet.`,
  severity: 'warning',
  bad: [{text: 'tags:\n  - Retrieval Heаd\n'}],
  good: [{text: 'tags:\n  - Retrieval Head\nauthors:\n  - Ольга Сух\n'}],
  check({list}, report) {
    for (const paper of list.papers) {
      // Nearly every file; a backslash can bring in any character.
      if (/^[\n\r\x20-\x5B\x5D-\x7E]*$/.test(paper.file.text)) continue
      for (const [where, text] of textsOf(paper)) {
        const word = mixedWord(text)
        if (word) report(paper.file, where, reasonOf(word))
      }
    }
  }
}

function textsOf({title, tags, links, summary = [], authors, venue = '', groups}: Paper): [FieldPath, string][] {
  const each = (name: string, texts: readonly string[]) =>
    texts.map((text, index): [FieldPath, string] => [[name, index], text])
  return [
    [['title'], title],
    ...each('tags', tags),
    ...links.flatMap(({url, site = '', kind = ''}, index): [FieldPath, string][] => [
      [['links', index, 'url'], url],
      [['links', index, 'site'], site],
      [['links', index, 'kind'], kind]
    ]),
    ...each('summary', summary),
    ...each('authors', authors),
    [['venue'], venue],
    ...each('groups', groups)
  ]
}

const latin = /\p{Script=Latin}/u
// Alphabets with letters that nobody tells from Latin ones (https://www.unicode.org/reports/tr39/).
// Of the Greek ones only those: the others are symbols of mathematics.
const foreign =
  /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧιονϳϲ]/u
// Cyrillic and Greek letters with a Latin twin.
const twins = /^[АВЕЅІЈКМНОРСТУХҮԌԜаеорсухѕіјһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονϳϲ\p{M}]+$/u

/** The first word that looks Latin and is not, or not all of it. */
function mixedWord(text: string): string | undefined {
  if (!foreign.test(text) || !latin.test(text)) return undefined
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? []
  const mixed = words.find((word) => latin.test(word) && foreign.test(word))
  if (mixed) return mixed
  // A Russian title with a name in it has words that could be nothing but Russian.
  const others = words.filter((word) => foreign.test(word))
  return others.every((word) => twins.test(word)) ? others[0] : undefined
}

function reasonOf(word: string): string {
  const letter = foreign.exec(word)?.[0] ?? ''
  const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `Unexpected ${quote(letter)} (U+${code}, ${alphabetOf(letter)}) in ${quote(word)}, expected a Latin letter`
}

function alphabetOf(letter: string): string {
  if (/\p{Script=Cyrillic}/u.test(letter)) return 'Cyrillic'
  return /\p{Script=Greek}/u.test(letter) ? 'Greek' : 'of another alphabet'
}
