import {join} from 'node:path'
import type {Finding} from '../finding.ts'
import {readFolder, readText, typeOf} from '../io/read.ts'
import type {List} from '../list.ts'
import type {BuiltFile} from '../readme/build.ts'
import {pageMark} from '../readme/overflow-page.ts'

/** The pages of an earlier build that this one does not make, by their paths from the root of the list. */
export function leftPages({root, config}: List, files: readonly BuiltFile[]): string[] {
  const {directory} = config.pages
  if (typeOf(join(root, directory)) !== 'folder') return []
  const made = new Set(files.map(({path}) => path))
  return readFolder(join(root, directory))
    .filter(({name, type}) => type === 'file' && name.endsWith('.md'))
    .map(({name}) => `${directory}/${name}`)
    .filter((path) => !made.has(path) && isOwn(root, path))
}

/** What stands where pages should go, and no build has made. */
export function foreignPages({root, config}: List, files: readonly BuiltFile[]): Finding[] {
  const pages = files.filter(({text}) => text.startsWith(pageMark))
  const {directory} = config.pages
  // What is written behind a link would be anywhere.
  if (pages.length > 0 && ['file', 'link', 'other'].includes(typeOf(join(root, directory)) ?? '')) {
    return [foreign(directory, 'Unexpected file or link, expected a folder for pages, or nothing')]
  }
  const reason =
    'Unexpected file that `paperlist build` has not made, expected room for a page; move the file, or set `pages.directory`'
  return pages
    .filter(({path}) => typeOf(join(root, path)) !== undefined && !isOwn(root, path))
    .map(({path}) => foreign(path, reason))
}

function foreign(path: string, reason: string): Finding {
  return {path, ruleId: 'generated', severity: 'error', reason}
}

function isOwn(root: string, path: string): boolean {
  const result = readText(join(root, path), Number.MAX_SAFE_INTEGER)
  return 'text' in result && result.text.startsWith(pageMark)
}
