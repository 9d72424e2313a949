import {slug} from 'github-slugger'
import {Parser} from 'htmlparser2'
import type {Html, Nodes} from 'mdast'
import {visit} from 'unist-util-visit'
import {span, type Template} from './template.ts'

/** An address in a template's prose, at UTF-16 offsets of its text. */
export interface Address {
  readonly url: string
  readonly start: number
  readonly end: number
}

/** Every address and every anchor of the prose; what stands in a zone is about to be replaced. */
export function findAddresses(template: Template): {addresses: Address[]; anchors: string[]} {
  const addresses: Address[] = []
  const anchors: string[] = []
  visit(template.tree, (node) => {
    const [start, end] = span(node, template.offset)
    if (template.zones.some((zone) => zone.start <= start && start < zone.end)) return
    const source = template.text.slice(start, end)
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      addresses.push({url: node.url, ...find(node.url, source, start, destinationStart(node, source))})
    }
    if (node.type === 'html') {
      const found = htmlAddresses(node)
      addresses.push(...locateAll(found.urls, source, start))
      anchors.push(...found.anchors)
    }
  })
  return {addresses, anchors}
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
function locateAll(urls: readonly string[], source: string, start: number): Address[] {
  let from = 0
  return urls.map((url) => {
    const place = find(url, source, start, from)
    if (place.end - place.start === url.length) from = place.end - start
    return {url, ...place}
  })
}

/** Tags are looked at one by one, since a node may hold a part of an element only. */
function htmlAddresses(node: Html): {urls: string[]; anchors: string[]} {
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
