import {quote} from '../quote.ts'
import type {Rule} from './rule.ts'

/** No address is linked twice. */
export const noDuplicateLink: Rule = {
  id: 'no-duplicate-link',
  about: 'An address is linked once',
  why: `The same address twice in a paper is a slip. In two papers it is one too, most often a link left over from the
file that was copied. An identifier that two papers share is told by \`no-duplicate-paper\`.`,
  severity: 'error',
  bad: [{text: 'links:\n  - https://arxiv.org/abs/2404.15574\n  - https://arxiv.org/abs/2404.15574\n'}],
  good: [{text: 'links:\n  - https://arxiv.org/abs/2404.15574\n'}],
  check({list}, report) {
    const first = new Map<string, string>()
    for (const {file, links} of list.papersByName) {
      for (const [index, {url}] of links.entries()) {
        const {canonical, identifier} = list.registry.address(url)
        const other = first.get(canonical)
        first.set(canonical, other ?? file.path)
        if (other === undefined || (identifier && other !== file.path)) continue
        const where = other === file.path ? 'this file' : quote(other)
        const reason = `Unexpected second link to ${quote(canonical)}, expected one: ${where} has it`
        report(file, ['links', index, 'url'], reason)
      }
    }
  }
}
