import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {hasTitle, isChallenge, readPage, textOf} from '../../src/evidence/page.ts'
import {page} from '../support/publishers.ts'

const title = 'Attention & "Memory" in <Transformers>'

describe('the title', () => {
  test.each([
    'citation_title',
    'Citation_Title',
    'DC.Title',
    'dc.title',
    'DCTERMS.title',
    'eprints.title',
    'bepress_citation_title',
    'prism.title'
  ])('by %s', (name) => {
    expect(readPage(page('A Site', {[name]: title}))).toMatchObject({title, looseTitle: undefined, heading: 'A Site'})
  })

  test.each(['og:title', 'twitter:title'])('by %s is loose', (name) => {
    expect(readPage(page('A Site', {[name]: title}))).toMatchObject({title: undefined, looseTitle: title})
  })

  test('the publisher’s word comes first, wherever it stands', () => {
    expect(readPage(page('A Site', {'dc.title': 'Proceedings', citation_title: title})).title).toBe(title)
  })

  test('an empty one is none', () => {
    expect(readPage(page('A Site', {citation_title: ' '})).title).toBeUndefined()
    expect(readPage(`<meta name=citation_title content=""><meta name=citation_title content="A">`).title).toBe('A')
  })

  test.each([
    [`<META NAME='citation_title' CONTENT='A Paper'>`, 'A Paper'],
    ['<meta content="A Paper" name="citation_title"/>', 'A Paper'],
    ['<meta property="citation_title" content="A Paper">', 'A Paper'],
    ['<meta\nname=citation_title\ncontent="A\nPaper">', 'A\nPaper'],
    ['<meta name="citation_title" content="A &gt; B &#38; C">', 'A > B & C'],
    ['<meta name="citation_title" content="A Paper"', undefined],
    ['<!-- <meta name="citation_title" content="A Paper"> -->', undefined],
    ['<script>"<meta name=citation_title content=A>"</script>', undefined]
  ])('%j', (html, expected) => {
    expect(readPage(html).title).toBe(expected)
  })
})

test.each([
  ['citation_date', '2024/04/24', '2024-04-24'],
  ['citation_publication_date', '2024/04', '2024-04'],
  ['citation_online_date', '2024', '2024'],
  ['DC.Date', '2024-04-24T17:59:59Z', '2024-04-24']
])('the date by %s, %s', (name, written, expected) => {
  expect(readPage(page('A Site', {[name]: written})).date).toBe(expected)
})

test('anchors are what browsers go to: no name of a meta or a field', () => {
  const html = '<meta name="viewport"><h2 id="a">A</h2><a name="b">B</a><input name="c"><p id=user-content-d>D</p>'
  expect([...readPage(html).anchors].filter(Boolean)).toEqual(['a', 'b', 'user-content-d'])
})

test('the heading is the first title, not that of a drawing', () => {
  expect(readPage('<title> A\n</title><svg><title>B</title></svg>').heading).toBe('A')
})

describe('enough has been read', () => {
  const whole = page('A Site', {citation_title: 'A > B', citation_date: '2024/04/24'}, 'Words')

  test('at a title and a date, and not before', () => {
    expect(hasTitle(whole)).toBe(true)
    for (let length = 0; length < whole.length; length++) {
      const part = whole.slice(0, length)
      if (hasTitle(part)) expect(readPage(part)).toMatchObject({title: 'A > B', date: '2024-04-24'})
    }
  })

  test('without a date it never is', () => {
    expect(hasTitle(page('A Site', {citation_title: 'A'}, 'Words'))).toBe(false)
  })
})

test('the text is what is shown', () => {
  expect(textOf('<style>a</style><p>This <b>paper</b>\n is &amp; <script>let a = "<p>b</p>"</script>was</p>')).toBe(
    'This paper is & \n\nwas'
  )
})

describe('a challenge', () => {
  const answer = {status: 200, url: 'https://example.org/paper', headers: {}, body: '', redirects: []}

  test.each([
    ['Cloudflare’s header', {headers: {'cf-mitigated': 'challenge'}}],
    ['Amazon’s header', {status: 405, headers: {'x-amzn-waf-action': 'captcha'}}],
    ['202', {status: 202}],
    ['“Just a moment...”', {body: page('Just a moment...')}],
    ['“Attention Required! | Cloudflare”', {body: page('Attention Required! | Cloudflare')}],
    ['“Access Denied”', {body: page('Access Denied')}],
    ['Cloudflare’s script', {body: '<script>window._cf_chl_opt={}</script>'}],
    ['DataDome’s page', {body: '<script src="https://ct.captcha-delivery.com/c.js"></script>'}],
    ['PerimeterX’s page', {body: '<div id="px-captcha"></div>'}],
    ['a redirect to a challenge', {url: 'https://example.org/challenge?to=a', redirects: [302]}]
  ])('%s', (_, part) => {
    expect(isChallenge({...answer, ...part})).toBe(true)
  })

  test.each([
    ['a page', {body: page('A Paper')}],
    ['a page that is about a moment', {body: page('In just a moment: attention over time')}],
    ['a page by that name', {url: 'https://example.org/challenge/2024'}],
    ['a header of every page behind DataDome', {headers: {'x-datadome': 'protected'}}],
    ['Cloudflare’s server', {headers: {server: 'cloudflare', 'cf-ray': '1'}}]
  ])('is not %s', (_, part) => {
    expect(isChallenge({...answer, ...part})).toBe(false)
  })
})

test('whatever is on a page, it is read', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.constantFrom(
            '<meta ',
            'name=',
            '"citation_title"',
            'content=',
            '>',
            '<',
            '</',
            '<!--',
            '<title>',
            '<script>'
          ),
          fc.string({unit: 'binary', maxLength: 5})
        )
      ),
      (parts) => {
        const html = parts.join('')
        expect(typeof readPage(html).heading).toBe('string')
        expect(typeof hasTitle(html)).toBe('boolean')
        expect(typeof textOf(html)).toBe('string')
      }
    ),
    {numRuns: 40}
  )
})

test.each([
  ['tags', '<a>'.repeat(22_000)],
  ['open tags', '<meta '.repeat(11_000)],
  ['angles', '<'.repeat(64 * 1024)],
  ['comments', '<!--'.repeat(16_000)],
  ['titles', '<title> '.repeat(8000)],
  ['blanks in a title', `<title>${' '.repeat(64 * 1024)}`],
  ['metas', '<meta name="citation_title"'.repeat(2400)],
  ['attributes', `<meta ${'a '.repeat(32_000)}`],
  ['entities', '&amp'.repeat(16_000)]
])('64 KiB of %s are read quickly', (_, html) => {
  const answer = {status: 200, url: 'https://example.org/', headers: {}, body: html, redirects: []}
  const started = performance.now()
  readPage(html)
  hasTitle(html)
  textOf(html)
  isChallenge(answer)
  expect(performance.now() - started).toBeLessThan(500)
})
