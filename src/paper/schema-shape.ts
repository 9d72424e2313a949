import type {GenericSchema} from 'valibot'
import type {FieldPath} from './paper.ts'

/** The fields that a schema has where a path ends. */
export function siblings(schema: GenericSchema, path: FieldPath): string[] {
  let at: unknown = schema
  for (const key of path.slice(0, -1)) at = typeof key === 'number' ? itemOf(at) : entryOf(at, key)
  const entries = entriesOf(at)
  return entries ? Object.keys(entries) : []
}

/** The schema of a field, or of any field where they have no names of their own. */
export function entryOf(schema: unknown, key: string): unknown {
  return entriesOf(schema)?.[key] ?? bare(schema)['value']
}

/** The schema of a list's entries. */
export function itemOf(schema: unknown): unknown {
  return bare(schema)['item']
}

/** The fields of an object schema, also where it is one of several forms. */
function entriesOf(schema: unknown): Record<string, unknown> | undefined {
  const {entries, options} = bare(schema)
  if (isFields(entries)) return entries
  return Array.isArray(options) ? options.map(entriesOf).find((each) => each !== undefined) : undefined
}

/** A schema without what makes it optional. */
export function bare(schema: unknown): Record<string, unknown> {
  if (!isFields(schema)) return {}
  return 'wrapped' in schema ? bare(schema['wrapped']) : schema
}

/** Whether a value is a mapping of fields. */
export function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
