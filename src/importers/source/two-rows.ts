import type {Element} from 'hast'
import type {Container} from '../importer.ts'
import {parseHtml, textOf} from './html.ts'
import type {HtmlTable, Row} from './html-table.ts'
import {clean} from './outline.ts'

/** Whether papers take two rows of a table: first a cell over both, then one cell across the others. */
export function isTwoRow({rows}: HtmlTable): boolean {
  return rows.some(
    (row, index) =>
      isHead(row) && (isSummary(rows[index + 1]) || row.cells.slice(2).some((cell) => spanOf(cell, 'colSpan') >= 2))
  )
}

/** Whether a row is the first of two. */
export function isHead({cells: [first, ...others]}: Row): boolean {
  return first !== undefined && spanOf(first, 'rowSpan') === 2 && others.length >= 2
}

/** Whether a row is the second of two. */
export function isSummary(row: Row | undefined): boolean {
  const [only, ...others] = row?.cells ?? []
  return only !== undefined && others.length === 0 && spanOf(only, 'colSpan') >= 2
}

/** How many rows or columns a cell takes. */
export function spanOf({properties}: Element, name: 'rowSpan' | 'colSpan'): number {
  const span = Number(properties[name] ?? 1)
  return span >= 1 ? span : 1
}

/** The container of a table's entries, its `<details>` included. */
export function containerOf(table: HtmlTable): Container {
  const {start, end} = table.wrapper ?? table
  const name = table.wrapper && clean(textOf(parseHtml(table.wrapper.summary)))
  return {start, end, layout: 'table', frame: {start, end}, ...(name && {name})}
}
