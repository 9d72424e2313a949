import {closest, distance} from 'fastest-levenshtein'
import * as v from 'valibot'
import type {Document} from 'yaml'
import {inWords, quote} from '../quote.ts'
import {reasonOf} from './issue.ts'
import type {FieldPath} from './paper.ts'
import {rangeOf, rangeOfKey} from './range.ts'
import {bare, entryOf, isFields, itemOf, siblings} from './schema-shape.ts'
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
    const unknown = issues.filter(({issue}) => isUnknownField(issue))
    const reported = unknown.length > 0 ? unknown : issues.filter((each) => !isMeant(each, meant))
    problems.push(...unique(reported.map(({issue, path}) => locateIssue(issue, path, document, schema))))
    // The schema reports one unknown field at a time: without it, the next one shows.
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

function removeField(value: Plain, path: FieldPath): void {
  let parent: unknown = value
  for (const key of path.slice(0, -1))
    parent = isFields(parent) || Array.isArray(parent) ? Reflect.get(parent, key) : {}
  if (isFields(parent)) delete parent[String(path.at(-1))]
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
