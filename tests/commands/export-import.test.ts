import {join} from 'node:path'
import {expect, test} from 'vitest'
import {exportList} from '../../src/commands/export.ts'
import {importLists} from '../../src/commands/import.ts'
import {loadList} from '../../src/list.ts'
import {goodPath, now, paperWith, temporaryList} from '../support/list.ts'

const root = join(import.meta.dirname, '../..')

/** Every field of every paper of a list but what only its own repository means: its path and what it ignores. */
function papersOf(folder: string) {
  return loadList({root: folder, now}).papers.map(({file: _, ignore: __, ...fields}) => fields)
}

function roundTrip(from: string, to: string): void {
  const output = join(to, 'list.json')
  exportList({root: from, now, format: 'csl-json', output})
  importLists({root: to, now, files: [output], force: false, dryRun: false, keepRest: false})
}

test('what was exported as CSL-JSON comes back as the same papers', () => {
  using list = temporaryList()
  roundTrip(root, list.root)
  expect(papersOf(list.root)).toEqual(papersOf(root))
})

test('so do a venue, authors, groups, notes and a partial date', () => {
  const fields = `date: 2024-04
venue: ICLR 2025
authors:
  - Ada Lovelace
  - Jan van der Berg
groups:
  - Retrieval
added: 2024-05-01
notes: asked the authors
`
  using source = temporaryList({[goodPath]: paperWith(fields)})
  using list = temporaryList()
  roundTrip(source.root, list.root)
  expect(papersOf(list.root)).toEqual(papersOf(source.root))
})
