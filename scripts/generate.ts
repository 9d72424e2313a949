import {readFileSync, writeFileSync} from 'node:fs'
import {toJsonSchema} from '@valibot/to-json-schema'
import {explainAll} from '../src/commands/explain.ts'
import {paperSchema} from '../src/paper/schema.ts'

const note = '<!-- Made by `npm run generate` from the rules in src/rules. -->'

const schema = {
  ...toJsonSchema(paperSchema, {typeMode: 'input'}),
  title: 'A paper of a paperlist',
  description: 'Every value is read as text; dates and identifiers need no quotes.'
}

/** What this repository makes of its own sources, by path. */
const files = new Map([
  ['docs/rules.md', `${note}\n\n${explainAll()}`],
  ['docs/paper.schema.json', `${JSON.stringify(schema, undefined, 2)}\n`]
])

const isCheck = process.argv.includes('--check')
for (const [path, text] of files) {
  if (!isCheck) writeFileSync(path, text)
  else if (read(path) !== text) {
    process.stderr.write(`${path} is out of date: \`npm run generate\` makes it anew.\n`)
    process.exitCode = 1
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
