import {Document as YamlDocument} from 'yaml'
import type {Finding} from '../../finding.ts'
import type {Document} from '../../importers/source/document.ts'
import type {NewPaper} from './files.ts'
import type {Merged} from './merge.ts'

/** What the configuration of an imported list is made from. */
export interface ConfigurationSources {
  readonly documents: readonly Document[]
  readonly papers: readonly NewPaper[]
  readonly groups: readonly GroupRule[]
  readonly aliases: ReadonlyMap<string, string>
  readonly outputs: readonly {template: string; file: string}[]
  /** What the rules would say of the imported list. */
  readonly findings: readonly Finding[]
}

/** A rule of the configuration that gives papers a group. */
export interface GroupRule {
  readonly name: string
  readonly before?: string
}

/** The configuration as YAML: what the list is like now, so that its own habits are no errors. */
export function writeConfiguration(sources: ConfigurationSources): string {
  const {documents, papers, groups, aliases, outputs, findings} = sources
  const [title] = documents.flatMap((document) => document.title ?? [])
  const colours = coloursOf(papers.map(({merged}) => merged))
  const tags = {
    ...(aliases.size > 0 && {aliases: Object.fromEntries(aliases)}),
    ...(Object.keys(colours).length > 0 && {colours})
  }
  const rules = rulesOf(findings)
  const isUsual = outputs.length === 1 && outputs[0]?.file === 'README.md'
  const fields = {
    ...(title && {title}),
    ...(outputs.length > 0 && !isUsual && {outputs}),
    ...(groups.length > 0 && {groups}),
    summary: {sentences: sentencesOf(papers)},
    ...(Object.keys(tags).length > 0 && {tags}),
    ...(Object.keys(rules).length > 0 && {rules})
  }
  return new YamlDocument(fields, {schema: 'failsafe'}).toString({lineWidth: 0})
}

/** The fewest and the most sentences there are. */
function sentencesOf(papers: readonly NewPaper[]): string | string[] {
  const counts = papers.map(({fields}) => fields.summary?.length ?? 0)
  const least = Math.min(...counts)
  const most = Math.max(0, ...counts)
  return least === most ? String(most) : [String(least), String(most)]
}

/** The colour that each tag mostly has; the commonest of all is the default. */
function coloursOf(papers: readonly Merged[]): Record<string, string> {
  const byTag = new Map<string, string[]>()
  for (const {draft} of papers.flatMap(({readings}) => readings)) {
    for (const [tag, colour] of draft.colours) byTag.set(tag, [...(byTag.get(tag) ?? []), colour])
  }
  const usual = [...byTag].map(([tag, colours]) => [tag, commonest(colours)] as const)
  const normal = commonest(usual.map(([, colour]) => colour))
  if (normal === '') return {}
  return {default: normal, ...Object.fromEntries(usual.filter(([, colour]) => colour !== normal))}
}

function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const none: [string, number] = ['', 0]
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), none)[0]
}

/** A rule that the list breaks today warns: the next paper should keep it, but nobody mends hundreds first. */
function rulesOf(findings: readonly Finding[]): Record<string, string> {
  const broken = new Set(
    findings.filter(({severity, ruleId}) => severity === 'error' && ruleId !== 'schema').map(({ruleId}) => ruleId)
  )
  return Object.fromEntries([...broken].sort().map((ruleId) => [ruleId, 'warn']))
}
