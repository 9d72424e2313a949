import {
  Composer,
  type Document,
  isMap,
  isScalar,
  isSeq,
  Parser,
  type Scalar,
  Schema,
  type YAMLError,
  type YAMLMap
} from 'yaml'
import {characterProblems, type StrangeCharacter, strangeCharacters} from './characters.ts'
import {deepReason, guardedTokens, type Limits, paperLimits, tabAtStart} from './guard.ts'
import {explain, secondField} from './yaml-error.ts'

/** A value in failsafe YAML: every scalar is the text that the file shows. */
export type Plain = string | Plain[] | {[field: string]: Plain}

/** What is wrong with a file that was read, at UTF-16 offsets into its text. */
export interface Problem {
  readonly start: number
  readonly end: number
  readonly reason: string
}

/** A YAML text that passed the guard, or what is wrong with it. */
export type Reading =
  | {readonly value: Plain; readonly document: Document.Parsed; readonly problems: readonly Problem[]}
  | {readonly value?: undefined; readonly document?: undefined; readonly problems: readonly Problem[]}

/**
 * Reads one YAML document as plain text values, guarded: a linear pass over the tokens refuses
 * what is too deep, too long or not plain data (aliases, anchors, tags, directives, several
 * documents) before the parser sees it.
 */
export function readYaml(text: string, limits: Limits = paperLimits): Reading {
  const strange = strangeCharacters(text)
  if (strange.length > 0) return {problems: characterProblems(strange)}
  const tab = tabAtStart(text)
  if (tab) return {problems: [tab]}
  const tokens = guardedTokens(text, limits)
  if (!Array.isArray(tokens)) return {problems: [tokens]}
  const document = composeShallow(tokens, text.length)
  if (document === tooDeep) return {problems: [{start: 0, end: 0, reason: deepReason(limits)}]}
  const error = document?.errors[0] ?? document?.warnings[0]
  if (document && error) return {problems: [explain(error, text, document)]}
  if (!document?.contents) return {problems: [{start: 0, end: 0, reason: 'Unexpected empty file, expected fields'}]}
  const faults: Faults = {problems: [], strange: []}
  const value = plainValue(document.contents, faults)
  const problems = [...characterProblems(faults.strange), ...faults.problems]
  return problems.length > 0 ? {problems} : {value, document, problems}
}

// Made once: every document shares it.
const schema = new Schema({schema: 'failsafe', resolveKnownTags: false, merge: false})

const tooDeep = Symbol('too deep')

/** The parser calls itself for each level. What runs out of stack, whatever it is, was too deep. */
function composeShallow(tokens: readonly string[], length: number): Document.Parsed | typeof tooDeep | undefined {
  try {
    return compose(tokens, length)
  } catch (error) {
    if (error instanceof RangeError) return tooDeep
    throw error
  }
}

function compose(tokens: readonly string[], length: number): Document.Parsed | undefined {
  const parser = new Parser()
  const composer = new Composer({
    schema,
    version: '1.2',
    strict: true,
    stringKeys: true,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'silent'
  })
  const documents: Document.Parsed[] = []
  for (const token of tokens) {
    for (const part of parser.next(token)) documents.push(...composer.next(part))
  }
  for (const part of parser.end()) documents.push(...composer.next(part))
  documents.push(...composer.end(true, length))
  const [first, second] = documents
  if (first && second) first.errors.push(severalDocuments(second))
  return first
}

function severalDocuments(document: Document.Parsed): YAMLError {
  const [start] = document.range
  return {
    name: 'YAMLParseError',
    code: 'MULTIPLE_DOCS',
    message: 'several documents',
    pos: [start, start]
  }
}

/** What a document without errors may still hold. */
interface Faults {
  readonly problems: Problem[]
  /** Characters that an escape brings in. */
  readonly strange: StrangeCharacter[]
}

/** Only called on a document without errors. What is no plain data is added to `faults`. */
function plainValue(node: unknown, faults: Faults): Plain {
  if (isScalar(node)) return scalarText(node, faults)
  if (isSeq(node)) return node.items.map((item) => plainValue(item, faults))
  return isMap(node) ? plainFields(node, faults) : ''
}

function plainFields(map: YAMLMap, faults: Faults): Plain {
  const fields: {[field: string]: Plain} = Object.create(null)
  for (const {key, value} of map.items) {
    if (!isScalar(key)) continue
    const name = scalarText(key, faults)
    // The parser compares names as they are written, in whichever of Unicode's forms.
    if (name in fields) faults.problems.push({...rangeOf(key), reason: secondField(name)})
    // As a paper's place is found by its fields' names, they are in the same form.
    key.value = name
    fields[name] = plainValue(value, faults)
  }
  return fields
}

function rangeOf({range}: Scalar): {start: number; end: number} {
  return {start: range?.[0] ?? 0, end: range?.[1] ?? 0}
}

/** Escapes such as `"\u202E"` bring in what the raw text does not show. */
function scalarText(node: Scalar, {problems, strange}: Faults): string {
  const text = typeof node.value === 'string' ? node.value.normalize('NFC') : ''
  // What stands in the file as it is has been looked at already.
  if (node.type !== 'QUOTE_DOUBLE') return text
  const {start, end} = rangeOf(node)
  for (const {name} of strangeCharacters(text)) strange.push({offset: start, length: end - start, name})
  // `"$\theta$"` is a tab and `heta$`.
  if (text.includes('\t')) {
    problems.push({start, end, reason: 'Unexpected tab, expected single quotes round a text with a backslash'})
  }
  return text
}
