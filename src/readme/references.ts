import {join, posix} from 'node:path'
import {readFolder, typeOf} from '../io/read.ts'
import type {List} from '../list.ts'
import type {Problem} from '../paper/yaml.ts'
import {quote} from '../quote.ts'
import {findAddresses} from './addresses.ts'
import {Page} from './page.ts'
import {selectGroups} from './selection.ts'
import type {Template, Zone} from './template.ts'

/** Says which anchors and local files a template points at that are not there. */
export function checkReferences(template: Template, list: List): Problem[] {
  const page = new Page(list, template)
  const {addresses, anchors} = findAddresses(template)
  makeZoneAnchors(page)
  const known = new Set(['top', 'readme', ...anchors, ...page.anchors])
  const built = new Set([...list.config.outputs.map(({file}) => file), ...template.zones.flatMap(chartFiles)])
  return addresses.flatMap(({url, start, end}) => {
    const reason = fault(url, {known, built, from: template.file, root: list.root})
    return reason ? [{start, end, reason}] : []
  })
}

/** Gives a page the anchors that its zones will make. */
function makeZoneAnchors(page: Page): void {
  for (const zone of page.template.zones.filter(({name}) => name === 'papers')) {
    for (const {name, papers} of selectGroups(page, zone.options)) {
      page.groupAnchor(zone, name)
      for (const paper of papers) page.paperAnchor(paper)
    }
  }
}

/** The files that a zone makes beside the page. */
function chartFiles({name, options: {chart}}: Zone): string[] {
  return name === 'stats' && chart !== undefined ? [`${chart}-light.svg`, `${chart}-dark.svg`] : []
}

interface Surroundings {
  readonly known: ReadonlySet<string>
  readonly built: ReadonlySet<string>
  readonly from: string
  readonly root: string
}

function fault(url: string, {known, built, from, root}: Surroundings): string | undefined {
  if (url === '') return 'Unexpected empty link, expected an address'
  if (/^(?:https?:)?\/\//i.test(url) || /^mailto:/i.test(url)) return undefined
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return `Unexpected address ${quote(url)}, expected http or https`
  const [path = '', anchor] = url
    .replace(/\?[^#]*/, '')
    .split('#')
    .map(decode)
  if (path === '') {
    const isThere = !anchor || known.has(anchor.toLowerCase().replace(/^user-content-/, ''))
    return isThere ? undefined : `Unexpected anchor ${quote(`#${anchor}`)}, expected one of a heading on this page`
  }
  const file = resolve(path, from)
  if (file === undefined || built.has(file) || isThere(root, file)) return undefined
  return `Unexpected link to ${quote(file)}, expected a file that exists, in just this spelling`
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

// Two levels above the files stand the repository's own pages, ../../issues and the like.
const repositoryPage =
  /^\.\.\/\.\.\/(?:actions|blob|branches|commits?|compare|discussions|edit|forks?|graphs|issues|labels|milestones?|network|new|packages|projects|pulls?|raw|releases|security|stargazers|tags|tree|watchers|wiki)(?:\/|$)/

/** The file that a link leads to, from the root of the list; undefined for a page of GitHub's own. */
function resolve(path: string, from: string): string | undefined {
  const joined = path.startsWith('/') ? posix.normalize(path.slice(1)) : posix.join(posix.dirname(from), path)
  return repositoryPage.test(joined) ? undefined : joined.replace(/\/$/, '')
}

/** Whether a file or folder is there under exactly this name, on systems that ignore case too. */
function isThere(root: string, file: string): boolean {
  if (file === '.' || file === '') return true
  if (file.startsWith('..') || typeOf(join(root, file)) === undefined) return false
  const parts = file.split('/')
  return parts.every((part, index) => {
    const folder = join(root, ...parts.slice(0, index))
    return typeOf(folder) === 'folder' && readFolder(folder).some(({name}) => name === part)
  })
}
