import type {ListItem, List as MdastList, PhrasingContent} from 'mdast'
import {plural} from '../../quote.ts'
import {textToMdast} from '../inline.ts'
import {writeMarkdown} from '../markdown.ts'
import type {Heading, Page} from '../page.ts'
import {selectGroups} from '../selection.ts'
import {oneOf, wholeNumber} from './option.ts'
import type {ZoneKind} from './zone.ts'

/** A table of contents: `<!-- paperlist:toc depth=3 groups=yes -->`. */
export const toc: ZoneKind = {
  name: 'toc',
  isInline: false,
  options: {depth: wholeNumber(2, 6), groups: oneOf(['yes', 'no'])},
  render(page, zone) {
    const {depth = '2', groups = 'no'} = zone.options
    // The heading over the table itself is where the reader already is.
    const own = page.headings.findLast(({start}) => start < zone.start)
    const listed = page.headings.filter(
      (each) => each !== own && each.depth > 1 && each.depth <= Number(depth) && each.text.trim() !== ''
    )
    return writeMarkdown([{type: 'list', spread: false, children: nest(listed, page, groups === 'yes')}])
  }
}

/** Headings as list items, each below the last one that is less deep. */
function nest(headings: readonly Heading[], page: Page, withGroups: boolean): ListItem[] {
  const items: ListItem[] = []
  for (const [index, heading] of headings.entries()) {
    const isBelow = headings.slice(0, index).some(({depth}) => depth < heading.depth)
    if (isBelow) continue
    const end = headings.findIndex(({depth}, at) => at > index && depth <= heading.depth)
    const below = nest(headings.slice(index + 1, end === -1 ? undefined : end), page, withGroups)
    const groups = withGroups ? groupItems(page, heading) : []
    items.push(item(heading.text, heading.anchor, '', [...groups, ...below]))
  }
  return items
}

function item(text: string, anchor: string, note: string, below: ListItem[]): ListItem {
  const link: PhrasingContent = {type: 'link', url: `#${anchor}`, children: textToMdast(text)}
  const paragraph: PhrasingContent[] = note ? [link, {type: 'text', value: ` ${note}`}] : [link]
  const list: MdastList[] = below.length > 0 ? [{type: 'list', spread: false, children: below}] : []
  return {type: 'listItem', spread: false, children: [{type: 'paragraph', children: paragraph}, ...list]}
}

/** The groups of the papers that stand under a heading. */
function groupItems(page: Page, heading: Heading): ListItem[] {
  const {headings, template} = page
  const end = headings.find(({start}) => start > heading.start)?.start ?? template.text.length
  const zones = template.zones.filter(({name, start}) => name === 'papers' && heading.start < start && start < end)
  return zones.flatMap((zone) =>
    selectGroups(page, zone.options)
      .filter(({name}) => name !== '')
      .map(({name, papers}) => item(name, page.groupAnchor(zone, name), `(${plural(papers.length, 'paper')})`, []))
  )
}
