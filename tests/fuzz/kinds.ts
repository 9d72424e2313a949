import fc from 'fast-check'
import {paper, text} from '../support/hostile.ts'
import {temporaryList} from '../support/list.ts'
import {anyFile, anyTemplate} from './mutations.ts'
import {everyLayout, judge} from './papers.ts'
import {Random} from './random.ts'
import {fill} from './templates.ts'
import {checkPaper, checkReports} from './texts.ts'

/** One way of looking for trouble. */
interface Kind {
  readonly name: string
  /** Of the fixtures that it leaves. */
  readonly ending: string
  /** What a seed gives, as it is kept. */
  make(seed: number): Uint8Array | string
  /** Looks at one thing, as it was kept. @returns a word for what became of it; @throws where there is trouble */
  check(kept: Buffer): string
  /** Makes and looks at what a seed gives. */
  run(seed: number): string
}

function kind(
  name: string,
  ending: string,
  make: (seed: number) => Uint8Array | string,
  check: (kept: Buffer) => string
): Kind {
  return {name, ending, make, check, run: (seed) => check(Buffer.from(make(seed)))}
}

const list = temporaryList({'templates/README.md': everyLayout})
process.on('exit', () => list[Symbol.dispose]())

function checkFile(bytes: Uint8Array): string {
  const {isRead, isConfirmed} = judge(bytes, list)
  if (isConfirmed === undefined) return 'refused'
  return `${isRead ? 'read' : 'read without a paper'}${isConfirmed ? '' : ', refused by the other parser'}`
}

function checkTemplate(kept: Buffer): string {
  return fill(kept.toString()) ? 'filled in' : 'refused'
}

/** A value of an arbitrary; the same for the same seed. */
function sample<Value>(arbitrary: fc.Arbitrary<Value>, seed: number): string {
  return JSON.stringify(fc.sample(arbitrary, {seed, numRuns: 1})[0])
}

const anything = fc.oneof(text, fc.string({unit: 'binary', maxLength: 40}))

function checkKeptPaper(kept: Buffer): string {
  checkPaper(JSON.parse(kept.toString()))
  return 'the same text'
}

function checkKeptReport(kept: Buffer): string {
  const [path, reason] = JSON.parse(kept.toString())
  checkReports(path, reason)
  return 'the same text'
}

export const kinds: readonly Kind[] = [
  kind('paper', 'yaml', (seed) => anyFile(new Random(seed)), checkFile),
  kind('template', 'md', (seed) => anyTemplate(new Random(seed)), checkTemplate),
  kind('text', 'json', (seed) => sample(paper, seed), checkKeptPaper),
  kind('report', 'json', (seed) => sample(fc.tuple(anything, anything), seed), checkKeptReport)
]

/** The kind of a name. */
export function kindOf(name: string): Kind {
  const found = kinds.find((each) => each.name === name)
  if (!found) throw new Error(`Unexpected kind ${name}`)
  return found
}
