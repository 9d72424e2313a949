import {judgeDoi} from '../evidence/doi.ts'
import {arxivOfDoi, doiIdentifier, isDoi} from '../paper/identifier.ts'
import type {Site} from './site.ts'

function doiOf(url: URL): string {
  return decode(url.pathname.slice(1))
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** https://doi.org, which leads on to the publisher's page. */
export const doi: Site = {
  name: 'doi',
  hosts: ['doi.org', 'dx.doi.org'],
  canonical(url) {
    const arxiv = arxivOfDoi(doiOf(url))
    if (arxiv) return `https://arxiv.org/abs/${arxiv}`
    return isDoi(doiOf(url)) ? `https://doi.org${url.pathname}` : undefined
  },
  identifier(url) {
    return doiIdentifier(doiOf(url))
  },
  badge() {
    return {site: 'DOI', kind: 'Paper'}
  },
  async check(question, witness) {
    return isDoi(doiOf(question.address)) ? judgeDoi(doiOf(question.address), question, witness) : undefined
  }
}
