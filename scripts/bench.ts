import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {cpus, tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseDocument, stringify} from 'yaml'
import {loadList} from '../src/list.ts'
import type {Paper} from '../src/paper/paper.ts'
import {readYaml} from '../src/paper/yaml.ts'
import {buildPages, loadTemplates} from '../src/readme/build.ts'
import {runRules} from '../src/rules/run.ts'
import {guardTime} from './bench/guard.ts'
import {compareLinks, serve} from './bench-links.ts'

const sizes = [40, 1000, 10_000]
const repeats = 5
const guard = 'guard'
const program = process.argv[1] ?? ''
const cli = new URL('../cli.js', import.meta.url).pathname
const root = new URL('../..', import.meta.url).pathname

/** One run of a process: milliseconds of wall time, and its peak memory in megabytes. */
interface Run {
  readonly wall: number
  readonly memory: number
}

const [mode, folder = ''] = process.argv.slice(2)
if (mode === 'floor') floor(folder)
else if (mode === 'stages') stages(folder)
else if (mode === 'server') serve()
else if (mode === 'links') await compareLinks(program, cli, run, print)
else {
  compare()
  await compareLinks(program, cli, run, print)
}

/** The least that any reader of these files must do. */
function floor(list: string): void {
  const papers = join(list, 'papers')
  for (const name of readdirSync(papers)) parseDocument(readFileSync(join(papers, name), 'utf8'))
}

/** Prints the milliseconds of each stage of a build. */
function stages(list: string): void {
  const times: Record<string, number> = {}
  let last = performance.now()
  const lap = (name: string) => {
    times[name] = performance.now() - last
    last = performance.now()
  }
  const papers = loadList({root: list, now: new Date()})
  lap('read')
  const templates = loadTemplates(papers)
  lap('templates')
  runRules(papers, templates)
  lap('rules')
  buildPages(papers, templates)
  lap('render')
  for (const {text} of papers.files) readYaml(text)
  lap('yaml again')
  times[guard] = guardTime(
    papers.files.map(({text}) => text),
    repeats
  )
  process.stdout.write(JSON.stringify(times))
}

function compare(): void {
  print(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, best of ${repeats} runs`)
  const idle = best(() => run(['-e', '0']))
  print(`node -e 0: ${idle.wall.toFixed(0)} ms`)
  const copy = copyList()
  const own = best(() => run([cli, 'build', '--cwd', copy]))
  rmSync(copy, {recursive: true})
  print(`build of this list: ${own.wall.toFixed(0)} ms, ${ratio(own.wall, idle.wall)} × node -e 0 (to reach: 4 ×)`)
  const walls = new Map<number, number>()
  for (const size of sizes) {
    const list = makeList(size)
    try {
      walls.set(size, compareList(size, list))
    } finally {
      rmSync(list, {recursive: true})
    }
  }
  const growth = ratio(walls.get(10_000) ?? 0, walls.get(1000) ?? 1)
  print(`\nfrom 1,000 to 10,000 papers: ${growth} × (to reach: 11 ×)`)
}

/** This very list, in a folder where it may be written. */
function copyList(): string {
  const copy = mkdtempSync(join(tmpdir(), 'paperlist-bench-'))
  const left = new Set(['.git', 'dist', 'node_modules', 'src', 'tests'])
  for (const name of readdirSync(root)) {
    if (!left.has(name)) cpSync(join(root, name), join(copy, name), {recursive: true})
  }
  return copy
}

function compareList(size: number, list: string): number {
  const least = best(() => run([program, 'floor', list]))
  const whole = best(() => {
    rmSync(join(list, 'README.md'), {force: true})
    return run([cli, 'build', '--cwd', list])
  })
  const configuration = readFileSync(join(list, '.github/paperlist.yml'), 'utf8')
  writeFileSync(join(list, '.github/paperlist.yml'), configuration.replace('budget: off', 'budget: 450KiB'))
  const paged = best(() => {
    for (const name of ['README.md', 'pages']) rmSync(join(list, name), {recursive: true, force: true})
    return run([cli, 'build', '--cwd', list])
  })
  writeFileSync(join(list, '.github/paperlist.yml'), configuration)
  print(`\n${size} papers`)
  print(`  floor (read, parseDocument)  ${least.wall.toFixed(0)} ms, ${least.memory.toFixed(0)} MB`)
  print(`  lint and build               ${whole.wall.toFixed(0)} ms, ${whole.memory.toFixed(0)} MB`)
  print(`  the same, within a budget    ${paged.wall.toFixed(0)} ms, ${paged.memory.toFixed(0)} MB`)
  print(
    `  ratio                        ${ratio(whole.wall, least.wall)} × in time, ${ratio(whole.memory, least.memory)} × in memory`
  )
  const times: unknown = JSON.parse(spawnSync(process.execPath, [program, 'stages', list], {encoding: 'utf8'}).stdout)
  for (const [name, time] of Object.entries(times ?? {})) {
    if (name === guard) print(`  ${shareOf(Number(time), whole.wall)}`)
    else print(`    ${name.padEnd(26)} ${Number(time).toFixed(0)} ms, ${ratio(Number(time), least.wall)} × floor`)
  }
  return whole.wall
}

function shareOf(guarding: number, whole: number): string {
  const share = ((100 * guarding) / whole).toFixed(1)
  return `guard against hostile files  ${guarding.toFixed(0)} ms, ${share} % of lint and build (to stay under: 15 %)`
}

function best(measure: () => Run): Run {
  const runs = Array.from({length: repeats}, measure)
  return {wall: Math.min(...runs.map(({wall}) => wall)), memory: Math.min(...runs.map(({memory}) => memory))}
}

function run(parameters: readonly string[]): Run {
  // The child tells its own peak, in kilobytes, when it ends.
  const peak = 'process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS))'
  const started = performance.now()
  const child = spawnSync(process.execPath, ['--import', `data:text/javascript,${peak}`, ...parameters], {
    encoding: 'utf8'
  })
  const wall = performance.now() - started
  if (child.status !== 0) throw new Error(`${parameters.join(' ')}: ${child.stdout}${child.stderr}`)
  return {wall, memory: Number(/peak (\d+)$/.exec(child.stderr)?.[1] ?? 0) / 1000}
}

/** A list like this one, many times over: the same tags and lengths, other titles and links. */
function makeList(size: number): string {
  const list = mkdtempSync(join(tmpdir(), 'paperlist-bench-'))
  for (const name of ['papers', 'templates', '.github']) mkdirSync(join(list, name))
  writeFileSync(join(list, '.github/paperlist.yml'), 'pages:\n  budget: off\nsummary:\n  sentences: 3\n')
  writeFileSync(join(list, 'templates/README.md'), '# List\n\n<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n')
  const {papers} = loadList({root, now: new Date()})
  for (let index = 0; index < size; index++) {
    const paper = papers[index % papers.length]
    if (paper) writeFileSync(join(list, 'papers', `${yearOf(index)}-part-${index}.yaml`), another(paper, index))
  }
  return list
}

function yearOf(index: number): number {
  return 2015 + (index % 11)
}

/** A paper with a title, a date and links of its own. */
function another(paper: Paper, index: number): string {
  const [year, month, serial] = [
    yearOf(index),
    String(1 + (index % 12)).padStart(2, '0'),
    String(index).padStart(5, '0')
  ]
  const links = paper.links.map(({url, ...badge}, at) => ({
    url:
      at === 0 ? `https://arxiv.org/abs/${year % 100}${month}.${serial}` : `https://github.com/bench/${serial}-${at}`,
    ...badge
  }))
  const fields = {
    title: `${paper.title} part ${index}`,
    date: `${year}-${month}-15`,
    tags: paper.tags,
    links,
    summary: paper.summary
  }
  return stringify(fields, {lineWidth: 0})
}

function ratio(value: number, to: number): string {
  return (value / to).toFixed(2)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
