import {changedFiles, textAt} from '../io/git.ts'
import type {List} from '../list.ts'
import {readPaper} from '../paper/read.ts'
import {findAddresses} from '../readme/addresses.ts'
import {linksOf, parseInline} from '../readme/inline.ts'
import {parseTemplate, type Template} from '../readme/template.ts'
import type {Link} from './collect.ts'

/**
 * The links that a change adds or alters: those of files that differ from a revision, less what stood in
 * them then. A paper with another title has to be looked for anew on all of its pages.
 *
 * @throws {Failure} where git does not know the revision
 */
export function linksSince(links: readonly Link[], base: string, list: List, templates: readonly Template[]): Link[] {
  const changed = new Set(changedFiles(list.root, base))
  const before = new Map<string, ReadonlySet<string>>()
  const urlsBefore = (path: string) => {
    const known = before.get(path) ?? readBefore(path, base, list, templates)
    before.set(path, known)
    return known
  }
  return links.flatMap((link) => {
    const uses = link.uses.filter(({path}) => changed.has(path) && !urlsBefore(path).has(link.url))
    return uses.length > 0 ? [{...link, uses}] : []
  })
}

/** The addresses that a file held at a revision. */
function readBefore(path: string, base: string, list: List, templates: readonly Template[]): ReadonlySet<string> {
  const text = textAt(list.root, base, path)
  if (text === undefined) return new Set()
  const template = templates.find((each) => each.path === path)
  if (template) return new Set(findAddresses(parseTemplate(path, template.file, text)).addresses.map(({url}) => url))
  const {paper} = readPaper(path, text)
  const now = list.papers.find(({file}) => file.path === path)
  if (!paper || !now) return new Set()
  const inSummary = (paper.summary ?? []).flatMap((sentence) => linksOf(parseInline(sentence)))
  return new Set([...(paper.title === now.title ? paper.links.map(({url}) => url) : []), ...inSummary])
}
