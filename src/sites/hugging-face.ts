import {isArxivIdentifier} from '../paper/identifier.ts'
import type {Site} from './site.ts'

const kinds: ReadonlyMap<string, string> = new Map([
  ['papers', 'Paper'],
  ['datasets', 'Data'],
  ['spaces', 'Demo'],
  ['blog', 'Post'],
  ['collections', 'Collection']
])

/** https://huggingface.co: papers go by their arXiv identifier; what stands under no section is a model. */
export const huggingFace: Site = {
  name: 'hugging-face',
  hosts: ['huggingface.co', 'hf.co'],
  canonical(url) {
    return url.pathname.length > 1 ? `https://huggingface.co${url.pathname.replace(/\/+$/, '')}` : undefined
  },
  identifier(url) {
    const [, section, identifier = ''] = url.pathname.split('/')
    return section === 'papers' && isArxivIdentifier(identifier) ? `arxiv:${identifier}` : undefined
  },
  badge(url) {
    const [, section = ''] = url.pathname.split('/')
    return {site: 'Hugging Face', kind: kinds.get(section) ?? 'Model'}
  }
}
