import {join} from 'node:path'
import {Failure} from '../failure.ts'
import {readText} from '../io/read.ts'
import {type NewFile, stampOf, writeWhole} from '../io/write.ts'
import type {List} from '../list.ts'
import type {PaperFile} from '../paper/paper.ts'
import {paperBytes} from '../paper/read.ts'
import type {Link, Use} from './collect.ts'
import type {LinkReport} from './report.ts'

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Writes the new address of every link that moved for good into the paper files: the address alone is
 * replaced, and every other byte stays.
 *
 * @returns the paths of the files that were mended
 * @throws {Failure} where one cannot be written
 */
export function mendMoved(links: readonly Link[], reports: readonly LinkReport[], {root, registry}: List): string[] {
  const moved = new Map(reports.filter(({outcome}) => outcome === 'moved').map(({url, finalUrl}) => [url, finalUrl]))
  const edits = new Map<PaperFile, Edit[]>()
  for (const {url, uses} of links) {
    const next = registry.address(moved.get(url) ?? '')
    if (!next.url || next.canonical === url || isFrontPage(next.url, url)) continue
    const fields = new Map(uses.flatMap(({field}) => (field ? [[`${field.file.path}:${field.start}`, field]] : [])))
    for (const field of fields.values()) {
      edits.set(field.file, [...(edits.get(field.file) ?? []), ...replacements(field, url, next.canonical)])
    }
  }
  const mended = [...edits].filter(([, all]) => all.length > 0)
  writeWhole(
    root,
    mended.map(([file, all]) => mendedFile(root, file, all))
  )
  return mended.map(([{path}]) => path).sort()
}

/** Whether a page leads to the front page of a site: that is how some say that it is gone. */
function isFrontPage({pathname, search}: URL, before: string): boolean {
  return pathname === '/' && search === '' && new URL(before).pathname !== '/'
}

/** The address wherever it stands whole within a span, which may have quotes or a sentence round it. */
function replacements({file, start, end}: NonNullable<Use['field']>, url: string, next: string): Edit[] {
  const source = file.text.slice(start, end)
  const edits: Edit[] = []
  // An address that YAML escapes spell otherwise is left to a person.
  for (let at = source.indexOf(url); at >= 0; at = source.indexOf(url, at + url.length)) {
    const after = source.slice(at + url.length)
    const isWhole = !/^(?:[\w/?#&=%+~@-]|[.,:;!]+[\w/?#&=%+~@-])/.test(after)
    if (isWhole) edits.push({start: start + at, end: start + at + url.length, text: next})
  }
  return edits
}

/** A file with its edits, unless somebody has changed it while the links were checked. */
function mendedFile(root: string, {path, text}: PaperFile, edits: readonly Edit[]): NewFile {
  const before = stampOf(join(root, path))
  const now = readText(join(root, path), paperBytes)
  if (!('text' in now) || now.text !== text) throw new Failure(`${path} was changed while its links were checked`)
  return {path, text: applied(text, edits), before}
}

function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((mended, {start, end, text: next}) => mended.slice(0, start) + next + mended.slice(end), text)
}
