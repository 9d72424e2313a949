import type {Element} from 'hast'
import type {Entry, Importer} from './importer.ts'
import type {Range} from './source/document.ts'
import {addHtml} from './source/html.ts'
import {type HtmlTable, htmlTables} from './source/html-table.ts'
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
    const below = table.rows[index + 1]
    const inner = row.cells.slice(1).find((cell) => spanOf(cell, 'colSpan') >= 2)
    const isEntry = row.cells.length >= 3 && (isHead(row) || inner !== undefined || isSummary(below))
    if (!isEntry) return []
    // Where the second row's own tag is missing, its cell has slipped into the first.
    const summary = inner ? undefined : isSummary(below) ? below : undefined
    const cells = inner ? row.cells.filter((cell) => cell !== inner) : row.cells
    const summaryCell = inner ?? summary?.cells[0]
    const passage = passageOf(cells, summaryCell)
    const range: Range = {start: row.start, end: summary?.end ?? row.end}
    return [{format: 'two-row-table', ...range, passage, container, topics: []}]
  })
}

function passageOf(cells: readonly Element[], summary: Element | undefined) {
  const builder = new PassageBuilder()
  for (const [index, cell] of cells.entries()) {
    builder.block('cell', () => addHtml(builder, cell.children), columns[index] ?? '')
  }
  if (summary) builder.block('summary', () => addHtml(builder, summary.children))
  return builder.build()
}
