import * as v from 'valibot'
import {readJson} from '../evidence/json.ts'
import {type Outcome, outcomes} from '../evidence/verdict.ts'
import {Failure} from '../failure.ts'
import {compareText, type Finding, type Severity} from '../finding.ts'
import {quote} from '../quote.ts'

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
const placeSchema = v.object({
  path: v.string(),
  line: v.pipe(whole, v.minValue(1)),
  column: v.pipe(whole, v.minValue(1))
})
const linkSchema = v.object({
  url: v.string(),
  outcome: v.picklist(outcomes),
  status: v.nullable(whole),
  finalUrl: v.nullable(v.string()),
  reason: v.string(),
  attempts: whole,
  places: v.array(placeSchema)
})
const reportSchema = v.object({links: v.array(linkSchema)})

type Place = v.InferOutput<typeof placeSchema>

/** One link in a report. */
export type LinkReport = v.InferOutput<typeof linkSchema>

/** A report as `--format json` prints it. */
export interface LinksReport {
  readonly links: readonly LinkReport[]
  readonly totals: Readonly<Record<string, number>>
}

/** Most bytes of a report that is read back. */
export const reportBytes = 64 * 1024 * 1024

/** Puts links in order and counts them. */
export function makeReport(links: readonly LinkReport[]): LinksReport {
  const inOrder = links.toSorted((a, b) => compareText(a.url, b.url))
  const totals: Record<string, number> = {links: links.length}
  for (const outcome of outcomes) totals[outcome] = links.filter((link) => link.outcome === outcome).length
  return {links: inOrder, totals}
}

/**
 * Puts the reports of several shards together. A link that stands in two keeps all of its places, and what
 * the first that checked it says.
 *
 * @throws {Failure} where a text is no report
 */
export function mergeReports(texts: readonly (readonly [name: string, text: string])[]): LinksReport {
  const links = new Map<string, LinkReport>()
  for (const [name, text] of texts) {
    const report = readJson(reportSchema, text)
    if (!report)
      throw new Failure(`Unexpected content of ${name}, expected a report of \`paperlist links --format json\``)
    for (const link of report.links) links.set(link.url, together(links.get(link.url), link))
  }
  return makeReport([...links.values()])
}

function together(first: LinkReport | undefined, second: LinkReport): LinkReport {
  if (!first) return second
  const isThere = ({path, line, column}: Place) =>
    first.places.some((place) => place.path === path && place.line === line && place.column === column)
  const places = [...first.places, ...second.places.filter((place) => !isThere(place))]
  return {...(first.outcome === 'unchecked' ? second : first), places}
}

const severities: Readonly<Record<Outcome, Severity | undefined>> = {
  verified: undefined,
  alive: undefined,
  ignored: undefined,
  blocked: 'info',
  moved: 'warning',
  transient: 'warning',
  withdrawn: 'warning',
  unchecked: 'warning',
  unsafe: 'error',
  mismatch: 'error',
  broken: 'error'
}

/** What a report says to whoever reads findings: one at each place of each link that is not well. */
export function findingsOf({links}: LinksReport, withdrawn: Severity | 'off'): Finding[] {
  return links.flatMap((link) => {
    const usual = severities[link.outcome]
    const severity = link.outcome === 'withdrawn' && withdrawn !== 'off' ? withdrawn : usual
    if (severity === undefined || (link.outcome === 'withdrawn' && withdrawn === 'off')) return []
    const reason = `Unexpected ${link.outcome} link ${quote(link.url)}, expected ${expectation(link)}: ${link.reason}`
    return link.places.map(({path, line, column}): Finding => {
      const end = {line, column: column + link.url.length}
      return {path, place: {start: {line, column}, end}, ruleId: 'links', severity, reason}
    })
  })
}

function expectation({outcome, finalUrl}: LinkReport): string {
  if (outcome === 'moved' && finalUrl) return quote(finalUrl)
  if (outcome === 'mismatch') return 'the paper of this file'
  if (outcome === 'unsafe') return 'a public web address'
  if (outcome === 'withdrawn') return 'a paper that stands'
  return 'a page that answers'
}
