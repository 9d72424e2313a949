import {expect, test} from 'vitest'
import {known} from '../support/address.ts'

const framework = 'https://transformer-circuits.pub/2021/framework'
const identifier = 'transformer-circuits:2021/framework'

test.each([
  [`${framework}/index.html`, `${framework}/index.html | ${identifier}`],
  [`${framework}/`, `${framework}/ | ${identifier}`],
  [framework, `${framework} | ${identifier}`],
  [`${framework}/index.html#results`, `${framework}/index.html#results | ${identifier}`],
  ['http://www.transformer-circuits.pub/2021/framework/', `${framework}/ | ${identifier}`],
  ['https://transformer-circuits.pub', 'https://transformer-circuits.pub | -'],
  ['https://transformer-circuits.pub/index.html', 'https://transformer-circuits.pub/index.html | -']
])('%s', (url, facts) => {
  expect(known(url)).toBe(`${facts} | Anthropic · Paper | - | transformer-circuits`)
})
