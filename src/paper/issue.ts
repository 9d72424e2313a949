import type {BaseIssue} from 'valibot'
import {inWords} from '../quote.ts'
import {isFields} from './schema-shape.ts'

/** What a value is, and what it should be. */
export function reasonOf(issue: BaseIssue<unknown>): string {
  const found = kindOf(issue.input)
  switch (issue.type) {
    case 'min_length':
      return 'Unexpected empty list, expected at least one entry'
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

function expectedForms(issue: BaseIssue<unknown>): string {
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
