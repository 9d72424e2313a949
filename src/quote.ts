const longest = 80
// Everything that a terminal or a log could act on, or that shows as nothing.
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\u{115F}\u{1160}\u{3164}\u{FFA0}]|(?<=#)#(?=\[)/gu

/**
 * Shows a value from a file in a message: in backquotes, cut to 80 characters,
 * with control and invisible characters as `\u{…}`, so that nothing in a value
 * can move a cursor, forge a log line or turn the sentence around.
 */
export function quote(value: string): string {
  return `\`${visible(cut(value))}\``
}

/** The first 80 characters of a text. */
export function cut(value: string): string {
  // A character is two units at most.
  const characters = [...value.slice(0, 2 * longest + 2)]
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : value
}

/**
 * A text with every control and invisible character shown as `\u{…}`, and with it `##[`, which GitHub's
 * runner takes for a command wherever it stands in a line
 * (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs).
 */
export function visible(value: string): string {
  return value.replace(unprintable, (character) => `\\u{${hexadecimal(character.codePointAt(0) ?? 0)}}`)
}

/** The same as JavaScript and JSON would write it, `\u202E`; of a text in quotes the meaning stays. */
export function visibleJson(json: string): string {
  return json.replace(unprintable, (character) =>
    character
      .split('')
      .map((unit) => `\\u${hexadecimal(unit.charCodeAt(0))}`)
      .join('')
  )
}

function hexadecimal(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0')
}

/** "1 paper", "2 papers". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** "a, b and c". */
export function inWords(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}
