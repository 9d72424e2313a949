import type {Site} from './site.ts'

const page =
  /^\/paper(?:_files)?\/(?:paper\/)?(\d{4})\/(?:hash|file)\/([0-9a-f]{32})-(?:Abstract|Paper)(-[\w-]+)?\.(?:html|pdf)$/

/** https://papers.nips.cc and https://proceedings.neurips.cc: one set of papers under two names. */
export const neurips: Site = {
  name: 'neurips',
  hosts: ['papers.nips.cc', 'papers.neurips.cc', 'proceedings.neurips.cc'],
  canonical(url) {
    const match = page.exec(url.pathname)
    if (!match) return undefined
    const [, year, hash, track = ''] = match
    return `https://proceedings.neurips.cc/paper_files/paper/${year}/hash/${hash}-Abstract${track}.html`
  },
  identifier(url) {
    const match = page.exec(url.pathname)
    return match ? `neurips:${match[2]}` : undefined
  },
  badge() {
    return {site: 'NeurIPS', kind: 'Paper'}
  }
}
