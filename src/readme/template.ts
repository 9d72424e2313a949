import type {Html, Nodes, Root} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {characterProblems, strangeCharacters} from '../paper/characters.ts'
import type {Problem} from '../paper/yaml.ts'
import {inWords, quote} from '../quote.ts'
import {zoneKinds} from './zones/index.ts'
import type {ZoneKind, ZoneOptions} from './zones/zone.ts'

/** A place in a template that the build fills in. Offsets are UTF-16, into the template's text. */
export interface Zone {
  readonly name: string
  readonly options: ZoneOptions
  /** Where the opening marker begins. */
  readonly markerStart: number
  /** Just behind the opening marker. */
  readonly start: number
  /** Just before the closing marker. */
  readonly end: number
  /** Whether other text shares a line with a marker; its content then stays on that line. */
  readonly isInline: boolean
}

/** Prose with zones. */
export interface Template {
  /** Relative to the list's root. */
  readonly path: string
  /** The file that is made from it. */
  readonly file: string
  readonly text: string
  /** The text as Markdown, a byte-order mark left out of it: add `offset` to its positions. */
  readonly tree: Root
  readonly offset: number
  readonly zones: readonly Zone[]
  /** What is wrong with its zones. */
  readonly problems: readonly Problem[]
  /** Characters of its prose that nobody can see. */
  readonly strange: readonly Problem[]
}

/** Finds the zones of a template. What is wrong with its markers is in `problems`. */
export function parseTemplate(path: string, file: string, text: string): Template {
  const offset = text.startsWith('\uFEFF') ? 1 : 0
  const tree = unified().use(remarkParse).parse(text.slice(offset))
  const strange = characterProblems(
    strangeCharacters(text.slice(offset)).map((each) => ({...each, offset: each.offset + offset}))
  )
  const problems: Problem[] = []
  const markers = findMarkers(tree, text, offset)
  const zones = pairMarkers(markers, text, problems)
  return {path, file, text, tree, offset, zones, problems, strange}
}

interface Marker {
  readonly start: number
  readonly end: number
  readonly isClosing: boolean
  readonly name: string
  /** What stands behind the name. */
  readonly rest: string
}

const comment = /<!--(.*?)-->/gsu
const form = /^\s*(\/?)paperlist:([\w-]*)(.*?)\s*$/su

/** Comments of the zones' form. Only HTML nodes are searched, so a marker in a code block is none. */
function findMarkers(tree: Root, text: string, offset: number): Marker[] {
  const markers: Marker[] = []
  visit(tree, 'html', (node) => {
    const [start, end] = span(node, offset)
    for (const match of text.slice(start, end).matchAll(comment)) {
      const [, slash, name = '', rest = ''] = form.exec(match[1] ?? '') ?? []
      if (slash === undefined) continue
      const at = start + match.index
      markers.push({start: at, end: at + match[0].length, isClosing: slash === '/', name, rest})
    }
  })
  return markers
}

/** The span of a node in the template's text, in UTF-16 offsets. */
export function span(node: Nodes | Html, offset: number): [start: number, end: number] {
  const {start, end} = node.position ?? {}
  return [(start?.offset ?? 0) + offset, (end?.offset ?? 0) + offset]
}

function pairMarkers(markers: readonly Marker[], text: string, problems: Problem[]): Zone[] {
  const zones: Zone[] = []
  let open: Marker | undefined
  for (const marker of markers) {
    if (marker.isClosing) {
      if (open?.name === marker.name) zones.push(...zoneOf(open, marker, text, problems))
      else problems.push(problemAt(marker, unmatchedEnd(marker, open)))
      open = undefined
    } else {
      if (open) problems.push(problemAt(marker, nested(marker, open)))
      open = marker
    }
  }
  if (open)
    problems.push(
      problemAt(open, `Unexpected end of the file, expected <!-- /paperlist:${open.name} --> for this zone`)
    )
  return zones
}

function problemAt({start, end}: Marker, reason: string): Problem {
  return {start, end, reason}
}

function unmatchedEnd(marker: Marker, open: Marker | undefined): string {
  if (open) return `Unexpected end of zone ${quote(marker.name)}, expected the end of ${quote(open.name)}`
  return `Unexpected end of zone ${quote(marker.name)}, expected its start before it`
}

function nested(marker: Marker, open: Marker): string {
  return `Unexpected zone ${quote(marker.name)} within zone ${quote(open.name)}, expected <!-- /paperlist:${open.name} --> before it`
}

/** The zone between two markers, unless it is unknown, misplaced or has wrong options. */
function zoneOf(opening: Marker, closing: Marker, text: string, problems: Problem[]): Zone[] {
  const before = problems.length
  const kind = zoneKinds.find(({name}) => name === opening.name)
  if (!kind) {
    const known = inWords(
      zoneKinds.map(({name}) => quote(name)),
      'or'
    )
    problems.push(problemAt(opening, `Unexpected zone ${quote(opening.name)}, expected ${known}`))
    return []
  }
  const options = parseOptions(opening.rest)
  problems.push(...optionProblems(opening, kind, options))
  const isInline = sharesLine(text, opening) || sharesLine(text, closing)
  if (isInline && !kind.isInline) {
    const reason = `Unexpected text beside zone ${quote(kind.name)}, expected its markers on lines of their own`
    problems.push(problemAt(opening, reason))
  }
  if (problems.length > before || !options) return []
  return [{name: kind.name, options, markerStart: opening.start, start: opening.end, end: closing.start, isInline}]
}

function optionProblems(opening: Marker, kind: ZoneKind, options: ZoneOptions | undefined): Problem[] {
  if (!options) {
    return [problemAt(opening, `Unexpected ${quote(opening.rest.trim())}, expected options such as limit=5`)]
  }
  return Object.entries(options).flatMap(([name, value]) => {
    const check = Object.hasOwn(kind.options, name) ? kind.options[name] : undefined
    const reason = check ? check(value) : unknownOption(name, Object.keys(kind.options))
    return reason ? [problemAt(opening, reason)] : []
  })
}

function unknownOption(name: string, known: readonly string[]): string {
  const expected = known.length === 0 ? 'none' : inWords(known.map(quote), 'or')
  return `Unexpected option ${quote(name)}, expected ${expected}`
}

function parseOptions(rest: string): ZoneOptions | undefined {
  const options: Record<string, string> = Object.create(null)
  const left = rest.replace(
    /\s+([a-z]+)=(?:"([^"]*)"|([^\s"]+))/gu,
    (_, name: string, quoted?: string, bare?: string) => {
      options[name] = (quoted ?? bare ?? '').normalize('NFC')
      return ''
    }
  )
  return left.trim() === '' ? options : undefined
}

/** Whether anything but space stands on the line of a marker. */
function sharesLine(text: string, {start, end}: Marker): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end)
  const before = text.slice(lineStart, start).replace('\uFEFF', '')
  const after = text.slice(end, lineEnd === -1 ? undefined : lineEnd)
  return before.trim() !== '' || after.trim() !== ''
}
