import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {parseArgs} from 'node:util'
import {kindOf, kinds} from '../tests/fuzz/kinds.ts'
import {Random} from '../tests/fuzz/random.ts'
import {killWriters} from '../tests/support/kill.ts'
import {writeForever} from '../tests/support/writer.ts'

const names = [...kinds.map(({name}) => name), 'kill']
const usage = `npm run fuzz -- [--seconds N] [--runs N] [--seed N] [--only ${names.join('|')}]

Looks for trouble with random files, templates, texts and kills. What makes trouble is kept in tests/fixtures/fuzz,
where a test holds the program against it from then on. A run with the same seed does the same again.
`
const {values} = parseArgs({
  options: {
    seconds: {type: 'string', default: '60'},
    runs: {type: 'string'},
    seed: {type: 'string', default: String(Date.now() % 1_000_000)},
    only: {type: 'string'},
    help: {type: 'boolean', default: false},
    // Of a process that writes until it is killed: the folder.
    write: {type: 'string'},
    // Of the process that does the work: where it notes which run it is at, and at which it begins.
    progress: {type: 'string'},
    from: {type: 'string', default: '0'}
  }
})
// No run takes as long; what does hangs.
const patience = 20_000
const seed = Number(values.seed)
const most = Number(values.runs ?? Number.POSITIVE_INFINITY)
// The exit code of a working process that came to its end and found something.
const found = 3

if (values.help) process.stdout.write(usage)
else if (values.write !== undefined) writeForever(values.write, 'README.md')
else if (values.progress === undefined) await supervise()
else work(values.progress)

/** What the working process says when it ends. */
interface Tally {
  readonly runs: number
  readonly slowest: number
  readonly counts: Readonly<Record<string, number>>
}

/** Runs one kind after the other, each in a process of its own: what hangs or aborts is a failure like others. */
async function supervise(): Promise<void> {
  const chosen = names.filter((name) => values.only === undefined || values.only.split(',').includes(name))
  if (chosen.length === 0) throw new Error(usage)
  const seconds = Number(values.seconds) / chosen.length
  const runs = values.runs ?? 'any number of'
  print(
    `Node ${process.version}, seed ${seed}, ${runs} runs in ${seconds.toFixed(0)} s for each of ${chosen.join(', ')}`
  )
  for (const name of chosen) {
    if (name === 'kill') await superviseKills(Date.now() + seconds * 1000)
    else await superviseKind(name, Date.now() + seconds * 1000)
  }
}

/** Kills a process that writes, 200 times unless there is less time. */
async function superviseKills(end: number): Promise<void> {
  const random = new Random(seed)
  const folder = mkdtempSync(join(tmpdir(), 'paperlist-fuzz-'))
  const total = {kills: 0, torn: 0, hit: 0, left: 0}
  while (total.kills < Math.min(most, 200) && Date.now() < end) {
    const moments = Array.from({length: 10}, () => random.below(60))
    const {kills, torn, hit, left} = await killWriters([process.argv[1] ?? '', '--write'], folder, moments)
    total.kills += kills
    total.torn += torn
    total.hit += hit
    total.left += left
  }
  rmSync(folder, {recursive: true})
  if (total.torn + total.left > 0) process.exitCode = 1
  print(
    `kill: ${total.kills} kills, ${total.hit} in a write: ${total.torn} files torn, ${total.left} leftovers not cleared`
  )
}

async function superviseKind(name: string, end: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'paperlist-fuzz-'))
  const progress = join(folder, 'progress')
  let from = 0
  while (from < most && Date.now() < end) {
    writeFileSync(progress, String(from))
    const child = spawn(process.execPath, [process.argv[1] ?? '', ...workOf(name, from, end, progress)], {
      stdio: ['ignore', 'inherit', 'inherit']
    })
    const hasHung = await watch(child, progress)
    if (child.exitCode === 0) break
    process.exitCode = 1
    if (child.exitCode === found) break
    from = Number(readFileSync(progress, 'utf8'))
    keep(
      name,
      from,
      hasHung ? `hangs for ${patience / 1000} s` : `ends the process: ${child.signalCode ?? child.exitCode}`
    )
    from += 1
  }
  rmSync(folder, {recursive: true})
}

function workOf(name: string, from: number, end: number, progress: string): string[] {
  const own = ['--only', name, '--seed', String(seed), '--from', String(from), '--progress', progress]
  const seconds = ['--seconds', String((end - Date.now()) / 1000)]
  return values.runs === undefined ? [...own, ...seconds] : [...own, ...seconds, '--runs', values.runs]
}

/** Waits for a process, and kills it where it makes no progress. */
async function watch(child: ReturnType<typeof spawn>, progress: string): Promise<boolean> {
  const ended = once(child, 'exit')
  let [run, since] = ['', Date.now()]
  while (child.exitCode === null && child.signalCode === null) {
    await Promise.race([ended, setTimeout(1000, undefined, {ref: false})])
    const now = readFileSync(progress, 'utf8')
    if (now !== run) [run, since] = [now, Date.now()]
    if (Date.now() - since < patience) continue
    child.kill('SIGKILL')
    await ended
    return true
  }
  return false
}

/** Does the runs of one kind. */
function work(progress: string): void {
  const {name, run} = kindOf(values.only ?? '')
  const file = openSync(progress, 'w')
  const end = Date.now() + Number(values.seconds) * 1000
  const counts: Record<string, number> = {}
  let [at, slowest, failures] = [Number(values.from), 0, 0]
  for (; at < most && Date.now() < end; at += 1) {
    writeSync(file, String(at).padStart(12), 0)
    const started = performance.now()
    try {
      const outcome = run(seedOf(at))
      counts[outcome] = (counts[outcome] ?? 0) + 1
    } catch (error) {
      failures += 1
      keep(name, at, error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
    slowest = Math.max(slowest, performance.now() - started)
  }
  closeSync(file)
  if (failures > 0) process.exitCode = found
  say(name, {runs: at - Number(values.from), slowest, counts: {...counts, failures}})
}

function say(name: string, {runs, slowest, counts}: Tally): void {
  const each = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`)
  print(`${name}: ${runs} runs, the slowest ${slowest.toFixed(0)} ms: ${each.join(', ')}`)
}

/** Keeps what made trouble. */
function keep(name: string, at: number, what: string): void {
  const {ending, make} = kindOf(name)
  const folder = 'tests/fixtures/fuzz'
  const path = join(folder, `${name}-${seed}-${at}.${ending}`)
  mkdirSync(folder, {recursive: true})
  writeFileSync(path, make(seedOf(at)))
  print(`${name}, --seed ${seed}, run ${at}, kept as ${path}\n${what.split('\n').slice(0, 12).join('\n')}`)
  process.exitCode = 1
}

/** The seed of one run: neighbours share nothing. */
function seedOf(at: number): number {
  return Math.imul(seed + 1, 0x9e_37_79_b1) + Math.imul(at, 0x85_eb_ca_6b)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
