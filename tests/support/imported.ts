import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {type ImportReport, importLists} from '../../src/commands/import.ts'
import {now} from './list.ts'

/** A folder with sources to import, which goes with the scope that it was made in. */
export interface Sources extends Disposable {
  readonly root: string
  read(path: string): string
  write(path: string, text: string): void
  /** Every file below the root by its path, in order. */
  files(): string[]
  run(options?: {force?: boolean; dryRun?: boolean; keepRest?: boolean; files?: string[]}): ImportReport
}

/** Makes a folder of its own with files by their path. */
export function sources(files: Readonly<Record<string, string>>): Sources {
  const root = mkdtempSync(join(tmpdir(), 'paperlist-import-'))
  const folder: Sources = {
    root,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    write(path, text) {
      mkdirSync(dirname(join(root, path)), {recursive: true})
      writeFileSync(join(root, path), text)
    },
    files: () =>
      readdirSync(root, {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
        .sort(),
    run: ({files: names = ['README.md'], force = false, dryRun = false, keepRest = false} = {}) =>
      importLists({
        root,
        config: undefined,
        now,
        files: names.map((name) => join(root, name)),
        force,
        dryRun,
        keepRest
      }),
    [Symbol.dispose]: () => rmSync(root, {recursive: true, force: true})
  }
  for (const [path, text] of Object.entries(files)) folder.write(path, text)
  return folder
}

/** The paper files that a README becomes, their texts in the order of the source. */
export function papersOf(readme: string): string[] {
  using folder = sources({'README.md': readme})
  const {papers, files} = folder.run({dryRun: true})
  return papers.map(({path}) => files.find((file) => file.path === path)?.text ?? '')
}

/** The template that a README becomes. */
export function templateOf(readme: string): string {
  using folder = sources({'README.md': readme})
  return folder.run({dryRun: true}).files.find(({path}) => path === 'templates/README.md')?.text ?? ''
}
