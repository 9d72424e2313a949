import type {PaperLink} from '../paper/paper.ts'
import {quote} from '../quote.ts'
import type {Registry} from '../sites/registry.ts'
import type {Rule} from './rule.ts'

/** Every link is a web address in its canonical form, with both halves of a badge. */
export const linkForm: Rule = {
  id: 'link-form',
  about: 'A link is an http or https address in its canonical form',
  why: `One page has many addresses; the list keeps the one that lasts: the \`abs\` page rather than the PDF, no
version, no \`www.\`, no tracking parameters. Where the host is not known, the file also says what the badge shows:
\`{url, site, kind}\`.`,
  severity: 'error',
  bad: [{text: 'links:\n  - https://www.arxiv.org/pdf/2404.15574v2\n'}],
  good: [{text: 'links:\n  - https://arxiv.org/abs/2404.15574\n'}],
  check({list}, report) {
    for (const paper of list.papers) {
      for (const [index, link] of paper.links.entries()) {
        const reason = fault(link, list.registry)
        if (reason) report(paper.file, ['links', index, 'url'], reason)
      }
    }
  }
}

function fault(link: PaperLink, registry: Registry): string | undefined {
  const {url, canonical} = registry.address(link.url)
  if (!url) {
    const completed = /^[\w-]+(?:\.[\w-]+)+\//.test(link.url) ? registry.address(`https://${link.url}`) : undefined
    const expected = completed?.url ? quote(completed.canonical) : 'a public http or https address'
    return `Unexpected link ${quote(link.url)}, expected ${expected}`
  }
  if (canonical !== link.url) return `Unexpected form ${quote(link.url)}, expected ${quote(canonical)}`
  const {site, kind} = registry.badge(link)
  if (site !== undefined && kind !== undefined) return undefined
  const missing = [site === undefined ? 'site' : '', kind === undefined ? 'kind' : ''].filter(Boolean).join(' and ')
  return `Unexpected host ${quote(url.hostname)} without ${missing}, expected {url, site, kind} for the badge`
}
