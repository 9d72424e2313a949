import {expect, test} from 'vitest'
import {known} from '../support/address.ts'

const forum = 'https://openreview.net/forum?id=kvcbV8KQsi | openreview:kvcbV8KQsi'

test.each([
  ['https://openreview.net/forum?id=kvcbV8KQsi', forum],
  ['http://www.openreview.net/forum?id=kvcbV8KQsi', forum],
  ['https://openreview.net/forum?id=kvcbV8KQsi&noteId=abc', forum],
  ['https://openreview.net/forum?noteId=abc&id=kvcbV8KQsi#discussion', forum],
  ['https://openreview.net/pdf?id=kvcbV8KQsi', forum],
  ['https://openreview.net/attachment?id=kvcbV8KQsi&name=supplementary_material', forum],
  ['https://openreview.net/forum?id=a_-B', 'https://openreview.net/forum?id=a_-B | openreview:a_-B'],
  // A revision has an identifier of its own: no forum goes by it.
  ['https://openreview.net/references/pdf?id=kvcbV8KQsi', 'https://openreview.net/references/pdf?id=kvcbV8KQsi | -'],
  ['https://openreview.net/forum', 'https://openreview.net/forum | -'],
  ['https://openreview.net/forum?id=', 'https://openreview.net/forum?id= | -'],
  ['https://openreview.net/forum?id=a%20b', 'https://openreview.net/forum?id=a%20b | -'],
  ['https://openreview.net/forum?ID=kvcbV8KQsi', 'https://openreview.net/forum?ID=kvcbV8KQsi | -'],
  ['http://openreview.net/group?id=ICLR.cc/2024', 'https://openreview.net/group?id=ICLR.cc/2024 | -'],
  ['https://openreview.net', 'https://openreview.net | -']
])('%s', (url, facts) => {
  expect(known(url)).toBe(`${facts} | OpenReview · Paper | - | openreview`)
})
