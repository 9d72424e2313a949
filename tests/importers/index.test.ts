import {expect, test} from 'vitest'
import {bibliographies, importers} from '../../src/importers/index.ts'
import {filesIn} from '../support/folder.ts'

test('every importer is in the index, under the name of its file', () => {
  const names = [...importers, ...bibliographies].map(({name}) => name)
  const others = ['bibliography', 'citation-js.d', 'draft', 'importer', 'index', 'read']
  expect(names.toSorted()).toEqual(filesIn('src/importers', others))
})
