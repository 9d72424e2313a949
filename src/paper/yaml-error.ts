import {type Document, type Scalar, visit, type YAMLError} from 'yaml'
import {cut, quote, visible} from '../quote.ts'
import type {Problem} from './yaml.ts'

const indentation = 'Unexpected indentation, expected it as on the lines before'
const noField = 'Unexpected line without `: `, expected a field: its name, `: ` and its value'

/** The parser's error as a person would say it, at the character that has to change. */
export function explain(error: YAMLError, text: string, document: Document.Parsed): Problem {
  // The parser may point behind the end.
  const [start, end] = [Math.min(error.pos[0], text.length), Math.min(error.pos[1], text.length)]
  switch (error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return unexpectedKey(text, start, end)
    case 'DUPLICATE_KEY':
      return unexpectedTwin(document, start)
    default:
      return {start, end, reason: reasonOf(error, text)}
  }
}

/** A colon made a field's name of what was meant as a text, or a name has none. */
function unexpectedKey(text: string, start: number, end: number): Problem {
  const space = /^\s*(?=- )/.exec(text.slice(start))?.[0]
  if (space !== undefined) {
    return {start: start + space.length, end: start + space.length + 1, reason: indentation}
  }
  if (beforeOnLine(text, start) === '') return {start, end: lineEnd(text, start), reason: noField}
  const colon = start + text.slice(start).search(/:(?:\s|$)/)
  if (colon <= lineEnd(text, start)) {
    return {start, end, reason: 'Unexpected `: ` within a text, expected quotes round a text that holds it'}
  }
  const lineStart = colon - beforeOnLine(text, colon).length
  const reason = 'Unexpected `: ` on a line that continues a text, expected less indentation or quotes round the text'
  return {start: lineStart, end: colon + 1, reason}
}

/** The parser marks no more than the name's first character. */
function unexpectedTwin(document: Document.Parsed, start: number): Problem {
  const found: Scalar[] = []
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' && node.range?.[0] === start) found.push(node)
    }
  })
  const [name] = found
  return {start, end: name?.range?.[1] ?? start, reason: secondField(String(name?.value ?? ''))}
}

/** What is said of a field that has been there before. */
export function secondField(name: string): string {
  return `Unexpected second ${quote(name)}, expected each field once`
}

/** What stands between the indentation and a place. */
function beforeOnLine(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trimStart()
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end
}

function reasonOf({code, message, pos: [start, end]}: YAMLError, text: string): string {
  const found = text.slice(start, end)
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'Unexpected tab, expected spaces for indentation'
    case 'MULTIPLE_DOCS':
      return 'Unexpected second document, expected one a file'
    case 'NON_STRING_KEY':
      return 'Unexpected list or mapping as a field name, expected a name'
    case 'BAD_SCALAR_START':
      return `Unexpected ${quote(found)} at the start of a text, expected the text in quotes`
    case 'BAD_DQ_ESCAPE':
      return `Unexpected ${quote(text.slice(start, start + 2))} in double quotes, expected single quotes round a text with a backslash`
    case 'BAD_INDENT':
      return unclosed(message, 'line') ?? indentation
    case 'MISSING_CHAR':
      if (start >= text.length) return unclosed(message, 'end of the file') ?? other(message)
      return beforeOnLine(text, start) === '' && found.trim() !== '' ? noField : other(message)
    case 'UNEXPECTED_TOKEN':
      return unexpectedToken(text, start) ?? other(message)
    default:
      return other(message)
  }
}

function unclosed(message: string, what: string): string | undefined {
  const bracket = /end with a ([\]}])/.exec(message)?.[1]
  return bracket && `Unexpected ${what} within brackets, expected ${quote(bracket)} before it`
}

/** Text where a value has already ended, told by the character before it. */
function unexpectedToken(text: string, start: number): string | undefined {
  const before = beforeOnLine(text, start).trimEnd()
  if (before === '') return indentation
  const last = before.charAt(before.length - 1)
  const behind = `Unexpected text behind ${quote(last)}, expected`
  if (last === '"') return `${behind} quotes round the whole text, and \`\\"\` for a quote within it`
  if (last === "'") return `${behind} quotes round the whole text, and \`''\` for an apostrophe within it`
  if (/[\]}]/.test(last)) return `${behind} quotes round the whole text`
  if (/[>|]/.test(last)) return `${behind} the text in quotes`
  if (text.startsWith('- ', start)) return 'Unexpected `- ` behind a name, expected each entry on a line of its own'
  return undefined
}

/** The parser's messages may quote the file at any length. */
function other(message: string): string {
  const lower = message.charAt(0).toLowerCase() + message.slice(1)
  return `Unexpected YAML, expected fields, lists and texts: ${visible(cut(lower))}`
}
