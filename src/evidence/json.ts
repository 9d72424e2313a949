import * as v from 'valibot'

/** Reads JSON that somebody else wrote; undefined where it is none or not of the schema's form. */
export function readJson<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string
): v.InferOutput<Schema> | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const result = v.safeParse(schema, value)
  return result.success ? result.output : undefined
}
