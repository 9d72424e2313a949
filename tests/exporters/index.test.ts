import {expect, test} from 'vitest'
import {exporters} from '../../src/exporters/index.ts'
import {filesIn} from '../support/folder.ts'

test('every exporter is in the index, under the name of its file', () => {
  expect(exporters.map(({name}) => name)).toEqual(filesIn('src/exporters', ['exporter', 'index', 'publication', 'tex']))
})
