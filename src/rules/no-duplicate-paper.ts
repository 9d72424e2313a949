import type {List} from '../list.ts'
import type {FieldPath, Paper} from '../paper/paper.ts'
import {titleKey} from '../paper/title.ts'
import {quote} from '../quote.ts'
import type {Rule} from './rule.ts'

/** No paper stands in the list twice. */
export const noDuplicatePaper: Rule = {
  id: 'no-duplicate-paper',
  about: 'A paper has one file',
  why: `Two files with the same arXiv, DOI, OpenReview or ACL Anthology identifier, or the same title but for case and
punctuation, are one paper. Keep the file with the first public date, and move the other's links into it.`,
  severity: 'error',
  bad: [
    {path: 'papers/2024-retrieval-head.yaml', text: ''},
    {path: 'papers/2024-long-context-factuality.yaml', text: ''}
  ],
  good: [{path: 'papers/2024-retrieval-head.yaml', text: ''}],
  check({list}, report) {
    const reported = new Set<string>()
    for (const {name, papers} of sightings(list)) {
      const files = [...papers.keys()].map(({file}) => file)
      for (const [{file}, where] of papers) {
        const other = files.find((each) => each !== file)
        const pair = `${file.path} ${other?.path}`
        if (!other || reported.has(pair)) continue
        reported.add(pair)
        report(file, where, `Unexpected second file for ${name}, expected one: ${quote(other.path)} has it too`)
      }
    }
  }
}

/** Papers that share an identifier or a title; the first place of it in each. */
interface Sighting {
  readonly name: string
  readonly papers: Map<Paper, FieldPath>
}

/** Identifiers come first: where two papers share one, their equal titles need no second finding. */
function sightings({papersByName, registry}: List): Iterable<Sighting> {
  const first = new Map<string, readonly [Paper, FieldPath]>()
  const shared = new Map<string, Sighting>()
  const see = (key: string, name: string, paper: Paper, where: FieldPath) => {
    const seen = first.get(key)
    if (!seen) first.set(key, [paper, where])
    if (!seen || seen[0] === paper) return
    const sighting = shared.get(key) ?? {name, papers: new Map([seen])}
    shared.set(key, sighting)
    if (!sighting.papers.has(paper)) sighting.papers.set(paper, where)
  }
  for (const paper of papersByName) {
    for (const [index, {url}] of paper.links.entries()) {
      const {identifier} = registry.address(url)
      if (identifier) see(identifier, identifier, paper, ['links', index, 'url'])
    }
  }
  for (const paper of papersByName) {
    const key = titleKey(paper.title)
    if (key) see(`title ${key}`, 'this title', paper, ['title'])
  }
  return shared.values()
}
