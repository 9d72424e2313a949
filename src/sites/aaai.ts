import type {Site} from './site.ts'

// Open Journal Systems: the article, then one of its PDF galleys.
const article = /^(?:\/index\.php)?\/([A-Za-z-]+)\/article\/(?:view|download)\/(\d+)(?:\/\d+)?\/?$/

/** https://ojs.aaai.org: proceedings of AAAI and its sister conferences. */
export const aaai: Site = {
  name: 'aaai',
  hosts: ['ojs.aaai.org'],
  canonical(url) {
    const match = article.exec(url.pathname)
    return match ? `https://ojs.aaai.org/index.php/${match[1]}/article/view/${match[2]}` : undefined
  },
  identifier(url) {
    const match = article.exec(url.pathname)
    return match ? `ojs.aaai.org:${match[2]}` : undefined
  },
  badge(url) {
    const journal = article.exec(url.pathname)?.[1]
    return {site: journal?.toUpperCase() ?? 'AAAI', kind: 'Paper'}
  }
}
