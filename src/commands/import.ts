import {join, relative, resolve, sep} from 'node:path'
import {loadConfig} from '../config.ts'
import {Failure} from '../failure.ts'
import type {BibliographyImporter} from '../importers/bibliography.ts'
import {bibliographies} from '../importers/index.ts'
import {Document} from '../importers/source/document.ts'
import {readText, typeOf} from '../io/read.ts'
import {stampOf, writeWhole} from '../io/write.ts'
import type {ListOptions} from '../list.ts'
import {inWords, plural} from '../quote.ts'
import {parseTemplate} from '../readme/template.ts'
import {Registry} from '../sites/registry.ts'
import {gatherBibliography} from './importing/bibliography.ts'
import {type Gathered, gather} from './importing/gather.ts'
import {makePlan, type Plan, type PlannedFile} from './importing/plan.ts'
import {accountNote} from './importing/report.ts'

/** What an import needs to know. */
export interface ImportOptions extends ListOptions {
  /** Absolute. */
  readonly files: readonly string[]
  /** Whether to write over files that differ. */
  readonly force: boolean
  /** Whether to write nothing. */
  readonly dryRun: boolean
  /** Whether text that found no field goes into the paper's notes. */
  readonly keepRest: boolean
  /** Told of each stage before it begins. */
  readonly onStage?: (stage: string) => void
}

/** What an import found and did. */
export interface ImportReport extends Plan {
  /** The files that were written, or would be. */
  readonly written: readonly string[]
  readonly notes: readonly string[]
}

// Ten times the longest list we know of, and far more than GitHub shows.
const sourceBytes = 16 * 1024 * 1024

/**
 * Turns lists as people write them into paper files, templates and a configuration.
 *
 * @throws {Failure} where a file cannot be read or holds no papers, or where something else stands in the place of a new file
 */
export function importLists(options: ImportOptions): ImportReport {
  const {root, onStage} = options
  const config = loadConfig(root, options.config)
  const registry = new Registry(config.sites)
  const gathered = options.files.flatMap((file) => gatherFrom(file, options, registry))
  if (gathered.length === 0) return nothingToDo(options)
  const count = gathered.reduce((sum, {found}) => sum + found.papers.length, 0)
  if (count === 0)
    throw new Failure(
      `Cannot find any paper in ${inWords(gathered.map(({document}) => document.path))}, expected a list with titles, dates and links`
    )
  onStage?.(`Bringing ${plural(count, 'entry').replace('entrys', 'entries')} together`)
  const plan = makePlan({root, now: options.now, gathered, registry, folder: config.papers, keepRest: options.keepRest})
  const changed = plan.files.filter((file) => currentText(root, file.path) !== file.text)
  if (!options.force) refuseToOverwrite(root, changed)
  onStage?.(`Writing ${plural(changed.length, 'file')}`)
  const files = changed.map((file) => ({...file, before: stampOf(join(root, file.path))}))
  if (!options.dryRun) writeWhole(root, files)
  return {...plan, written: changed.map(({path}) => path), notes: notesOf(plan, count, changed, options.dryRun)}
}

interface Found {
  readonly document: Document
  readonly found: Gathered
}

/** What a file holds; nothing for a page that has zones already, since the build makes it. */
function gatherFrom(file: string, {root, onStage}: ImportOptions, registry: Registry): Found[] {
  onStage?.(`Reading ${relative(root, file)}`)
  const format = bibliographies.find(({extension}) => file.toLowerCase().endsWith(extension))
  const document = readDocument(root, file, format === undefined)
  if (isBuilt(document)) return []
  onStage?.(`Looking for papers in ${document.path}`)
  return [{document, found: format ? readItems(document, format, registry) : gather(document, registry)}]
}

function isBuilt({path, text}: Document): boolean {
  return text.includes('paperlist:papers') && parseTemplate(path, path, text).zones.some(({name}) => name === 'papers')
}

function nothingToDo({root, files}: ImportOptions): ImportReport {
  const names = inWords(files.map((file) => relative(root, file)))
  const note = `${names}: built by paperlist already, from its papers and template. Nothing to change.`
  const accounted = {urls: 0, words: 0, missing: {urls: [], words: []}}
  return {papers: [], files: [], unplaced: [], defects: [], accounted, written: [], notes: [note]}
}

function readItems(document: Document, format: BibliographyImporter, registry: Registry): Gathered {
  try {
    return gatherBibliography(document, format.read(document.text), registry)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new Failure(`${document.path}: ${error.message}`, {cause: error})
  }
}

function readDocument(root: string, file: string, isProse: boolean): Document {
  const result = readText(file, sourceBytes)
  const path = relative(root, resolve(root, file)).split(sep).join('/')
  if ('problem' in result) throw new Failure(`${path}: ${result.problem}`)
  if (result.text.includes('\0')) throw new Failure(`${path}: Unexpected null byte, expected a text`)
  return new Document(
    path.startsWith('../') || path === '' ? path.slice(path.lastIndexOf('/') + 1) : path,
    result.text,
    isProse
  )
}

function currentText(root: string, path: string): string | undefined {
  if (typeOf(join(root, path)) !== 'file') return undefined
  const result = readText(join(root, path), Number.MAX_SAFE_INTEGER)
  return 'text' in result ? result.text : undefined
}

function refuseToOverwrite(root: string, changed: readonly PlannedFile[]): void {
  const [first, ...others] = changed.filter(({path}) => typeOf(join(root, path)) !== undefined)
  if (!first) return
  const more = others.length > 0 ? ` and ${plural(others.length, 'other file')}` : ''
  throw new Failure(`Refusing to write over ${first.path}${more}, expected new files only; --force writes over them`)
}

function notesOf(plan: Plan, count: number, changed: readonly PlannedFile[], dryRun: boolean): string[] {
  const found = `Found ${count === 1 ? '1 entry' : `${count} entries`} for ${plural(plan.papers.length, 'paper')}.`
  const wrote =
    changed.length === 0
      ? 'Nothing to change.'
      : `${dryRun ? 'Would write' : 'Wrote'} ${plural(changed.length, 'file')}.`
  return [found, `${plural(plan.defects.length, 'defect')} in the source.`, accountNote(plan), wrote]
}
