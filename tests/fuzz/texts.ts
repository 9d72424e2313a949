import {deepStrictEqual} from 'node:assert'
import type {Element, Nodes, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {defaultSchema, sanitize} from 'hast-util-sanitize'
import {micromark} from 'micromark'
import {gfm, gfmHtml} from 'micromark-extension-gfm'
import {SKIP, visit} from 'unist-util-visit'
import {jobSummary} from '../../src/commands/job-summary.ts'
import {previewPapers} from '../../src/commands/preview.ts'
import type {Finding} from '../../src/finding.ts'
import type {Paper} from '../../src/paper/paper.ts'
import {visible} from '../../src/quote.ts'
import {buildPages} from '../../src/readme/build.ts'
import {linksOf, parseInline} from '../../src/readme/inline.ts'
import {parseTemplate} from '../../src/readme/template.ts'
import {isActive} from '../support/hostile.ts'
import {listOf} from '../support/page.ts'
import {checkOutputs, everyLayout} from './papers.ts'

const grouped = parseTemplate('README.md', 'README.md', everyLayout.replace(' group=tag', ''))
// A chart is drawn in the order of the tags, and so of their names: where there are several, there is none.
const ungrouped = everyLayout.replace(' group=tag', '').replace(/layout=\w+/g, '$& group=none')
const flat = parseTemplate('README.md', 'README.md', ungrouped.replace(' chart=assets/tags', ''))

/**
 * Holds every page that a paper comes to stand on against the same page of a paper with nothing to fear in it:
 * the same elements with the same attributes, the same text but for its own, and nothing that GitHub takes out
 * or acts on.
 *
 * @throws where it is not so
 */
export function checkPaper(wanted: Paper): void {
  const flatPaper = {...wanted, groups: []}
  checkPages(flatPaper, flat)
  // The date says which group it is; the tags, in which order.
  checkPages({...wanted, date: '2024-04-24', tags: wanted.tags.slice(0, 1), groups: wanted.groups.slice(0, 1)}, grouped)
  const [own, other] = [flatPaper, harmless(flatPaper).paper].map((paper) => previewPapers(listOf([paper]), [paper]))
  checkTree(treeOf(own ?? ''), treeOf(other ?? ''), harmless(flatPaper).texts)
}

function checkPages(wanted: Paper, template: typeof flat): void {
  const {paper, texts} = harmless(wanted)
  const [own, ...charts] = buildPages(listOf([wanted]), [template])
  const [other, ...otherCharts] = buildPages(listOf([paper]), [template])
  const tree = treeOf(own?.text ?? '')
  checkTree(tree, treeOf(other?.text ?? ''), texts)
  checkAddresses(tree, wanted)
  for (const [index, {text}] of charts.entries()) {
    const [chart, otherChart] = [text, otherCharts[index]?.text ?? ''].map((svg) =>
      fromHtml(svg, {fragment: true, space: 'svg'})
    )
    deepStrictEqual(chart && skeleton(chart), otherChart && skeleton(otherChart))
  }
}

/** A paper of the same shape, and what each of its texts stands for. What may hold markup is the same. */
function harmless(wanted: Paper): {paper: Paper; texts: Map<string, string>} {
  const texts = new Map<string, string>()
  const known = new Map<string, string>()
  const x = (text: string): string => {
    const word = known.get(text) ?? `Xx${texts.size}xX`
    known.set(text, word)
    texts.set(word, text)
    return word
  }
  const paper: Paper = {
    ...wanted,
    title: x(wanted.title),
    date: wanted.day ? wanted.date : x(wanted.date),
    tags: wanted.tags.map(x),
    links: wanted.links.map(({url, site, kind}) => ({url, site: site && x(site), kind: kind && x(kind)})),
    authors: wanted.authors.map(x),
    venue: wanted.venue && x(wanted.venue),
    groups: wanted.groups.map(x)
  }
  return {paper, texts}
}

/** A page as GitHub reads it, without its own filters. */
function treeOf(markdown: string): Root {
  const html = micromark(markdown, {allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()]})
  return fromHtml(html, {fragment: true})
}

function checkTree(own: Root, other: Root, texts: ReadonlyMap<string, string>): void {
  deepStrictEqual(skeleton(own), skeleton(other))
  const expected = textOf(other).replace(/Xx\d+xX/g, (word) => bare(texts.get(word) ?? word))
  deepStrictEqual(textOf(own), expected)
  deepStrictEqual(
    withoutPlaces(sanitize(own, {...defaultSchema, clobberPrefix: '', allowComments: true})),
    withoutPlaces(own)
  )
  visit(own, (node) => {
    if (node.type === 'element' && node.tagName === 'code') return SKIP
    if (node.type === 'text' && isActive(node.value)) throw new Error(`GitHub acts on ${JSON.stringify(node.value)}`)
    return undefined
  })
}

/** The elements and the names of their attributes; an element that only keeps a text inert is none. */
function skeleton(tree: Nodes): unknown {
  if (tree.type !== 'root' && tree.type !== 'element') return tree.type === 'comment' ? [tree.value] : []
  const below = tree.children.flatMap(skeleton)
  if (tree.type === 'root' || isInertSpan(tree)) return below
  return [[tree.tagName, Object.keys(tree.properties).sort(), below]]
}

function isInertSpan({tagName, properties}: Element): boolean {
  return tagName === 'span' && Object.keys(properties).length === 0
}

/** The text of a page and of its images, without any space. */
function textOf(tree: Nodes): string {
  const parts: string[] = []
  visit(tree, (node) => {
    if (node.type === 'text') parts.push(node.value)
    if (node.type === 'element' && node.tagName === 'img') parts.push(String(node.properties['alt']))
  })
  return bare(parts.join(''))
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '')
}

function withoutPlaces(tree: unknown): unknown {
  const json: unknown = JSON.parse(
    JSON.stringify(tree, (key, value) => (key === 'position' || key === 'data' ? undefined : value))
  )
  return json
}

/** Links lead where the paper says, over http or https, and images come from the badges or this repository. */
function checkAddresses(tree: Root, {links, summary = []}: Paper): void {
  const {registry} = listOf([])
  const named = [
    ...links.map(({url}) => registry.address(url).canonical),
    ...summary.flatMap((each) => linksOf(parseInline(each)))
  ]
  const known = new Set(named.map((url) => encoded(url)))
  visit(tree, 'element', ({tagName, properties: {href, src}}) => {
    const isAnchor = typeof href === 'string' && href.startsWith('#')
    if (
      tagName === 'a' &&
      href !== undefined &&
      !isAnchor &&
      (!known.has(encoded(String(href))) || !/^https?:/i.test(String(href)))
    ) {
      throw new Error(`It links to ${JSON.stringify(href)}`)
    }
    if (src !== undefined && !/^(?:https:\/\/img\.shields\.io\/badge\/|assets\/)/.test(String(src))) {
      throw new Error(`It shows ${JSON.stringify(src)}`)
    }
  })
}

/** One spelling of an address that two writers encode in their own ways. */
function encoded(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url
}

/**
 * Puts texts into findings and notes, and looks at every report of them.
 *
 * @throws where one of them is more than text
 */
export function checkReports(path: string, reason: string): void {
  const list = listOf([])
  const reportOf = (finding: Pick<Finding, 'path' | 'reason'>, note: string) => ({
    list,
    findings: [{...finding, ruleId: 'title', severity: 'error'} as const],
    notes: [note],
    written: []
  })
  const own = reportOf({path: `papers/${path}`, reason}, reason)
  checkOutputs(own.findings.map((finding) => ({...finding, reason: visible(reason)})))
  checkOutputs([
    {...own.findings[0], path: `papers/${path}`, reason: visible(reason), ruleId: 'title', severity: 'warning'}
  ])
  const texts = new Map([
    ['Xx0xX', visible(path)],
    ['Xx1xX', visible(reason)]
  ])
  const other = reportOf({path: 'papers/Xx0xX', reason: 'Xx1xX'}, 'Xx1xX')
  checkTree(treeOf(jobSummary(own, '')), treeOf(jobSummary(other, '')), texts)
}
