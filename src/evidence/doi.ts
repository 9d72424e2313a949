import * as v from 'valibot'
import {quote} from '../quote.ts'
import {readJson} from './json.ts'
import {judgeAnswer, judgeIdentity, pauseBeforeSecond} from './judge.ts'
import {textOf} from './page.ts'
import {bestTitle} from './title.ts'
import type {Question, Verdict, Witness} from './verdict.ts'

// https://www.doi.org/the-identifier/resources/factsheets/doi-resolution-documentation
const handleSchema = v.object({
  responseCode: v.number(),
  values: v.optional(v.array(v.object({type: v.string(), data: v.object({value: v.unknown()})})), [])
})
// https://www.crossref.org/documentation/retrieve-metadata/rest-api/
const crossrefSchema = v.object({
  message: v.object({
    title: v.optional(v.array(v.string()), []),
    subtitle: v.optional(v.array(v.string()), []),
    'updated-by': v.optional(v.array(v.object({type: v.optional(v.string(), '')})), [])
  })
})
// https://support.datacite.org/docs/api
const dataciteSchema = v.object({
  data: v.object({attributes: v.object({titles: v.optional(v.array(v.object({title: v.string()})), [])})})
})

const missing = 100
// https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/
const takenBack = new Set(['retraction', 'removal', 'withdrawal'])
const metadataBytes = 512 * 1024

/**
 * Judges a DOI by the registry of handles, never by the publisher, whose walls turn robots away. Its title
 * comes from the agency that registered it.
 */
export async function judgeDoi(doi: string, question: Question, witness: Witness): Promise<Verdict> {
  const first = await askHandle(doi, witness)
  if (first.state === 'missing') return judgeMissing(doi, question, witness)
  if (first.state === 'unknown') return first.verdict(question)
  const found = {status: 200, finalUrl: question.url}
  if (/crossref\.org\/deleted_DOI/i.test(first.target)) {
    return {...found, outcome: 'broken', reason: `the DOI ${doi} was deleted by its registrar`}
  }
  const record = question.claims.length > 0 ? await askMetadata(doi, witness) : undefined
  if (record?.retraction) {
    return {...found, outcome: 'withdrawn', reason: `Crossref lists a ${record.retraction} of ${doi}`}
  }
  const {outcome, reason} = judgeIdentity(
    {title: bestTitle(record?.titles ?? [], question.claims), looseTitle: undefined, date: undefined},
    question.claims
  )
  if (outcome === 'verified') return {...found, outcome, reason: 'the DOI is registered, and its title is the paper’s'}
  if (outcome === 'mismatch') return {...found, outcome, reason: reason.replace('the page', `the DOI ${doi}`)}
  return {...found, outcome, reason: 'the DOI is registered'}
}

/** The handle API says that there is no such DOI: it is asked again, and so is Crossref. */
async function judgeMissing(doi: string, question: Question, witness: Witness): Promise<Verdict> {
  await witness.pause(pauseBeforeSecond)
  const [again, record] = [await askHandle(doi, witness), await askMetadata(doi, witness)]
  const isThere = again.state === 'found' || record !== undefined
  // Asked a second time it said nothing: then nobody has confirmed it.
  if (!isThere && again.state === 'unknown') return again.verdict(question)
  if (isThere)
    return {outcome: 'alive', status: 200, finalUrl: question.url, reason: `${doi} is registered at second glance`}
  const reason = `there is no DOI ${quote(doi)}: asked the handle registry twice, and Crossref`
  return {outcome: 'broken', status: 404, finalUrl: null, reason}
}

type Handle =
  | {readonly state: 'found'; readonly target: string}
  | {readonly state: 'missing'}
  | {readonly state: 'unknown'; readonly verdict: (question: Question) => Verdict}

async function askHandle(doi: string, {ask}: Witness): Promise<Handle> {
  const answer = await ask(`https://doi.org/api/handles/${encodeURIComponent(doi).replaceAll('%2F', '/')}?type=URL`, {
    headers: {accept: 'application/json'}
  })
  const handle = 'fault' in answer ? undefined : readJson(handleSchema, answer.body)
  if (handle?.responseCode === missing) return {state: 'missing'}
  if (handle && handle.responseCode === 1) {
    const target = handle.values.find(({type}) => type === 'URL')?.data.value
    return {state: 'found', target: typeof target === 'string' ? target : ''}
  }
  // A bare 404 is no word of the registry.
  const isOdd = !('fault' in answer) && answer.status < 500 && answer.status !== 429
  return {
    state: 'unknown',
    verdict: (question) =>
      isOdd
        ? {
            outcome: 'blocked',
            status: answer.status,
            finalUrl: null,
            reason: 'the handle registry gave no answer that says anything'
          }
        : judgeAnswer(answer, question)
  }
}

interface AgencyRecord {
  /** In every language, with and without their subtitles. */
  readonly titles: readonly string[]
  /** What took the paper back. */
  readonly retraction: string | undefined
}

/** What the registering agency knows of a DOI; undefined where neither of the two large ones knows it. */
async function askMetadata(doi: string, {ask}: Witness): Promise<AgencyRecord | undefined> {
  const name = encodeURIComponent(doi)
  const options = {headers: {accept: 'application/json'}, bytes: metadataBytes}
  const crossref = await ask(`https://api.crossref.org/works/${name}`, options)
  const work = 'fault' in crossref ? undefined : readJson(crossrefSchema, crossref.body)?.message
  if (work) {
    const titles = work.title.flatMap((title) => [title, ...work.subtitle.map((subtitle) => `${title}: ${subtitle}`)])
    const retraction = work['updated-by'].find(({type}) => takenBack.has(type))?.type
    return {titles: titles.map(withoutTags), retraction}
  }
  const datacite = await ask(`https://api.datacite.org/dois/${name}`, options)
  const data = 'fault' in datacite ? undefined : readJson(dataciteSchema, datacite.body)?.data
  return data && {titles: data.attributes.titles.map(({title}) => withoutTags(title)), retraction: undefined}
}

/** Titles carry tags of HTML and MathML (https://www.crossref.org/documentation/schema-library/markup-guide-metadata-segments/face-markup/). */
function withoutTags(title: string): string {
  return title.includes('<') || title.includes('&') ? textOf(title).replaceAll('\n', '') : title
}
