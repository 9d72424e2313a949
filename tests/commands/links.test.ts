import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {type LinksOptions, type LinksResult, links} from '../../src/commands/links.ts'
import {commit, git} from '../support/git.ts'
import {goodPath, now, paperWith, type TemporaryList, temporaryList} from '../support/list.ts'
import {always, type Host, type Loopback, loopback} from '../support/loopback.ts'
import {page} from '../support/publishers.ts'

const title = 'Retrieval Head Mechanistically Explains Long-Context Factuality'
const other = 'papers/2024-other.yaml'
const zone = '<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n'

/** Pages of three hosts: one that names the paper, one that does not, and one that has moved. */
const hosts: Readonly<Record<string, Host>> = {
  'paper.example': always({body: page(title, {citation_title: title})}),
  'code.example': always({body: page('Code', {}, 'Words').replace('<p>', '<p id="usage">')}),
  'old.example': ({url}) => ({status: 301, headers: {location: `https://code.example${url.pathname}`}}),
  'gone.example': always({status: 404}),
  'private.example': always({status: 302, headers: {location: 'http://169.254.169.254/latest/meta-data/'}})
}
const config = `sites: [{host: paper.example, site: Example, kind: Paper}, {host: code.example, site: Example, kind: Code}]
links:
  hosts: ${JSON.stringify(Object.fromEntries(Object.keys(hosts).map((host) => [host, {concurrent: 8, interval: 0}])))}
`
const good = paperWith('links:\n  - https://paper.example/1\n  - https://code.example/1\n')

/** Checks a list on a web of loopback. */
async function check(
  folder: TemporaryList,
  {remap, allowed}: Loopback,
  options: Partial<LinksOptions> = {}
): Promise<LinksResult> {
  return links({
    root: folder.root,
    now,
    paths: [],
    remap,
    allowed,
    withAnchors: false,
    fix: false,
    version: '0.0.0',
    interrupted: new Promise(() => {}),
    times: {attempt: 20_000, link: 90_000, second: 20},
    ...options
  })
}

/** `url: outcome` of each link. */
function outcomesOf({report}: LinksResult): string[] {
  return report.links.map(({url, outcome}) => `${url}: ${outcome}`)
}

test('papers, prose and summaries are checked, each address once, and every place is told', async () => {
  await using web = await loopback(hosts)
  const prose = `# List\n\n[a](https://code.example/1) ![b](https://gone.example/b.png) [c](#gone) [d](docs/gone.md) [e](#list)\n\n${zone}`
  const summary =
    'summary:\n  - See [it](https://old.example/1).\n  - Nothing.\n  - More [it](https://code.example/1).\n'
  using folder = temporaryList({
    '.github/paperlist.yml': config,
    [goodPath]: `${good.replace(/summary:[\s\S]*/, '')}${summary}`,
    [other]: paperWith('title: Another\nlinks:\n  - https://paper.example/1#more\n'),
    'papers/2024-unreadable.yaml': 'titel: x\n',
    'templates/README.md': prose
  })
  const {report, findings, notes} = await check(folder, web)
  expect(report.links).toEqual([
    expect.objectContaining({url: '#gone', outcome: 'broken', attempts: 0}),
    expect.objectContaining({url: 'docs/gone.md', outcome: 'broken', attempts: 0}),
    {
      url: 'https://code.example/1',
      outcome: 'alive',
      status: 200,
      finalUrl: 'https://code.example/1',
      reason: 'answered well',
      attempts: 1,
      places: [
        {path: goodPath, line: 7, column: 5},
        {path: goodPath, line: 11, column: 5},
        {path: 'templates/README.md', line: 3, column: 5}
      ]
    },
    expect.objectContaining({url: 'https://gone.example/b.png', outcome: 'broken', status: 404}),
    expect.objectContaining({url: 'https://old.example/1', outcome: 'moved', finalUrl: 'https://code.example/1'}),
    // Two papers claim one page: it can be one of them only.
    expect.objectContaining({url: 'https://paper.example/1', outcome: 'mismatch'}),
    expect.objectContaining({url: 'https://paper.example/1#more', outcome: 'mismatch'})
  ])
  expect(report.totals).toMatchObject({links: 7, alive: 1, broken: 3, moved: 1, mismatch: 2, unchecked: 0})
  expect(findings.map(({path, place, severity}) => `${path}:${place?.start.line} ${severity}`).sort()).toEqual([
    'papers/2024-other.yaml:6 error',
    'papers/2024-retrieval-head.yaml:6 error',
    'papers/2024-retrieval-head.yaml:9 warning',
    'templates/README.md:3 error',
    'templates/README.md:3 error',
    'templates/README.md:3 error'
  ])
  expect(notes).toEqual(['Checked 7 links: 1 alive, 1 moved, 2 mismatch, 3 broken.'])
  expect(web.asked.filter((each) => each.endsWith('paper.example/1'))).toHaveLength(1)
})

describe('which links', () => {
  const files = {
    '.github/paperlist.yml': config,
    [goodPath]: good,
    [other]: paperWith(`title: ${title}\nlinks:\n  - https://paper.example/2\n  - https://code.example/1\n`),
    'templates/README.md': `[a](https://code.example/3)\n\n${zone}`
  }

  test.each([
    [['papers'], ['code.example/1', 'paper.example/1', 'paper.example/2']],
    [[goodPath], ['code.example/1', 'paper.example/1']],
    [['templates/README.md'], ['code.example/3']],
    [
      [goodPath, other],
      ['code.example/1', 'paper.example/1', 'paper.example/2']
    ],
    [['README.md'], []]
  ])('of %j', async (paths, expected) => {
    await using web = await loopback(hosts)
    using folder = temporaryList({...files, 'README.md': ''})
    const result = await check(folder, web, {paths: paths.map((path) => join(folder.root, path))})
    expect(result.report.links.map(({url}) => url.slice('https://'.length))).toEqual(expected)
    if (expected.length === 2) expect(result.report.links[0]?.places.map(({path}) => path)).toEqual([goodPath])
  })

  test('of a file that is not there: none, and a word on it', async () => {
    await using web = await loopback(hosts)
    using folder = temporaryList(files)
    await expect(check(folder, web, {paths: [join(folder.root, 'papers/none.yaml')]})).rejects.toThrow(
      'Cannot find papers/none.yaml'
    )
  })

  test('of a change', async () => {
    await using web = await loopback(hosts)
    using folder = temporaryList(files)
    git(folder, 'init', '--quiet')
    commit(folder)
    folder.write(goodPath, good.replace('code.example/1', 'code.example/9'))
    expect(outcomesOf(await check(folder, web, {changedSince: 'HEAD'}))).toEqual(['https://code.example/9: alive'])
    expect(web.asked).toEqual(['HEAD https://code.example/9'])
    await expect(check(folder, web, {changedSince: 'nowhere'})).rejects.toThrow('Cannot ask git: ')
  })

  test('of parts: together they are all', async () => {
    await using web = await loopback(hosts)
    using folder = temporaryList(files)
    const parts = [await check(folder, web, {shard: '1/2'}), await check(folder, web, {shard: '2/2'})]
    expect(parts.map(outcomesOf)).toEqual([
      ['https://code.example/1: alive', 'https://code.example/3: alive'],
      ['https://paper.example/1: verified', 'https://paper.example/2: verified']
    ])
    for (const [index, {report}] of parts.entries()) folder.write(`${index}.json`, JSON.stringify(report))
    const whole = await check(folder, web)
    const merged = await check(folder, web, {merge: ['0.json', '1.json'].map((name) => join(folder.root, name))})
    expect(merged.report).toEqual(whole.report)
    expect(merged.findings).toEqual(whole.findings)
    expect(merged.notes).toEqual(whole.notes)
  })

  test.each([
    ['nothing', undefined, 'ENOENT'],
    ['another report', '[]', 'Unexpected content of']
  ])('of reports that are %s: none', async (_, content, message) => {
    await using web = await loopback(hosts)
    using folder = temporaryList(files)
    if (content !== undefined) folder.write('a.json', content)
    await expect(check(folder, web, {merge: [join(folder.root, 'a.json')]})).rejects.toThrow(
      content === undefined ? /Unexpected missing file|ENOENT/ : message
    )
  })
})

describe('what the configuration says to leave alone', () => {
  const ignoring = (entries: object[]) => config.replace('links:\n', `links:\n  ignore: ${JSON.stringify(entries)}\n`)
  const gone = paperWith('links:\n  - https://gone.example/1\n  - https://code.example/1\n')

  test('is listed and not asked; what matches nothing or has ended is reported', async () => {
    await using web = await loopback(hosts)
    using folder = temporaryList({
      '.github/paperlist.yml': ignoring([
        {url: 'https://gone.example/*', reason: 'known', until: '2027-01-01'},
        {url: 'https://nobody.example/*', reason: 'known'},
        {url: 'https://code.example/*', reason: 'known', until: '2026-01-01'}
      ]),
      [goodPath]: gone
    })
    const result = await check(folder, web)
    expect(outcomesOf(result)).toEqual(['https://code.example/1: alive', 'https://gone.example/1: ignored'])
    expect(result.report.links[1]).toMatchObject({reason: 'known', attempts: 0, status: null, finalUrl: null})
    expect(result.findings.map(({path, severity, reason}) => `${path} ${severity} ${reason.slice(0, 40)}`)).toEqual([
      '.github/paperlist.yml warning Unexpected ignore of `https://nobody.exa',
      '.github/paperlist.yml warning Unexpected end of the ignore of `https:/'
    ])
    expect(web.asked).toEqual(['HEAD https://code.example/1'])
  })

  test('is not called unused where only some links are checked', async () => {
    await using web = await loopback(hosts)
    using folder = temporaryList({
      '.github/paperlist.yml': ignoring([{url: 'https://nobody.example/*', reason: 'known'}]),
      [goodPath]: good
    })
    expect((await check(folder, web, {paths: [join(folder.root, goodPath)]})).findings).toEqual([])
    expect((await check(folder, web, {shard: '1/1'})).findings).toEqual([])
  })

  test('may be an anchor or a file', async () => {
    await using web = await loopback(hosts)
    using folder = temporaryList({
      '.github/paperlist.yml': ignoring([{url: '#soon', reason: 'to come'}]),
      'templates/README.md': `[a](#soon)\n\n${zone}`
    })
    expect(outcomesOf(await check(folder, web))).toEqual(['#soon: ignored'])
  })
})

describe('--cache', () => {
  test('what was well is not asked again, and what was not is', async () => {
    await using web = await loopback(hosts)
    using folder = temporaryList({
      '.github/paperlist.yml': config,
      [goodPath]: paperWith(
        'links:\n  - https://paper.example/1\n  - https://old.example/1\n  - https://gone.example/1\n'
      )
    })
    const cache = join(folder.root, 'cache/links.json')
    const first = await check(folder, web, {cache})
    const before = web.asked.length
    const second = await check(folder, web, {cache})
    expect(outcomesOf(second)).toEqual(outcomesOf(first))
    expect(second.report.links.map(({attempts}) => attempts)).toEqual([2, 0, 0])
    const again = web.asked.slice(before).filter((each) => !each.includes('archive.org'))
    expect(again.every((each) => each.includes('gone.example'))).toBe(true)
    expect(Object.keys(JSON.parse(folder.read('cache/links.json')).links)).toEqual([
      'https://old.example/1',
      'https://paper.example/1'
    ])
  })

  test('one that cannot be read is a first run', async () => {
    await using web = await loopback(hosts)
    using folder = temporaryList({
      '.github/paperlist.yml': config,
      [goodPath]: good,
      'links.json': '{"version": 1, "li'
    })
    const cache = join(folder.root, 'links.json')
    expect(outcomesOf(await check(folder, web, {cache}))).toEqual([
      'https://code.example/1: alive',
      'https://paper.example/1: verified'
    ])
    expect(Object.keys(JSON.parse(folder.read('links.json')).links)).toHaveLength(2)
  })

  test('what the list says of its links is not kept for longer than it says so', async () => {
    await using web = await loopback(hosts)
    using folder = temporaryList({'.github/paperlist.yml': config, [goodPath]: good})
    const cache = join(folder.root, 'links.json')
    await check(folder, web, {cache})
    folder.write(goodPath, good.replace(title, 'A Survey of Quantum Chromodynamics on the Lattice'))
    expect(outcomesOf(await check(folder, web, {cache}))).toEqual([
      'https://code.example/1: alive',
      'https://paper.example/1: mismatch'
    ])
  })
})

describe('--fix', () => {
  const moved = paperWith(
    'links:\n  - https://old.example/1 # here\n  - "https://old.example/2#usage"\n  - https://gone.example/1\n'
  )

  test('writes the new addresses, with their fragments, and nothing else', async () => {
    await using web = await loopback(hosts)
    using folder = temporaryList({
      '.github/paperlist.yml': config,
      [goodPath]: moved,
      'templates/README.md': `[a](https://old.example/1)\n\n${zone}`
    })
    const {notes, written} = await check(folder, web, {fix: true})
    expect(folder.read(goodPath)).toBe(moved.replaceAll('old.example', 'code.example'))
    expect(folder.read('templates/README.md')).toContain('https://old.example/1')
    expect(notes[1]).toBe(`Wrote new addresses into ${goodPath}.`)
    expect(written).toEqual([goodPath])
    expect((await check(folder, web, {fix: true})).written).toEqual([])
  })

  test('without it nothing is written', async () => {
    await using web = await loopback(hosts)
    using folder = temporaryList({'.github/paperlist.yml': config, [goodPath]: moved})
    await check(folder, web)
    expect(folder.read(goodPath)).toBe(moved)
  })

  test('no cache is believed about where to', async () => {
    await using web = await loopback(hosts)
    using folder = temporaryList({'.github/paperlist.yml': config, [goodPath]: moved})
    const cache = join(folder.root, 'links.json')
    await check(folder, web, {cache})
    folder.write('links.json', folder.read('links.json').replaceAll('code.example', 'evil.example'))
    await check(folder, web, {cache, fix: true})
    expect(folder.read(goodPath)).toBe(moved.replaceAll('old.example', 'code.example'))
  })
})

describe('--anchors', () => {
  const long = `<p>${'word '.repeat(20_000)}</p><p id="far">far</p>`
  const pages: Readonly<Record<string, Host>> = {
    ...hosts,
    'long.example': always({body: long}),
    'pdf.example': always({headers: {'content-type': 'application/pdf'}, body: '%PDF-1.5'}),
    'readme.example': always({body: '<h2 id="user-content-usage">Usage</h2><a name="old">Old</a><h2 id="größe">G</h2>'})
  }
  const expected: [url: string, verdict: string][] = [
    ['https://code.example/1#none', 'broken: the page has no place named `none`'],
    ['https://code.example/1#usage', 'alive: answered well'],
    ['https://code.example/1#top', 'alive: answered well'],
    ['https://code.example/1#:~:text=Words', 'alive: answered well'],
    ['https://code.example/1#/route', 'alive: answered well'],
    ['https://code.example/1#L3-L9', 'alive: answered well'],
    ['https://code.example/1#100%', 'broken: the page has no place named `100%`'],
    ['https://readme.example/#usage', 'alive: answered well'],
    ['https://readme.example/#old', 'alive: answered well'],
    ['https://readme.example/#gr%C3%B6%C3%9Fe', 'alive: answered well'],
    ['https://pdf.example/a.pdf#page=3', 'alive: answered well'],
    ['https://pdf.example/a.pdf#section.3', 'alive: answered well'],
    ['https://long.example/#far', 'alive: answered well; its first 64 KiB have no place named `far`'],
    ['https://old.example/1#none', 'broken: the page has no place named `none`'],
    ['https://old.example/1#usage', 'moved: moved for good to https://code.example/1#usage']
  ]
  const prose = expected.map(([url]) => `- <a href="${url}">a</a>`).join('\n')
  const files = {'.github/paperlist.yml': config, 'templates/README.md': `${prose}\n\n${zone}`}

  test('looks for the places, where a page could show them', async () => {
    await using web = await loopback(pages)
    using folder = temporaryList(files)
    const {report} = await check(folder, web, {withAnchors: true})
    const verdicts = new Map(report.links.map(({url, outcome, reason}) => [url, `${outcome}: ${reason}`]))
    expect(expected.map(([url]) => [url, verdicts.get(url)])).toEqual(expected)
    // A second time before it is called broken.
    expect(web.asked.filter((each) => each.endsWith('code.example/1')).length).toBeGreaterThan(7)
  })

  test('without it a page is asked for once, whatever the place', async () => {
    await using web = await loopback(pages)
    using folder = temporaryList(files)
    const {report} = await check(folder, web)
    expect(report.links.filter(({outcome}) => outcome === 'broken')).toEqual([])
    expect(web.asked.filter((each) => each.endsWith('code.example/1'))).toHaveLength(2)
  })
})

test('what is unsafe or no address is never asked', async () => {
  await using web = await loopback(hosts)
  const prose = `[a](javascript:alert(1)) [b](ftp://example.org/) <a href="https://a:b@code.example/">b</a>
<a href="https://private.example/1">c</a> <a href="http://169.254.169.254/">d</a> <a href="https://exa mple/">e</a>`
  using folder = temporaryList({'.github/paperlist.yml': config, 'templates/README.md': `${prose}\n\n${zone}`})
  // Nothing but what the web of loopback has is sent elsewhere.
  const remap = web.remap.map((rule) =>
    rule.replace(/^https?:\/\//, '$&private.example/').replace(/ (\S+)$/, ' $1private.example/')
  )
  const result = await check(folder, web, {remap})
  expect(outcomesOf(result)).toEqual([
    'ftp://example.org/: unsafe',
    'http://169.254.169.254/: unsafe',
    'https://a:b@code.example/: unsafe',
    'https://exa mple/: broken',
    'https://private.example/1: unsafe',
    'javascript:alert(1): unsafe'
  ])
  expect(web.asked).toEqual(['HEAD https://private.example/1'])
})

test.each([
  ['warn', 'warning'],
  ['error', 'error'],
  ['off', undefined]
])('links.withdrawn: %s', async (setting, severity) => {
  await using web = await loopback({
    'doi.org': () => ({body: '{"responseCode": 1, "values": []}'}),
    'api.crossref.org': () => ({body: `{"message": {"title": ["${title}"], "updated-by": [{"type": "retraction"}]}}`})
  })
  using folder = temporaryList({
    '.github/paperlist.yml': `links: {withdrawn: ${setting}}\n`,
    [goodPath]: paperWith('links:\n  - https://doi.org/10.1000/a\n')
  })
  const {findings, report} = await check(folder, web)
  expect(report.totals['withdrawn']).toBe(1)
  expect(findings[0]?.severity).toBe(severity)
})

test('what a page calls itself cannot forge a line or move the cursor', async () => {
  const evil = 'Evil\n::error::x \u{1B}[2J \u{202E}'
  await using web = await loopback({'paper.example': always({body: page('A', {citation_title: evil.repeat(500)})})})
  using folder = temporaryList({
    '.github/paperlist.yml': config,
    [goodPath]: good.replace(/ {2}- https:\/\/code.*\n/, '')
  })
  const {report} = await check(folder, web)
  const reason = report.links[0]?.reason ?? ''
  expect(report.links[0]?.outcome).toBe('mismatch')
  expect(reason).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  expect(reason.length).toBeLessThan(400)
})
