import {spawnSync} from 'node:child_process'
import {join} from 'node:path'

const dist = join(import.meta.dirname, '../../dist')

/** What a process left behind. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a built program to its end, with no more of an environment than it is given. */
export function runBuilt(
  file: 'cli.js' | 'action.js',
  parameters: readonly string[],
  {cwd, env = {}}: {cwd: string; env?: Readonly<Record<string, string>>}
): Ended {
  const {status, stdout, stderr} = spawnSync(process.execPath, [join(dist, file), ...parameters], {
    cwd,
    encoding: 'utf8',
    // git needs to be found.
    env: {PATH: process.env['PATH'] ?? '', ...env}
  })
  return {code: status, stdout, stderr}
}
