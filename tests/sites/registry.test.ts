import {describe, expect, test} from 'vitest'
import {Registry} from '../../src/sites/registry.ts'

const registry = new Registry()

describe('no web address', () => {
  test.each([
    '',
    'arxiv.org/abs/2404.15574',
    '//arxiv.org/abs/2404.15574',
    'ftp://arxiv.org/abs/2404.15574',
    'file:///etc/passwd',
    'mailto:ada@example.org',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,a',
    'https:arxiv.org',
    'https:/arxiv.org',
    'https:///arxiv.org',
    'https://',
    'https://?a',
    ' https://arxiv.org/abs/2404.15574',
    'https://arxiv.org/abs/2404.15574 ',
    'https://arxiv.org/abs/24 04.15574',
    'https://arxiv.org/abs/\t2404.15574',
    'https://arxiv.org/abs/\n2404.15574',
    'java\nscript:alert(1)',
    'https:\\\\arxiv.org\\abs',
    'https://example.org/<b>',
    'https://example.org/"a"',
    'https://example.org/`a`',
    'https://example.org/{a}',
    'https://example.org/a|b',
    'https://example.org/a^b',
    'https://ada@arxiv.org/abs/2404.15574',
    'https://ada:secret@arxiv.org/abs/2404.15574',
    'https://:secret@arxiv.org/abs/2404.15574',
    'https://arxiv.org:x/abs',
    'https://arxiv.org:99999/abs',
    'https://localhost/a',
    'https://intranet/a',
    'https://arxiv.org./abs/2404.15574',
    'https://localhost./a',
    'https://[::1]/a',
    'https://[::ffff:127.0.0.1]/a',
    'http://127.0.0.1/a',
    'http://127.1/a',
    'http://2130706433/a',
    'http://0x7f.0.0.1/a',
    'http://0177.0.0.1/a',
    'http://127。0。0。1/a',
    'http://①②⑦.0.0.1/a',
    'http://169.254.169.254/latest/meta-data',
    'https://exa%00mple.org/a'
  ])('%j', (text) => {
    expect(registry.address(text)).toEqual({url: undefined, site: undefined, canonical: text, identifier: undefined})
    expect(registry.badge({url: text})).toEqual({})
    expect(registry.month(text)).toBeUndefined()
  })
})

describe('an address of a host that nobody knows stays as it is', () => {
  test.each([
    'https://example.org',
    'http://example.org/',
    'https://www.example.org/a/',
    'HTTPS://EXAMPLE.ORG/A',
    'https://example.org:8443/a',
    'https://example.org/a?b=c%20d&e#f',
    'https://example.org/é',
    'https://example.org/%C3%A9',
    "https://example.org/a(b)'c'",
    'https://bücher.example/a',
    'https://xn--bcher-kva.example/a',
    'https://1.2.3.example/a',
    'https://example.org/?utm=a&source=b&ref=c'
  ])('%s', (text) => {
    const {url, site, canonical, identifier} = registry.address(text)
    expect({href: url?.href, site, canonical, identifier}).toEqual({
      href: new URL(text).href,
      site: undefined,
      canonical: text,
      identifier: undefined
    })
    expect(registry.badge({url: text})).toEqual({})
  })
})

describe('tracking parameters go, and nothing else', () => {
  test.each([
    ['https://example.org/?utm_source=a', 'https://example.org/'],
    ['https://example.org/?utm_source=a&utm_medium=b#c', 'https://example.org/#c'],
    ['https://example.org/?a=b%20c&fbclid=d&flag', 'https://example.org/?a=b%20c&flag'],
    ['https://example.org/?gclid=a&b=c+d', 'https://example.org/?b=c+d'],
    ['https://www.example.org/?b=1&b=2&utm_campaign', 'https://www.example.org/?b=1&b=2'],
    ['http://example.org/a?ref_src=twsrc%5Etfw', 'http://example.org/a'],
    ['https://www.arxiv.org/list?utm_source=a', 'https://arxiv.org/list'],
    ['https://example.org/?UTM_SOURCE=a', 'https://example.org/?UTM_SOURCE=a'],
    ['https://example.org/?a=utm_source=b', 'https://example.org/?a=utm_source=b']
  ])('%s', (text, canonical) => {
    expect(registry.address(text).canonical).toBe(canonical)
  })
})

test('a known host is known in any spelling, and only with one www', () => {
  const names = ['arxiv.org', 'www.arxiv.org', 'WWW.ArXiv.org', 'a.arxiv.org', 'www.www.arxiv.org', 'wwwarxiv.org']
  const sites = names.map((name) => registry.address(`https://${name}/abs/2404.15574`).site?.name)
  expect(sites).toEqual(['arxiv', 'arxiv', 'arxiv', undefined, undefined, undefined])
})

test('the canonical form of a canonical form is itself', () => {
  const urls = [
    'https://www.arxiv.org/pdf/2404.15574v2.pdf?a=b#c',
    'http://dx.doi.org/10.48550/arXiv.2404.15574/',
    'https://www.aclweb.org/anthology/P/P19/P19-1580.pdf',
    'https://hf.co/spaces/a/',
    'https://huggingface.co//',
    'http://www.github.com/a/b.git?tab=c',
    'https://openreview.net/pdf?id=a&utm_source=b',
    'https://dl.acm.org/doi/pdf/10.1145/1?a=b',
    'https://ojs.aaai.org/AAAI/article/download/1/2',
    'http://www.transformer-circuits.pub/2021/a/?utm_source=b',
    'https://example.org/?a=b%20c&utm_source=d'
  ]
  for (const url of urls) {
    const {canonical} = registry.address(url)
    expect(canonical).not.toBe(url)
    expect(registry.address(canonical).canonical).toBe(canonical)
  }
})

test('what a link says of its badge comes before what its site says', () => {
  const url = 'https://openreview.net/forum?id=kvcbV8KQsi'
  expect(registry.badge({url})).toEqual({site: 'OpenReview', kind: 'Paper'})
  expect(registry.badge({url, site: 'ICLR'})).toEqual({site: 'ICLR', kind: 'Paper'})
  expect(registry.badge({url, kind: 'Poster'})).toEqual({site: 'OpenReview', kind: 'Poster'})
  expect(registry.badge({url: 'https://example.org/', site: 'A', kind: 'B'})).toEqual({site: 'A', kind: 'B'})
  expect(registry.badge({url: 'https://example.org/', kind: 'B'})).toEqual({kind: 'B'})
  expect(registry.badge({url: 'javascript:a', site: 'A', kind: 'B'})).toEqual({site: 'A', kind: 'B'})
})

describe('a site that the list adds', () => {
  const added = new Registry([
    {host: 'LessWrong.com', site: 'LessWrong', kind: 'Post'},
    {host: 'www.example.org', site: 'Example', kind: 'Talk'},
    {host: 'arxiv.org', site: 'Preprint', kind: 'Text'}
  ])

  test.each([
    ['https://lesswrong.com/posts/a', 'LessWrong', 'Post'],
    ['https://www.lesswrong.com/posts/a', 'LessWrong', 'Post'],
    ['https://blog.lesswrong.com/a', 'LessWrong', 'Post'],
    ['https://www.example.org/a', 'Example', 'Talk'],
    ['https://example.org/a', 'Example', 'Talk'],
    ['https://notlesswrong.com/a', undefined, undefined],
    ['https://lesswrong.com.example/a', undefined, undefined],
    ['https://arxiv.org/abs/2404.15574', 'Preprint', 'Text']
  ])('gives %s its badge', (url, site, kind) => {
    expect(added.badge({url})).toEqual(site ? {site, kind} : {})
  })

  // It may answer by that name only, and without TLS.
  test.each(['https://www.lesswrong.com/posts/a', 'http://lesswrong.com/posts/a', 'http://www.example.org/'])(
    'leaves %s as it is',
    (url) => {
      expect(added.address(url)).toMatchObject({canonical: url, identifier: undefined})
    }
  )

  test('is without tracking parameters too', () => {
    expect(added.address('http://www.lesswrong.com/a?utm_source=b').canonical).toBe('http://www.lesswrong.com/a')
  })
})

test('an address is looked at once', () => {
  expect(registry.address('https://arxiv.org/abs/2404.15574')).toBe(
    registry.address('https://arxiv.org/abs/2404.15574')
  )
})
