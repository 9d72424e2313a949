/** What a badge of shields.io says. */
export interface BadgeText {
  /** Both halves, or the only one. */
  readonly halves: readonly string[]
  readonly colour: string | undefined
  /** Whether it shows a number of somebody's, such as stars, rather than words of its own. */
  readonly isLive: boolean
}

/** Reads the address of a badge (https://shields.io/badges); undefined for any other image. */
export function readBadge(source: string): BadgeText | undefined {
  if (!URL.canParse(source)) return undefined
  const url = new URL(source)
  if (!/(?:^|\.)(?:shields\.io|badgen\.net)$/.test(url.hostname)) return undefined
  if (url.pathname.startsWith('/static/')) return staticBadge(url)
  const path = /^\/badge\/([^/]+?)(?:\.svg|\.png)?$/.exec(url.pathname)?.[1]
  if (path === undefined) return {halves: [], colour: undefined, isLive: true}
  // A hyphen of the text is doubled; U+0000 keeps its place while the parts come apart.
  const parts = decode(path).replaceAll('--', '\0').split('-').map(unescaped)
  const colour = parts.length > 1 ? parts.at(-1)?.replace(/^#/, '').trim() : undefined
  const halves = (parts.length > 1 ? parts.slice(0, -1) : parts)
    .map((half) => half.trim())
    .filter((half) => half !== '')
  return {halves, colour: colour || undefined, isLive: false}
}

function staticBadge({searchParams}: URL): BadgeText {
  const halves = [searchParams.get('label') ?? '', searchParams.get('message') ?? ''].filter((half) => half !== '')
  return {halves, colour: searchParams.get('color')?.replace(/^#/, ''), isLive: false}
}

function unescaped(part: string): string {
  return part.replaceAll('__', '\u0001').replaceAll('_', ' ').replaceAll('\u0001', '_').replaceAll('\0', '-')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
