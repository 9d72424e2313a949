import {
  Composer,
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  type Scalar,
  Schema,
  type YAMLError,
  type YAMLMap
} from 'yaml'
import {quote} from '../quote.ts'
import {characterProblems, type StrangeCharacter, strangeCharacters} from './characters.ts'
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
  | {readonly value?: undefined; readonly problems: readonly Problem[]}

/** How much structure is read before any tree is built. */
export interface Limits {
  readonly tokens: number
  /** Brackets within brackets, and indicators after one another on one line. */
  readonly depth: number
}

export const paperLimits: Limits = {tokens: 4000, depth: 8}

/**
 * Reads one YAML document as plain text values, guarded: a linear pass over the tokens refuses
 * what is too deep, too long or not plain data (aliases, anchors, tags, directives, several
 * documents) before the parser sees it.
 */
export function readYaml(text: string, limits: Limits = paperLimits): Reading {
  const strange = strangeCharacters(text)
  if (strange.length > 0) return {problems: characterProblems(strange)}
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

/** The lexer's tokens, or the first that is refused. */
function guardedTokens(text: string, limits: Limits): string[] | Problem {
  const tokens: string[] = []
  const shape = {depth: 0, indicators: 0}
  let offset = 0
  for (const token of new Lexer().lex(text)) {
    measure(shape, token)
    const reason = refusal(token, tokens, shape, limits)
    const length = isVirtual(token) ? 0 : token.length
    if (reason) return {start: offset, end: offset + length, reason}
    tokens.push(token)
    offset += length
  }
  return tokens
}

interface Shape {
  /** Open brackets. */
  depth: number
  /** `-`, `?` and, outside of brackets, `:` since the line began: each may open a level of its own. */
  indicators: number
}

function measure(shape: Shape, token: string): void {
  if (token === '{' || token === '[') shape.depth += 1
  // One that closes nothing must not make room for one more that opens.
  else if (token === '}' || token === ']') shape.depth = Math.max(0, shape.depth - 1)
  else if (token === '-' || token === '?' || (token === ':' && shape.depth === 0)) shape.indicators += 1
  else if (token === '\n' || token === '\r\n') shape.indicators = 0
}

function deepReason({depth}: Limits): string {
  return `Unexpected nesting of over ${depth} levels, expected fields, lists and texts`
}

const refused: ReadonlyMap<string, string> = new Map([
  ['*', 'an alias'],
  ['&', 'an anchor'],
  ['!', 'a tag'],
  ['%', 'a directive']
])

function refusal(token: string, before: readonly string[], shape: Shape, limits: Limits): string | undefined {
  if (shape.depth > limits.depth || shape.indicators > limits.depth) {
    return deepReason(limits)
  }
  if (before.length >= limits.tokens) return `Unexpected file of over ${limits.tokens} parts, expected fewer`
  // The lexer announces the text of a scalar by a control character: only what stands bare is YAML's own.
  if (before.at(-1) === scalarMark) return refusedText(token, before)
  const meaning = refused.get(token.charAt(0))
  if (meaning) return `Unexpected ${quote(token)}, which is ${meaning} in YAML, expected the text in quotes`
  if (/^["']/.test(token) && (token.length === 1 || token.at(-1) !== token[0])) {
    return `Unexpected ${quote(token.charAt(0))} at the start of a text, expected another at its end`
  }
  const isBehindText = before.at(-3) === scalarMark && /^[^\S\n]+$/.test(before.at(-1) ?? '')
  return isBehindText && /^#[^\s#]/.test(token)
    ? 'Unexpected ` #`, which begins a comment in YAML, expected quotes round a text that holds it'
    : undefined
}

/** An entry indented more than the one before it is a part of it in YAML, which nobody means. */
function refusedText(token: string, before: readonly string[]): string | undefined {
  const isBlock = before.at(-2) === '\n' || before.at(-2) === '\r\n'
  if (isBlock || !/\n[ \t]*- /.test(token)) return undefined
  return 'Unexpected `- ` within a text, expected it right below the `- ` of the entry before'
}

const scalarMark = '\u001F'

// The start of a document, of a scalar, and the end of a broken flow: no characters of the text.
function isVirtual(token: string): boolean {
  return token === '\u0002' || token === scalarMark || token === '\u0018'
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
