import {Parser} from 'htmlparser2'

/** What a page says of itself. */
export interface PageFacts {
  /** By `citation_title` or Dublin Core: the publisher's own word. */
  readonly title: string | undefined
  /** By Open Graph, which many a site fills with its own name: enough to agree, never to disagree. */
  readonly looseTitle: string | undefined
  /** By `citation_date` and the like, `YYYY-MM-DD` or a part of it. */
  readonly date: string | undefined
  /** The text of `<title>`. */
  readonly heading: string
  readonly anchors: ReadonlySet<string>
}

const titleNames = [
  'citation_title',
  'dc.title',
  'dcterms.title',
  'eprints.title',
  'bepress_citation_title',
  'prism.title'
]
const looseNames = ['og:title', 'twitter:title']
const dateNames = [
  'citation_date',
  'citation_publication_date',
  'citation_online_date',
  'dc.date',
  'article:published_time'
]

/** Reads a page, or as much of it as there is. */
export function readPage(html: string): PageFacts {
  const metas = new Map<string, string>()
  const anchors = new Set<string>()
  let heading: string | undefined
  let isInTitle = false
  const parser = new Parser({
    onopentag(tag, {name = '', property = '', content = '', id}) {
      isInTitle = tag === 'title' && heading === undefined
      if (isInTitle) heading = ''
      const key = (name || property).toLowerCase()
      if (tag === 'meta' && !metas.get(key)) metas.set(key, content.trim())
      if (id) anchors.add(id)
      if (tag === 'a') anchors.add(name)
    },
    ontext(text) {
      if (isInTitle) heading += text
    },
    onclosetag() {
      isInTitle = false
    }
  })
  parser.end(html)
  const first = (names: readonly string[]) => names.map((name) => metas.get(name)).find((value) => value)
  const date = first(dateNames)?.replaceAll('/', '-').slice(0, 10)
  return {title: first(titleNames), looseTitle: first(looseNames), date, heading: (heading ?? '').trim(), anchors}
}

// What does not end a line.
const inline = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'code',
  'em',
  'i',
  'mark',
  'q',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u'
])

/** What a page says outside of its tags, scripts and styles, a line for each block. */
export function textOf(html: string): string {
  const pieces: string[] = []
  let hidden: string | undefined
  const parser = new Parser({
    onopentag(tag) {
      if (tag === 'script' || tag === 'style') hidden = tag
      if (!inline.has(tag)) pieces.push('\n')
    },
    ontext(text) {
      if (hidden === undefined) pieces.push(text.replace(/\s+/g, ' '))
    },
    onclosetag(tag) {
      if (tag === hidden) hidden = undefined
      if (!inline.has(tag)) pieces.push('\n')
    }
  })
  parser.end(html)
  return pieces.join('').trim()
}

/** Whether enough of a page has been read to know its title by the publisher's own word. */
export function hasTitle(html: string): boolean {
  return (
    isClosedAfter(html, /["']citation_title["']/i) &&
    isClosedAfter(html, /["']citation_(?:publication_|online_)?date["']/i)
  )
}

/** Whether the tag with some text in it is there to its end, and the next one has begun: a value may hold `>`. */
function isClosedAfter(html: string, text: RegExp): boolean {
  const start = html.search(text)
  return start >= 0 && /[>]\s*</.test(html.slice(start))
}

// What bot walls put on their pages (Cloudflare, DataDome, PerimeterX, AWS), and live pages do not.
const walls =
  /<title>\s*(?:just a moment|attention required|access denied|are you a robot|verify(?:ing)? (?:you are|that you)|security check|client challenge|making sure you)|_cf_chl_opt|captcha-delivery\.com|id="px-captcha"|awswafcookie/i

/** Whether an answer is a challenge to robots, whatever its status. */
export function isChallenge(answer: {
  readonly status: number
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly redirects: readonly number[]
}): boolean {
  const {status, headers, body, url, redirects} = answer
  if (headers['cf-mitigated'] || headers['x-amzn-waf-action']) return true
  // Anti-bot services answer 202 and nothing, for any path.
  if (status === 202) return true
  // Some pages are about a challenge; robots are sent to theirs.
  return (redirects.length > 0 && /\/challenge(?:\/|$)/.test(new URL(url).pathname)) || walls.test(body)
}
