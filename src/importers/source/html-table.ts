import type {Element} from 'hast'
import type {Document, Range} from './document.ts'
import {elements, parseHtml, rangeOf} from './html.ts'

/** A row of an HTML table with cells. */
export interface Row extends Range {
  readonly cells: readonly Element[]
}

/** An HTML table of the source. */
export interface HtmlTable extends Range {
  readonly rows: readonly Row[]
  /** The `<details>` that holds nothing else, and the words of its `<summary>`. */
  readonly wrapper?: Range & {readonly summary: string}
}

/** Every outermost `<table>` that is neither in a comment nor in code, blank lines in it or not. */
export function htmlTables(document: Document): readonly HtmlTable[] {
  const known = tables.get(document)
  if (known) return known
  const found = parseTables(document)
  tables.set(document, found)
  return found
}

// Every importer asks for them, and a page of tables takes long to parse.
const tables = new WeakMap<Document, readonly HtmlTable[]>()

function parseTables({visible}: Document): HtmlTable[] {
  return tableRanges(visible).map((range) => {
    const root = parseHtml(visible.slice(range.start, range.end))
    const rows = elements(root, 'tr').flatMap((row) => rowOf(row, range.start) ?? [])
    const wrapper = wrapperOf(visible, range)
    return {...range, rows, ...(wrapper && {wrapper})}
  })
}

/** From the first opening tag to the closing tag that matches it; a heading ends a table that nobody closed. */
function tableRanges(visible: string): Range[] {
  const ranges: Range[] = []
  let open: number[] = []
  for (const {index, 0: tag} of visible.matchAll(/<table\b[^>]*>|<\/table\s*>|^#{1,6} |$(?![\s\S])/gim)) {
    if (/^<table/i.test(tag)) {
      open.push(index)
      continue
    }
    const isClosing = tag.startsWith('</')
    const [start] = open
    if (isClosing && open.length > 1) open.pop()
    else if (start !== undefined) {
      ranges.push({start, end: isClosing ? index + tag.length : index})
      open = []
    }
  }
  return ranges
}

/** A row without tags of its own has the range of its cells. */
function rowOf(row: Element, offset: number): Row | undefined {
  const cells = row.children.filter((child) => child.type === 'element').filter(({tagName}) => /^t[dh]$/.test(tagName))
  const ranges = [row, ...cells].flatMap((node) => rangeOf(node) ?? [])
  if (cells.length === 0 || ranges.length === 0) return undefined
  return {
    cells,
    start: offset + Math.min(...ranges.map(({start}) => start)),
    end: offset + Math.max(...ranges.map(({end}) => end))
  }
}

function wrapperOf(visible: string, {start, end}: Range): HtmlTable['wrapper'] {
  const before = /<details\b[^>]*>\s*<summary\b[^>]*>((?:(?!<\/summary).)*)<\/summary\s*>\s*$/is.exec(
    visible.slice(Math.max(0, start - 2000), start)
  )
  const after = /^\s*<\/details\s*>/i.exec(visible.slice(end))
  if (!before || !after) return undefined
  return {start: start - before[0].length, end: end + after[0].length, summary: before[1] ?? ''}
}
