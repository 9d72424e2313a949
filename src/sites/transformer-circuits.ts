import type {Site} from './site.ts'

/** https://transformer-circuits.pub: Anthropic's thread on interpretability. */
export const transformerCircuits: Site = {
  name: 'transformer-circuits',
  hosts: ['transformer-circuits.pub'],
  identifier(url) {
    const page = url.pathname.replace(/(?:index\.html)?\/*$/, '').replace(/\/+$/, '')
    return page ? `transformer-circuits:${page.slice(1)}` : undefined
  },
  badge() {
    return {site: 'Anthropic', kind: 'Paper'}
  }
}
