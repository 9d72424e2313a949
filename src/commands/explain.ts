import type {BlockContent, Heading, PhrasingContent} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {Failure} from '../failure.ts'
import {inWords, quote} from '../quote.ts'
import {writeDocument, writeMarkdown} from '../readme/markdown.ts'
import {rules} from '../rules/index.ts'
import type {Example, Rule} from '../rules/rule.ts'
import {buildChecks} from './checks.ts'

/**
 * The page of one rule, as Markdown.
 *
 * @throws {Failure} where there is no such rule
 */
export function explain(id: string): string {
  const rule = rules.find((each) => each.id === id)
  if (rule) return writeMarkdown(rulePage(rule))
  const check = buildChecks.find((each) => each.id === id)
  if (check) return writeMarkdown([heading(2, check.id), ...prose(check.about), ...prose(check.why)])
  const known = inWords(
    [...rules, ...buildChecks].map((each) => each.id),
    'or'
  )
  throw new Failure(`Unexpected rule ${quote(id)}, expected ${known}`)
}

/** Every rule on one page, a whole Markdown document. */
export function explainAll(): string {
  const intro = `What \`paperlist lint\` holds a list to. Every rule but \`schema\`, \`template\` and \`ignore\` can be silenced for one
paper (\`ignore\`, with a reason) and set to \`off\`, \`info\`, \`warn\` or \`error\` for the list (\`rules\` in the
configuration; \`schema\` always is an error, and so is a broken zone). \`paperlist lint --explain RULE\` prints one of these sections.`
  return writeDocument([
    heading(1, 'Rules'),
    ...prose(intro),
    ...rules.flatMap(rulePage),
    ...prose('These two come from `paperlist build`, and cannot be silenced:'),
    ...buildChecks.flatMap(({id, about, why}) => [heading(2, id), ...prose(`${about}.`), ...prose(why)])
  ])
}

function rulePage({id, about, why, bad, good}: Rule): BlockContent[] {
  return [
    heading(2, id),
    ...prose(`${about}.`),
    ...prose(why),
    ...prose('Not like this:'),
    ...bad.map(example),
    ...prose('But like this:'),
    ...good.map(example)
  ]
}

function heading(depth: Heading['depth'], value: string): Heading {
  return {type: 'heading', depth, children: [{type: 'text', value}]}
}

function prose(markdown: string): BlockContent[] {
  return fromMarkdown(markdown).children.flatMap((node): BlockContent[] => {
    if (node.type !== 'paragraph') return []
    return [{type: 'paragraph', children: node.children.map(withoutPosition)}]
  })
}

function withoutPosition({position: _, ...node}: PhrasingContent): PhrasingContent {
  return node
}

function example({path, text}: Example[number]): BlockContent {
  if (path?.endsWith('.md')) return {type: 'code', lang: 'markdown', value: text.trimEnd()}
  const name = path === undefined ? [] : [`# ${path}`]
  return {type: 'code', lang: 'yaml', value: [...name, text.trimEnd()].filter(Boolean).join('\n')}
}
