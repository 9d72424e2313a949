import {expect, test} from 'vitest'
import {layouts} from '../../../src/readme/layouts/index.ts'
import {filesIn} from '../../support/folder.ts'

test('every layout is in the index, under the name of its file', () => {
  expect(layouts.map(({name}) => name)).toEqual(filesIn('src/readme/layouts', ['index', 'layout']))
})
