import {closest, distance} from 'fastest-levenshtein'
import * as v from 'valibot'
import {type Document, isCollection, isMap, isNode, isPair, isScalar, isSeq, type ParsedNode} from 'yaml'
import {inWords, quote} from '../quote.ts'
import type {FieldPath} from './paper.ts'
import type {Plain, Problem} from './yaml.ts'

/** Fields as a schema has them, and everything that differs from it. */
export interface Checked<Fields> {
  /** Missing where the value cannot be used. */
  readonly fields?: Fields
  readonly problems: readonly Problem[]
}

/**
 * Holds values against a schema and says what differs, at the place of the value at fault. Unknown
 * fields are problems, and the rest of the value still counts.
 *
 * @param value taken from `document`; its unknown fields are removed
 */
export function checkFields<Schema extends v.GenericSchema>(
  schema: Schema,
  value: Plain,
  document: Document.Parsed
): Checked<v.InferOutput<Schema>> {
  const lists = listsForFields(schema, value, [])
  if (lists.length > 0) {
    return {problems: lists.map((path) => ({...rangeOf(document, path), reason: listReason}))}
  }
  const problems: Problem[] = []
  const meant = new Set<string>()
  for (;;) {
    const result = v.safeParse(schema, value)
    if (result.success) return {fields: result.output, problems}
    const issues = result.issues.flatMap((issue) => narrow(issue, []))
    const unknown = issues.filter(({issue}) => isUnknownField(issue)).flatMap((each) => allUnknown(each, value, schema))
    const reported = unknown.length > 0 ? unknown : issues.filter((each) => !isMeant(each, meant))
    problems.push(...unique(reported.map(({issue, path}) => locateIssue(issue, path, document, schema))))
    // The schema reports one unknown field at a time, and nothing else before it is gone.
    if (unknown.length === 0) return {problems}
    for (const {path} of unknown) {
      meant.add([...path.slice(0, -1), nearField(String(path.at(-1)), siblings(schema, path))].join('.'))
      removeField(value, path)
    }
  }
}

/** Whether a missing field is there under another name, which has been reported. */
function isMeant({issue, path}: Located, meant: ReadonlySet<string>): boolean {
  return isMissingField(issue) && meant.has(path.join('.'))
}

function unique(problems: readonly Problem[]): Problem[] {
  return problems.filter(
    ({start, reason}, index) => problems.findIndex((each) => each.start === start && each.reason === reason) === index
  )
}

const listReason = 'Unexpected list, expected fields: `name: value`'

/** Lists where fields belong: the schema library would take their entries for fields by the names 0, 1, 2. */
function listsForFields(schema: unknown, value: Plain, path: FieldPath): FieldPath[] {
  if (typeof value === 'string') return []
  if (!Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, each]) => listsForFields(entryOf(schema, key), each, [...path, key]))
  }
  const {type} = bare(schema)
  if (type === 'strict_object' || type === 'record') return [path]
  return value.flatMap((each, index) => listsForFields(itemOf(schema), each, [...path, index]))
}

interface Located {
  readonly issue: v.BaseIssue<unknown>
  readonly path: FieldPath
}

/** A value that fits none of several forms is judged by the form that it was meant to have. */
function narrow(issue: v.BaseIssue<unknown>, parent: FieldPath): Located[] {
  const path = [...parent, ...pathOf(issue)]
  const meant = Array.isArray(issue.input) ? 'array' : 'object'
  const inner = issue.issues?.filter(({path: at}) => at?.[0]?.type === meant)
  if (issue.type !== 'union' || !inner || inner.length === 0) return [{issue, path}]
  return inner.flatMap((each) => narrow(each, path))
}

function pathOf(issue: v.BaseIssue<unknown>): FieldPath {
  const keys = issue.path?.map(({key}) => key) ?? []
  return keys.filter((key) => typeof key === 'string' || typeof key === 'number')
}

function isUnknownField(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never'
}

function isMissingField(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.received === 'undefined'
}

/** Every field beside an unknown one that is unknown too. */
function allUnknown({issue, path}: Located, value: Plain, schema: v.GenericSchema): Located[] {
  const parent = path.slice(0, -1)
  const known = new Set(siblings(schema, path))
  const names = Object.keys(Object(valueAt(value, parent))).filter((name) => !known.has(name))
  return names.map((name) => ({issue, path: [...parent, name]}))
}

function valueAt(value: Plain, path: FieldPath): unknown {
  let at: unknown = value
  for (const key of path) at = isFields(at) || Array.isArray(at) ? Reflect.get(at, key) : {}
  return at
}

function removeField(value: Plain, path: FieldPath): void {
  const parent = valueAt(value, path.slice(0, -1))
  if (isFields(parent)) delete parent[String(path.at(-1))]
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function locateIssue(
  issue: v.BaseIssue<unknown>,
  path: FieldPath,
  document: Document.Parsed,
  schema: v.GenericSchema
): Problem {
  if (isUnknownField(issue)) {
    return {...rangeOfKey(document, path), reason: unknownField(String(path.at(-1)), siblings(schema, path))}
  }
  if (isMissingField(issue)) {
    const range = path.length === 1 ? {start: 0, end: 0} : rangeOf(document, path.slice(0, -1))
    return {...range, reason: `Unexpected missing ${quote(String(path.at(-1)))}, expected this field to be there`}
  }
  return {...rangeOf(document, path), reason: reasonOf(issue)}
}

function unknownField(name: string, known: readonly string[]): string {
  const near = nearField(name, known)
  return `Unexpected field ${quote(name)}, expected ${near ? quote(near) : `one of ${inWords(known.map(quote), 'or')}`}`
}

/** The field that a name was meant to be, most likely. */
function nearField(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const lower = name.toLowerCase()
  const near = closest(lower, [...known])
  return distance(lower, near) <= 2 ? near : undefined
}

/** The fields that a schema has where a path ends. */
function siblings(schema: v.GenericSchema, path: FieldPath): string[] {
  let at: unknown = schema
  for (const key of path.slice(0, -1)) at = typeof key === 'number' ? itemOf(at) : entryOf(at, key)
  const entries = entriesOf(at)
  return entries ? Object.keys(entries) : []
}

function entryOf(schema: unknown, key: string): unknown {
  return entriesOf(schema)?.[key] ?? bare(schema)['value']
}

function itemOf(schema: unknown): unknown {
  return bare(schema)['item']
}

/** The fields of an object schema, also where it is one of several forms. */
function entriesOf(schema: unknown): Record<string, unknown> | undefined {
  const {entries, options} = bare(schema)
  if (isFields(entries)) return entries
  return Array.isArray(options) ? options.map(entriesOf).find((each) => each !== undefined) : undefined
}

/** A schema without what makes it optional. */
function bare(schema: unknown): Record<string, unknown> {
  if (!isFields(schema)) return {}
  return 'wrapped' in schema ? bare(schema['wrapped']) : schema
}

function reasonOf(issue: v.BaseIssue<unknown>): string {
  const found = kindOf(issue.input)
  switch (issue.type) {
    case 'min_length':
      return 'Unexpected empty list, expected at least one entry'
    case 'max_length':
      return tooLong(issue)
    case 'array':
      if (issue.input === '') return 'Unexpected empty value, expected a list: one entry a line, each after `- `'
      return `Unexpected ${found}, expected a list: one entry a line, each after \`- \``
    case 'string':
      if (found === 'fields') return 'Unexpected `: ` or `{` in a text, expected quotes round a text that holds it'
      return `Unexpected ${found}, expected one text`
    case 'strict_object':
    case 'record':
      return `Unexpected ${found}, expected fields`
    case 'union':
      return `Unexpected ${found}, expected ${expectedForms(issue)}`
    default:
      return issue.message
  }
}

function tooLong({input, received, requirement}: v.BaseIssue<unknown>): string {
  const [what, parts] = Array.isArray(input) ? ['list', 'entries'] : ['text', 'characters']
  return `Unexpected ${what} of ${received} ${parts}, expected at most ${String(requirement)}`
}

function expectedForms(issue: v.BaseIssue<unknown>): string {
  const forms: ReadonlyMap<string, string> = new Map([
    ['string', 'a text'],
    ['array', 'a list'],
    ['strict_object', 'fields']
  ])
  const all = issue.issues?.map(({type, message}) => forms.get(type) ?? message.replace(/^.*expected /, ''))
  return inWords([...new Set(all)], 'or')
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  if (isFields(value)) return 'fields'
  return value === '' ? 'empty text' : 'text'
}

interface Range {
  readonly start: number
  readonly end: number
}

/**
 * The span of a value within the text that a document was read from, in UTF-16 offsets. An empty
 * value is found by its key, one that is not there by what holds it.
 */
export function rangeOf(document: Document.Parsed, path: FieldPath): Range {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length)
    const node = document.getIn(part, true)
    const range = isNode(node) ? node.range : undefined
    if (range && range[1] > range[0]) return {start: range[0], end: endOf(node)}
    const key = rangeOfKey(document, part)
    if (key.end > 0) return key
    if (range) return {start: range[0], end: range[0]}
  }
  return {start: 0, end: 0}
}

/** The parser counts the end of the line, and comments, to a block: its last value is where it ends. */
function endOf(node: unknown): number {
  const last = isMap(node) || isSeq(node) ? node.items.at(-1) : undefined
  const inner = isPair(last) ? (last.value ?? last.key) : last
  const isBlock = isCollection(node) && node.flow !== true && inner !== undefined
  if (isBlock) return endOf(inner)
  return isNode(node) ? (node.range?.[1] ?? 0) : 0
}

function rangeOfKey(document: Document.Parsed, path: FieldPath): Range {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const key = isMap<ParsedNode>(parent)
    ? parent.items.map((pair) => pair.key).find((each) => isScalar(each) && each.value === path.at(-1))
    : undefined
  const range = key?.range
  return range ? {start: range[0], end: range[1]} : {start: 0, end: 0}
}
