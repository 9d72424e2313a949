import {expect, test} from 'vitest'
import {buildChecks} from '../../src/commands/checks.ts'
import {explain, explainAll} from '../../src/commands/explain.ts'
import {Failure} from '../../src/failure.ts'
import {rules} from '../../src/rules/index.ts'

test('a rule is explained with what it asks for, why, and examples', () => {
  expect(explain('title')).toBe(`## title

The title is one line without stray spaces, final full stop or shouting.

A title stands in the list as the paper prints it, in its own capitals, and nothing is added to it.

Not like this:

\`\`\`yaml
title: RETRIEVAL HEAD MECHANISTICALLY EXPLAINS LONG-CONTEXT FACTUALITY.
\`\`\`

But like this:

\`\`\`yaml
title: Retrieval Head Mechanistically Explains Long-Context Factuality
\`\`\``)
})

test('an example that is about a path names it, and one of a template is Markdown', () => {
  expect(explain('file-name')).toContain('```yaml\n# papers/2023-Retrieval_Head.yaml\n```')
  expect(explain('template')).toContain('```markdown\n# List\n\n<!-- paperlist:papers -->\n```')
})

test('what only a build finds is explained too', () => {
  expect(explain('budget')).toMatch(/^## budget\n\nA page stays under the size that GitHub shows/)
  expect(explain('generated')).toMatch(/^## generated\n\nWhat is committed is what the papers make/)
})

test.each(['nope', '', 'constructor', 'Title'])('%s is no rule', (id) => {
  expect(() => explain(id)).toThrow(Failure)
  expect(() => explain(id)).toThrow(`Unexpected rule \`${id}\`, expected schema, title, date,`)
})

test('the page of rules has every rule, each under a heading that findings link to', () => {
  const headings = [...explainAll().matchAll(/^## (.*)$/gm)].map(([, name]) => name)
  expect(headings).toEqual([...rules, ...buildChecks].map(({id}) => id))
})
