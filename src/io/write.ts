import {randomBytes} from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
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

/**
 * Replaces a file whole or not at all: a temporary file beside it, flushed, then renamed over it.
 * Written here because what a killed run leaves behind must carry a name that the next run can tell
 * from a user's own files.
 *
 * @param path absolute; its folder is made where it is missing
 * @throws {Failure} in one line where the file cannot be written; the old content is then intact
 */
export function writeWhole(path: string, text: string): void {
  const temporary = join(dirname(path), `${prefix(path)}${pid}-${randomBytes(6).toString('hex')}.tmp`)
  try {
    mkdirSync(dirname(path), {recursive: true})
    const mode = modeOf(path)
    writeFlushed(temporary, text)
    if (mode !== undefined) chmodSync(temporary, mode)
    renameSync(temporary, path)
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary)
    throw new Failure(`Cannot write ${path}: ${errorMessage(error)}`, {cause: error})
  }
}

/**
 * Removes a file, and its folder where nothing else is in it.
 *
 * @param path absolute
 * @throws {Failure} in one line where the file cannot be removed
 */
export function removeFile(path: string): void {
  try {
    rmSync(path)
    if (readdirSync(dirname(path)).length === 0) rmdirSync(dirname(path))
  } catch (error) {
    throw new Failure(`Cannot remove ${path}: ${errorMessage(error)}`, {cause: error})
  }
}

function writeFlushed(path: string, text: string): void {
  const file = openSync(path, 'wx')
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** The permissions to keep, or undefined for a new file. */
function modeOf(path: string): number | undefined {
  const status = lstatSync(path, {throwIfNoEntry: false})
  if (!status) return undefined
  if (!status.isFile()) throw new Error('a folder, link, device or pipe stands in its place')
  if ((status.mode & 0o200) === 0) throw new Error('the file is read-only')
  return status.mode & 0o777
}

function prefix(path: string): string {
  return `.${basename(path)}.paperlist-`
}

/**
 * Removes what a run that was killed in the middle of a write left beside the file. The name of a
 * temporary file holds the process that made it: one that still runs keeps its own.
 */
export function clearLeftovers(path: string): void {
  const start = prefix(path)
  const folder = dirname(path)
  // The dot asks for a folder: behind a file there is none.
  if (!existsSync(`${folder}/.`)) return
  for (const name of readdirSync(folder)) {
    const owner = name.startsWith(start) ? /^(\d+)-[0-9a-f]{12}\.tmp$/.exec(name.slice(start.length)) : null
    if (owner && !isRunning(Number(owner[1]))) rmSync(join(folder, name), {force: true})
  }
}

function isRunning(id: number): boolean {
  try {
    return kill(id, 0)
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
