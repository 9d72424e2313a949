import {createHash} from 'node:crypto'
import type {Element, Text} from 'xast'
import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import {compareText} from '../finding.ts'
import {parseDate} from '../paper/date.ts'
import {parseInline, plainText} from '../readme/inline.ts'
import type {Exporter, Source} from './exporter.ts'
import type {Publication} from './publication.ts'

/** A feed for readers (https://www.rfc-editor.org/rfc/rfc4287). */
export const atom: Exporter = {
  name: 'atom',
  render(source) {
    const home = source.repository && `https://github.com/${source.repository}`
    const updated = source.publications.map(updatedOf).sort(compareText).at(-1) ?? epoch
    const feed = onLines('feed', {xmlns: 'http://www.w3.org/2005/Atom'}, [
      x('title', source.title ?? 'Papers'),
      x('id', identifier(source, '')),
      x('updated', updated),
      x('author', [x('name', source.repository ?? source.title ?? 'paperlist')]),
      ...(home ? [x('link', {rel: 'alternate', type: 'text/html', href: home})] : []),
      ...source.publications.map((publication) => entryOf(publication, source))
    ])
    const children = [
      {type: 'instruction' as const, name: 'xml', value: 'version="1.0" encoding="utf-8"'},
      newline,
      feed
    ]
    // The library writes > as it is, which XML refuses behind two brackets.
    return `${toXml({type: 'root', children}).replaceAll(']]>', ']]&gt;')}\n`
  }
}

const epoch = '1970-01-01T00:00:00Z'
const newline: Text = {type: 'text', value: '\n'}

/** An element with each of its children on a line of its own. */
function onLines(name: string, attributes: Record<string, string>, children: readonly Element[]): Element {
  return x(name, attributes, [newline, ...children.flatMap((child) => [child, newline])])
}

function entryOf(publication: Publication, source: Source): Element {
  const {paper, key, urls} = publication
  const {title, authors, tags, summary = [], date} = paper
  const [alternate, ...related] = urls
  const published = instant(date)
  return onLines('entry', {}, [
    x('title', title),
    x('id', identifier(source, key)),
    x('updated', updatedOf(publication)),
    ...(published === undefined ? [] : [x('published', published)]),
    ...authors.map((name) => x('author', [x('name', name)])),
    ...(alternate === undefined ? [] : [x('link', {rel: 'alternate', href: alternate})]),
    ...related.map((href) => x('link', {rel: 'related', href})),
    ...tags.map((term) => x('category', {term})),
    ...(summary.length === 0
      ? []
      : [x('summary', summary.map((sentence) => plainText(parseInline(sentence))).join('\n'))])
  ])
}

/** When a paper came into the list, or else came out. */
function updatedOf({paper}: Publication): string {
  return instant(paper.added ?? '') ?? instant(paper.date) ?? epoch
}

/** The first instant of a date, in UTC. */
function instant(date: string): string | undefined {
  const day = parseDate(date)
  return day && `${date}${day.month === undefined ? '-01' : ''}${day.day === undefined ? '-01' : ''}T00:00:00Z`
}

// https://www.rfc-editor.org/rfc/rfc9562#section-6.6
const urlNamespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')

/** A UUID of version 5 (https://www.rfc-editor.org/rfc/rfc9562#section-5.5): the same for the same key of a list. */
function identifier({repository = ''}: Source, key: string): string {
  const name = `https://github.com/${repository}#${key}`
  const bytes = createHash('sha1').update(urlNamespace).update(name).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const digits = bytes.toString('hex')
  const parts = [0, 8, 12, 16, 20].map((start, index, starts) => digits.slice(start, starts[index + 1]))
  return `urn:uuid:${parts.join('-')}`
}
