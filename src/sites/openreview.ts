import type {Site} from './site.ts'

// Not /references/pdf: a revision has an identifier of its own, which is no forum's.
const views = new Set(['/forum', '/pdf', '/attachment'])

function identifierOf(url: URL): string | undefined {
  if (!views.has(url.pathname)) return undefined
  const identifier = url.searchParams.get('id') ?? ''
  return /^[\w-]+$/.test(identifier) ? identifier : undefined
}

/** https://openreview.net: a paper is its forum; a note within it and the PDF are views of it. */
export const openreview: Site = {
  name: 'openreview',
  hosts: ['openreview.net'],
  canonical(url) {
    const identifier = identifierOf(url)
    return identifier && `https://openreview.net/forum?id=${identifier}`
  },
  identifier(url) {
    const identifier = identifierOf(url)
    return identifier && `openreview:${identifier}`
  },
  badge() {
    return {site: 'OpenReview', kind: 'Paper'}
  }
}
