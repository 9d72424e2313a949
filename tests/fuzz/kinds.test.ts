import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {kindOf, kinds} from './kinds.ts'

const folder = join(import.meta.dirname, '../fixtures/fuzz')

describe('what once made trouble makes none', () => {
  test.each(readdirSync(folder))('%s', (name) => {
    const {check} = kindOf(name.split('-')[0] ?? '')
    expect(() => check(readFileSync(join(folder, name)))).not.toThrow()
  })
})

describe('a few hundred of each make none', () => {
  test.each(kinds.map(({name}) => [name, name === 'text' ? 20 : 300] as const))(
    '%s',
    (name, runs) => {
      const {run} = kindOf(name)
      for (let seed = 0; seed < runs; seed += 1) expect(() => run(seed), `seed ${seed}`).not.toThrow()
    },
    60_000
  )
})
