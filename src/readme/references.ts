import {join, posix} from 'node:path'
import {slug} from 'github-slugger'
import {Parser} from 'htmlparser2'
import type {Html, Nodes} from 'mdast'
import {visit} from 'unist-util-visit'
import {readFolder, typeOf} from '../io/read.ts'
import type {List} from '../list.ts'
import type {Problem} from '../paper/yaml.ts'
import {quote} from '../quote.ts'
import {Page} from './page.ts'
import {selectGroups} from './selection.ts'
import {span, type Template} from './template.ts'

/** An address in a template's prose, at UTF-16 offsets of its text. */
interface Reference {
  readonly url: string
  readonly start: number
  readonly end: number
}

/** Says which anchors and local files a template points at that are not there. */
export function checkReferences(template: Template, list: List): Problem[] {
  const page = new Page(list, template)
  const {references, anchors} = collect(template)
  makeZoneAnchors(page)
  const known = new Set(['top', 'readme', ...anchors, ...page.anchors])
  const built = new Set(list.config.outputs.map(({file}) => file))
  return references.flatMap(({url, start, end}) => {
    const reason = fault(url, {known, built, from: template.file, root: list.root})
    return reason ? [{start, end, reason}] : []
  })
}

/** The anchors on its own page that the prose of a template points at. */
export function askedAnchors(template: Template): Set<string> {
  const {references} = collect(template)
  return new Set(references.flatMap(({url}) => (url.startsWith('#') ? anchorName(decode(url.slice(1))) : [])))
}

/** GitHub puts `user-content-` before every anchor, and finds it without. */
function anchorName(anchor: string): string {
  return anchor.toLowerCase().replace(/^user-content-/, '')
}

/** Gives a page the anchors that its zones will make. */
function makeZoneAnchors(page: Page): void {
  for (const zone of page.template.zones.filter(({name}) => name === 'papers')) {
    for (const {name, papers} of selectGroups(page, zone.options)) {
      page.groupAnchor(zone, name)
      for (const paper of papers) page.paperAnchor(paper)
    }
  }
}

/** Every address and every anchor of the prose; what stands in a zone is about to be replaced. */
function collect(template: Template): {references: Reference[]; anchors: string[]} {
  const references: Reference[] = []
  const anchors: string[] = []
  visit(template.tree, (node) => {
    const [start, end] = span(node, template.offset)
    if (template.zones.some((zone) => zone.start <= start && start < zone.end)) return
    const source = template.text.slice(start, end)
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      references.push({url: node.url, ...find(node.url, source, start, destinationStart(node, source))})
    }
    if (node.type === 'html') {
      const found = htmlReferences(node)
      references.push(...locateAll(found.urls, source, start))
      anchors.push(...found.anchors)
    }
  })
  return {references, anchors}
}

/** Where the destination can begin: the words of a link may spell the same address. */
function destinationStart(node: Nodes, source: string): number {
  const label = 'children' in node ? node.children.at(-1)?.position?.end.offset : undefined
  if (label !== undefined) return label - (node.position?.start.offset ?? 0)
  return Math.max(0, source.indexOf(node.type === 'definition' ? ']:' : ']('))
}

/** The place of an address in the source of a node, or the whole node where it is written otherwise. */
function find(url: string, source: string, start: number, from: number): {start: number; end: number} {
  const at = url === '' ? -1 : source.indexOf(url, from)
  return at < 0 ? {start, end: start + source.length} : {start: start + at, end: start + at + url.length}
}

/** One address may stand in a block of HTML several times. */
function locateAll(urls: readonly string[], source: string, start: number): Reference[] {
  let from = 0
  return urls.map((url) => {
    const place = find(url, source, start, from)
    if (place.end - place.start === url.length) from = place.end - start
    return {url, ...place}
  })
}

/** Tags are looked at one by one, since a node may hold a part of an element only. */
function htmlReferences(node: Html): {urls: string[]; anchors: string[]} {
  const urls: string[] = []
  const anchors: string[] = []
  let heading: string | undefined
  const parser = new Parser({
    onopentag(tag, {href, src, srcset, id, name}) {
      if (isHeading(tag)) heading = ''
      for (const url of [href, src, ...sources(srcset)]) if (url !== undefined) urls.push(url)
      for (const anchor of [id, name]) if (anchor !== undefined) anchors.push(anchor.toLowerCase())
    },
    ontext(text) {
      if (heading !== undefined) heading += text
    },
    onclosetag(tag) {
      if (!isHeading(tag) || heading === undefined) return
      // GitHub gives these headings anchors too.
      anchors.push(slug(heading))
      heading = undefined
    }
  })
  parser.end(node.value)
  return {urls, anchors}
}

function isHeading(tag: string): boolean {
  return /^h[1-6]$/.test(tag)
}

/** The addresses of a `srcset`, without their widths. */
function sources(candidates = ''): string[] {
  const list = candidates.split(',').map((candidate) => candidate.trim().split(/\s+/)[0] ?? '')
  return list.filter((url) => url !== '')
}

interface Surroundings {
  readonly known: ReadonlySet<string>
  readonly built: ReadonlySet<string>
  readonly from: string
  readonly root: string
}

function fault(url: string, {known, built, from, root}: Surroundings): string | undefined {
  if (url === '') return 'Unexpected empty link, expected an address'
  if (/^(?:https?:)?\/\//i.test(url) || /^mailto:/i.test(url)) return undefined
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return `Unexpected address ${quote(url)}, expected http or https`
  const [path = '', anchor] = url
    .replace(/\?[^#]*/, '')
    .split('#')
    .map(decode)
  if (path === '') {
    const isThere = !anchor || known.has(anchorName(anchor))
    return isThere ? undefined : `Unexpected anchor ${quote(`#${anchor}`)}, expected one of a heading on this page`
  }
  const file = resolve(path, from)
  if (file === undefined || built.has(file) || isThere(root, file)) return undefined
  return `Unexpected link to ${quote(file)}, expected a file that exists, in just this spelling`
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

// Two levels above the files stand the repository's own pages, ../../issues and the like.
const repositoryPage =
  /^\.\.\/\.\.\/(?:actions|blob|branches|commits?|compare|discussions|edit|forks?|graphs|issues|labels|milestones?|network|new|packages|projects|pulls?|raw|releases|security|stargazers|tags|tree|watchers|wiki)(?:\/|$)/

/** The file that a link leads to, from the root of the list; undefined for a page of GitHub's own. */
function resolve(path: string, from: string): string | undefined {
  const joined = path.startsWith('/') ? posix.normalize(path.slice(1)) : posix.join(posix.dirname(from), path)
  return repositoryPage.test(joined) ? undefined : joined.replace(/\/$/, '')
}

/** Whether a file or folder is there under exactly this name, on systems that ignore case too. */
function isThere(root: string, file: string): boolean {
  if (file === '.' || file === '') return true
  if (file.startsWith('..') || typeOf(join(root, file)) === undefined) return false
  const parts = file.split('/')
  return parts.every((part, index) => {
    const folder = join(root, ...parts.slice(0, index))
    return typeOf(folder) === 'folder' && readFolder(folder).some(({name}) => name === part)
  })
}
