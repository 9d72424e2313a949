import type {Element} from 'hast'
import type {Entry, Importer} from './importer.ts'
import type {Range} from './source/document.ts'
import {addHtml} from './source/html.ts'
import {type HtmlTable, htmlTables, type Row} from './source/html-table.ts'
import {PassageBuilder} from './source/passage.ts'
import {containerOf, isHead, isSummary, isTwoRow, spanOf} from './source/two-rows.ts'

const columns = ['Date', 'Title', 'Tags', 'Links']

/** Two rows a paper: date, title, tags and links; below them one cell with the summary. */
export const twoRowTable: Importer = {
  name: 'two-row-table',
  find(document) {
    return htmlTables(document)
      .filter(isTwoRow)
      .flatMap((table) => entriesOf(table))
  }
}

function entriesOf(table: HtmlTable): Entry[] {
  const container = containerOf(table)
  return table.rows.flatMap((row, index) => {
    const pair = pairOf(row, table.rows[index + 1])
    if (!pair) return []
    const range: Range = {start: row.start, end: pair.end}
    return [{format: 'two-row-table', ...range, passage: passageOf(pair.cells, pair.summary), container, topics: []}]
  })
}

/** The cells of a paper. Where the second row's own tag is missing, its cell has slipped into the first. */
function pairOf(row: Row, below: Row | undefined) {
  const slipped = row.cells.slice(1).find((cell) => spanOf(cell, 'colSpan') >= 2)
  if (row.cells.length < 3) return undefined
  if (slipped) return {cells: row.cells.filter((cell) => cell !== slipped), summary: slipped, end: row.end}
  if (below && isSummary(below)) return {cells: row.cells, summary: below.cells[0], end: below.end}
  return isHead(row) ? {cells: row.cells, summary: undefined, end: row.end} : undefined
}

function passageOf(cells: readonly Element[], summary: Element | undefined) {
  const builder = new PassageBuilder()
  for (const [index, cell] of cells.entries()) {
    builder.block('cell', () => addHtml(builder, cell.children), columns[index] ?? '')
  }
  if (summary) builder.block('summary', () => addHtml(builder, summary.children))
  return builder.build()
}
