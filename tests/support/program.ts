import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {rolldown} from 'rolldown'

/** A program of our own sources in a folder of its own, which goes with the scope that it was made in. */
export interface Program extends Disposable {
  /** Absolute: `node` runs it. */
  readonly file: string
}

/** Bundles a module of this repository, by its path from the root, so that another process can run it. */
export async function programOf(module: string): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'paperlist-program-'))
  const bundle = await rolldown({input: join(import.meta.dirname, '..', '..', module), platform: 'node'})
  await bundle.write({dir: folder, format: 'esm', entryFileNames: 'program.mjs'})
  await bundle.close()
  return {file: join(folder, 'program.mjs'), [Symbol.dispose]: () => rmSync(folder, {recursive: true, force: true})}
}
