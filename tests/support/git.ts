import {execFileSync} from 'node:child_process'
import type {TemporaryList} from './list.ts'

/** Runs git in a list's folder, as nobody in particular. */
export function git({root}: TemporaryList, ...parameters: string[]): void {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...identity, ...parameters], {cwd: root, stdio: 'ignore'})
}

/** Commits all that is there. */
export function commit(list: TemporaryList): void {
  git(list, 'add', '--all')
  git(list, 'commit', '--quiet', '--allow-empty', '--message', 'A commit')
}
