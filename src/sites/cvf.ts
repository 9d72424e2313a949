import type {Site} from './site.ts'

// A workshop stands before or behind the folder, by year: CVPR2024W/XAI/html, content_CVPRW_2019/html/XAI.
const page =
  /^\/content[/_]\w+(?:\/[\w.-]+)?\/(?:html|papers)\/(?:[\w.-]+\/)?([\w.'-]+_([A-Za-z]+)_\d{4}_paper)\.(?:html|pdf)$/

/** https://openaccess.thecvf.com: the open papers of CVPR, ICCV and WACV. */
export const cvf: Site = {
  name: 'cvf',
  hosts: ['openaccess.thecvf.com'],
  canonical(url) {
    return page.test(url.pathname)
      ? `https://openaccess.thecvf.com${url.pathname.replace('/papers/', '/html/').replace(/\.pdf$/, '.html')}`
      : undefined
  },
  identifier(url) {
    const match = page.exec(url.pathname)
    return match ? `cvf:${match[1]}` : undefined
  },
  badge(url) {
    return {site: page.exec(url.pathname)?.[2]?.toUpperCase() ?? 'CVF', kind: 'Paper'}
  }
}
