#!/usr/bin/env node
import {resolve} from 'node:path'
import {Argument, Command, CommanderError, Option} from 'commander'
import packageJson from '../package.json' with {type: 'json'}
import {
  type CommonOptions,
  collect,
  type ImportFlags,
  type LinksFlags,
  type ListLocation,
  relativePath,
  seconds,
  usageError
} from './arguments.ts'
import {build} from './commands/build.ts'
import {explain} from './commands/explain.ts'
import {exportList} from './commands/export.ts'
import {lint} from './commands/lint.ts'
import {countFindings, type Report} from './commands/report.ts'
import {exporters} from './exporters/index.ts'
import {errorCode, Failure} from './failure.ts'
import type {ListOptions} from './list.ts'
import {plural, visible} from './quote.ts'
import {github} from './reporters/github.ts'
import {reporters} from './reporters/index.ts'

const started = performance.now()
const program = new Command('paperlist')
  .description(packageJson.description)
  .version(packageJson.version)
  .exitOverride()
  .configureOutput({
    outputError: (text, write) => write(`${usageError(text)} Try \`paperlist --help\`.\n`)
  })

command('lint', 'hold every paper and template against the rules')
  .argument('[path...]', 'report on these files only')
  .option('--explain <rule>', 'print what a rule asks for, and why')
  .action((paths: string[], options: CommonOptions & {explain?: string}) => {
    if (options.explain !== undefined) return print(explain(options.explain))
    const list = listOptions(options)
    return report(
      lint(
        list,
        paths.map((path) => resolve(list.root, path))
      ),
      options
    )
  })

command('build', 'lint, then write the README and what goes with it')
  .option('--check', 'write nothing, and fail where a file is out of date')
  .action((options: CommonOptions & {check?: true}) =>
    report(build({...listOptions(options), check: options.check === true}), options)
  )

command('check', 'lint, then make sure that every generated file is up to date').action((options: CommonOptions) =>
  report(build({...listOptions(options), check: true}), options)
)

listCommand('export', 'write the papers in another format')
  .addArgument(new Argument('<format>', 'the format').choices(exporters.map((each) => each.name)))
  .option('--output <file>', 'the file to write, from the folder of the list, instead of standard output', relativePath)
  .action((format: string, options: ListLocation & {output?: string}) => {
    const list = listOptions(options)
    const output = options.output === undefined ? undefined : resolve(list.root, options.output)
    const {text, papers} = exportList({...list, format, output})
    if (output === undefined) process.stdout.write(text)
    else print(`Wrote ${visible(options.output ?? '')}: ${plural(papers, 'paper')}.`)
  })

command('links', 'do the links live, and are they the papers they claim to be?')
  .argument('[path...]', 'check the links of these files only')
  .option('--changed-since <commit>', 'check only the links that came since')
  .option('--cache <file>', 'remember what is well between runs')
  .option('--shard <I/N>', 'check one part of several')
  .option('--merge <report...>', 'put the JSON reports of several parts together, and check nothing')
  .option('--remap <rule>', "ask elsewhere, 'PREFIX REPLACEMENT'; may be repeated", collect, [])
  .option('--allow-host <host:port>', 'a private endpoint that may be asked; may be repeated', collect, [])
  .option('--anchors', 'look for #fragments on their pages')
  .option('--deadline <seconds>', 'end the run after this time', seconds)
  .option('--fix', 'write the new addresses of moved links into the paper files')
  .action((paths: string[], options: CommonOptions & LinksFlags) => checkLinks(paths, options))

command('import', 'turn a README, BibTeX or CSL-JSON into paper files, a template and a configuration')
  .argument('<file...>', 'what to import: .md, .bib or .json')
  .option('--force', 'write over files that differ')
  .option('--dry-run', 'write nothing, and say what would be written')
  .option('--keep-rest', 'keep text that found no field in the notes of its paper')
  .action((files: string[], options: CommonOptions & ImportFlags) => importAndReport(files, options))

// The reader of a pipe may have heard enough, as `head` does.
process.stdout.on('error', (error) => {
  if (errorCode(error) !== 'EPIPE') throw error
})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}

/** A command that works on a list. */
function listCommand(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--cwd <folder>', 'the folder of the list', '.')
    .option('--config <file>', 'the configuration, from the folder of the list', relativePath)
}

/** A command that reports findings. */
function command(name: string, description: string): Command {
  const format = new Option('--format <format>', 'how to report').choices(reporters.map((each) => each.name))
  return listCommand(name, description)
    .addOption(format.default('terminal'))
    .option('--no-color', 'write without colours')
    .option('--quiet', 'report errors only')
}

function listOptions({cwd, config}: ListLocation): ListOptions {
  return {root: resolve(cwd), config, now: new Date()}
}

/** Prints a report and sets the exit code. Only a person wants to hear what was done. */
function report(result: Pick<Report, 'findings' | 'notes'>, {format, color, quiet}: CommonOptions, table = ''): void {
  const reporter = reporters.find((each) => each.name === format)
  const useColor = color && process.stdout.isTTY && !process.env['NO_COLOR']
  const shown = quiet ? result.findings.filter(({severity}) => severity === 'error') : result.findings
  const text = reporter?.render(shown, {color: useColor}) ?? ''
  print(text)
  const {errors, warnings} = countFindings(result.findings)
  if (format === 'terminal' && !quiet) {
    if (text) print('')
    process.stdout.write(table)
    const seconds = ((performance.now() - started) / 1000).toFixed(2)
    print(
      `${visible(result.notes.join(' '))} ${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${seconds} s.`
    )
  }
  process.exitCode = errors > 0 ? 1 : 0
}

async function checkLinks(paths: readonly string[], options: CommonOptions & LinksFlags): Promise<void> {
  // Only this command needs the network.
  const [{links}, {linksTable}, {showProgress}] = await Promise.all([
    import('./commands/links.ts'),
    import('./commands/links-table.ts'),
    import('./commands/progress.ts')
  ])
  const list = listOptions(options)
  const progress =
    process.stderr.isTTY && !options.quiet ? showProgress((text) => process.stderr.write(text)) : undefined
  const {
    report: result,
    findings,
    notes
  } = await links({
    ...list,
    paths: paths.map((path) => resolve(list.root, path)),
    changedSince: options.changedSince,
    cache: options.cache && resolve(options.cache),
    shard: options.shard,
    merge: options.merge?.map((path) => resolve(path)),
    remap: options.remap,
    allowed: options.allowHost,
    withAnchors: options.anchors === true,
    deadline: options.deadline,
    fix: options.fix === true,
    token: process.env['GITHUB_TOKEN'],
    version: packageJson.version,
    interrupted: new Promise((end) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end())
    }),
    onProgress: progress?.update
  })
  progress?.clear()
  if (options.format === 'json') print(JSON.stringify(result, undefined, 2))
  else report({findings, notes}, options, linksTable(result))
  const errors = countFindings(findings).errors
  const code = (result.totals['unchecked'] ?? 0) > 0 ? 2 : errors > 0 ? 1 : 0
  // What was interrupted may still hold timers.
  process.stdout.write('', () => process.exit(code))
}

/** The parsers of foreign formats are loaded for this command alone: `check` starts without them. */
async function importAndReport(files: readonly string[], options: CommonOptions & ImportFlags): Promise<void> {
  const {importLists} = await import('./commands/import.ts')
  const {defectFindings, importJson, importText} = await import('./commands/importing/report.ts')
  const {force, dryRun, keepRest, format, quiet} = options
  const result = importLists({
    ...listOptions(options),
    files: files.map((file) => resolve(options.cwd, file)),
    force: force === true,
    dryRun: dryRun === true,
    keepRest: keepRest === true,
    onStage: showStage
  })
  if (format === 'json') return print(importJson(result))
  if (format === 'github') return print(github.render(defectFindings(result), {color: false}))
  if (quiet) return
  print(importText(result))
  if (dryRun) print(result.written.map((path) => `would write ${path}`).join('\n'))
  print(result.notes.join(' '))
}

/** Says on a terminal what a run of over a second is doing. */
function showStage(stage: string): void {
  if (process.stderr.isTTY && performance.now() - started > 1000) process.stderr.write(`${visible(stage)} …\n`)
}

function print(text: string): void {
  if (text !== '' || process.stdout.isTTY) process.stdout.write(`${text}\n`)
}

/** 2 for what the user can mend, in one line; help and version are no errors; anything else is ours. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (!(error instanceof Failure)) throw error
  process.stderr.write(`paperlist: ${visible(error.message)}\n`)
  return 2
}
