import {type Host, json, type Reply} from './loopback.ts'
import {page} from './publishers.ts'

/** What GitHub has at owner/name: the name that it goes by now, and whether it is archived. */
export interface Repository {
  readonly name: string
  readonly isArchived?: true
  /** Paths of files and folders on the branch main. */
  readonly paths?: readonly string[]
}

/** https://docs.github.com/en/rest/repos, by the name that is asked for in small letters. */
export function githubApi(repositories: Readonly<Record<string, Repository>>): Host {
  const numbered = Object.values(repositories)
  return ({url}) => {
    const [, place = '', contents = ''] =
      /^\/(repos\/[^/]+\/[^/]+|repositories\/\d+)(\/contents\/.*)?$/.exec(url.pathname) ?? []
    const name = place.replace(/^repos\//, '').toLowerCase()
    const repository = repositories[name] ?? numbered[Number(place.replace(/^repositories\//, ''))]
    if (!repository) return json({message: 'Not Found', status: '404'}, {status: 404})
    if (name in repositories && repository.name.toLowerCase() !== name) {
      const location = `https://api.github.com/repositories/${numbered.indexOf(repository)}${contents}${url.search}`
      return json({message: 'Moved Permanently', url: location}, {status: 301, headers: {location}})
    }
    return contents === '' ? repositoryReply(repository) : contentsReply(repository, contents, url)
  }
}

function repositoryReply({name, isArchived}: Repository): Reply {
  return json({id: 1, full_name: name, archived: isArchived === true})
}

function contentsReply({paths = []}: Repository, contents: string, {searchParams}: URL): Reply {
  const isThere = searchParams.get('ref') === 'main' && paths.includes(contents.slice('/contents/'.length))
  return isThere ? json({type: 'file', path: contents}) : json({message: 'Not Found', status: '404'}, {status: 404})
}

/** GitHub's pages; a renamed repository leads on for good. */
export function githubPages(repositories: Readonly<Record<string, Repository>>): Host {
  return ({url}) => {
    const [, owner = '', name = '', , , ...path] = url.pathname.split('/')
    const repository = repositories[`${owner}/${name}`.toLowerCase()]
    if (!repository) return {status: 404, body: page('Page not found · GitHub')}
    if (repository.name.toLowerCase() !== `${owner}/${name}`.toLowerCase()) {
      const rest = url.pathname.split('/').slice(3).join('/')
      return {
        status: 301,
        headers: {location: `https://github.com/${[repository.name, rest].filter(Boolean).join('/')}`}
      }
    }
    if (path.length > 0 && !repository.paths?.includes(path.join('/')))
      return {status: 404, body: page('File not found')}
    return {body: page(repository.name)}
  }
}

/** GitHub's API at its limit (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api). */
export const githubLimit: Reply = json(
  {message: 'API rate limit exceeded for 192.0.2.1.'},
  {status: 403, headers: {'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795350000'}}
)
