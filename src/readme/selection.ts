import type {List} from '../list.ts'
import type {Paper} from '../paper/paper.ts'
import {type Group, type Grouping, groupPapers} from './groups.ts'
import type {Page} from './page.ts'
import type {Template} from './template.ts'
import type {ZoneOptions} from './zones/zone.ts'

/** The ways to group that a template can name. */
export const groupings: readonly Grouping[] = ['list', 'year', 'tag', 'none']

/** The papers that a zone asks for, newest first. */
export function selectPapers(papers: readonly Paper[], {section, tag, limit}: ZoneOptions): readonly Paper[] {
  const listed = section === undefined ? papers : papers.filter(({groups}) => groups.includes(section))
  const tagged = tag === undefined ? listed : listed.filter(({tags}) => tags.includes(tag))
  return limit === undefined ? tagged : tagged.slice(0, Number(limit))
}

/** The groups that a zone asks for. */
export function selectGroups({list}: Page, options: ZoneOptions): Group[] {
  const grouping = groupings.find((each) => each === options['group']) ?? 'list'
  const groups = groupPapers(selectPapers(list.papers, options), grouping, list.config)
  // A paper of several groups stands in the section of each, and there under that name alone.
  const {section} = options
  return section === undefined || grouping !== 'list' ? groups : groups.filter(({name}) => name === section)
}

/** The papers that no `papers` zone of any template asks for. */
export function unshownPapers({papers}: List, templates: readonly Template[]): Paper[] {
  const zones = templates.flatMap(({zones}) => zones).filter(({name}) => name === 'papers')
  const shown = new Set(zones.flatMap(({options}) => selectPapers(papers, options)))
  return papers.filter((paper) => !shown.has(paper))
}
