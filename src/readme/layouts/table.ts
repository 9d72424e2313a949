import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {ListItem, PhrasingContent} from 'mdast'
import type {Paper} from '../../paper/paper.ts'
import {plural} from '../../quote.ts'
import {type Badge, badgeImage, type LinkBadge} from '../badge.ts'
import type {Group} from '../groups.ts'
import {newline, onLines, writeHtml, writeRows} from '../html.ts'
import {inlineToHast, parseInline, textToHast} from '../inline.ts'
import type {Page} from '../page.ts'
import {isWhollyMoved, pagesOf} from '../pointers.ts'
import type {Zone} from '../template.ts'
import type {Layout} from './layout.ts'

/**
 * Two rows a paper: date, title, tags and links; below them the summary. What holds it together at
 * every width: GitHub squeezes an image in a cell without limit and breaks a date at its hyphens, so
 * the columns of badges are as wide as their widest badge, and the date does not wrap.
 */
export const table: Layout = {
  name: 'table',
  render(groups, page, zone) {
    const rendered = groups.map((group) => {
      const rows = group.papers.map((paper) => table.renderPaper(paper, page)).join('')
      const whole = tableOf(group, page)
      return group.name === ''
        ? writeAround([whole], rows)
        : writeAround([details(group, page.groupAnchor(zone, group.name), whole, page.opens(zone))], rows)
    })
    return rendered.join('\n\n')
  },
  renderPaper(paper, page) {
    return page.paper(table.name, paper, (anchor) => writeRows(paperRows(paper, page, anchor)))
  },
  pointers(moved, page, zone) {
    const children = moved.map((placed): ListItem => {
      const mark = isWhollyMoved(placed) ? groupMark(placed.group, page, zone) : []
      return {
        type: 'listItem',
        spread: false,
        children: [{type: 'paragraph', children: [...mark, ...pagesOf(placed, page)]}]
      }
    })
    return [{type: 'list', spread: false, children}]
  }
}

/** The anchor of a group that has no heading. */
function groupMark({name}: Group, page: Page, zone: Zone): PhrasingContent[] {
  return name === '' ? [] : [{type: 'html', value: `<a id="${page.groupAnchor(zone, name)}"></a>`}]
}

// GitHub's cells are border-box, with 13 px to either side and a border.
const cellPadding = 28

// Stands where the rows go, which are written and checked one paper at a time: a private-use character,
// which no paper and no configuration can hold.
const rowsMark = '\uE000'

/** Thousands of rows are never one tree: what stands around them is written first. */
function writeAround(nodes: readonly ElementContent[], rows: string): string {
  const [before = '', after = ''] = writeHtml(nodes).split(rowsMark)
  return `${visibleSpaces(before)}${rows}${after}`
}

/** In the source a space that is wider than others is written out. */
function visibleSpaces(html: string): string {
  return html.replaceAll('\u2003', '&emsp;').replaceAll('\u2002', '&ensp;')
}

function details({name, papers, total}: Group, anchor: string, whole: Element, isOpen: boolean): Element {
  const count = total === undefined ? plural(papers.length, 'paper') : `${papers.length} of ${plural(total, 'paper')}`
  const summary = h('summary', [h('strong', textToHast(name)), ` (${count})`])
  return h('details', {id: anchor, open: isOpen}, [newline, ...onLines([summary, whole])])
}

function tableOf({papers}: Group, {badges}: Page): Element {
  const tags = papers.flatMap((paper) => paper.tags.map((tag) => badges.tag(tag)))
  const links = papers.flatMap((paper) => paper.links.map((link) => badges.link(link)))
  const header = h('tr', [
    h('th', 'Date'),
    h('th', 'Paper & Summary'),
    badgeHeader('Tags', 32, tags),
    badgeHeader('Links', 36, links)
  ])
  return h('table', [
    newline,
    h('thead', [newline, header, newline]),
    newline,
    h('tbody', [newline, {type: 'text', value: rowsMark}]),
    newline
  ])
}

/**
 * The head of a column of badges. Its width puts the badges of a paper below one another where there is
 * room. Where there is none, browsers go below a width, but not below text: the spaces beside the name.
 *
 * @param name what stands in the head
 * @param nameWidth its pixels, in the narrowest of the fonts that GitHub asks for
 */
function badgeHeader(name: string, nameWidth: number, badges: readonly Badge[]): Element {
  const widest = badges.reduce((most, {width}) => Math.max(most, width), nameWidth)
  const halfEms = Math.ceil((widest - nameWidth) / 8)
  const before = Math.floor(halfEms / 2)
  const text = `${spaces(before)}${name}${spaces(halfEms - before)}`
  return h('th', {width: widest + cellPadding, noWrap: true}, text)
}

/** Em and en spaces: 16 and 8 pixels in every font. */
function spaces(halfEms: number): string {
  return '\u2003'.repeat(Math.floor(halfEms / 2)) + '\u2002'.repeat(halfEms % 2)
}

function paperRows(paper: Paper, {badges}: Page, anchor: string | undefined): ElementContent[] {
  const hasSummary = (paper.summary ?? []).length > 0
  const first = h('tr', {id: anchor}, [
    newline,
    ...onLines([
      h('td', {rowSpan: hasSummary ? 2 : undefined, noWrap: true}, textToHast(paper.date)),
      h('td', titleCell(paper)),
      h('td', spaced(paper.tags.map((tag) => badgeImage(badges.tag(tag))))),
      h('td', spaced(paper.links.map((link) => linkImage(badges.link(link)))))
    ])
  ])
  if (!hasSummary) return onLines([first])
  const second = h('tr', [newline, h('td', {colSpan: 3}, [newline, ...summaryLines(paper), newline]), newline])
  return onLines([first, second])
}

function titleCell({title, authors, venue}: Paper): ElementContent[] {
  const small = [authors.join(', '), venue ?? ''].filter(Boolean).join(' · ')
  const cell: ElementContent[] = [h('strong', textToHast(title.trim()))]
  return small ? [...cell, h('br'), h('sub', textToHast(small))] : cell
}

function spaced(images: readonly Element[]): ElementContent[] {
  return images.flatMap((image, index) => (index === 0 ? [image] : [{type: 'text' as const, value: ' '}, image]))
}

function linkImage(badge: LinkBadge): Element {
  return badge.href === undefined ? badgeImage(badge) : h('a', {href: badge.href}, badgeImage(badge))
}

function summaryLines({summary = []}: Paper): ElementContent[] {
  return summary.flatMap((sentence, index) => [
    ...(index === 0 ? [] : [h('br'), newline]),
    {type: 'text' as const, value: '• '},
    ...inlineToHast(parseInline(sentence))
  ])
}
