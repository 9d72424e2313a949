import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {stringify} from 'yaml'
import {json} from '../../src/exporters/json.ts'
import {sourceOf} from '../../src/exporters/publication.ts'
import {readPaper} from '../../src/paper/read.ts'
import {exportable} from '../support/exportable.ts'
import {listOf} from '../support/page.ts'

const full = {
  title: 'A Paper: "quoted"',
  date: '2024-04-24',
  tags: ['One', 'Two'],
  links: [
    'https://arxiv.org/abs/2404.15574v2',
    {url: 'https://x.org', site: 'ICLR', kind: 'Poster'},
    {url: 'https://y.org', kind: 'Code'}
  ],
  summary: ['A *new* thing.', 'It scales with $x_1$.'],
  authors: ['Ada Lovelace'],
  venue: 'ICLR 2025',
  groups: ['Surveys'],
  added: '2024-05-01',
  notes: 'Never shown',
  ignore: [{rule: 'venue', reason: 'so named', until: '2027-01-01'}]
}
const least = {title: 'A', date: '2023', tags: ['One'], links: ['https://x.org']}

function paper(fields: object) {
  const {paper: made} = readPaper('papers/a.yaml', stringify(fields))
  if (!made) throw new Error('no paper')
  return made
}

function exported(papers: readonly ReturnType<typeof paper>[]): unknown {
  return JSON.parse(json.render(sourceOf({...listOf(papers), papersByName: papers})))
}

test('JSON has the papers as their files have them, the newest first', () => {
  expect(exported([paper(least), paper(full)])).toEqual([full, least])
})

test('JSON has an empty summary where the file has one', () => {
  expect(exported([paper({...least, summary: []})])).toEqual([{...least, summary: []}])
})

test('JSON is what the schema of paper files describes, whatever the texts', () => {
  const schema: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/paper.schema.json'), 'utf8'))
  const validate = new Ajv2020({strict: false}).compile({
    type: 'array',
    items: typeof schema === 'object' && schema !== null ? schema : false
  })
  fc.assert(
    fc.property(fc.array(exportable, {maxLength: 3}), (papers) => {
      const document = exported(papers)
      expect(validate(document), JSON.stringify(validate.errors)).toBe(true)
    })
  )
})
