import type {Element} from 'hast'
import type {Container, Entry, Importer} from './importer.ts'
import type {Document, Range} from './source/document.ts'
import {addHtml, elements, parseHtml, rangeOf} from './source/html.ts'
import {htmlTables} from './source/html-table.ts'
import {type Passage, PassageBuilder} from './source/passage.ts'

/** Items of lists, and paragraphs, that are written in HTML. */
export const htmlItems: Importer = {
  name: 'html-items',
  find(document) {
    const tables = htmlTables(document)
    const isFree = ({start}: Range) => !tables.some((table) => table.start <= start && start < table.end)
    const lists = regions(document, /<[uo]l\b[^>]*>|<\/[uo]l\s*>/gi).filter(isFree)
    const isOutside = ({start}: Range) => !lists.some((list) => list.start <= start && start < list.end)
    const paragraphs = regions(document, /<p\b[^>]*>|<\/p\s*>/gi)
      .filter(isFree)
      .filter(isOutside)
    return [
      ...lists.flatMap((range) => entriesIn(document, range, 'li', 'html-items')),
      ...paragraphs.flatMap((range) => entriesIn(document, range, 'p', 'html-paragraphs'))
    ]
  }
}

/** The outermost pairs of tags. */
function regions({visible}: Document, tags: RegExp): Range[] {
  const found: Range[] = []
  const open: number[] = []
  for (const {index, 0: tag} of visible.matchAll(tags)) {
    if (!tag.startsWith('</')) open.push(index)
    else if (open.length > 1) open.pop()
    else {
      const start = open.pop()
      if (start !== undefined) found.push({start, end: index + tag.length})
    }
  }
  return found
}

function entriesIn({visible}: Document, range: Range, name: 'li' | 'p', format: string): Entry[] {
  const root = parseHtml(visible.slice(range.start, range.end))
  const container: Container = {...range, layout: 'bullets', ...(name === 'li' && {frame: range})}
  return elements(root, name).flatMap((element) => {
    const own = rangeOf(element)
    const passage = passageOf(element)
    if (!own || !passage.within('link').some(({url = ''}) => /^https?:\/\//i.test(url))) return []
    return [{format, start: range.start + own.start, end: range.start + own.end, passage, container, topics: []}]
  })
}

function passageOf(element: Element): Passage {
  const builder = new PassageBuilder()
  builder.block('lead', () => addHtml(builder, element.children))
  return builder.build()
}
