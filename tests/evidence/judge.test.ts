import {describe, expect, test} from 'vitest'
import {dateNote, judgeAnswer, judgeIdentity, judgePage} from '../../src/evidence/judge.ts'
import type {Answer, AskOptions, NoAnswer, outcomes, Question, Witness} from '../../src/evidence/verdict.ts'
import {page} from '../support/publishers.ts'

const title = 'Induction Heads in Transformers'
const url = 'https://example.org/paper'
const claim = {title, date: '2024-04-24'}
const questionOf = (claims: Question['claims'] = [], at = url): Question => ({
  url: at,
  address: new URL(at),
  claims,
  withAnchor: at.includes('#')
})
const answerOf = (part: Partial<Answer> = {}): Answer => ({
  status: 200,
  url,
  headers: {'content-type': 'text/html'},
  body: '',
  redirects: [],
  ...part
})
const outcome = (part: Partial<Answer>, question = questionOf()) => judgeAnswer(answerOf(part), question).outcome

describe('every status', () => {
  const exceptions: Readonly<Record<string, readonly number[]>> = {
    broken: [404, 410],
    blocked: [202, 999],
    transient: [408, 425, 429]
  }
  // By hundreds.
  const usual = [
    '',
    'transient',
    'alive',
    'transient',
    'blocked',
    'transient',
    'transient',
    'transient',
    'transient',
    'transient'
  ]
  const expected = (status: number) =>
    Object.keys(exceptions).find((name) => exceptions[name]?.includes(status)) ?? usual[Math.floor(status / 100)]

  test('has the outcome of the contract, and only two are broken', () => {
    const all = Array.from({length: 900}, (_, index) => index + 100)
    expect(all.map((status) => `${status} ${outcome({status})}`)).toEqual(
      all.map((status) => `${status} ${expected(status)}`)
    )
    expect(all.filter((status) => outcome({status}) === 'broken')).toEqual([404, 410])
  })
})

test.each<[NoAnswer['fault'], (typeof outcomes)[number]]>([
  ['unsafe', 'unsafe'],
  ['no-host', 'broken'],
  ['certificate', 'broken'],
  ['resolver', 'transient'],
  ['timeout', 'transient'],
  ['failed', 'transient'],
  ['redirects', 'transient'],
  ['cancelled', 'unchecked']
])('no answer, %s: %s', (fault, expected) => {
  expect(judgeAnswer({fault, reason: 'so it is'}, questionOf())).toEqual({
    outcome: expected,
    status: null,
    finalUrl: null,
    reason: 'so it is'
  })
})

describe('moved', () => {
  const next = 'https://example.org/new'
  test.each<[number[], string, string]>([
    [[301], next, 'moved'],
    [[308, 301], next, 'moved'],
    [[302], next, 'alive'],
    [[301, 302], next, 'alive'],
    [[307, 308], next, 'alive'],
    [[301], url, 'alive'],
    [[301], `${url}#there`, 'alive'],
    [[], url, 'alive']
  ])('by %j to %s: %s', (redirects, at, expected) => {
    expect(outcome({redirects, url: at})).toBe(expected)
  })

  test.each([
    [404, 'broken'],
    [403, 'blocked'],
    [500, 'transient']
  ])('to a page that answers %d is no move', (status, expected) => {
    expect(outcome({redirects: [301], url: next, status})).toBe(expected)
  })

  test('to another paper is another paper', () => {
    const body = page('A', {citation_title: 'A Survey of Quantum Chromodynamics on the Lattice'})
    expect(outcome({redirects: [301], url: next, body}, questionOf([claim]))).toBe('mismatch')
  })
})

describe('identity', () => {
  const facts = {title: undefined, looseTitle: undefined, date: undefined}
  const other = 'A Survey of Quantum Chromodynamics on the Lattice'

  test.each([
    ['the title', {...facts, title}, 'verified: the page names this paper'],
    ['another title', {...facts, title: other}, `mismatch: the page is \`${other}\`, not \`${title}\``],
    [
      'a title like it',
      {...facts, title: 'Induction Circuits in Transducers'},
      'alive: answered well; the page calls itself `Induction Circuits in Transducers`'
    ],
    ['a loose title', {...facts, looseTitle: title}, 'verified: the page names this paper'],
    [
      'another loose title, which is no evidence',
      {...facts, looseTitle: other},
      'alive: answered well; the page does not say which paper it is'
    ],
    ['nothing', facts, 'alive: answered well; the page does not say which paper it is'],
    [
      'another date',
      {...facts, title, date: '2025-01-01'},
      'verified: the page names this paper; it is dated 2025-01-01, the file 2024-04-24'
    ]
  ])('by %s', (_, said, expected) => {
    const verdict = judgeIdentity(said, [claim])
    expect(`${verdict.outcome}: ${verdict.reason}`).toBe(expected)
  })

  test('of a page of no paper is not asked for', () => {
    expect(judgeIdentity({...facts, title: other}, [])).toEqual({outcome: 'alive', reason: 'answered well'})
  })

  test('of a page that two papers claim is one of them', () => {
    expect(judgeIdentity({...facts, title}, [claim, {title: other, date: '2024'}]).outcome).toBe('mismatch')
    expect(judgeIdentity({...facts, title}, [claim, {...claim, title: title.toUpperCase()}]).outcome).toBe('verified')
  })
})

test.each([
  ['2024-04-01', '2024-04-24', ''],
  ['2024-05-31', '2024-04-01', ''],
  ['2024-06-01', '2024-04-30', '; it is dated 2024-06-01, the file 2024-04-30'],
  ['2023-12-31', '2024-01-01', ''],
  ['2024-12', '2024-04', '; it is dated 2024-12, the file 2024-04'],
  ['2024', '2025-04-24', ''],
  ['2024-04-24', '2024', ''],
  ['soon', '2024-04-24', ''],
  [undefined, '2024-04-24', '']
])('dated %s, the file %s', (theirs, ours, note) => {
  expect(dateNote(theirs, {title, date: ours})).toBe(note)
})

describe('a page is asked', () => {
  /** Answers in turn, and the methods that it was asked with. */
  async function asked(question: Question, ...answers: (Answer | NoAnswer)[]): Promise<[string, string[]]> {
    const methods: string[] = []
    const witness: Witness = {
      async ask(_: string, {method = 'GET'}: AskOptions = {}) {
        methods.push(method)
        return answers[methods.length - 1] ?? answerOf({status: 500})
      },
      async pause() {
        methods.push('pause')
        answers.splice(methods.length - 1, 0, answerOf())
      },
      token: undefined
    }
    return [(await judgePage(question, witness)).outcome, methods]
  }

  const gone = answerOf({status: 404})
  const refused = answerOf({status: 405})
  test.each<[string, Question, (Answer | NoAnswer)[], string, string[]]>([
    ['with HEAD where no title is wanted', questionOf(), [answerOf()], 'alive', ['HEAD']],
    ['with GET where HEAD is refused', questionOf(), [refused, answerOf()], 'alive', ['HEAD', 'GET']],
    ['with GET where HEAD finds nothing', questionOf(), [gone, answerOf()], 'alive', ['HEAD', 'GET']],
    ['with GET where HEAD meets a wall', questionOf(), [answerOf({status: 403}), gone], 'broken', ['HEAD', 'GET']],
    ['by both before it is dead', questionOf(), [gone, gone], 'broken', ['HEAD', 'GET']],
    ['with GET for its title', questionOf([claim]), [answerOf()], 'alive', ['GET']],
    ['twice before a paper is dead', questionOf([claim]), [gone, gone], 'broken', ['GET', 'pause', 'GET']],
    ['and once alive is enough', questionOf([claim]), [gone, answerOf()], 'alive', ['GET', 'pause', 'GET']]
  ])('%s', async (_, question, answers, expected, methods) => {
    expect(await asked(question, ...answers)).toEqual([expected, methods])
  })
})
