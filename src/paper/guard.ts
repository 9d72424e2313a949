import {Lexer} from 'yaml'
import {quote} from '../quote.ts'
import type {Problem} from './yaml.ts'

/** How much structure is read before any tree is built. */
export interface Limits {
  readonly tokens: number
  /** Brackets within brackets, and indicators after one another on one line. */
  readonly depth: number
}

export const paperLimits: Limits = {tokens: 4000, depth: 8}

/** Of a text that goes on behind a line with nothing but a tab, the parser may lose the rest. */
export function tabAtStart(text: string): Problem | undefined {
  const [match] = text.includes('\t') ? text.matchAll(/^ *\t/gm) : []
  if (!match) return undefined
  const end = match.index + match[0].length
  return {start: end - 1, end, reason: 'Unexpected tab, expected spaces for indentation'}
}

/** The lexer's tokens, or the first that is refused. */
export function guardedTokens(text: string, limits: Limits): string[] | Problem {
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

/** What is said of a file that is too deep. */
export function deepReason({depth}: Limits): string {
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
  const first = token.charAt(0)
  if (first === '"' || first === "'") return unclosedText(token, first)
  if (first === '#') return accidentalComment(token, before)
  const meaning = refused.get(first)
  return meaning && `Unexpected ${quote(token)}, which is ${meaning} in YAML, expected the text in quotes`
}

function unclosedText(token: string, mark: string): string | undefined {
  if (token.length > 1 && token.endsWith(mark)) return undefined
  return `Unexpected ${quote(mark)} at the start of a text, expected another at its end`
}

function accidentalComment(token: string, before: readonly string[]): string | undefined {
  const isBehindText = before.at(-3) === scalarMark && /^[^\S\n]+$/.test(before.at(-1) ?? '')
  return isBehindText && /^#[^\s#]/.test(token)
    ? 'Unexpected ` #`, which begins a comment in YAML, expected quotes round a text that holds it'
    : undefined
}

/** An entry indented more than the one before it is a part of it in YAML, which nobody means. */
function refusedText(token: string, before: readonly string[]): string | undefined {
  if (!token.includes('\n')) return undefined
  const isBlock = before.at(-2) === '\n' || before.at(-2) === '\r\n'
  if (isBlock || !/\n[ \t]*- /.test(token)) return undefined
  return 'Unexpected `- ` within a text, expected it right below the `- ` of the entry before'
}

const scalarMark = '\u001F'

// The start of a document, of a scalar, and the end of a broken flow: no characters of the text.
function isVirtual(token: string): boolean {
  return token === '\u0002' || token === scalarMark || token === '\u0018'
}
