import {InvalidArgumentError} from 'commander'
import {visible} from './quote.ts'

/** Where a list is. */
export interface ListLocation {
  readonly cwd: string
  readonly config?: string
}

/** What every command that reports findings is told. */
export interface CommonOptions extends ListLocation {
  readonly format: string
  readonly color: boolean
  readonly quiet?: true
}

/** What `links` is told besides. */
export interface LinksFlags {
  readonly changedSince?: string
  readonly cache?: string
  readonly shard?: string
  readonly merge?: string[]
  readonly remap: string[]
  readonly allowHost: string[]
  readonly anchors?: true
  readonly deadline?: number
  readonly fix?: true
}

/** What `import` is told besides. */
export interface ImportFlags {
  readonly force?: true
  readonly dryRun?: true
  readonly keepRest?: true
}

/** An option that may be repeated. */
export function collect(value: string, all: readonly string[]): string[] {
  return [...all, value]
}

/** Milliseconds from seconds. */
export function seconds(value: string): number {
  if (!/^\d{1,6}(?:\.\d+)?$/.test(value) || Number(value) === 0) throw new InvalidArgumentError('Expected seconds.')
  return Number(value) * 1000
}

/** A path, which may not be empty. */
export function relativePath(value: string): string {
  if (value === '') throw new InvalidArgumentError('Expected a path.')
  return value
}

/** What is wrong with the arguments, as one sentence on one line, also where it comes with a suggestion. */
export function usageError(text: string): string {
  const line = visible(
    text
      .trim()
      .replace(/^error: /, 'paperlist: ')
      .replaceAll('\n', ' ')
  )
  return /[.?)]$/.test(line) ? line : `${line}.`
}
