import {type ChildProcess, spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createServer} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {stringify} from 'yaml'

const links = 4000
const latency = 50
const connections = 100
const hosts = Array.from({length: 20}, (_, index) => `127.0.0.${index + 1}`)

/** Answers every request after the latency; the front page links to all. */
export function serve(): void {
  const server = createServer((request, response) => {
    if (request.url === '/') return response.setHeader('content-type', 'text/html').end(frontPage(portOf(server)))
    return setTimeout(() => response.setHeader('content-type', 'text/plain').end('well'), latency)
  })
  server.listen(0, '0.0.0.0', () => process.stdout.write(`${portOf(server)}\n`))
}

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

function addresses(port: number): string[] {
  return Array.from({length: links}, (_, index) => `http://${hosts[index % hosts.length]}:${port}/page/${index}`)
}

function frontPage(port: number): string {
  return addresses(port)
    .map((url) => `<a href="${url}">x</a>`)
    .join('\n')
}

/** What a run of a process took: milliseconds, and its peak memory in megabytes. */
export interface LinksRun {
  readonly wall: number
  readonly memory: number
}

/** Compares checking links with the least that it can take, and with linkinator. */
export async function compareLinks(
  program: string,
  cli: string,
  measure: (parameters: readonly string[]) => LinksRun,
  print: (line: string) => void
): Promise<void> {
  const server = spawn(process.execPath, [program, 'server'], {stdio: ['ignore', 'pipe', 'inherit']})
  try {
    const port = await portFrom(server)
    const floor = (links * latency) / connections
    const list = makeList(port)
    const own = measure([
      cli,
      'links',
      '--cwd',
      list,
      '--quiet',
      ...hosts.flatMap((host) => ['--allow-host', `${host}:${port}`])
    ])
    rmSync(list, {recursive: true})
    print(
      `\n${links} links, ${latency} ms each, ${hosts.length} hosts, ${connections} connections: at least ${floor} ms`
    )
    print(
      `  links       ${own.wall.toFixed(0)} ms, ${(own.wall / floor).toFixed(2)} × floor (to reach: 1.5 ×), ${own.memory.toFixed(0)} MB (256 MB)`
    )
    const peer = new URL('../../node_modules/linkinator/build/src/cli.js', import.meta.url).pathname
    const other = measure([
      peer,
      `http://127.0.0.1:${port}/`,
      '--concurrency',
      String(connections),
      '--verbosity',
      'none'
    ])
    print(
      `  linkinator  ${other.wall.toFixed(0)} ms, ${(other.wall / own.wall).toFixed(2)} × as long as ours (to reach: 1.3 ×), ${other.memory.toFixed(0)} MB`
    )
  } finally {
    server.kill()
  }
}

function portFrom(server: ChildProcess): Promise<number> {
  return new Promise((resolve) => server.stdout?.once('data', (data: Buffer) => resolve(Number(String(data)))))
}

/** A list whose papers link to the server, with the pace lifted for it. */
function makeList(port: number): string {
  const list = mkdtempSync(join(tmpdir(), 'paperlist-bench-'))
  for (const name of ['papers', '.github']) mkdirSync(join(list, name))
  writeFileSync(join(list, 'README.md'), '# List\n')
  const pace = {concurrent: connections, interval: 0}
  const config = {
    links: {concurrency: connections, hosts: Object.fromEntries(hosts.map((host) => [`${host}:${port}`, pace]))}
  }
  writeFileSync(join(list, '.github/paperlist.yml'), stringify(config, {aliasDuplicateObjects: false}))
  const all = addresses(port)
  for (let start = 0; start < all.length; start += 10) {
    const pages = all.slice(start, start + 10).map((url) => ({url, site: 'Bench', kind: 'Page'}))
    const paper = {title: `Paper ${start}`, date: '2024-01-01', tags: ['Bench'], links: pages}
    writeFileSync(join(list, 'papers', `2024-paper-${start}.yaml`), stringify(paper))
  }
  return list
}
