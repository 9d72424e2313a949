import {readdirSync} from 'node:fs'
import {basename, join} from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** The names of a folder's source files without their endings, in order, those of `others` left out. */
export function filesIn(folder: string, others: readonly string[]): string[] {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts'))
  return names
    .map((name) => basename(name, '.ts'))
    .filter((name) => !others.includes(name))
    .sort()
}
