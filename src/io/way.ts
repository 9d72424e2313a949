import {isAbsolute, join, relative, resolve, sep} from 'node:path'
import {readText, type TextFile, typeOf} from './read.ts'

/** A path from a folder, with forward slashes; undefined where it leads out of the folder. */
export function pathWithin(root: string, path: string): string | undefined {
  const part = relative(root, resolve(root, path))
  const isOutside = part === '..' || part.startsWith(`..${sep}`) || isAbsolute(part)
  return isOutside ? undefined : part.split(sep).join('/')
}

/**
 * What keeps a path from lying within a folder although it looks as if it did: the first folder on its
 * way that is a symbolic link, a file or a device.
 *
 * @param root absolute; how it was reached itself is the user's business
 * @param path relative to it; its last part is not looked at, and what is missing is no obstacle
 * @returns one sentence, or undefined for nothing
 */
export function obstacleOn(root: string, path: string): string | undefined {
  const parts = path.split('/')
  for (const index of parts.slice(1).keys()) {
    const folder = parts.slice(0, index + 1).join('/')
    const type = typeOf(join(root, folder))
    if (type === undefined) return undefined
    if (type === 'link') return `Unexpected symbolic link ${folder}, expected a folder of the list`
    if (type !== 'folder')
      return `Unexpected ${type === 'file' ? 'file' : 'device or pipe'} ${folder}, expected a folder`
  }
  return undefined
}

/**
 * Reads a file that lies within a folder.
 *
 * @param path relative to it
 * @param limit most bytes
 */
export function readWithin(root: string, path: string, limit: number): TextFile {
  const problem = obstacleOn(root, path)
  return problem === undefined ? readText(join(root, path), limit) : {problem}
}
