import type {Problem} from './yaml.ts'

/** A character that no file may hold, at a UTF-16 offset of the text. */
export interface StrangeCharacter {
  readonly offset: number
  readonly length: number
  /** For a message: `U+202E (right-to-left override)`. */
  readonly name: string
}

// A file of private-use characters only brings thousands of different ones.
const mostNamed = 10

// Control, format, private-use, unassigned and surrogate code points, line and paragraph separators,
// and what shows as nothing although Unicode calls it a letter or a mark.
const strange =
  /[[\p{Cc}--[\n\t]]\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\u{115F}\u{1160}\u{2800}\u{3164}\u{FFA0}\u{34F}\u{17B4}\u{17B5}\u{180B}-\u{180D}\u{180F}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gv
const plain = /^[\t\n\x20-\x7E]*$/
// The joiners are part of the spelling in these scripts (https://www.unicode.org/reports/tr31/).
const joined =
  /[\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Nko}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}]/u

const names: ReadonlyMap<number, string> = new Map([
  [0x00, 'null'],
  [0x0d, 'carriage return without a line feed'],
  [0x1b, 'escape'],
  [0xad, 'soft hyphen'],
  [0x0_61c, 'Arabic letter mark'],
  [0x2_00b, 'zero-width space'],
  [0x2_00c, 'zero-width non-joiner'],
  [0x2_00d, 'zero-width joiner'],
  [0x2_00e, 'left-to-right mark'],
  [0x2_00f, 'right-to-left mark'],
  [0x2_028, 'line separator'],
  [0x2_029, 'paragraph separator'],
  [0x2_02a, 'left-to-right embedding'],
  [0x2_02b, 'right-to-left embedding'],
  [0x2_02c, 'pop directional formatting'],
  [0x2_02d, 'left-to-right override'],
  [0x2_02e, 'right-to-left override'],
  [0x2_060, 'word joiner'],
  [0x2_066, 'left-to-right isolate'],
  [0x2_067, 'right-to-left isolate'],
  [0x2_068, 'first strong isolate'],
  [0x2_069, 'pop directional isolate'],
  [0xfe_ff, 'byte-order mark']
])

/**
 * The characters of a text that a reader cannot see or a terminal would act on. Line feeds, tabs and
 * CRLF pass, and so do joiners and variation selectors inside an emoji or between letters that
 * need them.
 */
export function strangeCharacters(text: string): StrangeCharacter[] {
  if (plain.test(text)) return []
  const found = [...text.matchAll(strange)].filter((match) => !isAllowed(text, match.index, match[0]))
  if (found.length === 0) return []
  const inEmoji = offsetsInEmoji(text)
  return found
    .filter((match) => !inEmoji.has(match.index))
    .map((match) => ({offset: match.index, length: match[0].length, name: nameOf(match[0])}))
}

function offsetsInEmoji(text: string): Set<number> {
  const offsets = new Set<number>()
  for (const {index, 0: emoji} of text.matchAll(/(?:\p{RGI_Emoji}|\p{Emoji})\uFE0F?/gv)) {
    for (let offset = index; offset < index + emoji.length; offset++) offsets.add(offset)
  }
  return offsets
}

/** A problem for each of the characters that differ, at the first place of it; what comes after ten of them is counted. */
export function characterProblems(found: readonly StrangeCharacter[]): Problem[] {
  const byName = new Map<string, StrangeCharacter[]>()
  for (const each of found) {
    const places = byName.get(each.name)
    if (places) places.push(each)
    else byName.set(each.name, [each])
  }
  const named = [...byName].slice(0, mostNamed).map(([name, places]): Problem => {
    const times = places.length === 1 ? '' : ` in ${places.length} places`
    return problemAt(places[0], `Unexpected character ${name}${times}, expected visible text`)
  })
  const rest = [...byName.values()].slice(mostNamed).flat()
  if (rest.length === 0) return named
  return [...named, problemAt(rest[0], `Unexpected ${rest.length} more of such characters, expected visible text`)]
}

function problemAt(place: StrangeCharacter | undefined, reason: string): Problem {
  const {offset = 0, length = 0} = place ?? {}
  return {start: offset, end: offset + length, reason}
}

function isAllowed(text: string, offset: number, character: string): boolean {
  if (character === '\r') return text[offset + 1] === '\n'
  const isJoiner = character === '\u200C' || character === '\u200D'
  return isJoiner && joined.test(text.slice(0, offset).at(-1) ?? '') && joined.test(text[offset + 1] ?? '')
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const name = names.get(code) ?? kindOf(character)
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')} (${name})`
}

function kindOf(character: string): string {
  if (/\p{Cc}/u.test(character)) return 'control character'
  if (/\p{Co}/u.test(character)) return 'private-use character'
  if (/\p{Cs}/u.test(character)) return 'half of a character'
  if (/\p{Cn}/u.test(character)) return 'unassigned code point'
  return 'invisible character'
}
