const apostrophes = /['’ʼ`]/gu
const marks = /\p{M}/gu
const separators = /[^\p{L}\p{N}]+/gu

const ascii = /^[\x20-\x7E]*$/
const asciiSeparators = /[^a-z0-9]+/

/**
 * The words of a title for comparison: lower case, without marks, apostrophes and punctuation.
 * `BERT’s In-Context` gives `berts`, `in`, `context`.
 */
export function wordsOf(title: string): string[] {
  const words = ascii.test(title)
    ? title.replaceAll("'", '').replaceAll('`', '').toLowerCase().split(asciiSeparators)
    : title.normalize('NFKD').replace(marks, '').replace(apostrophes, '').toLowerCase().split(separators)
  return words.filter((word) => word !== '')
}

/** What two spellings of one title have in common. */
export function titleKey(title: string): string {
  return wordsOf(title).join(' ')
}
