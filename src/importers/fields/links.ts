import {cut} from '../../quote.ts'
import type {Registry} from '../../sites/registry.ts'
import type {Draft} from '../draft.ts'
import type {Passage, Span} from '../source/passage.ts'
import {readBadge} from './badge.ts'
import {bareLabel, kindOfLabel} from './labels.ts'

/** A link of an entry, with what is written on it. */
export interface Label {
  readonly span: Span
  readonly url: string
  /** The words of the link; of a badge its own. */
  readonly text: string
  /** The halves of the badge that it shows, if any. */
  readonly halves: readonly string[]
  /** The kind that the words name; undefined for other words, such as a title. */
  readonly kind: string | undefined
  /** The word before the link that names a kind. */
  readonly prefix: string | undefined
  /** Whether that word alone does, and the link's own words are a name: `Dataset: [IMDB](…)`. */
  readonly isNamed: boolean
}

/** Every link of an entry that leads to the web. */
export function readLabels(passage: Passage): Label[] {
  return passage
    .within('link')
    .filter(({url = ''}) => /^https?:\/\//i.test(url.trim()))
    .map((span) => labelOf(passage, span))
}

function labelOf(passage: Passage, span: Span): Label {
  const url = (span.url ?? '').trim()
  const badge = passage
    .within('image', span.start, span.end)
    .map(({url: source = ''}) => readBadge(source))
    .find((each) => each !== undefined)
  const halves = badge?.halves ?? []
  const text = passage.slice(span).trim() || halves.join(' ')
  const own = text === url ? undefined : ownKind(badge ? halves.join(' ') : text, halves[1] ?? '', text)
  const prefix = prefixOf(passage, span)
  const before = badge?.isLive ? 'Code' : prefix && kindOfLabel(prefix)
  return {span, url, text, halves, kind: own ?? before, prefix, isNamed: own === undefined && prefix !== undefined}
}

/** The kind that the first of some words names. */
function ownKind(...words: readonly string[]): string | undefined {
  return words.map(kindOfLabel).find((kind) => kind !== undefined)
}

/** The word for what it leads to that the line begins with, as in `Dataset: [A](…), [B](…)`. */
function prefixOf(passage: Passage, {start}: Span): string | undefined {
  const line = passage.text.slice(passage.text.lastIndexOf('\n', start - 1) + 1, start)
  const name =
    /(?:^|[\s\p{P}])([\p{L}][\p{L} -]{1,24}?)\s*[:：;]\s*[[(]*$/u.exec(line)?.[1] ??
    /^[^\p{L}\p{N}]*(\p{L}[\p{L} -]{1,24}?)\s*[:：;]/u.exec(line)?.[1]
  return name !== undefined && kindOfLabel(name) ? name : undefined
}

// Where papers are read, beside the sites that have identifiers for them.
const publishers =
  /(?:^|\.)(?:thecvf\.com|neurips\.cc|nips\.cc|mlr\.press|jmlr\.org|ieee\.org|computer\.org|springer\.com|sciencedirect\.com|nature\.com|science\.org|wiley\.com|mdpi\.com|biorxiv\.org|medrxiv\.org|ssrn\.com|semanticscholar\.org|aaai\.org|usenix\.org|ijcai\.org|isca-speech\.org|isca-archive\.org|frontiersin\.org|pnas\.org|plos\.org|cambridge\.org|oup\.com|tandfonline\.com|sagepub\.com|cell\.com|acs\.org|aps\.org|iop\.org|royalsocietypublishing\.org|roboticsproceedings\.org|ndss-symposium\.org|iacr\.org|hal\.science|ecva\.net|bmvc\.org|mit\.edu\/tacl|direct\.mit\.edu|vldb\.org|nih\.gov|pubmed\.gov|researchgate\.net|dblp\.org|techrxiv\.org|psyarxiv\.com|osf\.io|preprints\.org|eccv\.org|dl\.acm\.org|papers\.ssrn\.com|jair\.org|elifesciences\.org|transacl\.org|iclr\.cc|icml\.cc|eurasip\.org|ismir\.net|asru|hanspub\.org|arxiv-vanity\.com|paperswithcode\.com|openaccess\.[\w.]+)$/i

// Where no paper is.
const others =
  /(?:^|\.)(?:github\.com|gitlab\.com|gitee\.com|youtube\.com|youtu\.be|bilibili\.com|medium\.com|zhihu\.com|twitter\.com|x\.com|lesswrong\.com|alignmentforum\.org|linkedin\.com|reddit\.com|kaggle\.com|substack\.com|notion\.site|towardsdatascience\.com|huggingface\.co|wandb\.ai|discord\.gg|discord\.com|wikipedia\.org|csdn\.net|qq\.com|slideshare\.net|amazon\.com|manning\.com|coursera\.org)$/i

/** Whether an address is one of a paper: surely, or surely not; undefined for any other. */
export function leadsToPaper(url: string, registry: Registry): boolean | undefined {
  const {identifier, url: parsed} = registry.address(url)
  if (identifier) return true
  if (!parsed) return undefined
  if (publishers.test(parsed.hostname)) return true
  if (others.test(parsed.hostname) || /(?:^|[./-])blogs?(?:[./-]|$)/i.test(parsed.hostname + parsed.pathname)) {
    return /\.pdf$/i.test(parsed.pathname)
  }
  return /\.pdf$/i.test(parsed.pathname) ? true : undefined
}

/** Takes over the links: their canonical addresses with what their badges say. The title's own comes first. */
export function takeLinks(draft: Draft, passage: Passage, labels: readonly Label[], registry: Registry): void {
  for (const label of labels) takeLink(draft, passage, label, registry)
  for (const {url = ''} of passage.within('image')) {
    if (/^https?:\/\//i.test(url)) draft.addresses.push({from: url, to: null})
  }
  if (labels.length > 0) draft.grounds['links'] = groundOf(labels)
}

function takeLink(draft: Draft, passage: Passage, label: Label, registry: Registry): void {
  const {canonical, url} = registry.address(label.url)
  if (canonical !== label.url) draft.addresses.push({from: label.url, to: url ? canonical : null})
  if (!url) return
  claimLabel(passage, label)
  if (!draft.links.some((link) => link.url === canonical)) {
    draft.links.push(linkOf(canonical, url.hostname, label, registry))
  }
}

function groundOf(labels: readonly Label[]): Draft['grounds'][string] {
  const words = labels
    .map(({text, prefix}) => (prefix === undefined ? text : `${prefix}: ${text}`))
    .filter((text) => text !== '')
  return {
    confidence: 0.98,
    reason: `read from the links ${words.map((word) => `\`${cut(word)}\``).join(', ')}`
  }
}

/** A link's words are spent where they name what it leads to; a title is the title's to claim. */
function claimLabel(passage: Passage, {span, kind, halves, text}: Label): void {
  const isLabel = kind !== undefined || halves.length > 0 || /^https?:/i.test(text) || bareLabel(text).length <= 24
  if (!isLabel) return
  // The brackets round a label go with it.
  const before = /[[(（【]\s*$/u.exec(passage.text.slice(0, span.start))?.[0].length ?? 0
  passage.claim(span.start - before, span.end)
}

function linkOf(url: string, host: string, label: Label, registry: Registry): Draft['links'][number] {
  const derived = registry.badge({url})
  const [site, kind] = halvesOf(label, derived.kind)
  return {
    url,
    ...ownHalf('site', site, derived.site, host.replace(/^www\./, '')),
    ...ownHalf('kind', kind, derived.kind, 'Page')
  }
}

/** A half of a badge, where the site does not give the same. */
function ownHalf(name: 'site' | 'kind', own: string | undefined, derived: string | undefined, otherwise: string) {
  const half = own ?? (derived === undefined ? otherwise : undefined)
  return half === undefined || half === derived ? {} : {[name]: half}
}

function halvesOf(label: Label, derived: string | undefined): readonly (string | undefined)[] {
  if (label.halves.length >= 2) return label.halves
  const {text, isNamed, kind} = label
  const isName = isNamed && kind !== 'Paper' && !/^https?:/i.test(text) && text.length <= 40
  return [(isName && text.trim()) || undefined, kindFor(label, derived)]
}

/** The kind by the label. What a site knows of its own pages counts for more than a word that fits many. */
function kindFor({kind, text, url}: Label, derived: string | undefined): string | undefined {
  if (kind !== undefined) return derived !== undefined && isVague(kind, derived) ? derived : kind
  const words = text.replace(/^[\s[\]()]+|[\s[\]():]+$/gu, '')
  const isName =
    words !== url && bareLabel(words).length > 0 && bareLabel(words).length <= 24 && !/\s\S+\s\S+\s/.test(words)
  return derived ?? (isName ? words : undefined)
}

function isVague(kind: string, derived: string): boolean {
  return (
    kind === 'Paper' ||
    (kind === 'Page' && derived === 'Code') ||
    kind === 'Model' ||
    (kind === 'Code' && derived !== 'Paper')
  )
}
