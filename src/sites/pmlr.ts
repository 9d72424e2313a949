import type {Site} from './site.ts'

const page = /^\/(v\d+|r\d+)\/([\w-]+)(?:\.html|\/\2\.pdf)$/

/** https://proceedings.mlr.press: the abstract page, of which the PDF is a view. */
export const pmlr: Site = {
  name: 'pmlr',
  hosts: ['proceedings.mlr.press'],
  canonical(url) {
    const match = page.exec(url.pathname)
    return match ? `https://proceedings.mlr.press/${match[1]}/${match[2]}.html` : undefined
  },
  identifier(url) {
    const match = page.exec(url.pathname)
    return match ? `pmlr:${match[1]}/${match[2]}` : undefined
  },
  badge() {
    return {site: 'PMLR', kind: 'Paper'}
  }
}
