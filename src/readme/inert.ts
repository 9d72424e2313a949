// What GitHub would turn into a link, an emoji or a mention of somebody, wherever it stands in a text:
// @name, #1, GH-1, an advisory, ://, www., :name: and seven digits of a commit
const active =
  /@(?=[\w.-]|$)|#(?=\d)|(?<=(?<![a-z\d])(?:GH|CVE|GHSA))-(?=[\da-z])|(?<=:)\/\/|(?<=(?<![a-z\d])www)\.|:(?=[\w+-]+:)|(?<!\w)[\da-f]{7,}(?!\w)/gi
// Digits of a commit that are too few to be one.
const tooFew = 6

/** A text on one line: a line break says nothing, and a blank line would end what the text stands in. */
export function onOneLine(text: string): string {
  if (!/[\r\n]/.test(text)) return text
  // Not as one expression: a long run of spaces would cost it the square of its length.
  const [first = '', ...others] = text.split(/[\r\n]+/)
  const last = others.pop() ?? ''
  return [first.trimEnd(), ...others.map((line) => line.trim()).filter(Boolean), last.trimStart()].join(' ')
}

// None of that is there without one of these; most texts have none.
const mayBeActive = /[@#:]|www\.|(?:gh|cve|ghsa)-|[\da-f]{7}/i

/** Cuts a text where GitHub would act on it; every second part is one of the characters it looks for. */
export function inertParts(text: string): string[] {
  if (!mayBeActive.test(text)) return [text]
  const parts: string[] = []
  let end = 0
  const cutAt = (start: number, length: number) => {
    parts.push(text.slice(end, start), text.slice(start, start + length))
    end = start + length
  }
  for (const {index, 0: found} of text.matchAll(active)) {
    if (found.length <= tooFew) cutAt(index, found.length)
    else for (let at = tooFew; at < found.length; at += tooFew + 1) cutAt(index + at, 1)
  }
  parts.push(text.slice(end))
  return parts
}
