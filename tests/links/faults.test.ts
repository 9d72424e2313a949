import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Link} from '../../src/links/collect.ts'
import {Ignored} from '../../src/links/ignored.ts'
import type {LinkReport} from '../../src/links/report.ts'
import {runLinks} from '../../src/links/run.ts'
import {loadList} from '../../src/list.ts'
import {type FaultWeb, faultWeb} from '../support/fault-web.ts'
import {claim, faults} from '../support/faults.ts'
import {now, temporaryList} from '../support/list.ts'

// A second of waiting lasts 5 ms; waits count in full against what a link may cost.
const times = {attempt: 1000, link: 7000, second: 5}

interface Run {
  readonly web: FaultWeb
  readonly reports: ReadonlyMap<string, LinkReport>
  readonly took: number
}

async function run(claims: Link['claims']): Promise<Run> {
  const web = await faultWeb(faults)
  using folder = temporaryList()
  const list = loadList({root: folder.root, now})
  const links = web.started.map(({url}) => ({url, uses: [], claims}))
  const started = performance.now()
  const report = await runLinks(links, list, new Ignored(list.config, now), {
    now,
    remap: [],
    allowed: web.allowed,
    withAnchors: false,
    version: 'test',
    interrupted: new Promise(() => undefined),
    resolver: web.resolver,
    authorities: web.authority.pem,
    times
  })
  return {web, reports: new Map(report.links.map((link) => [link.url, link])), took: performance.now() - started}
}

describe.each([
  ['in prose', 0, []],
  ['as the page of a paper', 1, [claim]]
] as const)('a link %s', (_, which, claims) => {
  let done: Run

  beforeAll(async () => {
    done = await run([...claims])
  }, 60_000)
  afterAll(() => done.web[Symbol.asyncDispose]())

  test.each(faults.map((fault, index) => [fault.name, index] as const))('%s', (_, index) => {
    const started = done.web.started[index]
    const report = done.reports.get(started?.url ?? '')
    const {outcomes, asked} = started?.fault ?? {}
    expect(report?.outcome, report?.reason).toBe(outcomes?.[which])
    if (asked) expect(started?.asked(), 'requests').toBe(asked[which])
  })

  test('no live link is called broken or mismatch, no dead one fine', () => {
    const wrong = done.web.started.filter(({fault, url}) => {
      const outcome = done.reports.get(url)?.outcome ?? 'unchecked'
      if (fault.lives === true) return ['broken', 'mismatch', 'unchecked'].includes(outcome)
      const isOtherPaper = fault.outcomes[which] === 'alive'
      return fault.lives === false && !isOtherPaper && ['verified', 'alive', 'moved'].includes(outcome)
    })
    expect(wrong.map(({fault}) => fault.name)).toEqual([])
  })

  test('nothing lasts longer than a link may', () => {
    expect(done.took).toBeLessThan(times.link)
  })
})

test('the corpus is as large as it was', () => {
  expect(faults.length).toBeGreaterThan(120)
  expect(new Set(faults.map(({name}) => name)).size).toBe(faults.length)
})
