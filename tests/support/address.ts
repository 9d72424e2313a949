import {Registry} from '../../src/sites/registry.ts'

const registry = new Registry()

/** All that the sites know of an address, on one line: `canonical | identifier | badge | month | site`. */
export function known(url: string): string {
  const {canonical, identifier, site} = registry.address(url)
  const badge = registry.badge({url})
  const month = registry.month(url)
  const parts = [
    canonical,
    identifier,
    `${badge.site} · ${badge.kind}`,
    month && `${month.year}-${month.month}`,
    site?.name
  ]
  return parts.map((part) => part ?? '-').join(' | ')
}
