import type {PhrasingContent, TableCell, TableRow} from 'mdast'
import type {Paper} from '../../paper/paper.ts'
import {textToMdast} from '../inline.ts'
import {groupHeading, linkList} from '../link-list.ts'
import {writeMarkdown, writeRow} from '../markdown.ts'
import type {Page} from '../page.ts'
import {pointersBelowHeadings} from '../pointers.ts'
import type {Layout} from './layout.ts'

/** A pipe table, one line a paper, without summaries: for long lists. */
export const compact: Layout = {
  name: 'compact',
  render(groups, page, zone) {
    const written = groups.map(({name, papers}) => {
      const heading = name === '' ? [] : [groupHeading(name, page, zone)]
      const rows = papers.map((paper) => compact.renderPaper(paper, page))
      return [writeMarkdown([...heading, {type: 'table', children: [header]}]), ...rows].join('\n')
    })
    return written.join('\n\n')
  },
  renderPaper(paper, page) {
    return page.paper(compact.name, paper, (anchor) => writeRow(paperRow(paper, page, anchor)))
  },
  pointers: pointersBelowHeadings
}

const header = row(['Date', 'Paper', 'Tags', 'Links'].map((value) => [{type: 'text', value}]))

function row(cells: readonly PhrasingContent[][]): TableRow {
  return {type: 'tableRow', children: cells.map((children): TableCell => ({type: 'tableCell', children}))}
}

function paperRow(paper: Paper, page: Page, anchor: string | undefined): TableRow {
  const title: PhrasingContent = {type: 'strong', children: textToMdast(paper.title.trim())}
  return row([
    textToMdast(paper.date),
    anchor === undefined ? [title] : [{type: 'html', value: `<a id="${anchor}"></a>`}, title],
    textToMdast(paper.tags.join(', ')),
    linkList(paper, page)
  ])
}
