// https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
// An escape and code come first: a dollar sign in them is none of math's.
const spans = /\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|\$(?=\S)((?:[^$\\]|\\.)+?)(?<=\S)\$(?!\d)/gsu
// A formula is out of the parser's sight as one private-use character, which no paper may hold.
const firstHidden = 0xf_00_00
const hidden = /([\u{F0000}-\u{FFFFD}])/u

/**
 * Takes the formulas out of a text, so that a parser of Markdown sees a letter in place of each.
 *
 * @param isAllowed whether a formula may be one; else it stays in the text
 */
export function hideFormulas(text: string, isAllowed: (formula: string) => boolean) {
  const formulas: string[] = []
  const source = text.replace(spans, (whole, _ticks?: string, formula?: string) => {
    if (formula === undefined || !isAllowed(formula)) return whole
    formulas.push(formula)
    return String.fromCodePoint(firstHidden + formulas.length - 1)
  })
  return {source, formulas}
}

/** A part of such a text with its formulas back in their places. */
export function splitAtFormulas(text: string, formulas: readonly string[]): (string | {readonly formula: string})[] {
  const parts = text.split(hidden).filter((part) => part !== '')
  return parts.map((part) => {
    const formula = formulas[(part.codePointAt(0) ?? 0) - firstHidden]
    return formula === undefined ? part : {formula}
  })
}
