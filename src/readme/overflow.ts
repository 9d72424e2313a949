import {comparePapers} from '../paper/order.ts'
import type {Paper} from '../paper/paper.ts'
import type {Group} from './groups.ts'
import {layoutOf} from './layouts/index.ts'
import type {Layout} from './layouts/layout.ts'
import {writeMarkdown} from './markdown.ts'
import {renderFrame} from './overflow-page.ts'
import {Page} from './page.ts'
import type {PageNames} from './page-names.ts'
import type {Part, Placed, Placements} from './placement.ts'
import {whereabouts} from './pointers.ts'
import {askedAnchors} from './references.ts'
import {selectGroups} from './selection.ts'
import type {Zone} from './template.ts'

// Room for what is known only once everything stands: a few digits more, `open` at another group, blank lines.
const slack = 128
// The addresses of the pages before and after one, at their longest.
const neighbourBytes = 2048

/** How the text of a page is measured, in bytes. */
export type Measure = (text: string) => number

/** A group of a zone, and what it takes to show it. */
interface Candidate {
  readonly zone: Zone
  readonly layout: Layout
  readonly group: Group
  /** Of its pages. */
  readonly name: string
  /** The bytes of each paper. */
  readonly sizes: readonly number[]
  /** The bytes of the group as a whole. */
  readonly size: number
  /** Where it stands when the page has no room for it. */
  readonly moved: Placed
  /** The bytes of what then leads to it. */
  readonly pointer: number
}

/**
 * Keeps as many groups on a page as there is room for, the newest first, and finds pages for the others. Where not
 * even the newest fits, its newest papers are kept.
 *
 * @param home the page
 * @param base the bytes of the page without its papers
 * @param limit the bytes that no page should reach
 */
export function placeGroups(home: Page, base: number, limit: number, names: PageNames, measure: Measure): Placements {
  const asked = askedAnchors(home.template)
  const scratch = new Page(home.list, home.template, home.pieces, {zones: new Map(), asked})
  const zones = home.template.zones.filter(({name}) => name === 'papers')
  const fit = {scratch, limit, names, measure}
  const candidates = zones.flatMap((zone) => candidatesOf(zone, fit))
  const lines = zones.map((zone) => {
    const all = candidates.filter((each) => each.zone === zone).map(({moved}) => moved)
    return measure(writeMarkdown([whereabouts(all, scratch)])) + slack
  })
  const size = [base, ...lines, ...candidates.map(({pointer}) => pointer)].reduce((sum, each) => sum + each, 0)
  const kept = keepNewest(candidates, size, fit)
  const placed = (zone: Zone) =>
    candidates.filter((each) => each.zone === zone).map((each) => kept.get(each) ?? each.moved)
  return {zones: new Map(zones.map((zone) => [zone.start, placed(zone)])), asked}
}

interface Fit {
  readonly scratch: Page
  readonly limit: number
  readonly names: PageNames
  readonly measure: Measure
}

function candidatesOf(zone: Zone, fit: Fit): Candidate[] {
  const {scratch, names, measure} = fit
  const layout = layoutOf(zone)
  return selectGroups(scratch, zone.options).map((group) => {
    // Without what other groups left behind: any of them may be the one that shows a paper first.
    scratch.anchors.clear()
    const size = measure(layout.render([group], scratch, zone))
    scratch.anchors.clear()
    const sizes = group.papers.map((paper) => measure(layout.renderPaper(paper, scratch)) + 1)
    const name = names.claim(scratch.template.file, zone.options['tag'], group.name)
    const bare = {zone, layout, group, name, sizes, size}
    const moved = {group, kept: [], parts: splitByDate(bare, 0, fit)}
    scratch.anchors.clear()
    const pointer = measure(writeMarkdown(layout.pointers([moved], scratch, zone))) + 4
    return {...bare, moved, pointer}
  })
}

/** Where the groups stand that are kept, whole or in part. */
function keepNewest(candidates: readonly Candidate[], allMoved: number, fit: Fit): Map<Candidate, Placed> {
  const kept = new Map<Candidate, Placed>()
  let size = allMoved
  for (const each of candidates.toSorted(byNewest)) {
    const next = size - each.pointer + each.size + slack
    if (next >= fit.limit) {
      if (kept.size === 0) kept.set(each, keepSome(each, fit.limit - size - slack, fit))
      break
    }
    kept.set(each, {group: each.group, kept: each.group.papers, parts: []})
    size = next
  }
  return kept
}

function byNewest(a: Candidate, b: Candidate): number {
  const [first] = a.group.papers
  const [second] = b.group.papers
  return first && second ? comparePapers(first, second) : 0
}

/** As many papers as there is room for, the newest; the others on pages. */
function keepSome(candidate: Candidate, room: number, fit: Fit): Placed {
  const {group, sizes, size} = candidate
  let used = size - sum(sizes)
  const first = sizes.findIndex((each) => {
    used += each
    return used >= room
  })
  const count = first === -1 ? group.papers.length : first
  return {group, kept: group.papers.slice(0, count), parts: splitByDate(candidate, count, fit)}
}

/** The papers of a group from one on, as pages: filled from the oldest on, so that those behind it stay as they are. */
function splitByDate(candidate: Omit<Candidate, 'moved' | 'pointer'>, from: number, fit: Fit): Part[] {
  const {group, name, sizes, size, zone} = candidate
  const whole = {file: fit.names.file(name, 1), number: 1, papers: group.papers}
  const frame = renderFrame({group, kept: [], parts: [whole]}, whole, fit.scratch, zone, {})
  const room = fit.limit - Buffer.byteLength(frame) - neighbourBytes - (size - sum(sizes))
  const parts: Part[] = []
  let papers: Paper[] = []
  let used = 0
  const flush = () => {
    const number = parts.length + 1
    if (papers.length > 0) parts.push({file: fit.names.file(name, number), number, papers: papers.reverse()})
    papers = []
    used = 0
  }
  for (let index = group.papers.length - 1; index >= from; index--) {
    const paper = group.papers[index]
    const bytes = sizes[index] ?? 0
    if (used + bytes >= room) flush()
    if (paper) papers.push(paper)
    used += bytes
  }
  flush()
  return parts.reverse()
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
