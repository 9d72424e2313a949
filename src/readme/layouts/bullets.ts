import type {ListItem, PhrasingContent} from 'mdast'
import type {Paper} from '../../paper/paper.ts'
import {inlineToMdast, parseInline, textToMdast} from '../inline.ts'
import {groupHeading, linkList} from '../link-list.ts'
import {writeMarkdown} from '../markdown.ts'
import type {Page} from '../page.ts'
import {pointersBelowHeadings} from '../pointers.ts'
import type {Layout} from './layout.ts'

/**
 * A bullet a paper, `- [Title](link) - Description.`, as https://github.com/sindresorhus/awesome asks
 * for: what reads best on a phone.
 */
export const bullets: Layout = {
  name: 'bullets',
  render(groups, page, zone) {
    const written = groups.map(({name, papers}) => {
      const list = papers.map((paper) => bullets.renderPaper(paper, page)).join('\n')
      return name === '' ? list : `${writeMarkdown([groupHeading(name, page, zone)])}\n\n${list}`
    })
    return written.join('\n\n')
  },
  renderPaper(paper, page) {
    return page.paper(bullets.name, paper, (anchor) =>
      writeMarkdown([{type: 'list', spread: false, children: [bullet(paper, page, anchor)]}])
    )
  },
  pointers: pointersBelowHeadings
}

function bullet(paper: Paper, page: Page, anchor: string | undefined): ListItem {
  const [first, ...others] = paper.links
  const href = first && page.badges.link(first).href
  const mark: PhrasingContent[] = anchor === undefined ? [] : [{type: 'html', value: `<span id="${anchor}"></span>`}]
  const title = [...mark, ...textToMdast(paper.title.trim())]
  const children: PhrasingContent[] = [
    href === undefined ? {type: 'strong', children: title} : {type: 'link', url: href, children: title},
    {type: 'text', value: ' - '},
    ...textToMdast(`${[paper.date, paper.venue ?? '', paper.tags.join(', ')].filter(Boolean).join('; ')}.`),
    ...(paper.summary ?? []).flatMap((sentence): PhrasingContent[] => [
      {type: 'text', value: ' '},
      ...inlineToMdast(parseInline(sentence))
    ]),
    ...moreLinks(others, page)
  ]
  return {type: 'listItem', spread: false, children: [{type: 'paragraph', children}]}
}

function moreLinks(links: Paper['links'], page: Page): PhrasingContent[] {
  if (links.length === 0) return []
  return [{type: 'text', value: ' '}, ...linkList({links}, page), {type: 'text', value: '.'}]
}
