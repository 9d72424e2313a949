import type {Element} from 'hast'
import type {Entry, Importer} from './importer.ts'
import {addHtml, textOf} from './source/html.ts'
import {type HtmlTable, htmlTables, type Row} from './source/html-table.ts'
import {clean} from './source/outline.ts'
import {PassageBuilder} from './source/passage.ts'
import {containerOf, isTwoRow, spanOf} from './source/two-rows.ts'

/** One row a paper; a cell over several rows is what they have in common. */
export const htmlTable: Importer = {
  name: 'html-table',
  find(document) {
    return htmlTables(document)
      .filter((table) => !isTwoRow(table))
      .flatMap(entriesOf)
  }
}

/** A cell as it stands in a column, its own row's or one from above that reaches down. */
interface Placed {
  readonly cell: Element
  readonly isOwn: boolean
  readonly rows: number
}

function entriesOf(table: HtmlTable): Entry[] {
  const [first] = table.rows
  const hasHeader = first !== undefined && isHeader(first)
  const grid = gridOf(table.rows)
  const headers = (grid[0] ?? []).map((placed) => (placed && hasHeader ? textOf(placed.cell).trim() : ''))
  const container = containerOf(table)
  // What reaches over several rows in one place names groups in that column.
  const body = grid.slice(hasHeader ? 1 : 0)
  const shared = [...headers.keys()].filter((column) => body.some((row) => (row[column]?.rows ?? 1) > 1))
  return table.rows.flatMap((row, index): Entry[] => {
    if (index === 0 && hasHeader) return []
    const placed = grid[index] ?? []
    const topics = shared
      .flatMap((column) => placed[column] ?? [])
      .map(({cell}) => clean(textOf(cell)))
      .filter(Boolean)
    const passage = passageOf(placed, headers)
    return [{format: 'html-table', start: row.start, end: row.end, passage, container, topics}]
  })
}

function isHeader({cells}: Row): boolean {
  const isName = (cell: Element) => cell.tagName === 'th' || textOf(cell).trim().length <= 24
  return cells.every(isName) && !cells.some((cell) => hasLink(cell))
}

function hasLink(cell: Element): boolean {
  return cell.children.some((child) => child.type === 'element' && (child.tagName === 'a' || hasLink(child)))
}

/** The cells of every row by column. */
function gridOf(rows: readonly Row[]): (Placed | undefined)[][] {
  const grid: (Placed | undefined)[][] = rows.map(() => [])
  for (const [index, row] of rows.entries()) {
    let column = 0
    for (const cell of row.cells) {
      while (grid[index]?.[column]) column += 1
      column += place(grid.slice(index), column, cell)
    }
  }
  return grid
}

/** Puts a cell into all rows and columns that it takes, and says how many columns these are. */
function place(rows: readonly (Placed | undefined)[][], column: number, cell: Element): number {
  const height = Math.min(spanOf(cell, 'rowSpan'), rows.length)
  const width = Math.min(spanOf(cell, 'colSpan'), 100)
  for (const [down, row] of rows.slice(0, height).entries()) {
    for (let right = 0; right < width; right++) {
      row[column + right] = {cell, isOwn: down === 0 && right === 0, rows: height}
    }
  }
  return width
}

/** A row's own cells; what reaches down from above is said of it as a topic. */
function passageOf(placed: readonly (Placed | undefined)[], headers: readonly string[]) {
  const builder = new PassageBuilder()
  for (const [column, each] of placed.entries()) {
    if (each?.isOwn) builder.block('cell', () => addHtml(builder, each.cell.children), headers[column] ?? '')
  }
  return builder.build()
}
