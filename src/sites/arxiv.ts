import {arxivForm} from '../paper/identifier.ts'
import type {Site} from './site.ts'

const path = new RegExp(String.raw`^\/(?:abs|pdf|html|format|ps)\/(${arxivForm})(?:v\d+)?(?:\.pdf)?\/?$`, 'i')

/** The identifier without its version, `2404.15574` or `cs/0501001`, or undefined for another page. */
function identifierOf(url: URL): string | undefined {
  return path.exec(url.pathname)?.[1]
}

/** https://arxiv.org; `abs` is the page that stays, `pdf` and a version are views of it. */
export const arxiv: Site = {
  name: 'arxiv',
  hosts: ['arxiv.org', 'export.arxiv.org', 'browse.arxiv.org', 'alphaxiv.org', 'ar5iv.org', 'ar5iv.labs.arxiv.org'],
  canonical(url) {
    const identifier = identifierOf(url)
    return identifier && `https://arxiv.org/abs/${identifier}`
  },
  identifier(url) {
    const identifier = identifierOf(url)
    return identifier && `arxiv:${identifier.toLowerCase()}`
  },
  month(url) {
    const digits = /(\d\d)(\d\d)(?:\.\d{4,5}|\d{3})$/.exec(identifierOf(url) ?? '')
    if (!digits) return undefined
    const year = Number(digits[1])
    const month = Number(digits[2])
    if (month < 1 || month > 12) return undefined
    // arXiv began in August 1991.
    return {year: year >= 91 ? 1900 + year : 2000 + year, month}
  },
  badge() {
    return {site: 'arXiv', kind: 'Paper'}
  }
}
