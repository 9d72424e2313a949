import {execFileSync} from 'node:child_process'
import {errorMessage, Failure} from '../failure.ts'

/**
 * The files that a revision lacks and the work tree's commit has, below a folder.
 *
 * @param base a commit, branch or tag
 * @returns paths from `root`, which may be a folder within the repository, as git has them
 * @throws {Failure} where git cannot tell
 */
export function addedFiles(root: string, base: string, folder: string): string[] {
  // -z, since a name may hold anything but a null byte; --end-of-options, since a revision may start with a hyphen.
  const range = ['--end-of-options', base, 'HEAD', '--', folder]
  const output = git(root, ['diff', '-z', '--name-only', '--relative', '--no-renames', '--diff-filter=A', ...range])
  return output.split('\0').filter(Boolean)
}

/**
 * The files of the work tree that differ from a revision or are new to it.
 *
 * @returns paths from the given folder, as git has them
 * @throws {Failure} where git cannot tell
 */
export function changedFiles(root: string, base: string): string[] {
  const range = ['--end-of-options', base, '--']
  const tracked = git(root, ['diff', '-z', '--name-only', '--relative', '--no-renames', '--diff-filter=d', ...range])
  const untracked = git(root, ['ls-files', '-z', '--others', '--exclude-standard'])
  return `${tracked}${untracked}`.split('\0').filter(Boolean)
}

/**
 * The text of a file at a revision; undefined where it was not there.
 *
 * @param path from the given folder
 */
export function textAt(root: string, base: string, path: string): string | undefined {
  try {
    return git(root, ['show', '--end-of-options', `${base}:./${path}`])
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

// Bytes; ten thousand papers of names as long as they can be are under 3 MB.
const longest = 64 * 1024 * 1024

function git(root: string, parameters: readonly string[]): string {
  try {
    return execFileSync('git', parameters, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: longest,
      stdio: ['ignore', 'pipe', 'pipe']
    })
  } catch (error) {
    throw new Failure(`Cannot ask git: ${errorMessage(error).split('\n')[1] ?? errorMessage(error)}`, {cause: error})
  }
}
