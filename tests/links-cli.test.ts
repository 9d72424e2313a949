import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {startCli} from './support/child.ts'
import {commit, git} from './support/git.ts'
import {goodPath, paperWith, type TemporaryList, temporaryList} from './support/list.ts'
import {always, type Host, type Loopback, loopback} from './support/loopback.ts'
import type {Ended} from './support/process.ts'
import {page} from './support/publishers.ts'

const title = 'Retrieval Head Mechanistically Explains Long-Context Factuality'
const hosts: Readonly<Record<string, Host>> = {
  'paper.example': always({body: page(title, {citation_title: title})}),
  'another.example': always({body: page('A', {citation_title: 'A Survey of Quantum Chromodynamics on the Lattice'})}),
  'code.example': always({}),
  'old.example': always({status: 301, headers: {location: 'https://code.example/b'}}),
  'walled.example': always({status: 403})
}
const site = 'site: Example, kind: Paper}'
const config = `sites: [{host: paper.example, ${site}, {host: another.example, ${site}]\n`
const fine = paperWith('links:\n  - https://paper.example/1\n  - https://code.example/1\n')

/** Starts `paperlist links` on a web of loopback. */
function start({remap, allowed}: Loopback, {root}: TemporaryList, parameters: readonly string[]) {
  const rules = remap.flatMap((rule) => ['--remap', rule])
  return startCli(['links', '--cwd', root, ...rules, '--allow-host', allowed[0] ?? '', ...parameters])
}

/** Runs it to its end on a list of one paper. */
async function run(paper: string, ...parameters: string[]): Promise<Ended> {
  await using web = await loopback(hosts)
  using folder = temporaryList({[goodPath]: paper, '.github/paperlist.yml': config})
  return await start(web, folder, parameters).ended
}

describe.concurrent('exit codes', () => {
  test.concurrent.each([
    ['all is well', 'https://code.example/1', 0],
    ['moved is a warning', 'https://old.example/1', 0],
    ['a wall is a notice', 'https://walled.example/1', 0],
    ['another paper is an error', 'https://another.example/1', 1],
    ['an address that is no web address is an error', 'ftp://code.example/1', 1],
    ['no address is an error', 'https://', 1]
  ])('%s', async (_, url, code) => {
    const ended = await run(paperWith(`links:\n  - ${url}\n`))
    expect(ended).toMatchObject({code, stderr: ''})
    expect(ended.stdout.trimEnd().split('\n').at(-1)).toMatch(/^Checked 1 link: .*, \d+\.\d\d s\.$/)
  })

  test.concurrent.each([
    [['--shard', '5/4'], 'Unexpected shard "5/4", expected I/N such as 2/4'],
    [['--remap', 'https://a.example'], /^Unexpected remap "https:\/\/a.example", expected 'PREFIX REPLACEMENT'/],
    [['--changed-since', 'HEAD'], /^Cannot ask git: /],
    [['--merge', 'missing.json'], /missing\.json: /],
    [['none.yaml'], 'Cannot find none.yaml'],
    [['--deadline', '0'], /'0' is invalid\. Expected seconds\./],
    [['--deadline', 'soon'], /'soon' is invalid\. Expected seconds\./],
    [['--config', 'missing.yml'], 'missing.yml: Unexpected missing file, expected it to exist'],
    [['--frob'], /unknown option '--frob'/]
  ])('%j cannot be done', async (parameters, message) => {
    const {code, stdout, stderr} = await run(fine, ...parameters)
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toMatch(/^paperlist: [^\n]*\n$/)
    expect(stderr.slice('paperlist: '.length, -1)).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message)
    )
  })
})

describe.concurrent('--format', () => {
  const paper = paperWith(
    'links:\n  - https://another.example/1\n  - https://old.example/1\n  - https://walled.example/1\n'
  )

  test.concurrent('json is one document of the contract’s form', async () => {
    const {code, stdout, stderr} = await run(paper, '--format', 'json')
    expect({code, stderr}).toEqual({code: 1, stderr: ''})
    expect(JSON.parse(stdout)).toEqual({
      links: [
        {
          url: 'https://another.example/1',
          outcome: 'mismatch',
          status: 200,
          finalUrl: 'https://another.example/1',
          reason: `the page is \`A Survey of Quantum Chromodynamics on the Lattice\`, not \`${title}\``,
          attempts: 1,
          places: [{path: goodPath, line: 6, column: 5}]
        },
        {
          url: 'https://old.example/1',
          outcome: 'moved',
          status: 200,
          finalUrl: 'https://code.example/b',
          reason: 'moved for good to https://code.example/b',
          attempts: 2,
          places: [{path: goodPath, line: 7, column: 5}]
        },
        {
          url: 'https://walled.example/1',
          outcome: 'blocked',
          status: 403,
          finalUrl: 'https://walled.example/1',
          reason: 'status 403, which robots get for live pages too',
          attempts: 2,
          places: [{path: goodPath, line: 8, column: 5}]
        }
      ],
      totals: {
        links: 3,
        verified: 0,
        alive: 0,
        ignored: 0,
        blocked: 1,
        moved: 1,
        transient: 0,
        withdrawn: 0,
        unchecked: 0,
        unsafe: 0,
        mismatch: 1,
        broken: 0
      }
    })
  })

  test.concurrent('github is one command a finding', async () => {
    const {code, stdout, stderr} = await run(paper, '--format', 'github')
    expect({code, stderr}).toEqual({code: 1, stderr: ''})
    expect(
      stdout
    ).toBe(`::error file=${goodPath},line=6,endLine=6,col=5,endColumn=30,title=links::Unexpected mismatch link \`https://another.example/1\`, expected the paper of this file: the page is \`A Survey of Quantum Chromodynamics on the Lattice\`, not \`${title}\`
::warning file=${goodPath},line=7,endLine=7,col=5,endColumn=26,title=links::Unexpected moved link \`https://old.example/1\`, expected \`https://code.example/b\`: moved for good to https://code.example/b
::notice file=${goodPath},line=8,endLine=8,col=5,endColumn=29,title=links::Unexpected blocked link \`https://walled.example/1\`, expected a page that answers: status 403, which robots get for live pages too
`)
  })

  test.concurrent('terminal tells the findings, then how many came out how, the worst first', async () => {
    const {code, stdout, stderr} = await run(paper)
    expect({code, stderr}).toEqual({code: 1, stderr: ''})
    const lines = stdout.split('\n')
    expect(lines[0]).toBe(goodPath)
    expect(lines[1]).toMatch(/^ *6:5-6:30 +error +Unexpected mismatch link/)
    const table = stdout
      .split('\n\n')[1]
      ?.split('\n')
      .map((line) => line.trim().split(/\s+/).slice(0, 2))
    expect(table?.slice(1, 4)).toEqual([
      ['1', 'mismatch'],
      ['1', 'moved'],
      ['1', 'blocked']
    ])
    expect(stdout).not.toContain('\u{1B}')
  })

  test.concurrent('--quiet leaves errors only', async () => {
    const {stdout} = await run(paper, '--quiet')
    expect(stdout).toContain('Unexpected mismatch link')
    expect(stdout).not.toMatch(/moved link|blocked link|Checked/)
    expect(await run(fine, '--quiet')).toEqual({code: 0, stdout: '', stderr: ''})
  })

  test.concurrent('json of a list without links is a report all the same', async () => {
    const {code, stdout} = await run('titel: x\n', '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({links: [], totals: {links: 0}})
  })
})

/** A promise and the means to settle it. */
function signalled(): {promise: Promise<void>; resolve: () => void} {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return {promise, resolve}
}

describe.concurrent('a run that ends before its time', () => {
  const paper = paperWith(
    'links:\n  - https://slow.example/1\n  - https://slow.example/2\n  - https://paper.example/1\n'
  )

  test.concurrent.each(['SIGINT', 'SIGTERM', 'deadline'] as const)('by %s reports what was done', async (by) => {
    const reached = {slow: signalled(), paper: signalled()}
    await using web = await loopback({
      'slow.example': () => {
        reached.slow.resolve()
        return new Promise(() => {})
      },
      'paper.example': () => {
        reached.paper.resolve()
        return {body: page(title, {citation_title: title})}
      }
    })
    using folder = temporaryList({[goodPath]: paper, '.github/paperlist.yml': config})
    const cache = join(folder.root, 'links.json')
    const {child, ended} = start(web, folder, [
      '--format',
      'json',
      '--cache',
      cache,
      ...(by === 'deadline' ? ['--deadline', '1.5'] : [])
    ])
    await Promise.all([reached.slow.promise, reached.paper.promise])
    if (by !== 'deadline') child.kill(by)
    const {code, stdout, stderr} = await ended
    expect({code, stderr}).toEqual({code: 2, stderr: ''})
    const {links, totals} = JSON.parse(stdout)
    expect(totals).toMatchObject({links: 3})
    expect(totals.unchecked).toBeGreaterThanOrEqual(2)
    expect(links.map(({url}: {url: string}) => url)).toEqual([
      'https://paper.example/1',
      'https://slow.example/1',
      'https://slow.example/2'
    ])
    expect(links[1]).toMatchObject({
      outcome: 'unchecked',
      status: null,
      finalUrl: null,
      places: [{path: goodPath, line: 6, column: 5}]
    })
    if (by === 'deadline') expect(links[0]).toMatchObject({outcome: 'verified'})
    const kept = Object.keys(JSON.parse(readFileSync(cache, 'utf8')).links)
    expect(kept.filter((url) => url.includes('slow'))).toEqual([])
  })
})

test.concurrent('the shards of a matrix, put together', async () => {
  await using web = await loopback(hosts)
  using folder = temporaryList({
    [goodPath]: paperWith(
      'links:\n  - https://paper.example/1\n  - https://another.example/1\n  - https://code.example/1\n'
    ),
    '.github/paperlist.yml': config
  })
  const shards = await Promise.all(
    ['1/2', '2/2'].map((shard) => start(web, folder, ['--shard', shard, '--format', 'json']).ended)
  )
  for (const [index, {stdout}] of shards.entries()) folder.write(`${index}.json`, stdout)
  const reports = [0, 1].map((index) => join(folder.root, `${index}.json`))
  const merged = await startCli(['links', '--cwd', folder.root, '--format', 'json', '--merge', ...reports]).ended
  expect(merged).toMatchObject({code: 1, stderr: ''})
  expect(JSON.parse(merged.stdout).totals).toMatchObject({links: 3, verified: 1, mismatch: 1, alive: 1})
})

test.concurrent('--changed-since in a pull request, and --fix', async () => {
  await using web = await loopback(hosts)
  using folder = temporaryList({[goodPath]: fine, '.github/paperlist.yml': config})
  git(folder, 'init', '--quiet')
  commit(folder)
  const changed = fine.replace('  - https://code.example/1', '$&\n  - https://old.example/1 # new')
  folder.write(goodPath, changed)
  const {code, stdout, stderr} = await start(web, folder, ['--changed-since', 'HEAD', '--fix', '--format', 'json'])
    .ended
  expect({code, stderr}).toEqual({code: 0, stderr: ''})
  expect(JSON.parse(stdout).links.map(({url}: {url: string}) => url)).toEqual(['https://old.example/1'])
  expect(folder.read(goodPath)).toBe(changed.replace('https://old.example/1', 'https://code.example/b'))
})

test.concurrent('a remap may stand in the configuration', async () => {
  await using web = await loopback(hosts)
  using folder = temporaryList({
    [goodPath]: fine,
    '.github/paperlist.yml': `${config}links: {remap: ${JSON.stringify(web.remap)}}\n`
  })
  const ended = await startCli([
    'links',
    '--cwd',
    folder.root,
    '--allow-host',
    web.allowed[0] ?? '',
    '--format',
    'json'
  ]).ended
  expect(JSON.parse(ended.stdout).totals).toMatchObject({links: 2, verified: 1, alive: 1})
  const refused = await startCli(['links', '--cwd', folder.root, '--format', 'json']).ended
  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.stdout).totals).toMatchObject({links: 2, unsafe: 2})
})
