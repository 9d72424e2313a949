import {randomBytes} from 'node:crypto'
import {
  type BigIntStats,
  closeSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {kill, pid} from 'node:process'
import {errorCode, errorMessage, Failure} from '../failure.ts'
import {readText} from './read.ts'
import {obstacleOn} from './way.ts'

/** What stood at a path at one moment, to be told from what another program puts there. */
export type Stamp = Pick<BigIntStats, 'ino' | 'size' | 'mtimeNs'> | undefined

/** A file to write. */
export interface NewFile {
  /** Relative to the list's root, with forward slashes. */
  readonly path: string
  readonly text: string
  /** What stood there when the text was made. */
  readonly before: Stamp
}

interface Staged extends NewFile {
  readonly target: string
  readonly temporary: string
}

/**
 * Replaces files whole or not at all: a temporary file beside each, flushed, and renamed over it once all of
 * them are there. Written here because what a killed run leaves behind must carry a name that the next run
 * can tell from a user's own files. Their folders are made where they are missing.
 *
 * @param root absolute
 * @throws {Failure} in one line where a file cannot be written, or another program wrote it meanwhile; what
 *   stood there is then intact
 */
export function writeWhole(root: string, files: readonly NewFile[]): void {
  const staged: Staged[] = []
  try {
    for (const file of files) naming(join(root, file.path), () => stage(root, file, staged))
    for (const file of staged) naming(file.target, () => put(file))
  } finally {
    for (const {temporary} of staged) rmSync(temporary, {force: true})
  }
}

function naming(path: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    throw new Failure(`Cannot write ${path}: ${errorMessage(error)}`, {cause: error})
  }
}

/**
 * Removes a file, and its folder where nothing else is in it.
 *
 * @param root absolute
 * @param path relative to it
 * @throws {Failure} in one line where the file cannot be removed
 */
export function removeFile(root: string, path: string): void {
  try {
    const obstacle = obstacleOn(root, path)
    if (obstacle !== undefined) throw new Error(obstacle)
    const target = join(root, path)
    rmSync(target)
    if (readdirSync(dirname(target)).length === 0) rmdirSync(dirname(target))
  } catch (error) {
    throw new Failure(`Cannot remove ${path}: ${errorMessage(error)}`, {cause: error})
  }
}

/** Writes the temporary file. */
function stage(root: string, file: NewFile, staged: Staged[]): void {
  const target = join(root, file.path)
  const obstacle = obstacleOn(root, file.path)
  if (obstacle !== undefined) throw new Error(obstacle)
  const status = lstatSync(target, {throwIfNoEntry: false})
  if (status && !status.isFile()) throw new Error('a folder, link, device or pipe stands in its place')
  if (status && (status.mode & 0o200) === 0) throw new Error('the file is read-only')
  mkdirSync(dirname(target), {recursive: true})
  const temporary = join(dirname(target), `${prefix(target)}${pid}-${randomBytes(6).toString('hex')}.tmp`)
  const descriptor = openSync(temporary, 'wx')
  staged.push({...file, target, temporary})
  try {
    writeFileSync(descriptor, file.text)
    if (status) {
      keepOwner(descriptor, status)
      fchmodSync(descriptor, status.mode & 0o777)
    }
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Only the system's administrator can give a file away: for others it is theirs from now on. */
function keepOwner(descriptor: number, {uid, gid}: {uid: number; gid: number}): void {
  try {
    fchownSync(descriptor, uid, gid)
  } catch (error) {
    if (errorCode(error) !== 'EPERM') throw error
  }
}

function put({target, temporary, text, before}: Staged): void {
  if (!isSame(stampOf(target), before)) {
    const now = readText(target, Number.MAX_SAFE_INTEGER)
    // Another run that came to the same end is none to complain of.
    if ('text' in now && now.text === text) return
    throw new Error('another program wrote it meanwhile')
  }
  renameSync(temporary, target)
}

/** What stands at a path, links not followed. */
export function stampOf(path: string): Stamp {
  // Behind a file there is nothing, which Node takes for an error.
  const status = existsSync(`${dirname(path)}/.`) ? lstatSync(path, {bigint: true, throwIfNoEntry: false}) : undefined
  return status && {ino: status.ino, size: status.size, mtimeNs: status.mtimeNs}
}

function isSame(one: Stamp, other: Stamp): boolean {
  return one?.ino === other?.ino && one?.size === other?.size && one?.mtimeNs === other?.mtimeNs
}

function prefix(path: string): string {
  return `.${basename(path)}.paperlist-`
}

// A write takes milliseconds: what is older belongs to nobody, whichever process has its number by now.
const oldest = 60 * 60 * 1000

/**
 * Removes what a run that was killed in the middle of a write left beside the file. The name of a
 * temporary file holds the process that made it: another one that still runs keeps its own.
 *
 * @param path absolute
 * @throws {Failure} where a leftover cannot be removed
 */
export function clearLeftovers(path: string): void {
  const start = prefix(path)
  const folder = dirname(path)
  // The dot asks for a folder: behind a file there is none.
  if (!existsSync(`${folder}/.`)) return
  for (const name of readdirSync(folder)) {
    const owner = name.startsWith(start) ? /^(\d+)-[0-9a-f]{12}\.tmp$/.exec(name.slice(start.length)) : null
    if (owner && !isInUse(join(folder, name), Number(owner[1]))) {
      naming(join(folder, name), () => rmSync(join(folder, name), {force: true}))
    }
  }
}

/** This process has written nothing yet; in a container, the run before had the same number. */
function isInUse(temporary: string, owner: number): boolean {
  if (owner === pid || !isRunning(owner)) return false
  const status = lstatSync(temporary, {throwIfNoEntry: false})
  return status !== undefined && Date.now() - status.mtimeMs < oldest
}

function isRunning(id: number): boolean {
  try {
    return kill(id, 0)
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
