// A name of two to five words; a part may be an initial, a particle or stand in brackets.
const name = /^\p{Lu}[\p{L}\p{M}.'’`-]*(?:\s+(?:\([^)]*\)|[\p{L}\p{M}.'’`-]+)){1,4}$/u
const chinese = /^[\u3400-\u9fff·]{2,4}$/u
const others = /[,，;]?\s*(?:\bet\s?\.?\s*al\b\.?|等人?)\s*/iu

/** The names in a text that is nothing but names; undefined for any other text. */
export function namesIn(text: string): string[] | undefined {
  const hasOthers = others.test(text)
  // Behind `et al.` there are no more names.
  if (hasOthers && /\p{L}/u.test(text.split(others).slice(1).join(' '))) return undefined
  const plain = text
    .replace(/^\s*(?:authors?|by|作者)\s*[:：]\s*/iu, '')
    .replace(others, ' ')
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[\d*†‡§¶∗]+(?=[\s,]|$)/gu, '')
    .replace(/[.\s]+$/u, '')
  const parts = plain
    .split(/\s*(?:,|;|，|、|；|&|\band\b|\n|\s·\s)\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const isName = (part: string) =>
    (name.test(part.replace(/\([^)]*\)?/gu, ' ').trim()) &&
      !/\b(?:the|of|for|with|in|on|to|via|using|is|are)\b/iu.test(part.replace(/\([^)]*\)?/gu, ' '))) ||
    chinese.test(part)
  const count = parts.filter(isName).length
  const isList = parts.length >= 2 ? count / parts.length >= 0.7 : count === 1 && hasOthers
  if (!isList) return undefined
  return parts.map((part, index) => (hasOthers && index === parts.length - 1 ? `${part} et al.` : part))
}
