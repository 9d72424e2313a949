import {join} from 'node:path'
import * as v from 'valibot'
import {withinTime} from './deadline.ts'
import {Failure} from './failure.ts'
import {placeOf} from './finding.ts'
import {typeOf} from './io/read.ts'
import {pathWithin, readWithin} from './io/way.ts'
import {parseDate} from './paper/date.ts'
import {checkFields} from './paper/fields.ts'
import type {Limits} from './paper/guard.ts'
import {type Problem, readYaml} from './paper/yaml.ts'

/** Where the configuration stands unless `--config` says otherwise. */
export const configPath = '.github/paperlist.yml'

const configBytes = 256 * 1024
// A list with a colour for each of hundreds of tags is longer than any paper.
const configLimits: Limits = {tokens: 40_000, depth: 8}
// Milliseconds; a configuration of that many parts takes a tenth of it.
const readingTime = 5000

const text = v.pipe(v.string(), v.regex(/\S/u, 'Unexpected empty text, expected a text'))
const number = v.pipe(v.string(), v.regex(/^\d{1,6}$/, 'Unexpected text, expected a whole number'), v.transform(Number))
const count = v.pipe(number, v.minValue(1, 'Unexpected 0, expected at least 1'))
const bounds = v.pipe(
  v.array(number),
  v.length(2, 'Unexpected list, expected two numbers: the least and the most'),
  v.transform(([least = 0, most = 0]): [number, number] => [least, most]),
  v.check(([least, most]) => least <= most, 'Unexpected order, expected the least before the most')
)
const day = v.pipe(
  v.string(),
  v.check((value) => parseDate(value)?.day !== undefined, 'Unexpected text, expected a date, YYYY-MM-DD')
)
const flag = v.pipe(
  v.picklist(['true', 'false'], 'Unexpected text, expected true or false'),
  v.transform((value) => value === 'true')
)
// Relative and within the list: nothing outside of it is ever read or written.
const path = v.pipe(
  v.string(),
  v.check(isInside, 'Unexpected path, expected one within the list, relative and with forward slashes')
)
const severity = v.picklist(
  ['off', 'info', 'warn', 'warning', 'error'],
  'Unexpected text, expected off, info, warn or error'
)
const size = v.pipe(
  v.string(),
  v.regex(/^(?:off|\d{1,6}KiB)$/, 'Unexpected text, expected a size such as 450KiB, or off'),
  v.transform((value) => (value === 'off' ? undefined : Number.parseInt(value, 10) * 1024))
)

const group = v.strictObject({name: text, before: v.optional(day)})
const site = v.strictObject({host: text, site: text, kind: text})
const ignoredLink = v.strictObject({url: text, reason: text, until: v.optional(day)})
const host = v.strictObject({
  concurrent: v.optional(count),
  interval: v.optional(number),
  headers: v.optional(v.record(v.string(), v.string()))
})

const configSchema = v.strictObject({
  title: v.optional(text),
  repository: v.optional(v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/, 'Unexpected text, expected owner/name'))),
  papers: v.optional(path, 'papers'),
  outputs: v.optional(v.array(v.strictObject({template: path, file: path}))),
  groups: v.optional(v.pipe(v.array(group), v.minLength(1)), [{name: 'Year {year}'}]),
  summary: v.optional(
    v.strictObject({
      sentences: v.optional(v.union([number, bounds])),
      words: v.optional(number)
    }),
    {}
  ),
  tags: v.optional(
    v.strictObject({
      closed: v.optional(flag, 'false'),
      aliases: v.optional(v.record(v.string(), text), {}),
      colours: v.optional(v.record(v.string(), text), {})
    }),
    {}
  ),
  sites: v.optional(v.array(site), []),
  rules: v.optional(v.record(v.string(), severity), {}),
  links: v.optional(
    v.strictObject({
      ignore: v.optional(v.array(ignoredLink), []),
      remap: v.optional(v.array(text), []),
      concurrency: v.optional(count),
      hosts: v.optional(v.record(v.string(), host), {}),
      withdrawn: v.optional(severity)
    }),
    {}
  ),
  pages: v.optional(v.strictObject({budget: v.optional(size, '450KiB'), directory: v.optional(path, 'pages')}), {})
})

/** The list's configuration with its defaults filled in. */
export type Config = Omit<v.InferOutput<typeof configSchema>, 'outputs' | 'summary'> & {
  /** Where the configuration stands, whether or not there is one. */
  readonly path: string
  readonly outputs: readonly Output[]
  readonly summary: {
    /** The fewest and the most sentences of a summary. */
    readonly sentences: readonly [number, number]
    /** The most words of a sentence. */
    readonly words: number
  }
}

/** A file that is built, and the prose that it is built from (itself, where it is its own template). */
interface Output {
  readonly template: string
  readonly file: string
}

/**
 * Reads and checks the configuration.
 *
 * @param root the list's folder, absolute
 * @param file relative to it; where none is named, a missing one is no failure
 * @throws {Failure} in one line where it cannot be read or is not valid
 */
export function loadConfig(root: string, file?: string): Config {
  const at = file === undefined ? configPath : pathWithin(root, file)
  if (at === undefined) throw new Failure(`Cannot read ${file}: Unexpected path, expected one within the list`)
  if (file === undefined && typeOf(join(root, at)) === undefined) return complete(v.parse(configSchema, {}), at, root)
  const result = readWithin(root, at, configBytes)
  if ('problem' in result) throw new Failure(`${at}: ${result.problem}`)
  return parseConfig(result.text, at, root)
}

/**
 * Checks the text of a configuration.
 *
 * @param at where it stands or will stand, for messages
 * @throws {Failure} in one line where it is not valid
 */
export function parseConfig(text: string, at: string, root: string): Config {
  const reading = withinTime(readingTime, () => readYaml(text, configLimits))
  if (!reading) throw new Failure(`${at}: Unexpected ${readingTime} ms and more of reading, expected fewer fields`)
  if (reading.value === undefined) {
    const isBlank = text.replace(/^\s*#.*$/gmu, '').trim() === ''
    if (isBlank) return complete(v.parse(configSchema, {}), at, root)
    throw invalid(at, text, reading.problems)
  }
  const {fields, problems} = checkFields(configSchema, reading.value, reading.document)
  if (!fields || problems.length > 0) throw invalid(at, text, problems)
  return complete(fields, at, root)
}

function invalid(at: string, source: string, problems: readonly Problem[]): Failure {
  const [first] = problems
  if (!first) return new Failure(`${at}: Unexpected content, expected a configuration`)
  const {line, column} = placeOf(source, first.start, first.end).start
  return new Failure(`${at}:${line}:${column}: ${first.reason}`)
}

function complete(fields: v.InferOutput<typeof configSchema>, at: string, root: string): Config {
  const {sentences = [0, Number.POSITIVE_INFINITY], words = Number.POSITIVE_INFINITY} = fields.summary
  return {
    ...fields,
    path: at,
    outputs: fields.outputs ?? [defaultOutput(root)],
    summary: {sentences: typeof sentences === 'number' ? [sentences, sentences] : sentences, words}
  }
}

function defaultOutput(root: string): Output {
  const template = 'templates/README.md'
  const file = 'README.md'
  return {template: typeOf(join(root, template)) === 'file' ? template : file, file}
}

function isInside(value: string): boolean {
  if (value === '' || value.startsWith('/') || /[\\:]/.test(value)) return false
  // What stands in .git, git runs.
  return value.split('/').every((part) => !['', '.', '..', '.git'].includes(part.toLowerCase()))
}
