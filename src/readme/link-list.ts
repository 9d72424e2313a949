import type {Heading, PhrasingContent} from 'mdast'
import type {Paper} from '../paper/paper.ts'
import {textToMdast} from './inline.ts'
import type {Page} from './page.ts'
import type {Zone} from './template.ts'

/** The links of a paper as words, `arXiv Paper`; one whose address is not to be trusted leads nowhere. */
export function linkList({links}: Pick<Paper, 'links'>, {badges}: Page): PhrasingContent[] {
  return links.flatMap((link, index): PhrasingContent[] => {
    const {href, text} = badges.link(link)
    const words = textToMdast(text)
    const shown: PhrasingContent[] = href === undefined ? words : [{type: 'link', url: href, children: words}]
    return index === 0 ? shown : [{type: 'text', value: ' '}, ...shown]
  })
}

/** A heading for a group, one level below the heading that its zone stands under. */
export function groupHeading(name: string, page: Page, zone: Zone): Heading {
  page.groupAnchor(zone, name)
  const above = page.headings.findLast(({start}) => start < zone.start)?.depth ?? 1
  const depths = [2, 3, 4, 5, 6] as const
  const depth = depths.find((each) => each > above) ?? 6
  return {type: 'heading', depth, children: textToMdast(name)}
}
