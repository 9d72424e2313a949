import type {Finding} from '../../finding.ts'
import type {Document} from '../../importers/source/document.ts'
import {htmlTables} from '../../importers/source/html-table.ts'
import {inWords, plural, quote} from '../../quote.ts'
import type {Registry} from '../../sites/registry.ts'
import type {NewPaper} from './files.ts'
import type {Gathered, Reading} from './gather.ts'
import type {Place} from './groups.ts'
import {identifiersOf} from './merge.ts'

/** Something that is wrong with the source list. */
export interface Defect {
  /** The source file. */
  readonly path: string
  readonly line: number
  readonly defect: 'unbalanced' | 'date' | 'undated' | 'order' | 'duplicate' | 'tag' | 'empty-link' | 'identifier'
  readonly reason: string
}

/** Tags of the HTML tables that are opened and closed a different number of times. */
export function unbalancedRows(document: Document): Defect[] {
  return htmlTables(document).flatMap(({start, end}) => {
    const source = document.visible.slice(start, end)
    const wrong = ['tr', 'td', 'th'].flatMap((name) => {
      const open = source.match(new RegExp(`<${name}\\b`, 'gi'))?.length ?? 0
      const closed = source.match(new RegExp(`</${name}\\s*>`, 'gi'))?.length ?? 0
      return open === closed ? [] : [`${open} <${name}> and ${closed} </${name}>`]
    })
    if (wrong.length === 0) return []
    return [
      {
        path: document.path,
        line: document.line(start),
        defect: 'unbalanced' as const,
        reason: `Unexpected ${inWords(wrong)} in this table, expected as many of one as of the other`
      }
    ]
  })
}

/** Dates that are none, or written as luck would have it, and entries without one. */
export function wrongDates({papers, undated}: Gathered): Defect[] {
  const malformed = [...papers, ...undated].flatMap((reading) => {
    const {malformedDate, date} = reading.draft
    if (malformedDate === undefined) return []
    return [
      defect(
        reading,
        'date',
        `Unexpected date ${quote(malformedDate)}, expected ${date === undefined ? 'YYYY-MM-DD' : quote(date)}`
      )
    ]
  })
  const missing = undated.map((reading) =>
    defect(
      reading,
      'undated',
      `Unexpected entry without a date, expected one: ${quote(reading.draft.title ?? '')} stays in the prose`
    )
  )
  return [...malformed, ...missing]
}

/** Entries that are newer than the one above, in sections that are otherwise ordered from new to old. */
export function brokenOrder(places: readonly Place[]): Defect[] {
  return places.flatMap(({readings}) => {
    const breaks = (isBroken: (date: string, before: string) => boolean) =>
      readings.flatMap((reading, index) => {
        const [date = '', before = ''] = [reading.draft.date, readings[index - 1]?.draft.date]
        const length = Math.min(date.length, before.length)
        return index > 0 && isBroken(date.slice(0, length), before.slice(0, length)) ? [{reading, date, before}] : []
      })
    const falling = breaks((date, before) => date > before)
    const rising = breaks((date, before) => date < before)
    const broken = falling.length <= rising.length ? falling : rising
    // A section that goes up and down throughout has no order to break.
    if (broken.length * 5 > readings.length) return []
    const expected = broken === falling ? 'an older one' : 'a newer one'
    return broken.map(({reading, date, before}) =>
      defect(reading, 'order', `Unexpected date ${quote(date)} below ${quote(before)}, expected ${expected}`)
    )
  })
}

/** Papers that stand twice in one section. */
export function duplicates(papers: readonly NewPaper[]): Defect[] {
  return papers.flatMap(({merged: {readings}}) =>
    readings.flatMap((reading, index) => {
      const first = readings.slice(0, index).find(({path}) => path.join('\n') === reading.path.join('\n'))
      if (!first) return []
      return [
        defect(
          reading,
          'duplicate',
          `Unexpected second entry for ${quote(reading.draft.title ?? '')}, expected one: line ${lineOf(first)} has it`
        )
      ]
    })
  )
}

/** Entries that share an identifier although they name different papers: most likely a link that was copied. */
export function sharedIdentifiers(papers: readonly NewPaper[], registry: Registry): Defect[] {
  const first = new Map<string, NewPaper>()
  return papers.flatMap((paper) => {
    const [reading] = paper.merged.readings
    return identifiersOf(reading, registry).flatMap((identifier) => {
      const other = first.get(identifier)
      first.set(identifier, other ?? paper)
      if (!other || other === paper) return []
      return [
        defect(
          reading,
          'identifier',
          `Unexpected ${quote(identifier)} for ${quote(paper.fields.title)}, expected another: line ${lineOf(other.merged.readings[0])} has it for ${quote(other.fields.title)}`
        )
      ]
    })
  })
}

/** Links without an address. */
export function emptyLinks({papers, undated}: Gathered): Defect[] {
  return [...papers, ...undated]
    .filter(({draft}) => draft.emptyLinks > 0)
    .map((reading) =>
      defect(reading, 'empty-link', `Unexpected ${plural(reading.draft.emptyLinks, 'empty link')}, expected an address`)
    )
}

/** Tags that differ from another by so little that they are most likely one. */
export function nearTags(papers: readonly NewPaper[], findings: readonly Finding[]): Defect[] {
  const byPath = new Map(papers.map((paper) => [paper.path, paper]))
  return findings
    .filter(({ruleId}) => ruleId === 'tag-hygiene')
    .flatMap(({path, reason}) => {
      const reading = byPath.get(path)?.merged.readings[0]
      return reading ? [defect(reading, 'tag', reason)] : []
    })
}

function defect(reading: Reading, kind: Defect['defect'], reason: string): Defect {
  return {path: reading.document.path, line: lineOf(reading), defect: kind, reason}
}

function lineOf({document, entry}: Reading): number {
  return document.line(entry.start + (/^\s*/.exec(document.text.slice(entry.start, entry.end))?.[0].length ?? 0))
}
