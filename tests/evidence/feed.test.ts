import fc from 'fast-check'
import {expect, test} from 'vitest'
import {readFeed} from '../../src/evidence/feed.ts'
import type {Asked} from '../support/loopback.ts'
import {arxivApi, type Preprint} from '../support/publishers.ts'

/** The feed that arXiv gives for some identifiers. */
async function feedOf(papers: readonly Preprint[], identifiers: string): Promise<string> {
  const asked: Asked = {
    method: 'GET',
    url: new URL(`https://export.arxiv.org/api/query?id_list=${identifiers}`),
    headers: {}
  }
  return (await arxivApi(papers)(asked)).body ?? ''
}

const paper: Preprint = {
  id: '2404.15574',
  title: 'Attention & "Memory" in <Transformers>',
  versions: 12,
  comment: 'Preprint & more',
  summary: 'We study heads.'
}

test('an entry', async () => {
  expect(readFeed(await feedOf([paper], '2404.15574'))).toEqual([
    {
      identifier: '2404.15574',
      version: 12,
      title: 'Attention & "Memory" in <Transformers>',
      published: '2024-04-24',
      comment: 'Preprint & more',
      summary: 'We study heads.',
      authors: ['A. Author'],
      doi: '',
      journal: ''
    }
  ])
})

test('an old identifier, and no comment', async () => {
  const xml = await feedOf([{id: 'cs/0501001', title: 'Old'}], 'cs/0501001v1')
  expect(readFeed(xml)).toMatchObject([{identifier: 'cs/0501001', version: 1, title: 'Old', comment: ''}])
})

test('nobody, and nonsense', async () => {
  expect(readFeed(await feedOf([paper], '2409.99999'))).toEqual([])
  const error = await feedOf([paper], '2404.15574,nonsense')
  expect(error).toContain('<title>Error</title>')
  expect(readFeed(error)).toEqual([])
})

test.each([
  ['no XML', 'Rate exceeded.'],
  ['nothing', ''],
  ['a page', '<html><title>http://arxiv.org/abs/2404.15574</title></html>'],
  ['an entry that breaks off', '<feed><entry><id>http://arxiv.org/abs/2404.15574v1</id><title>A'],
  ['an entry without an identifier', '<feed><entry><title>A</title></entry></feed>'],
  ['an endless identifier', `<feed><entry><id>http://arxiv.org/abs/${'1'.repeat(1000)}</id></entry></feed>`]
])('%s has no entries', (_, xml) => {
  expect(readFeed(xml)).toEqual([])
})

test('entities of its own are not made use of', () => {
  const xml = '<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
  const entry = '<entry><id>http://arxiv.org/abs/2404.15574v1</id><title>&a;&b;</title></entry>'
  expect(readFeed(`${xml}<feed>${entry}</feed>`)).toMatchObject([{title: '&a;&b;'}])
})

test('whatever comes is read', () => {
  const part = fc.oneof(
    fc.constantFrom('<entry>', '</entry>', '<id>', '</id>', 'http://arxiv.org/abs/1', '<![CDATA[', ']]>', '<?', '&'),
    fc.string({maxLength: 5})
  )
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      expect(Array.isArray(readFeed(parts.join('')))).toBe(true)
    })
  )
})

test.each([
  ['fields of one name', `<entry>${'<a/>'.repeat(250_000)}</entry>`],
  ['entries', '<entry/>'.repeat(125_000)],
  ['open entries', '<entry>'.repeat(150_000)],
  ['angles', '<'.repeat(1024 * 1024)],
  ['blanks', `<entry><title>${' '.repeat(1024 * 1024)}</title></entry>`]
])('a mebibyte of %s is read quickly', (_, xml) => {
  const started = performance.now()
  readFeed(xml)
  expect(performance.now() - started).toBeLessThan(2000)
})
