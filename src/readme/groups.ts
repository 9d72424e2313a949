import type {Config} from '../config.ts'
import {compareText} from '../finding.ts'
import type {Paper} from '../paper/paper.ts'

/** Papers that stand under one heading, newest first. */
export interface Group {
  readonly name: string
  readonly papers: readonly Paper[]
  /** How many papers the group has where some of them stand on other pages. */
  readonly total?: number
}

/** How a zone groups its papers: as the configuration says, by year, by tag, or not at all. */
export type Grouping = 'list' | 'year' | 'tag' | 'none'

/** Where a paper goes that no group of the configuration takes. */
const otherwise = 'Other papers'

/**
 * Groups papers that are in list order. Groups that the configuration names without a condition come in
 * its order; the others by their newest paper.
 */
export function groupPapers(papers: readonly Paper[], grouping: Grouping, config: Config): Group[] {
  const groups = new Map<string, Paper[]>()
  for (const paper of papers) {
    for (const name of namesOf(paper, grouping, config)) {
      const group = groups.get(name)
      if (group) group.push(paper)
      else groups.set(name, [paper])
    }
  }
  const inOrder = [...groups].map(([name, members]): Group => ({name, papers: members}))
  return grouping === 'tag' ? inOrder.sort((a, b) => compareText(a.name, b.name)) : sorted(inOrder, config)
}

function namesOf(paper: Paper, grouping: Grouping, config: Config): readonly string[] {
  switch (grouping) {
    case 'none':
      return ['']
    case 'tag':
      return [...new Set(paper.tags)]
    case 'year':
      return [fill('Year {year}', paper) ?? otherwise]
    case 'list':
      return paper.groups.length > 0 ? [...new Set(paper.groups)] : [byRule(paper, config) ?? otherwise]
  }
}

/** The name of the first rule that takes the paper. */
function byRule(paper: Paper, config: Config): string | undefined {
  for (const {name, before} of config.groups) {
    const isTaken = before === undefined || (paper.day !== undefined && paper.date < before)
    const filled = isTaken ? fill(name, paper) : undefined
    if (filled !== undefined) return filled
  }
  return undefined
}

function fill(name: string, {day, date}: Paper): string | undefined {
  if (!name.includes('{year}')) return name
  return day && name.replaceAll('{year}', date.slice(0, 4))
}

function sorted(groups: readonly Group[], config: Config): Group[] {
  const named = config.groups.filter(({name, before}) => before === undefined && !name.includes('{year}'))
  const rank = ({name}: Group) => {
    const index = named.findIndex((rule) => rule.name === name)
    return index === -1 ? named.length : index
  }
  return groups.toSorted((a, b) => rank(a) - rank(b))
}
