import {type FeedEntry, readFeed} from '../evidence/feed.ts'
import {askTwice, judgeAnswer, judgeIdentity} from '../evidence/judge.ts'
import {textOf} from '../evidence/page.ts'
import type {Question, Verdict, Witness} from '../evidence/verdict.ts'
import {arxivForm} from '../paper/identifier.ts'
import {quote} from '../quote.ts'
import type {Site} from './site.ts'

const path = new RegExp(String.raw`^\/(?:abs|pdf|html|format|ps)\/(${arxivForm})(?:v(\d+))?(?:\.pdf)?\/?$`, 'i')

/** The identifier without its version, `2404.15574` or `cs/0501001`, or undefined for another page. */
function identifierOf(url: URL): string | undefined {
  return path.exec(url.pathname)?.[1]
}

const api = 'https://export.arxiv.org/api/query'
// https://info.arxiv.org/help/api/tou.html: one request in three seconds, on one connection.
const pace = {concurrent: 1, interval: 3000}

/** https://arxiv.org; `abs` is the page that stays, `pdf` and a version are views of it. */
export const arxiv: Site = {
  name: 'arxiv',
  hosts: ['arxiv.org', 'export.arxiv.org', 'browse.arxiv.org', 'alphaxiv.org', 'ar5iv.org', 'ar5iv.labs.arxiv.org'],
  canonical(url) {
    const identifier = identifierOf(url)
    return identifier && `https://arxiv.org/abs/${identifier}`
  },
  identifier(url) {
    const identifier = identifierOf(url)
    return identifier && `arxiv:${identifier.toLowerCase()}`
  },
  month(url) {
    const digits = /(\d\d)(\d\d)(?:\.\d{4,5}|\d{3})$/.exec(identifierOf(url) ?? '')
    if (!digits) return undefined
    const year = Number(digits[1])
    const month = Number(digits[2])
    if (month < 1 || month > 12) return undefined
    // arXiv began in August 1991.
    return {year: year >= 91 ? 1900 + year : 2000 + year, month}
  },
  badge() {
    return {site: 'arXiv', kind: 'Paper'}
  },
  paces: {'arxiv.org': pace, 'export.arxiv.org': pace},
  batch: 50,
  async checkAll(questions, witness) {
    const verdicts = new Map<Question, Verdict | 'missing'>()
    const open = questions.filter(isListed)
    if (open.length === 0) return verdicts
    await judgeBatch(open, verdicts, witness)
    // Empty feeds also come by accident (https://github.com/lukasschwab/arxiv.py/issues/129): whoever is
    // missing is asked for once more, and then on its page.
    const missing = open.filter((question) => !isVerdict(verdicts.get(question)))
    if (missing.length > 0) await judgeBatch(missing, verdicts, witness)
    return verdicts
  },
  async check(question, witness, isMissing) {
    const {address, url} = question
    const [, identifier, version] = path.exec(address.pathname) ?? []
    if (!identifier || !isOwn(address)) return undefined
    const answer = await askTwice(() => witness.ask(url), witness)
    const verdict = judgeAnswer(answer, question)
    if (verdict.outcome === 'broken' && !('fault' in answer)) {
      const name = version === undefined ? identifier : `${identifier}v${version}`
      const asked = isMissing ? 'the API and the page' : 'its page twice'
      return {...verdict, reason: `arXiv has no ${name}: asked ${asked}`}
    }
    const notice = 'fault' in answer || verdict.outcome === 'mismatch' ? undefined : withdrawal(textOf(answer.body))
    return notice === undefined ? verdict : {...verdict, outcome: 'withdrawn', reason: `arXiv says: ${quote(notice)}`}
  }
}

/** Whether the address is arXiv's; copies of its papers elsewhere live and die by themselves. */
function isOwn({hostname}: URL): boolean {
  return /^(?:www\.|export\.)?arxiv\.org$/.test(hostname)
}

/** Whether the API can be asked. One identifier that it takes for nonsense, and it answers for none of them. */
function isListed({address, withAnchor}: Question): boolean {
  return !withAnchor && isOwn(address) && arxiv.month?.(address) !== undefined
}

function isVerdict(found: Verdict | 'missing' | undefined): boolean {
  return found !== undefined && found !== 'missing'
}

async function judgeBatch(
  questions: readonly Question[],
  verdicts: Map<Question, Verdict | 'missing'>,
  witness: Witness
): Promise<void> {
  const entries = await askApi(questions, witness)
  if (!entries) return
  for (const question of questions) {
    const [, identifier = '', version = '1'] = path.exec(question.address.pathname) ?? []
    const entry = entries.get(identifier.toLowerCase())
    // The API is asked for the latest version, so that one answer does for every link to a paper.
    const isThere = entry !== undefined && Number(version) <= (entry.version ?? 1)
    verdicts.set(question, isThere ? judgeEntry(entry, question) : 'missing')
  }
}

/** The entries of a batch by identifier; undefined where the API does not answer. */
async function askApi(questions: readonly Question[], {ask}: Witness): Promise<Map<string, FeedEntry> | undefined> {
  const identifiers = [...new Set(questions.map(({address}) => identifierOf(address) ?? ''))]
  const query = `id_list=${identifiers.join(',')}&max_results=${identifiers.length}`
  const answer = await ask(`${api}?${query}`, {bytes: 1024 * 1024, headers: {accept: 'application/atom+xml'}})
  if ('fault' in answer || answer.status !== 200) return undefined
  const entries = readFeed(answer.body)
  return new Map(entries.map((entry) => [entry.identifier.toLowerCase(), entry]))
}

function judgeEntry(entry: FeedEntry, {claims, url}: Question): Verdict {
  const {identifier, title, comment, published, summary} = entry
  const found = {status: 200, finalUrl: url}
  const {outcome, reason} = judgeIdentity({title, looseTitle: undefined, date: published}, claims)
  if (outcome === 'mismatch')
    return {...found, outcome, reason: reason.replace('the page is', `arXiv ${identifier} is`)}
  const notice = isWithdrawn(comment) ? comment : withdrawal(summary)
  if (notice !== undefined) return {...found, outcome: 'withdrawn', reason: `arXiv says: ${quote(notice)}`}
  return {...found, outcome, reason: outcome === 'verified' ? reason.replace('the page', "arXiv's API") : reason}
}

/** Whether the authors' note says so, which has no fixed form; not of another venue or an older version. */
function isWithdrawn(comment: string): boolean {
  if (/\b(?:earlier|previous|first|old|older|prior|not|never|v\d+)\b[^.;]{0,40}\bwithdrawn\b/i.test(comment))
    return false
  return /\bwithdrawn\b(?!\s+from\b)/i.test(comment)
}

/** The sentence in which a page or an abstract says that the paper was withdrawn. */
function withdrawal(text: string): string | undefined {
  return /\bthis (?:paper|article|submission|manuscript|preprint|work|version)(?: of the paper)? (?:has been|is|was) withdrawn\b[^\n]{0,200}/i
    .exec(text)?.[0]
    .trim()
}
