import {expect, test} from 'vitest'
import {known} from '../support/address.ts'

const paper =
  'https://proceedings.mlr.press/v202/von-oswald23a.html | pmlr:v202/von-oswald23a | PMLR · Paper | - | pmlr'

test.each([
  ['https://proceedings.mlr.press/v202/von-oswald23a.html', paper],
  ['http://proceedings.mlr.press/v202/von-oswald23a.html', paper],
  ['https://proceedings.mlr.press/v202/von-oswald23a/von-oswald23a.pdf', paper],
  ['https://proceedings.mlr.press/v202/von-oswald23a.html#abstract', paper],
  [
    'https://proceedings.mlr.press/r1/a95.html',
    'https://proceedings.mlr.press/r1/a95.html | pmlr:r1/a95 | PMLR · Paper | - | pmlr'
  ],
  ['https://proceedings.mlr.press/v202/', 'https://proceedings.mlr.press/v202/ | - | PMLR · Paper | - | pmlr'],
  [
    'https://proceedings.mlr.press/v202/a23b/c23d.pdf',
    'https://proceedings.mlr.press/v202/a23b/c23d.pdf | - | PMLR · Paper | - | pmlr'
  ],
  ['https://proceedings.mlr.press', 'https://proceedings.mlr.press | - | PMLR · Paper | - | pmlr']
])('%s', (url, facts) => {
  expect(known(url)).toBe(facts)
})
