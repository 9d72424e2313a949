import {createServer} from 'node:http'
import {expect, test} from 'vitest'
import {Ignored} from '../../src/links/ignored.ts'
import type {LinkReport, LinksReport} from '../../src/links/report.ts'
import {type RunOptions, runLinks} from '../../src/links/run.ts'
import {loadList} from '../../src/list.ts'
import {startCli} from '../support/child.ts'
import {faultWeb} from '../support/fault-web.ts'
import {type Fault, faults} from '../support/faults.ts'
import {goodPath, now, paperWith, temporaryList} from '../support/list.ts'
import {listening} from '../support/listening.ts'

/** A server where some paths are never answered. */
async function serve(isSilent: (host: string, path: string) => boolean) {
  let silent = 0
  const server = createServer((request, response) => {
    if (isSilent(request.headers.host?.split('.')[0] ?? '', request.url ?? '')) silent += 1
    else response.end()
  })
  const port = await listening(server, '127.0.0.1')
  return {
    port,
    /** Requests that were left without an answer. */
    silent: () => silent,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    }
  }
}

async function run(urls: readonly string[], allowed: readonly string[], options: Partial<RunOptions> = {}) {
  const hosts = [...new Set(urls.map((url) => new URL(url).host))]
  const configuration = JSON.stringify({
    links: {hosts: Object.fromEntries(hosts.map((host) => [host, {concurrent: 2, interval: 0}]))}
  })
  using folder = temporaryList({'.github/paperlist.yml': configuration})
  const list = loadList({root: folder.root, now})
  const started = performance.now()
  const report = await runLinks(
    urls.map((url) => ({url, uses: [], claims: []})),
    list,
    new Ignored(list.config, now),
    {
      now,
      remap: [],
      allowed,
      withAnchors: false,
      version: 'test',
      interrupted: new Promise(() => undefined),
      resolver: async () => ['127.0.0.1'],
      ...options
    }
  )
  return {report, took: performance.now() - started}
}

const times = {attempt: 1200, link: 7000, second: 1}

function countsOf({totals}: LinksReport): Record<string, number> {
  return Object.fromEntries(Object.entries(totals).filter(([, count]) => count > 0))
}

test('1,000 links on 50 hosts, of which one in twenty never answers, take as long as one of those', {
  timeout: 30_000
}, async () => {
  await using server = await serve((_, path) => path === '/7')
  const urls = Array.from({length: 1000}, (_, index) => {
    return `http://host-${index % 50}.example:${server.port}/${Math.floor(index / 50)}`
  })
  const allowed = Array.from({length: 50}, (_, index) => `host-${index}.example:${server.port}`)
  const {report, took} = await run(urls, allowed, {times})
  expect(countsOf(report)).toEqual({links: 1000, alive: 950, transient: 50})
  // HEAD and twice GET, for each at once: 3.6 s; one after the other they would take 180 s.
  expect(server.silent()).toBeLessThanOrEqual(150)
  expect(took).toBeGreaterThanOrEqual(3 * times.attempt - 5)
  expect(took).toBeLessThan(3 * times.attempt + 5000)
  expect(process.memoryUsage().rss).toBeLessThan(512 * 1024 * 1024)
})

test('1,000 links of which 50 are on a host that never answers wait for three time-outs', {
  timeout: 30_000
}, async () => {
  await using server = await serve((host) => host === 'host-0')
  const urls = Array.from({length: 1000}, (_, index) => `http://host-${index % 20}.example:${server.port}/${index}`)
  const allowed = Array.from({length: 20}, (_, index) => `host-${index}.example:${server.port}`)
  const {report, took} = await run(urls, allowed, {times})
  expect(countsOf(report)).toEqual({links: 1000, alive: 950, transient: 50})
  expect(server.silent()).toBeLessThanOrEqual(4)
  expect(took).toBeLessThan(2 * times.attempt + 5000)
})

test.concurrent('a deadline ends a run, and what was not checked is listed', async () => {
  await using server = await serve((_, path) => path !== '/0')
  const urls = Array.from({length: 10}, (_, index) => `http://host-${index}.example:${server.port}/${index}`)
  const allowed = urls.map((url) => new URL(url).host)
  const {report, took} = await run(urls, allowed, {deadline: 500})
  expect(countsOf(report)).toEqual({links: 10, alive: 1, unchecked: 9})
  expect(took).toBeLessThan(5000)
})

test('links that cannot be asked are judged all the same', async () => {
  const urls = [
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://[::ffff:7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://reader:secret@paper.example/',
    'ftp://paper.example/',
    'http://paper.example:0/',
    'http://paper.example:22/',
    'http://paper.example:25/',
    'http://printer.local/',
    'mailto:reader@paper.example'
  ]
  const {report} = await run(urls, [])
  expect(countsOf(report)).toEqual({links: urls.length, unsafe: urls.length})
  expect(report.links.map(({attempts, status}) => [attempts, status])).not.toContainEqual([1, 200])
})

test('a host of an international name is asked by its ASCII form', async () => {
  await using server = await serve(() => false)
  const {report} = await run([`http://bücher.example:${server.port}/`], [`xn--bcher-kva.example:${server.port}`])
  expect(countsOf(report)).toEqual({links: 1, alive: 1})
})

/** A list with links in the prose of its template, and what sends them to loopback. */
function listOf(urls: readonly string[]) {
  const template = `# List\n\n${urls.map((url) => `- <${url}>\n`).join('')}\n<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n`
  return temporaryList({'templates/README.md': template, [goodPath]: paperWith('links:\n  - https://paper.example/\n')})
}

function reportOf(text: string): {links: LinkReport[]; totals: Record<string, number>} {
  return JSON.parse(text)
}

const quick = new Set(['status 404', 'status 410', 'status 403', '301 and a page', 'five hops', 'HEAD 405, GET 200'])

test.concurrent('the program judges faults through --remap and --allow-host, and fails for the broken alone', async () => {
  const chosen: Fault[] = faults.filter(({name}) => quick.has(name))
  expect(chosen.length).toBe(quick.size)
  await using web = await faultWeb(chosen)
  await using other = await serve(() => false)
  const ports = web.started.map(({url}) => new URL(url).port)
  using list = listOf(chosen.map((_, index) => `https://site-${index}.example/`))
  const {ended} = startCli([
    'links',
    '--cwd',
    list.root,
    '--format',
    'json',
    ...ports.flatMap((port, index) => ['--remap', `https://site-${index}.example http://127.0.0.1:${port}`]),
    ...[...ports, other.port].flatMap((port) => ['--allow-host', `127.0.0.1:${port}`]),
    // The paper of the list, and whoever else is asked.
    ...['--remap', `https:// http://127.0.0.1:${other.port}/`]
  ])
  const {code, stdout, stderr} = await ended
  const {links} = reportOf(stdout)
  const outcomes = chosen.map(({name}, index) => [
    name,
    links.find(({url}) => url === `https://site-${index}.example/`)?.outcome
  ])
  expect(outcomes).toEqual(chosen.map(({name, outcomes: [prose]}) => [name, prose]))
  expect([code, stderr]).toEqual([1, ''])
  const moved = chosen.findIndex(({name}) => name === '301 and a page')
  expect(links.find(({url}) => url === `https://site-${moved}.example/`)?.finalUrl).toBe(
    `https://site-${moved}.example/new`
  )
})

test.concurrent.each(['SIGTERM', 'SIGINT'] as const)('a program that gets %s leaves a whole report', async (signal) => {
  let arrived: () => void = () => undefined
  const reached = new Promise<void>((done) => {
    arrived = done
  })
  await using server = await serve((_, path) => {
    if (path.includes('silent')) arrived()
    return path.includes('silent')
  })
  using list = listOf(['https://good.example/', 'https://silent.example/', 'https://silent.example/other'])
  const {child, ended} = startCli([
    'links',
    '--cwd',
    list.root,
    '--format',
    'json',
    '--remap',
    `https:// http://127.0.0.1:${server.port}/`,
    '--allow-host',
    `127.0.0.1:${server.port}`
  ])
  await reached
  child.kill(signal)
  const {code, stdout} = await ended
  const {links, totals} = reportOf(stdout)
  expect(links.map(({url}) => url)).toEqual([
    'https://good.example/',
    'https://paper.example/',
    'https://silent.example/',
    'https://silent.example/other'
  ])
  expect(links.filter(({url}) => url.includes('silent')).map(({outcome}) => outcome)).toEqual([
    'unchecked',
    'unchecked'
  ])
  expect([code, totals['links']]).toEqual([2, 4])
})
