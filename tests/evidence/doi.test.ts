import {expect, test} from 'vitest'
import {judgeDoi} from '../../src/evidence/doi.ts'
import type {Answer, NoAnswer} from '../../src/evidence/verdict.ts'

const missing: Answer = {
  status: 404,
  url: 'https://doi.org/api/handles/10.1000/x',
  headers: {},
  body: '{"responseCode": 100}',
  redirects: []
}
const silence: NoAnswer = {fault: 'timeout', reason: 'no answer'}

test.each([
  ['twice', missing, 'broken'],
  ['once, and then nothing', silence, 'transient'],
  ['once, and then a wall', {...missing, status: 403, body: ''}, 'blocked']
])('a DOI that the registry of handles calls missing %s', async (_, second, expected) => {
  const handles = [missing, second]
  const url = 'https://doi.org/10.1000/x'
  const asked: string[] = []
  const verdict = await judgeDoi(
    '10.1000/x',
    {url, address: new URL(url), claims: [], withAnchor: false},
    {
      async ask(at) {
        asked.push(new URL(at).host)
        return at.startsWith('https://doi.org/') ? (handles.shift() ?? silence) : silence
      },
      pause: async () => undefined,
      token: undefined
    }
  )
  expect(verdict.outcome).toBe(expected)
  expect(asked).toEqual(['doi.org', 'doi.org', 'api.crossref.org', 'api.datacite.org'])
})
