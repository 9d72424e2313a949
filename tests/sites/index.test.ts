import {expect, test} from 'vitest'
import {sites} from '../../src/sites/index.ts'
import {filesIn} from '../support/folder.ts'

const names = sites.map(({name}) => name)

test('every site is a file of its own and in the index', () => {
  expect([...names].sort()).toEqual(filesIn('src/sites', ['index', 'registry', 'site']))
})

test('every site has a test', () => {
  const tests = filesIn('tests/sites', []).map((name) => name.replace('.test', ''))
  expect(tests).toEqual(expect.arrayContaining(names))
})

test('no host belongs to two sites, and none is written with www or in upper case', () => {
  const hosts = sites.flatMap((site) => site.hosts)
  expect(hosts).toEqual([...new Set(hosts)])
  expect(hosts.filter((host) => !/^(?!www\.)[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(host))).toEqual([])
})
