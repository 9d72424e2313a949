import type {Claim} from '../evidence/verdict.ts'
import {type Place, placeOf} from '../finding.ts'
import type {List} from '../list.ts'
import type {Paper, PaperFile} from '../paper/paper.ts'
import type {Range} from '../paper/range.ts'
import {spansIn} from '../paper/read.ts'
import {findAddresses} from '../readme/addresses.ts'
import {linksOf, parseInline} from '../readme/inline.ts'
import {checkReferences} from '../readme/references.ts'
import type {Template} from '../readme/template.ts'

/** One place where a link stands. */
export interface Use {
  readonly path: string
  readonly place: Place
  /** The paper file and the span of the link in it, in UTF-16 offsets, where the link can be mended there. */
  readonly field?: Range & {readonly file: PaperFile}
}

/** A link as it is written, and every place where it is. */
export interface Link {
  readonly url: string
  readonly uses: Use[]
  /** The papers that it should lead to. */
  readonly claims: Claim[]
  /** For a reference within the repository: why it leads nowhere. */
  readonly deadEnd?: string
}

// What a badge's right half says of a page that names its paper.
const paperKinds = new Set(['Abstract', 'Article', 'HTML', 'Oral', 'PDF', 'Paper', 'Poster', 'Preprint', 'Spotlight'])

/** Every web address of the papers and of the templates' prose, once for each spelling. */
export function collectLinks(list: List, templates: readonly Template[], papers: readonly Paper[]): Link[] {
  const links = new Map<string, Link>()
  const add = (url: string, use: Use, claim?: Claim) => {
    const link = links.get(url) ?? {url, uses: [], claims: []}
    links.set(url, link)
    link.uses.push(use)
    if (claim && !link.claims.some(({title}) => title === claim.title)) link.claims.push(claim)
  }
  for (const paper of papers) collectPaper(paper, list, add)
  for (const template of templates) collectProse(template, add)
  for (const template of templates) collectDeadEnds(template, list, links)
  return [...links.values()]
}

type Add = (url: string, use: Use, claim?: Claim) => void

function collectPaper({file, title, date, links, summary = []}: Paper, {registry}: List, add: Add): void {
  const inSummary = summary.flatMap((sentence, index) => linksOf(parseInline(sentence)).map((url) => ({url, index})))
  const found = [
    ...links.map((link, index) => {
      const isPage = paperKinds.has(registry.badge(link).kind ?? '')
      return {url: link.url, path: ['links', index, 'url'], claim: isPage ? {title, date} : undefined}
    }),
    ...inSummary.map(({url, index}) => ({url, path: ['summary', index], claim: undefined}))
  ]
  const spans = spansIn(
    file,
    found.map(({path}) => path)
  )
  for (const [index, {url, claim}] of found.entries()) {
    const {start, end} = spans[index] ?? {start: 0, end: 0}
    add(url, {path: file.path, place: placeOf(file.text, start, end), field: {file, start, end}}, claim)
  }
}

function collectProse(template: Template, add: Add): void {
  for (const {url, start, end} of findAddresses(template).addresses) {
    if (/^https?:/i.test(url)) add(url, {path: template.path, place: placeOf(template.text, start, end)})
  }
}

/** Anchors and local files that are not there; an address of another kind than http is judged as one. */
function collectDeadEnds(template: Template, list: List, links: Map<string, Link>): void {
  for (const {start, end, reason} of checkReferences(template, list)) {
    const url = template.text.slice(start, end)
    const use = {path: template.path, place: placeOf(template.text, start, end)}
    const known = links.get(url)
    if (known) known.uses.push(use)
    else links.set(url, {url, uses: [use], claims: [], ...(!/^[a-z][a-z0-9+.-]*:/i.test(url) && {deadEnd: reason})})
  }
}
