import {configPath, parseConfig} from '../../config.ts'
import type {Finding} from '../../finding.ts'
import type {Document} from '../../importers/source/document.ts'
import type {List} from '../../list.ts'
import {comparePapers} from '../../paper/order.ts'
import {readPaper} from '../../paper/read.ts'
import {parseTemplate, type Template} from '../../readme/template.ts'
import {runRules} from '../../rules/run.ts'
import {tagTwins} from '../../rules/tag-hygiene.ts'
import type {Registry} from '../../sites/registry.ts'
import {type Accounted, accountWhole, textsOf, unaccounted} from './account.ts'
import {type GroupRule, writeConfiguration} from './configuration.ts'
import * as defects from './defects.ts'
import {type NewPaper, nameFiles, writePaper} from './files.ts'
import type {Gathered} from './gather.ts'
import {type Place, placesOf, yearRules} from './groups.ts'
import {type Merged, merge} from './merge.ts'
import {entriesOf} from './report.ts'
import {isOneRegion, makeTemplate} from './template.ts'

/** A part of the source that is neither in a paper file nor in the template. */
interface Unplaced {
  readonly path: string
  readonly line: number
  readonly endLine: number
  readonly text: string
  readonly reason: string
}

/** A file that an import writes. */
export interface PlannedFile {
  readonly path: string
  readonly text: string
}

/** Everything that an import would do, before anything is written. */
export interface Plan {
  readonly papers: readonly NewPaper[]
  readonly files: readonly PlannedFile[]
  readonly unplaced: readonly Unplaced[]
  readonly defects: readonly defects.Defect[]
  readonly accounted: Accounted
}

/** What a plan is made from. */
export interface PlanSources {
  readonly root: string
  readonly now: Date
  readonly gathered: readonly {readonly document: Document; readonly found: Gathered}[]
  readonly registry: Registry
  /** The folder of papers. */
  readonly folder: string
  readonly keepRest: boolean
}

/** Turns what was found in the documents into files. */
export function makePlan(sources: PlanSources): Plan {
  const {gathered, registry, folder, keepRest} = sources
  const {readings, places, isSingle, rules, groupsOf} = arrange(sources)
  const papers = nameFiles(merge(readings, registry), folder, groupsOf)
  account(papers)
  const documents = gathered.map(({document}) => document).filter(({isProse}) => isProse)
  const templates = documents.map((document) => templateOf(document, places, isSingle))
  const unplaced = templates.flatMap(({document, frames}) =>
    frames.flatMap((frame) => unplacedIn(document, frame, places))
  )
  const texts = papers.map((paper) => ({path: paper.path, text: writePaper(withNotes(paper, keepRest))}))
  const outputs = templates.map(({document: {path}, text}) => ({template: `templates/${path}`, file: path, text}))
  const groups = rules ?? namedGroups(isSingle ? places : [])
  const {config, findings} = configure(sources, {papers, texts, outputs, groups})
  // A bibliography says nothing of how a list is set up.
  const others = documents.length > 0 ? [{path: configPath, text: config}] : []
  const files = [...texts, ...outputs.map(({template, text}) => ({path: template, text})), ...others]
  const plan = {papers, files, unplaced, defects: defectsOf(sources, papers, places, findings)}
  const report = JSON.stringify([entriesOf(plan), unplaced, plan.defects])
  const whole = documents.map(({text}) => text)
  return {...plan, accounted: accountWhole(whole, [...files.map(({text}) => text), report])}
}

/** Where the papers stand, and whether one zone can show them all. */
function arrange({gathered}: PlanSources) {
  const readings = gathered.flatMap(({found}) => found.papers)
  const places = placesOf(readings.filter(({document}) => document.isProse))
  const [only, ...others] = gathered
  const isOnly = only?.document.isProse && others.length === 0 && isOneRegion(only.document, readings)
  const isSingle = isOnly === true && (places.length === 1 || places.every(({hasOwnHeading}) => hasOwnHeading))
  const rules = isSingle ? yearRules(places) : undefined
  const isWithoutGroups = rules !== undefined || (isSingle && places.length === 1 && !places[0]?.hasOwnHeading)
  return {readings, places, isSingle, rules, groupsOf: isWithoutGroups ? () => [] : groupsBy(places)}
}

function templateOf(document: Document, places: readonly Place[], isSingle: boolean) {
  const own = places.filter(({readings: [first]}) => first?.document === document)
  return {document, ...makeTemplate(document, own, isSingle)}
}

function groupsBy(places: readonly Place[]): (paper: Merged) => string[] {
  const names = new Map(places.flatMap(({name, readings}) => readings.map((reading) => [reading, name] as const)))
  return ({readings}) => [...new Set(readings.flatMap((reading) => names.get(reading) || []))]
}

/** Groups that have no zone of their own keep their order by the configuration. */
function namedGroups(places: readonly Place[]): GroupRule[] {
  return places.length > 1 ? places.map(({name}) => ({name})) : []
}

function withNotes({fields, merged}: NewPaper, keepRest: boolean): NewPaper['fields'] {
  const rest = merged.readings.flatMap(({draft}) => draft.rest)
  return keepRest && rest.length > 0 ? {...fields, notes: rest.join('\n')} : fields
}

/** Adds to the rest of each entry what none of its fields has. */
function account(papers: readonly NewPaper[]): void {
  for (const {fields, merged} of papers) {
    for (const reading of merged.readings.filter(({document}) => document.isProse)) {
      const {words, urls} = unaccounted(reading.document, reading.entry, textsOf(reading, fields))
      if (words.length > 0) reading.draft.rest.push(words.join(' '))
      for (const url of urls) reading.draft.addresses.push({from: url, to: null})
    }
  }
}

function unplacedIn(document: Document, frame: {start: number; end: number}, places: readonly Place[]): Unplaced[] {
  const {words, urls} = unaccounted(
    document,
    frame,
    places.map(({name}) => name)
  )
  if (words.length === 0 && urls.length === 0) return []
  const text = [...words, ...urls].join(' ')
  return [
    {
      path: document.path,
      line: document.line(frame.start),
      endLine: document.line(frame.end - 1),
      text,
      reason: 'the header of a table whose rows have all become papers'
    }
  ]
}

interface Made {
  readonly papers: readonly NewPaper[]
  readonly texts: readonly PlannedFile[]
  readonly outputs: readonly {template: string; file: string; text: string}[]
  readonly groups: readonly GroupRule[]
}

/** The configuration, and what the rules say of the list under it. */
function configure(
  {gathered, root, now, registry}: PlanSources,
  {papers, texts, outputs, groups}: Made
): {config: string; findings: Finding[]} {
  const read = texts.map(({path, text}) => readPaper(path, text))
  const listed = read.flatMap(({paper}) => paper ?? [])
  const templates = outputs.map(({template, file, text}): Template => parseTemplate(template, file, text))
  const base: Omit<List, 'config'> = {
    root,
    registry,
    files: read.map(({file}) => file),
    papers: listed.toSorted(comparePapers),
    papersByName: listed,
    strays: [],
    now
  }
  const documents = gathered.map(({document}) => document)
  const plainOutputs = outputs.map(({template, file}) => ({template, file}))
  const first = writeConfiguration({documents, papers, groups, aliases: new Map(), outputs: plainOutputs, findings: []})
  const list: List = {...base, config: parseConfig(first, configPath, root)}
  const findings = runRules(list, templates)
  const config = writeConfiguration({
    documents,
    papers,
    groups,
    aliases: tagTwins(list),
    outputs: plainOutputs,
    findings
  })
  return {config, findings}
}

function defectsOf(
  {gathered, registry}: PlanSources,
  papers: readonly NewPaper[],
  places: readonly Place[],
  findings: readonly Finding[]
): defects.Defect[] {
  const found = [
    ...gathered.flatMap(({document, found}) => [
      ...defects.unbalancedRows(document),
      ...defects.wrongDates(found),
      ...defects.emptyLinks(found)
    ]),
    ...defects.brokenOrder(places),
    ...defects.duplicates(papers),
    ...defects.sharedIdentifiers(papers, registry),
    ...defects.nearTags(papers, findings)
  ]
  return found.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1))
}
