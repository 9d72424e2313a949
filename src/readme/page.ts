import GithubSlugger, {slug} from 'github-slugger'
import type {Heading as HeadingNode} from 'mdast'
import {visit} from 'unist-util-visit'
import type {List} from '../list.ts'
import type {Paper} from '../paper/paper.ts'
import type {Badges} from './badge.ts'
import {onOneLine} from './inert.ts'
import {Pieces} from './pieces.ts'
import {allInPlace, type Placements} from './placement.ts'
import {span, type Template, type Zone} from './template.ts'
import {count} from './zones/count.ts'

/** A heading of a page, and the anchor that GitHub gives it. */
export interface Heading {
  readonly text: string
  /** 1 to 6. */
  readonly depth: number
  readonly anchor: string
  /** Where it begins in the template's text, in UTF-16 units. */
  readonly start: number
}

/** One built file in the making: what its zones share. */
export class Page {
  readonly list: List
  readonly template: Template
  readonly headings: readonly Heading[]
  readonly pieces: Pieces
  readonly placements: Placements
  /** Every anchor on the page so far. */
  readonly anchors = new Set<string>()
  /** The papers that a zone has shown. */
  readonly shown = new Set<Paper>()
  /** Files to write beside the page, such as charts: their text by their path from the list's root. */
  readonly files = new Map<string, string>()
  readonly #slugger = new GithubSlugger()
  readonly #groups = new Map<string, string>()
  readonly #opened = new Set<number>()

  constructor(list: List, template: Template, pieces = new Pieces(list), placements = allInPlace) {
    this.list = list
    this.template = template
    this.pieces = pieces
    this.placements = placements
    this.headings = this.#findHeadings()
    for (const {anchor} of this.headings) this.anchors.add(anchor)
  }

  get badges(): Badges {
    return this.pieces.badges
  }

  /** Whether this is the first group that a zone shows. */
  opens(zone: Zone): boolean {
    const isFirst = !this.#opened.has(zone.start)
    this.#opened.add(zone.start)
    return isFirst
  }

  /** The anchor for a group of a zone, free of clashes with the headings and one another. */
  groupAnchor(zone: Zone, name: string): string {
    const key = `${zone.start} ${name}`
    const anchor = this.#groups.get(key) ?? this.#slugger.slug(onOneLine(name))
    this.#groups.set(key, anchor)
    this.anchors.add(anchor)
    return anchor
  }

  /** The anchor of a paper, the stem of its file's name; only where the page first shows it. */
  paperAnchor(paper: Paper): string | undefined {
    this.shown.add(paper)
    const anchor = slug(stem(paper))
    if (anchor === '' || this.anchors.has(anchor)) return undefined
    this.anchors.add(anchor)
    return anchor
  }

  /** Whether the prose points at a paper. */
  isAsked(paper: Paper): boolean {
    return this.placements.asked.has(slug(stem(paper)))
  }

  /** A paper as a layout writes it, with its anchor where the page first shows it. */
  paper(layout: string, paper: Paper, write: (anchor: string | undefined) => string): string {
    const anchor = this.paperAnchor(paper)
    return this.pieces.paper(layout, paper, anchor, () => write(anchor))
  }

  #findHeadings(): Heading[] {
    const {tree, offset, zones} = this.template
    const headings: Heading[] = []
    visit(tree, 'heading', (node) => {
      const [start] = span(node, offset)
      // What stands in a zone is about to be replaced.
      if (zones.some((zone) => zone.start <= start && start < zone.end)) return
      const text = this.#headingText(node)
      headings.push({text, depth: node.depth, anchor: this.#slugger.slug(text), start})
    })
    return headings
  }

  /** The text of a heading once its zones are filled in. GitHub's anchors leave images and HTML out. */
  #headingText(heading: HeadingNode): string {
    const {offset, zones} = this.template
    const parts: string[] = []
    visit(heading, (node) => {
      const [start, end] = span(node, offset)
      const filled = zones.find((zone) => zone.start === end)
      if (node.type === 'html') parts.push(filled ? count.render(this, filled) : '')
      else if ('value' in node && !zones.some((zone) => zone.start <= start && start < zone.end)) parts.push(node.value)
    })
    return parts.join('')
  }
}

function stem({file}: Paper): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.yaml$/, '')
}
