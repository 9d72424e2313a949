import {askTwice, judgeAnswer} from '../evidence/judge.ts'
import {hasTitle, readPage} from '../evidence/page.ts'
import type {Site} from './site.ts'

// Not /references/pdf: a revision has an identifier of its own, which is no forum's.
const views = new Set(['/forum', '/pdf', '/attachment'])

function identifierOf(url: URL): string | undefined {
  if (!views.has(url.pathname)) return undefined
  const identifier = url.searchParams.get('id') ?? ''
  return /^[\w-]+$/.test(identifier) ? identifier : undefined
}

/** https://openreview.net: a paper is its forum; a note within it and the PDF are views of it. */
export const openreview: Site = {
  name: 'openreview',
  hosts: ['openreview.net'],
  canonical(url) {
    const identifier = identifierOf(url)
    return identifier && `https://openreview.net/forum?id=${identifier}`
  },
  identifier(url) {
    const identifier = identifierOf(url)
    return identifier && `openreview:${identifier}`
  },
  badge() {
    return {site: 'OpenReview', kind: 'Paper'}
  },
  // A forum that does not exist answers 200 as well, and guests may be sent to a challenge or the login
  // (https://github.com/openreview/openreview-web app/forum/page.js, app/challenge/route.js).
  async check(question, witness) {
    if (!identifierOf(question.address)) return undefined
    const answer = await askTwice(() => witness.ask(question.url, {isEnough: hasTitle}), witness)
    if ('fault' in answer || answer.status !== 200) return judgeAnswer(answer, question)
    const {pathname} = new URL(answer.url)
    const blocked = {outcome: 'blocked', status: answer.status, finalUrl: answer.url} as const
    if (/^\/(?:challenge|login)/.test(pathname)) return {...blocked, reason: `OpenReview sends robots to ${pathname}`}
    if (readPage(answer.body).title === undefined) {
      return {...blocked, reason: 'OpenReview answered 200 without naming a paper, as it does for any address'}
    }
    return judgeAnswer(answer, question)
  }
}
