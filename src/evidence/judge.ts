import {monthNumber, parseDate} from '../paper/date.ts'
import {quote} from '../quote.ts'
import {anchorOf, hasAnchor, isWhole} from './anchor.ts'
import {hasTitle, isChallenge, type PageFacts, readPage} from './page.ts'
import {compareTitles} from './title.ts'
import type {Answer, Ask, Claim, NoAnswer, Question, Verdict, Witness} from './verdict.ts'

/** Statuses that a server gives to robots, to strangers or by law, and that say nothing of the page. */
const walledStatuses = new Set([401, 402, 403, 405, 406, 407, 418, 451, 999])

/** Milliseconds before a dead page is asked a second time. */
export const pauseBeforeSecond = 1000

/** Judges a link as any page of the web: its title where it should be a paper, else whether it answers. */
export async function judgePage(question: Question, witness: Witness): Promise<Verdict> {
  const {url, claims, withAnchor} = question
  if (claims.length > 0 || withAnchor) {
    const isEnough = withAnchor ? undefined : hasTitle
    const ask = () => witness.ask(url, {method: 'GET', ...(isEnough && {isEnough})})
    const answer = await askTwice(ask, witness)
    const verdict = judgeAnswer(answer, question)
    // The second witness for a place that is not there.
    const isDoubtful = verdict.outcome === 'broken' && verdict.status === 200
    return isDoubtful ? judgeAnswer(await askTwice(ask, witness), question) : verdict
  }
  const head = await witness.ask(url, {method: 'HEAD'})
  if (isWord(head)) return judgeAnswer(head, question)
  // Some servers refuse HEAD, or answer it otherwise: the second witness asks as a browser does. Where HEAD
  // failed in a way that may pass, it was the first of three attempts.
  const hasFailed = 'fault' in head || head.status >= 500
  return judgeAnswer(await witness.ask(url, {method: 'GET', ...(hasFailed && {attempts: 2})}), question)
}

/** Whether an answer to HEAD is the server's word on the page. */
function isWord(head: Answer | NoAnswer): boolean {
  if ('fault' in head) return head.fault !== 'failed' && head.fault !== 'timeout'
  if (head.status === 429) return true
  return head.status >= 200 && head.status < 400 && !isChallenge(head)
}

/** Asks again after a pause where the first answer was that there is no such page. */
export async function askTwice(ask: () => ReturnType<Ask>, {pause}: Witness): ReturnType<Ask> {
  const first = await ask()
  if ('fault' in first || !isGone(first.status)) return first
  await pause(pauseBeforeSecond)
  return ask()
}

/** Whether a status says that there is no such page. */
function isGone(status: number): boolean {
  return status === 404 || status === 410
}

/** What an answer says of a link. Where it says that the page is gone, a second witness has said so too. */
export function judgeAnswer(answer: Answer | NoAnswer, question: Question): Verdict {
  if ('fault' in answer) return judgeFault(answer)
  const {status, url} = answer
  const verdict = (outcome: Verdict['outcome'], reason: string): Verdict => ({outcome, status, finalUrl: url, reason})
  if (isChallenge(answer)) return verdict('blocked', `a challenge to robots, with status ${status}`)
  if (isGone(status)) return verdict('broken', `asked twice, and the answer was ${status}`)
  if (walledStatuses.has(status)) return verdict('blocked', `status ${status}, which robots get for live pages too`)
  if (status === 429) return verdict('transient', 'too many requests, said the server three times')
  if (status >= 500 || status === 408 || status === 425) return verdict('transient', `status ${status}, three times`)
  if (status >= 400) return verdict('blocked', `status ${status}, which does not say that the page is gone`)
  if (status < 200) return verdict('transient', `status ${status}, which is no answer`)
  if (status >= 300) return verdict('transient', `status ${status} without a place to go`)
  return judgeBody(answer, question)
}

function judgeFault({fault, reason}: NoAnswer): Verdict {
  const verdict = (outcome: Verdict['outcome']): Verdict => ({outcome, status: null, finalUrl: null, reason})
  switch (fault) {
    case 'unsafe':
      return verdict('unsafe')
    case 'cancelled':
      return verdict('unchecked')
    case 'no-host':
    case 'certificate':
      return verdict('broken')
    default:
      return verdict('transient')
  }
}

function judgeBody(answer: Answer, question: Question): Verdict {
  const page = readPage(answer.body)
  const {status, url} = answer
  const identity = judgeIdentity(page, question.claims)
  if (identity.outcome === 'mismatch') return {...identity, status, finalUrl: url}
  const anchor = anchorOf(question, answer)
  if (anchor !== undefined && !hasAnchor(page, anchor)) {
    const reason = `the page has no place named ${quote(anchor)}`
    if (isWhole(answer)) return {outcome: 'broken', status, finalUrl: url, reason}
    return {
      outcome: 'alive',
      status,
      finalUrl: url,
      reason: `answered well; its first 64 KiB have no place named ${quote(anchor)}`
    }
  }
  const moved = movedTo(answer, question)
  if (moved) return {outcome: 'moved', status, finalUrl: url, reason: `moved for good to ${moved}`}
  return {...identity, status, finalUrl: url}
}

/** The new address where every redirect on the way was a permanent one. */
function movedTo({url, redirects}: Answer, question: Question): string | undefined {
  const isPermanent = redirects.length > 0 && redirects.every((status) => status === 301 || status === 308)
  const [before, after] = [new URL(question.url), new URL(url)]
  before.hash = after.hash = ''
  return isPermanent && before.href !== after.href ? url : undefined
}

/** Whether a page is the paper that it should be, by its own word. */
export function judgeIdentity(
  {title, looseTitle, date}: Pick<PageFacts, 'title' | 'looseTitle' | 'date'>,
  claims: readonly Claim[]
): Pick<Verdict, 'outcome' | 'reason'> {
  const [claim] = claims
  if (!claim) return {outcome: 'alive', reason: 'answered well'}
  if (title === undefined) {
    const agrees = looseTitle !== undefined && claims.every((each) => compareTitles(looseTitle, each.title) === 'same')
    if (agrees) return {outcome: 'verified', reason: 'the page names this paper'}
    return {outcome: 'alive', reason: 'answered well; the page does not say which paper it is'}
  }
  const other = claims.find((each) => compareTitles(title, each.title) === 'other')
  if (other) return {outcome: 'mismatch', reason: `the page is ${quote(title)}, not ${quote(other.title)}`}
  if (claims.some((each) => compareTitles(title, each.title) === 'unclear')) {
    return {outcome: 'alive', reason: `answered well; the page calls itself ${quote(title)}`}
  }
  return {outcome: 'verified', reason: `the page names this paper${dateNote(date, claim)}`}
}

/** A note where the page's month is not the paper's. */
export function dateNote(date: string | undefined, claim: Claim): string {
  const [theirs, ours] = [parseDate(date ?? ''), parseDate(claim.date)]
  if (!theirs?.month || !ours?.month) return ''
  const months =
    monthNumber({year: theirs.year, month: theirs.month}) - monthNumber({year: ours.year, month: ours.month})
  return Math.abs(months) <= 1 ? '' : `; it is dated ${date}, the file ${claim.date}`
}
