import {type ChildProcess, spawn} from 'node:child_process'
import {join} from 'node:path'
import type {Ended} from './process.ts'

const cli = join(import.meta.dirname, '../../dist/cli.js')

/** Starts the built program, while this process goes on and can serve it. */
export function startCli(parameters: readonly string[]): {child: ChildProcess; ended: Promise<Ended>} {
  const child = spawn(process.execPath, [cli, ...parameters], {env: {PATH: process.env['PATH'] ?? ''}})
  const ended = new Promise<Ended>((done) => {
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    child.on('close', (code) => done({code, stdout, stderr}))
  })
  return {child, ended}
}
