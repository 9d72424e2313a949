import {judgeDoi} from '../evidence/doi.ts'
import {doiIdentifier} from '../paper/identifier.ts'
import type {Site} from './site.ts'

const path = /^\/doi\/(?:(?:abs|full|fullHtml|pdf|epdf|book|proceedings)\/)?(10\.\d{4,9}\/[^?#]+?)\/?$/

/** https://dl.acm.org: every page carries its DOI in the path. */
export const acm: Site = {
  name: 'acm',
  hosts: ['dl.acm.org'],
  canonical(url) {
    const doi = path.exec(url.pathname)?.[1]
    return doi && `https://dl.acm.org/doi/${doi}`
  },
  identifier(url) {
    const doi = path.exec(url.pathname)?.[1]
    return doi && doiIdentifier(doi)
  },
  badge() {
    return {site: 'ACM', kind: 'Paper'}
  },
  // The pages stand behind a wall; the DOI in their path does not.
  async check(question, witness) {
    const doi = path.exec(question.address.pathname)?.[1]
    return doi === undefined ? undefined : judgeDoi(doi, question, witness)
  }
}
