import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {clearLeftovers} from '../../src/io/write.ts'
import {texts} from './writer.ts'

/** What kills in the middle of writes left behind. */
export interface Outcome {
  readonly kills: number
  /** Kills after which the file was neither of the texts. */
  readonly torn: number
  /** Kills after which a temporary file lay about: that there are some shows that a write was hit. */
  readonly hit: number
  /** Temporary files that another run did not clear. */
  readonly left: number
}

/**
 * Kills a process that writes, at one moment after the other, and looks at what is there.
 *
 * @param command the parameters of `node` that start the writer; the folder follows
 * @param root an empty folder
 * @param moments milliseconds from the first write on
 */
export async function killWriters(
  command: readonly string[],
  root: string,
  moments: readonly number[]
): Promise<Outcome> {
  const path = join(root, 'README.md')
  let [torn, hit] = [0, 0]
  for (const moment of moments) {
    const child = spawn(process.execPath, [...command, root], {stdio: ['ignore', 'pipe', 'inherit']})
    await once(child.stdout, 'data')
    await setTimeout(moment)
    child.kill('SIGKILL')
    await once(child, 'close')
    if (!existsSync(path) || !texts.includes(readFileSync(path, 'utf8'))) torn += 1
    if (readdirSync(root).length > 1) hit += 1
  }
  clearLeftovers(path)
  return {kills: moments.length, torn, hit, left: readdirSync(root).length - 1}
}
