import {expect, test} from 'vitest'
import {known} from '../support/address.ts'

const paper = 'https://ojs.aaai.org/index.php/AAAI/article/view/29956 | ojs.aaai.org:29956 | AAAI · Paper | - | aaai'

test.each([
  ['https://ojs.aaai.org/index.php/AAAI/article/view/29956', paper],
  ['http://ojs.aaai.org/index.php/AAAI/article/view/29956/', paper],
  ['https://ojs.aaai.org/index.php/AAAI/article/view/29956/31687', paper],
  ['https://ojs.aaai.org/index.php/AAAI/article/download/29956/31687', paper],
  ['https://ojs.aaai.org/AAAI/article/view/29956', paper],
  [
    'https://ojs.aaai.org/index.php/ICWSM/article/view/1',
    'https://ojs.aaai.org/index.php/ICWSM/article/view/1 | ojs.aaai.org:1 | ICWSM · Paper | - | aaai'
  ],
  [
    'https://ojs.aaai.org/index.php/aimagazine/article/view/1',
    'https://ojs.aaai.org/index.php/aimagazine/article/view/1 | ojs.aaai.org:1 | AIMAGAZINE · Paper | - | aaai'
  ],
  [
    'http://ojs.aaai.org/index.php/AAAI/issue/view/576',
    'https://ojs.aaai.org/index.php/AAAI/issue/view/576 | - | AAAI · Paper | - | aaai'
  ]
])('%s', (url, facts) => {
  expect(known(url)).toBe(facts)
})
