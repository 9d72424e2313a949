import {expect, test} from 'vitest'
import {reporters} from '../../src/reporters/index.ts'
import {filesIn} from '../support/folder.ts'

test('every reporter is in the index, under the name of its file', () => {
  const names = reporters.map(({name}) => name)
  expect(names.toSorted()).toEqual(filesIn('src/reporters', ['files', 'index', 'reporter']))
})

test('no findings are no lines but in JSON, which stays a document', () => {
  const texts = reporters.map(({name, render}) => [name, render([], {color: true})])
  expect(Object.fromEntries(texts)).toEqual({terminal: '', json: '[]', github: ''})
})
