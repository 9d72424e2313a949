import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import {type Asked, type Host, json, type Reply} from './loopback.ts'

/** A web page with some metas. */
export function page(title: string, metas: Readonly<Record<string, string>> = {}, ...words: string[]): string {
  const head = Object.entries(metas).map(([name, content]) =>
    h('meta', name.startsWith('og:') ? {property: name, content} : {name, content})
  )
  return `<!DOCTYPE html>${toHtml(
    h('html', [
      h('head', [h('title', title), ...head]),
      h(
        'body',
        words.map((each) => h('p', each))
      )
    ])
  )}`
}

/** A paper as arXiv has it. */
export interface Preprint {
  readonly id: string
  readonly title: string
  /** Of the first version. */
  readonly date?: string
  /** How many versions there are. */
  readonly versions?: number
  /** What the API has in `arxiv:comment`. */
  readonly comment?: string
  readonly summary?: string
  /** What the page says of a withdrawal. */
  readonly notice?: string
  /** 410 for what was deleted. */
  readonly status?: number
  /** Whether the API leaves it out. */
  readonly isUnlisted?: true
}

/** https://info.arxiv.org/help/api/user-manual.html: an unknown paper is no entry, nonsense is one entry named Error. */
export function arxivApi(papers: readonly Preprint[]): Host {
  return ({url}) => {
    const identifiers = (url.searchParams.get('id_list') ?? '').split(',')
    const wrong = identifiers.find(
      (each) => !/^(?:\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z.-]+\/\d{7})(?:v\d+)?$/i.test(each)
    )
    if (wrong !== undefined) return feed([arxivError(wrong)])
    const found = identifiers.flatMap(
      (each) => papers.find(({id, isUnlisted}) => !isUnlisted && isSame(id, each)) ?? []
    )
    return feed(found.map(arxivEntry))
  }
}

function isSame(id: string, asked: string): boolean {
  return asked.replace(/v\d+$/, '').toLowerCase() === id.toLowerCase()
}

/** An Atom feed of arXiv's, with what it puts before the entries. */
export function feed(entries: readonly string[]): Reply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?search_query%3D%26start%3D0" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: search_query=&amp;id_list=&amp;start=0</title>
  <id>http://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>
  <updated>2026-11-22T00:00:00-05:00</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${entries.length}</opensearch:totalResults>
${entries.join('')}</feed>
`
  return {headers: {'content-type': 'application/atom+xml; charset=UTF-8'}, body}
}

function arxivEntry({
  id,
  title,
  date = '2024-04-24',
  versions = 1,
  comment,
  summary = 'We study heads.'
}: Preprint): string {
  const at = `http://arxiv.org/abs/${id}v${versions}`
  return `  <entry>
    <id>${at}</id>
    <updated>${date}T17:59:59Z</updated>
    <published>${date}T17:59:59Z</published>
    <title>${escaped(title.replace(/ (?=\w+$)/, '\n  '))}</title>
    <summary>  ${escaped(summary)}
</summary>
    <author>
      <name>A. Author</name>
    </author>
${comment === undefined ? '' : `    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">${escaped(comment)}</arxiv:comment>\n`}\
    <link href="${at}" rel="alternate" type="text/html"/>
    <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
`
}

function arxivError(identifier: string): string {
  return `  <entry>
    <id>http://arxiv.org/api/errors#incorrect_id_format_for_${escaped(identifier)}</id>
    <title>Error</title>
    <summary>incorrect id format for ${escaped(identifier)}</summary>
    <author><name>arXiv api core</name></author>
  </entry>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** arXiv's pages: https://github.com/arXiv/arxiv-browse, browse/controllers/abs_page and browse/formatting/metatags. */
export function arxivPages(papers: readonly Preprint[]): Host {
  return ({url}) => {
    const [, view, asked = '', version] = /^\/(abs|pdf)\/(.+?)(?:v(\d+))?(?:\.pdf)?$/.exec(url.pathname) ?? []
    const paper = papers.find(({id}) => isSame(id, asked))
    if (!paper || Number(version ?? 1) > (paper.versions ?? 1)) return {status: 404, body: page('Article not found')}
    if (paper.status !== undefined) return {status: paper.status, body: page('Gone')}
    if (view === 'pdf') return {headers: {'content-type': 'application/pdf'}, body: '%PDF-1.5'}
    const {id, title, date = '2024-04-24', notice} = paper
    const metas = {
      citation_title: title,
      citation_author: 'Author, A.',
      citation_date: date.replaceAll('-', '/'),
      citation_arxiv_id: id
    }
    return {body: page(`[${id}] ${title}`, metas, title, ...(notice === undefined ? [] : [notice]))}
  }
}

/** https://www.doi.org/the-identifier/resources/factsheets/doi-resolution-documentation, by DOI. */
export function handles(
  targets: Readonly<Record<string, string>>,
  publisher = 'https://publisher.example/article'
): Host {
  return ({url}) => {
    const doi = decodeURIComponent(url.pathname.replace(/^\/(?:api\/handles\/)?/, ''))
    if (!url.pathname.startsWith('/api/handles/')) return {status: 302, headers: {location: publisher}}
    const target = targets[doi]
    if (target === undefined) return json({responseCode: 100, handle: doi}, {status: 404})
    const value = {index: 1, type: 'URL', data: {format: 'string', value: target}, ttl: 86_400}
    return json({responseCode: 1, handle: doi, values: [value]})
  }
}

/** https://www.crossref.org/documentation/retrieve-metadata/rest-api/, works by DOI. */
export function crossref(works: Readonly<Record<string, object>>): Host {
  return (asked) => {
    const work = works[lastOf(asked, '/works/')]
    if (work) return json({status: 'ok', 'message-type': 'work', 'message-version': '1.0.0', message: work})
    return {status: 404, headers: {'content-type': 'text/plain'}, body: 'Resource not found.'}
  }
}

/** https://support.datacite.org/docs/api, titles by DOI. */
export function datacite(titles: Readonly<Record<string, string>>): Host {
  return (asked) => {
    const doi = lastOf(asked, '/dois/')
    const title = titles[doi]
    if (title) return json({data: {id: doi, type: 'dois', attributes: {doi, titles: [{title}]}}})
    return json({errors: [{status: '404', title: "The resource you are looking for doesn't exist."}]}, {status: 404})
  }
}

function lastOf({url}: Asked, prefix: string): string {
  return decodeURIComponent(url.pathname.slice(prefix.length))
}

/** Cloudflare's challenge, as dl.acm.org gives it to every robot. */
export const cloudflare: Reply = {
  status: 403,
  headers: {'cf-mitigated': 'challenge', server: 'cloudflare'},
  body: page('Just a moment...', {robots: 'noindex,nofollow'}, 'Enable JavaScript and cookies to continue')
}

/** What AWS answers to robots, for any path. */
export const amazonWall: Reply = {status: 202, headers: {'x-amzn-waf-action': 'challenge'}}

/**
 * https://github.com/openreview/openreview-web: forums by their identifiers; whatever else is asked is a page with
 * status 200 all the same.
 */
export function openreviewSite(
  forums: Readonly<Record<string, string>>,
  closed: Readonly<Record<string, string>> = {}
): Host {
  return ({url}) => {
    const id = url.searchParams.get('id') ?? ''
    const place = closed[id]
    if (place !== undefined) {
      return {
        status: 307,
        headers: {location: `https://openreview.net${place}?redirect=${encodeURIComponent(url.pathname)}`}
      }
    }
    if (url.pathname === '/challenge') return {headers: {'x-robots-tag': 'noindex'}, body: page('Verify | OpenReview')}
    if (url.pathname === '/login') return {body: page('Login | OpenReview')}
    if (url.pathname === '/pdf') return {headers: {'content-type': 'application/pdf'}, body: '%PDF-1.5'}
    const title = forums[id]
    if (title === undefined)
      return {body: page('Forum | OpenReview', {}, 'The Page You Were Looking For Was Not Found')}
    const metas = {citation_title: title, citation_author: 'A. Author', citation_publication_date: '2024/04/24'}
    return {body: page(`${title} | OpenReview`, metas)}
  }
}

/** Pages of papers by their paths, with the metas that Open Journal Systems and the proceedings give; else a plain 404. */
export function proceedings(titles: Readonly<Record<string, string>>, date = '2024/04/24'): Host {
  return ({url}) => {
    const title = titles[url.pathname]
    if (title === undefined) return {status: 404, body: page('Not Found')}
    return {body: page(title, {citation_title: title, citation_publication_date: date})}
  }
}
