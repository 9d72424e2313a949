import {join} from 'node:path'
import {type Config, loadConfig} from './config.ts'
import {eachWithinTime} from './deadline.ts'
import {errorMessage, Failure} from './failure.ts'
import {type Entry, readFolder, readText, type TextFile} from './io/read.ts'
import {obstacleOn} from './io/way.ts'
import {comparePapers} from './paper/order.ts'
import type {Paper, PaperFile} from './paper/paper.ts'
import {paperBytes, type ReadPaper, readPaper} from './paper/read.ts'
import {Registry} from './sites/registry.ts'

/** A list of papers as it stands on disk. */
export interface List {
  /** Absolute. */
  readonly root: string
  readonly config: Config
  readonly registry: Registry
  /** Every paper file, in the order of their names, whether or not it could be read. */
  readonly files: readonly PaperFile[]
  /** The papers that could be read, newest first. */
  readonly papers: readonly Paper[]
  /** The same papers in the order of their files' names. */
  readonly papersByName: readonly Paper[]
  /** What else lies in the folder of papers. */
  readonly strays: readonly Entry[]
  /** The instant that counts as now. */
  readonly now: Date
}

/** Where to find a list, and when. */
export interface ListOptions {
  /** Absolute. */
  readonly root: string
  /** Relative to the root; the usual place where it is missing. */
  readonly config?: string | undefined
  readonly now: Date
}

/**
 * Reads the configuration and every paper. A file that cannot be read is in `files`, with its problems.
 *
 * @throws {Failure} where the configuration is not valid or there is no folder of papers
 */
export function loadList({root, config: configPath, now}: ListOptions): List {
  const config = loadConfig(root, configPath)
  const entries = paperEntries(root, config)
  const read = readPapers(
    root,
    entries.filter(isPaperFile).map(({name}) => `${config.papers}/${name}`)
  )
  const papers = read.flatMap(({paper}) => paper ?? [])
  return {
    root,
    config,
    registry: new Registry(config.sites),
    files: read.map(({file}) => file),
    papers: papers.toSorted(comparePapers),
    papersByName: papers,
    strays: entries.filter((entry) => !isPaperFile(entry) && entry.name !== '.gitkeep'),
    now
  }
}

function paperEntries(root: string, {papers}: Config): Entry[] {
  const obstacle = obstacleOn(root, `${papers}/`)
  if (obstacle !== undefined) throw new Failure(`Cannot read the folder of papers: ${obstacle}`)
  try {
    return readFolder(join(root, papers))
  } catch (error) {
    throw new Failure(`Cannot read the folder of papers: ${errorMessage(error)}`, {cause: error})
  }
}

// A link or a pipe by the name of a paper is read as one, so that its own finding says what it is.
function isPaperFile({name, type}: Entry): boolean {
  return name.endsWith('.yaml') && !name.startsWith('.') && type !== 'folder'
}

// The slowest file that the guard is known to let pass takes a tenth of this.
const readingTime = 500

function readPapers(root: string, paths: readonly string[]): ReadPaper[] {
  const read = paths.map((path) => ({path, content: readText(join(root, path), paperBytes)}))
  return eachWithinTime(read, readingTime, parse, ({path}) =>
    unread(path, `Unexpected ${readingTime} ms and more of reading, expected a file of plain fields, lists and texts`)
  )
}

function parse({path, content}: {path: string; content: TextFile}): ReadPaper {
  return 'text' in content ? readPaper(path, content.text) : unread(path, content.problem)
}

function unread(path: string, reason: string): ReadPaper {
  return {file: {path, text: '', problems: [{start: 0, end: 0, reason}]}}
}
