import type {PhrasingContent} from 'mdast'
import type {BuiltFile} from './build.ts'
import {textToMdast} from './inline.ts'
import {layoutOf} from './layouts/index.ts'
import {writeMarkdown} from './markdown.ts'
import {Page} from './page.ts'
import type {Part, Placed} from './placement.ts'
import {addressFrom, dates, labelOf} from './pointers.ts'
import {parseTemplate, type Zone} from './template.ts'

/** What every page that a build makes begins with; only what does is ever replaced or removed. */
export const pageMark = '<!-- Made by paperlist. Edit the files of the papers, not this page. -->'

/** The pages before and after one. */
interface Neighbours {
  readonly before?: Part | undefined
  readonly after?: Part | undefined
}

/**
 * The pages of a zone's groups.
 *
 * @throws {Failure} where GitHub would not show one as it is
 */
export function renderParts(all: readonly Placed[], home: Page, zone: Zone): BuiltFile[] {
  const parts = all.flatMap((placed) => placed.parts.map((part) => ({placed, part})))
  return parts.map(({placed, part}, index) => {
    const neighbours = {before: parts[index - 1]?.part, after: parts[index + 1]?.part}
    const frame = renderFrame(placed, part, home, zone, neighbours)
    const end = frame.length
    const page = new Page(home.list, parseTemplate(part.file, part.file, frame), home.pieces)
    const here = {...zone, markerStart: end, start: end, end}
    const papers = layoutOf(zone).render([{name: '', papers: part.papers}], page, here)
    return {path: part.file, text: `${frame}\n\n${papers}\n`}
  })
}

/** What stands on a page above its papers. */
export function renderFrame({group, parts}: Placed, part: Part, home: Page, zone: Zone, around: Neighbours): string {
  const {list, template, headings} = home
  const title = list.config.title ?? headings.find(({depth}) => depth === 1)?.text ?? ''
  const anchor = group.name === '' ? undefined : home.groupAnchor(zone, group.name)
  return writeMarkdown([
    {type: 'html', value: pageMark},
    {type: 'heading', depth: 1, children: textToMdast(title.trim() === '' ? 'Papers' : title.trim())},
    {type: 'heading', depth: 2, children: textToMdast(labelOf(group.name))},
    {
      type: 'paragraph',
      children: [
        {type: 'text', value: `${extent(part, group.papers.length, parts.length)} The whole list: `},
        link(part, template.file, template.file, anchor),
        {type: 'text', value: '.'}
      ]
    },
    ...(around.before || around.after ? [{type: 'paragraph' as const, children: neighbourLinks(part, around)}] : [])
  ])
}

/** "Page 2 of 3: 100 of 300 papers, 2023-04-01 to 2023-08-02." */
function extent({number, papers}: Part, total: number, count: number): string {
  const page = count > 1 ? `Page ${number} of ${count}: ` : ''
  const some = papers.length === total ? String(total) : `${papers.length} of ${total}`
  return `${page}${[`${some} ${total === 1 ? 'paper' : 'papers'}`, ...dates(papers)].join(', ')}.`
}

function neighbourLinks(part: Part, {before, after}: Neighbours): PhrasingContent[] {
  const links = [
    ...(before ? [link(part, before.file, '← Page before')] : []),
    ...(after ? [link(part, after.file, 'Page after →')] : [])
  ]
  return links.flatMap((each, index) => (index === 0 ? [each] : [{type: 'text' as const, value: ' · '}, each]))
}

function link({file}: Part, to: string, label: string, anchor?: string): PhrasingContent {
  return {type: 'link', url: addressFrom(file, to, anchor), children: textToMdast(label)}
}
