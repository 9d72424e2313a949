import * as v from 'valibot'
import {readJson} from '../evidence/json.ts'
import {judgePage} from '../evidence/judge.ts'
import type {Question, Verdict, Witness} from '../evidence/verdict.ts'
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
  },
  async check(question, witness) {
    const target = apiTarget(question.address)
    if (!target || question.withAnchor) return undefined
    const answer = await witness.ask(target.url, {headers: apiHeaders(witness.token), bytes: apiBytes, attempts: 1})
    // The API has its limits, and a token may not see all: the page is the second witness.
    if ('fault' in answer || answer.status !== 200) {
      const isMissing = !('fault' in answer) && answer.status === 404
      return judgeByPage(question, witness, isMissing)
    }
    const found = {status: 200, finalUrl: question.url}
    // A redirect of the API does not tell the new name of a file; its page does.
    const isPlain = !target.isRepository && answer.redirects.length === 0 && isJson(answer.body)
    if (isPlain) return {...found, outcome: 'alive', reason: "GitHub's API knows it"}
    const repository = target.isRepository ? readJson(repositorySchema, answer.body) : undefined
    if (!repository) return judgeByPage(question, witness, false)
    const [, owner, name] = question.address.pathname.split('/')
    const isSame = repository.full_name.toLowerCase() === `${owner}/${name?.replace(/\.git$/, '')}`.toLowerCase()
    const url = `https://github.com/${repository.full_name}`
    if (!isSame)
      return {status: 200, finalUrl: url, outcome: 'moved', reason: `the repository is ${repository.full_name} now`}
    const note = repository.archived ? ', and says that the repository is archived' : ''
    return {...found, outcome: 'alive', reason: `GitHub's API knows it${note}`}
  }
}

async function judgeByPage(question: Question, witness: Witness, isMissing: boolean): Promise<Verdict> {
  const verdict = await judgePage({...question, claims: []}, witness)
  if (!isMissing || verdict.outcome !== 'broken' || verdict.status === null) return verdict
  return {...verdict, reason: `asked the API and the page, and both answered ${verdict.status}`}
}

/** A file is an object, a folder an array of them; a large one is cut off. */
function isJson(body: string): boolean {
  return /^\s*[{[]/.test(body)
}

const apiBytes = 256 * 1024
// https://docs.github.com/en/rest/repos/repos#get-a-repository
const repositorySchema = v.object({
  full_name: v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/)),
  archived: v.optional(v.boolean(), false)
})

function apiHeaders(token: string | undefined): Record<string, string> {
  const headers = {accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28'}
  return token ? {...headers, authorization: `Bearer ${token}`} : headers
}

/** What to ask the API for: a repository, or a file or folder in it. */
function apiTarget(url: URL): {url: string; isRepository: boolean} | undefined {
  const [owner, name, view, reference, ...path] = repositoryOf(url) ?? []
  if (!owner || !name) return undefined
  const base = `https://api.github.com/repos/${owner}/${name}`
  if (view === undefined) return {url: base, isRepository: true}
  if ((view !== 'tree' && view !== 'blob') || reference === undefined) return undefined
  // A branch may hold a slash; the page then knows better.
  return {url: `${base}/contents/${path.join('/')}?ref=${encodeURIComponent(reference)}`, isRepository: false}
}
