import type {PhrasingContent, Table, TableCell, TableRow} from 'mdast'
import type {Paper} from '../../paper/paper.ts'
import {textToMdast} from '../inline.ts'
import {groupHeading, linkList} from '../link-list.ts'
import {writeMarkdown} from '../markdown.ts'
import type {Page} from '../page.ts'
import type {Layout} from './layout.ts'

/** A pipe table, one line a paper, without summaries: for long lists. */
export const compact: Layout = {
  name: 'compact',
  render(groups, page, zone) {
    const header = row(['Date', 'Paper', 'Tags', 'Links'].map((value) => [{type: 'text', value}]))
    const written = groups.map(({name, papers}) => {
      const table: Table = {type: 'table', children: [header, ...papers.map((paper) => paperRow(paper, page))]}
      return writeMarkdown(name === '' ? [table] : [groupHeading(name, page, zone), table])
    })
    return written.join('\n\n')
  }
}

function row(cells: readonly PhrasingContent[][]): TableRow {
  return {type: 'tableRow', children: cells.map((children): TableCell => ({type: 'tableCell', children}))}
}

function paperRow(paper: Paper, page: Page): TableRow {
  const anchor = page.paperAnchor(paper)
  const title: PhrasingContent = {type: 'strong', children: textToMdast(paper.title.trim())}
  return row([
    textToMdast(paper.date),
    anchor === undefined ? [title] : [{type: 'html', value: `<a id="${anchor}"></a>`}, title],
    textToMdast(paper.tags.join(', ')),
    linkList(paper, page)
  ])
}
