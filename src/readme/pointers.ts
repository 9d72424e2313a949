import {posix} from 'node:path'
import type {BlockContent, Html, Link, Paragraph, PhrasingContent, Text} from 'mdast'
import type {Paper} from '../paper/paper.ts'
import {plural} from '../quote.ts'
import {textToMdast} from './inline.ts'
import {groupHeading} from './link-list.ts'
import type {Page} from './page.ts'
import type {Part, Placed} from './placement.ts'
import type {Zone} from './template.ts'

// A line of more links than this is none that anybody reads; the groups have links of their own.
const longestLine = 30

/** Whether a zone shows nothing of a group itself. */
export function isWhollyMoved({kept}: Placed): boolean {
  return kept.length === 0
}

/** The line that says where the papers of a zone are. */
export function whereabouts(all: readonly Placed[], page: Page): Paragraph {
  const here = countPapers(all.map(({kept}) => kept))
  const total = countPapers(all.map(({group}) => group.papers))
  const moved = all.filter(({parts}) => parts.length > 0)
  const shown = here === 0 ? 'None' : `The newest ${here}`
  const start = `${shown} of ${plural(total, 'paper')} ${here === 1 ? 'is' : 'are'} on this page.`
  const links = moved.flatMap(({group, parts}) => parts.map((part) => linkTo(part, page, labelOf(group.name, part))))
  const children: PhrasingContent[] =
    links.length > longestLine
      ? [text(`${start} The others are on ${links.length} pages, linked from the place of their groups.`)]
      : [text(`${start} The others: `), ...commas(links.map((link) => [link])), text('.')]
  return {type: 'paragraph', children}
}

function countPapers(lists: readonly (readonly Paper[])[]): number {
  return new Set(lists.flat()).size
}

/** Where the papers of a group went, and the anchors of those among them that the prose points at. */
export function pagesOf({group, kept, parts}: Placed, page: Page): PhrasingContent[] {
  const moved = parts.reduce((sum, {papers}) => sum + papers.length, 0)
  const [only] = parts
  const asked = commas(parts.flatMap((part) => pointedAt(part, page)))
  const among: PhrasingContent[] = asked.length > 0 ? [text(', among them '), ...asked] : []
  if (only && parts.length === 1 && kept.length === 0) {
    return [linkTo(only, page, labelOf(group.name)), text(` (${plural(moved, 'paper')})`), ...among]
  }
  const start = kept.length === 0 ? plural(moved, 'paper') : `${moved} older ${moved === 1 ? 'paper' : 'papers'}`
  const links = parts.map((part): PhrasingContent[] => [
    linkTo(part, page, `page ${part.number}`),
    text(` (${[plural(part.papers.length, 'paper'), ...dates(part.papers)].join(', ')})`)
  ])
  return [...textToMdast(labelOf(group.name)), text(`, ${start}: `), ...commas(links), ...among]
}

/** The same for the layouts whose groups stand under headings. */
export function pointersBelowHeadings(moved: readonly Placed[], page: Page, zone: Zone): BlockContent[] {
  return moved.flatMap((placed): BlockContent[] => {
    const {name} = placed.group
    const heading = name !== '' && isWhollyMoved(placed) ? [groupHeading(name, page, zone)] : []
    return [...heading, {type: 'paragraph', children: pagesOf(placed, page)}]
  })
}

/** What a group is called where it has no name. */
export function labelOf(name: string, {number}: Pick<Part, 'number'> = {number: 1}): string {
  const label = name === '' ? 'Papers' : name
  return number === 1 ? label : `${label} (page ${number})`
}

/** The oldest and the newest date, where they are dates. */
export function dates(papers: readonly Paper[]): string[] {
  const dated = papers.filter(({day}) => day !== undefined)
  const newest = dated[0]?.date
  const oldest = dated.at(-1)?.date
  if (oldest === undefined || newest === undefined) return []
  return [oldest === newest ? oldest : `${oldest} to ${newest}`]
}

function pointedAt(part: Part, page: Page): PhrasingContent[][] {
  return part.papers.flatMap((paper) => {
    const anchor = page.isAsked(paper) ? page.paperAnchor(paper) : undefined
    if (anchor === undefined) return []
    const mark: Html = {type: 'html', value: `<a id="${anchor}"></a>`}
    return [[mark, linkTo(part, page, paper.title.trim(), anchor)]]
  })
}

function linkTo({file}: Pick<Part, 'file'>, {template}: Page, label: string, anchor?: string): Link {
  return {type: 'link', url: addressFrom(template.file, file, anchor), children: textToMdast(label)}
}

/** The relative address of a file, seen from another one. */
export function addressFrom(from: string, to: string, anchor?: string): string {
  const path = posix.relative(posix.dirname(from), to)
  const address = path
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/')
  return anchor === undefined ? address : `${address}#${encodeURIComponent(anchor)}`
}

function commas(items: readonly PhrasingContent[][]): PhrasingContent[] {
  return items.flatMap((item, index) => (index === 0 ? item : [text(', '), ...item]))
}

function text(value: string): Text {
  return {type: 'text', value}
}
