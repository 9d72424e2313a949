// Braces are commands, since BibTeX counts the others even behind a backslash
// (https://ctan.org/pkg/bibtex, "Designing BibTeX Styles").
const commands: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['<', '\\textless{}'],
  ['>', '\\textgreater{}'],
  ['|', '\\textbar{}'],
  // Its command needs another font encoding than the usual one; alone it is no ligature and no shorthand.
  ['"', '{"}'],
  ['$', '\\$'],
  ['&', '\\&'],
  ['%', '\\%'],
  ['#', '\\#'],
  ['_', '\\_']
])
// What TeX would join to another character: --, ``, '', ,, ?` and !`
const joined = /(?<=-)-|(?<=[`?!])`|(?<=')'|(?<=,),/g

/** A text as TeX shows it, whatever is in it; letters beyond ASCII stay as they are (UTF-8). */
export function escapeTex(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\{}~^<>|"$&%#_]/g, (character) => commands.get(character) ?? character)
    .replace(joined, '{}$&')
}

/** The same for a title, in which styles make small letters of capitals: words with one inside keep their form. */
export function escapeTitle(title: string): string {
  const words = title.split(/\s+/u).filter((word) => word !== '')
  return words.map((word) => (/^.+\p{Lu}/u.test(word) ? `{${escapeTex(word)}}` : escapeTex(word))).join(' ')
}
