import type {Element} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {s} from 'hastscript'
import {compareText} from '../finding.ts'
import type {Paper} from '../paper/paper.ts'
import {plural} from '../quote.ts'

/** One bar: a tag, and how many papers have it. */
export interface Bar {
  readonly label: string
  readonly count: number
}

interface Theme {
  readonly text: string
  readonly muted: string
  readonly bar: string
  readonly track: string
}

// The text, accent and border colours of GitHub's light and dark themes (https://primer.style/primitives).
export const themes: Readonly<Record<'light' | 'dark', Theme>> = {
  light: {text: '#1f2328', muted: '#59636e', bar: '#0969da', track: '#eff2f5'},
  dark: {text: '#f0f6fc', muted: '#9198a1', bar: '#4493f8', track: '#21262d'}
}

// Narrow, so that a phone need not shrink the letters much.
const width = 540
const fontSize = 18
const row = 32
const top = 8
const longestLabel = 30
const font = "-apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif"

/** The tags of some papers, the most used first; equal counts by name. */
export function countTags(papers: readonly Paper[]): Bar[] {
  const counts = new Map<string, number>()
  for (const {tags} of papers) for (const tag of new Set(tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  const bars = [...counts].map(([label, count]) => ({label, count}))
  return bars.sort((a, b) => b.count - a.count || compareText(a.label, b.label))
}

/**
 * Draws bars as SVG.
 *
 * @param all every bar, longest first
 * @param limit how many to draw; the rest is one line of text
 */
export function drawChart(title: string, all: readonly Bar[], limit: number, theme: Theme): string {
  const bars = all.slice(0, limit)
  const rest = all.slice(limit)
  const scale = scaleOf(bars)
  const height = top * 2 + (bars.length + (rest.length > 0 ? 1 : 0)) * row
  const drawing = s(
    'svg',
    {xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img'},
    [
      s('title', title),
      s('desc', bars.map(({label, count}) => `${label}: ${plural(count, 'paper')}`).join('; ')),
      s('g', {fontFamily: font, fontSize}, [
        ...bars.flatMap((bar, index) => drawBar(bar, top + index * row, scale, theme)),
        ...(rest.length > 0 ? [restLine(rest, top + bars.length * row, scale, theme)] : [])
      ])
    ]
  )
  return `${toHtml(drawing, {space: 'svg', characterReferences: {useNamedReferences: false}}).replaceAll('><', '>\n<')}\n`
}

interface Scale {
  /** Where the bars begin, behind their labels. */
  readonly start: number
  /** How far a bar can reach. */
  readonly space: number
  /** The count of the longest bar. */
  readonly most: number
}

function scaleOf(bars: readonly Bar[]): Scale {
  const letters = Math.max(0, ...bars.map(({label}) => [...shorten(label)].length))
  // A letter of the fonts above is about half as wide as high; wide ones find room too.
  const start = Math.ceil(letters * fontSize * 0.58) + 12
  return {start, space: width - start - 44, most: bars[0]?.count ?? 1}
}

function drawBar({label, count}: Bar, y: number, {start, space, most}: Scale, theme: Theme): Element[] {
  const length = Math.max(6, Math.round((space * count) / most))
  const box = {x: start, y: y + 5, height: row - 10, rx: 4}
  return [
    s('text', {x: start - 10, y: baseline(y), textAnchor: 'end', fill: theme.text}, shorten(label)),
    s('rect', {...box, width: space, fill: theme.track}),
    s('rect', {...box, width: length, fill: theme.bar}),
    s('text', {x: start + space + 10, y: baseline(y), fill: theme.muted}, String(count))
  ]
}

function restLine(rest: readonly Bar[], y: number, {start}: Scale, theme: Theme): Element {
  const most = Math.max(...rest.map(({count}) => count))
  const each = most === 1 ? 'in one paper each' : `in ${most} papers or fewer`
  return s('text', {x: start, y: baseline(y), fill: theme.muted}, `and ${rest.length} more, ${each}`)
}

/** Where letters stand that are centred in a row. */
function baseline(y: number): number {
  return y + row / 2 + 6
}

function shorten(label: string): string {
  const characters = [...label]
  return characters.length > longestLabel ? `${characters.slice(0, longestLabel - 1).join('')}…` : label
}
