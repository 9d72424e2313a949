import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  type Stats
} from 'node:fs'
import {errorCode} from '../failure.ts'
import {compareText} from '../finding.ts'

/** What reading a file gave: its text, or one sentence on why there is none. */
export type TextFile = {readonly text: string} | {readonly problem: string}

// O_NOFOLLOW refuses a symbolic link at the end of the path, O_NONBLOCK keeps a FIFO from
// blocking the open. Windows has neither.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})

/**
 * Reads a regular file of strict UTF-8. A byte-order mark stays in the text.
 *
 * @param path absolute
 * @param limit most bytes; a larger file is refused before it is read
 */
export function readText(path: string, limit: number): TextFile {
  const bytes = readBytes(path, limit)
  if (typeof bytes === 'string') return {problem: bytes}
  try {
    return {text: utf8.decode(bytes)}
  } catch {
    return {problem: 'Unexpected bytes that are not UTF-8, expected UTF-8 text'}
  }
}

function readBytes(path: string, limit: number): Uint8Array | string {
  let file: number
  try {
    file = openSync(path, flags)
  } catch (error) {
    return problemOf(error)
  }
  try {
    const status = fstatSync(file)
    if (!status.isFile()) return 'Unexpected folder, device or pipe, expected a regular file'
    if (status.size > limit) return tooLarge(status.size, limit)
    return readAll(file, status.size)
  } catch (error) {
    return problemOf(error)
  } finally {
    closeSync(file)
  }
}

/** Reads a file of a known size; one that grows meanwhile cannot take more memory than that. */
function readAll(file: number, size: number): Uint8Array | string {
  const buffer = Buffer.allocUnsafe(size + 1)
  let length = 0
  while (length <= size) {
    const count = readSync(file, buffer, length, buffer.length - length, length)
    if (count === 0) return buffer.subarray(0, length)
    length += count
  }
  return 'Unexpected growth of the file while it was read, expected it to stay as it is'
}

function tooLarge(size: number, limit: number): string {
  return `Unexpected file of ${size} bytes, expected at most ${limit}`
}

function problemOf(error: unknown): string {
  switch (errorCode(error)) {
    case 'ELOOP':
    case 'EMLINK':
      return 'Unexpected symbolic link, expected a regular file'
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return 'Unexpected missing file, expected it to exist'
    case 'EACCES':
    case 'EPERM':
      return 'Unexpected refusal, expected a file that may be read'
    case 'ENXIO':
    case 'EISDIR':
      return 'Unexpected folder, device or pipe, expected a regular file'
    default:
      return otherProblem(errorCode(error), error)
  }
}

/** A disk that fails under one file is no reason to stop at the others. */
function otherProblem(code: string | undefined, error: unknown): string {
  if (code === undefined) throw error
  return `Unexpected ${code} from the system, expected a file that can be read`
}

/** What a folder entry is; `other` is a device, socket or pipe. */
export interface Entry {
  readonly name: string
  readonly type: 'file' | 'folder' | 'link' | 'other'
}

/**
 * The entries of a folder in code-point order.
 *
 * @throws the system's error where the folder cannot be listed
 */
export function readFolder(path: string): Entry[] {
  return readdirSync(path, {withFileTypes: true})
    .map((entry): Entry => ({name: entry.name, type: kindOf(entry)}))
    .sort((a, b) => compareText(a.name, b.name))
}

/** What stands at a path, links not followed; undefined for nothing. */
export function typeOf(path: string): Entry['type'] | undefined {
  try {
    return kindOf(lstatSync(path))
  } catch (error) {
    // ENOTDIR: the path leads through a file. `throwIfNoEntry` knows ENOENT alone.
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return undefined
    throw error
  }
}

function kindOf(entry: Dirent | Stats): Entry['type'] {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}
