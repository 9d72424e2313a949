import {describe, expect, test} from 'vitest'
import {githubApi, githubLimit, githubPages, type Repository} from '../support/github.ts'
import {judge} from '../support/judge.ts'
import {type Asked, always, type Host, type Reply} from '../support/loopback.ts'
import {page} from '../support/publishers.ts'

const repositories: Readonly<Record<string, Repository>> = {
  'nightdessert/retrieval_head': {name: 'nightdessert/Retrieval_Head', paths: ['faiss.py', 'viz', 'a%20b.md', 'x/viz']},
  'old/name': {name: 'new/name', paths: ['src/a.py']},
  'thu-nics/moa': {name: 'thu-nics/MoA', isArchived: true}
}
const code = 'https://github.com/nightdessert/Retrieval_Head'
const github = (api: Host = githubApi(repositories), pages: Host = githubPages(repositories)) => ({
  'api.github.com': api,
  'github.com': pages
})

async function judgeCode(hosts: Readonly<Record<string, Host>>, urls: readonly string[], token?: string) {
  return judge(hosts, [], {withoutPaper: urls, ...(token !== undefined && {token})})
}

describe('repositories, files and folders, by the API', async () => {
  const expected: [url: string, verdict: string][] = [
    [code, "alive: GitHub's API knows it"],
    [`${code}.git`, "alive: GitHub's API knows it"],
    [`${code}/`, "alive: GitHub's API knows it"],
    ['https://github.com/NightDessert/retrieval_head', "alive: GitHub's API knows it"],
    [`${code}/blob/main/faiss.py`, "alive: GitHub's API knows it"],
    [`${code}/tree/main/viz`, "alive: GitHub's API knows it"],
    [`${code}/blob/main/a%20b.md`, "alive: GitHub's API knows it"],
    [`${code}/blob/main/gone.py`, 'broken: asked the API and the page, and both answered 404'],
    // The API takes a branch with a slash for a part of the path; the page does not.
    [`${code}/tree/feature/x/viz`, 'alive: answered well'],
    ['https://github.com/thu-nics/MoA', "alive: GitHub's API knows it, and says that the repository is archived"],
    ['https://github.com/old/name', 'moved: the repository is new/name now'],
    [
      'https://github.com/old/name/blob/main/src/a.py',
      'moved: moved for good to https://github.com/new/name/blob/main/src/a.py'
    ],
    ['https://github.com/nobody/nothing', 'broken: asked the API and the page, and both answered 404']
  ]
  const judged = await judgeCode(
    github(githubApi({...repositories, 'new/name': repositories['old/name'] ?? {name: ''}}), (asked) =>
      githubPages({...repositories, 'new/name': {name: 'new/name', paths: ['src/a.py']}})(asked)
    ),
    expected.map(([url]) => url)
  )

  test.each(expected)('%s', (url, verdict) => {
    expect(judged.verdict(url)).toBe(verdict)
  })

  test('what moved says where to', () => {
    expect(judged.report('https://github.com/old/name')).toMatchObject({finalUrl: 'https://github.com/new/name'})
    expect(judged.report('https://github.com/old/name/blob/main/src/a.py')).toMatchObject({
      finalUrl: 'https://github.com/new/name/blob/main/src/a.py'
    })
  })

  test('the page is asked only where the API does not know', () => {
    const pages = judged.asked.filter((each) => each.includes('https://github.com/'))
    expect(pages.filter((each) => / https:\/\/github\.com\/(?:NightDessert|thu-nics)/.test(each))).toEqual([])
    expect(pages.filter((each) => each.endsWith('/blob/main/faiss.py'))).toEqual([])
  })
})

describe('an API that does not answer leaves it to the page', () => {
  const limits: [string, Reply][] = [
    ['at its limit', githubLimit],
    ['at its secondary limit', {status: 429, headers: {'retry-after': '60'}}],
    ['with a token that has run out', {status: 401}],
    ['down', {status: 502}],
    ['no JSON', {body: page('Unicorn')}],
    ['of another form', {body: '{"full_name": "../../evil"}'}]
  ]

  test.concurrent.each(limits)('%s', async (_, reply) => {
    const gone = 'https://github.com/nobody/nothing'
    const judged = await judgeCode(github(always(reply)), [code, gone])
    expect(judged.verdict(code)).toBe('alive: answered well')
    expect(judged.verdict(gone)).toBe('broken: asked twice, and the answer was 404')
    expect(judged.asked.filter((each) => each.includes('api.github.com'))).toHaveLength(2)
  })

  test.concurrent.each<[string, Reply, string]>([
    [
      '429',
      {status: 429, headers: {'retry-after': '3600'}},
      'transient: too many requests, said the server three times'
    ],
    ['502', {status: 502, headers: {'retry-after': '0'}}, 'transient: status 502, three times'],
    ['451', {status: 451}, 'blocked: status 451, which robots get for live pages too']
  ])('and neither does the page: %s', async (_, reply, verdict) => {
    const judged = await judgeCode(github(always(githubLimit), always(reply)), [code])
    expect(judged.verdict(code)).toBe(verdict)
  })

  test.concurrent('one 404 of the API is no evidence: a token may not see all', async () => {
    const judged = await judgeCode(github(githubApi({})), [code])
    expect(judged.verdict(code)).toBe('alive: answered well')
  })
})

describe('the token', () => {
  test.concurrent.each([
    ['goes to the API only', 'a-token', 'Bearer a-token'],
    ['is not made up', undefined, undefined]
  ])('%s', async (_, token, expected) => {
    const seen: [string, string | undefined][] = []
    const watched =
      (host: Host): Host =>
      (asked: Asked) => {
        seen.push([asked.url.host, asked.headers.authorization])
        return host(asked)
      }
    const hosts = github(watched(githubApi({})), watched(githubPages(repositories)))
    await judgeCode(hosts, [code], token)
    expect(seen).toEqual([
      ['api.github.com', expected],
      ['github.com', undefined]
    ])
  })

  test.concurrent('does not follow a redirect to another host', async () => {
    const seen: (string | undefined)[] = []
    const judged = await judgeCode(
      {
        ...github(always({status: 301, headers: {location: 'https://evil.example/'}})),
        'evil.example': ({headers}) => {
          seen.push(headers.authorization)
          return {status: 404}
        }
      },
      [code],
      'a-token'
    )
    expect(seen).toEqual([undefined])
    expect(judged.verdict(code)).toBe('alive: answered well')
  })
})

test.concurrent('pages that are no repository are pages like any other', async () => {
  const urls = ['https://github.com/topics/attention', 'https://github.com/a', `${code}/issues/1`]
  const judged = await judgeCode(github(undefined, always({})), urls)
  expect(urls.map(judged.verdict)).toEqual(urls.map(() => 'alive: answered well'))
  expect(judged.asked.filter((each) => each.includes('api.github.com'))).toEqual([])
})
