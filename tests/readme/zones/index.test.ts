import {expect, test} from 'vitest'
import {zoneKinds} from '../../../src/readme/zones/index.ts'
import {filesIn} from '../../support/folder.ts'

test('every kind of zone is in the index, under the name of its file', () => {
  const names = filesIn('src/readme/zones', ['index', 'option', 'zone'])
  expect(zoneKinds.map(({name}) => name)).toEqual(names)
})
