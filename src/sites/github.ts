import type {Site} from './site.ts'

// First segments of https://github.com that are no account.
const reserved = new Set(['about', 'apps', 'collections', 'features', 'marketplace', 'orgs', 'settings', 'topics'])

function repositoryOf(url: URL): string[] | undefined {
  const [, owner, name, ...rest] = url.pathname.split('/')
  if (!owner || !name || reserved.has(owner)) return undefined
  return [owner, name.replace(/\.git$/, ''), ...rest.filter(Boolean)]
}

/** https://github.com: repositories, and files and folders within them. */
export const github: Site = {
  name: 'github',
  hosts: ['github.com'],
  canonical(url) {
    const repository = repositoryOf(url)
    return repository && `https://github.com/${repository.join('/')}${url.hash}`
  },
  badge() {
    return {site: 'GitHub', kind: 'Code'}
  }
}
