import type {Config} from '../config.ts'
import {plural} from '../quote.ts'
import type {Rule} from './rule.ts'

/** The summary has the sentences that the list asks for. */
export const summary: Rule = {
  id: 'summary',
  about: 'A summary has as many sentences as the list asks for, each on one line and not too long',
  why: `The configuration says how many (\`summary.sentences\`) and how long (\`summary.words\`). This list asks for three:
what is new; tasks and method; the result that matters, with its figure.`,
  severity: 'error',
  bad: [{text: 'summary:\n  - It is about retrieval heads.\n'}],
  good: [
    {
      text: `summary:
  - Names the few heads that fetch facts from a long context.
  - Looks for them in several families of models.
  - Without them a model makes its facts up.
`
    }
  ],
  check({list}, report) {
    for (const {file, summary} of list.papers) {
      if (!summary) continue
      const reason = wrongNumber(summary.length, list.config.summary)
      if (reason) report(file, ['summary'], reason)
      for (const [index, sentence] of summary.entries()) {
        const fault = faultOf(sentence, list.config.summary)
        if (fault) report(file, ['summary', index], fault)
      }
    }
  }
}

function wrongNumber(count: number, {sentences: [least, most]}: Config['summary']): string | undefined {
  if (count >= least && count <= most) return undefined
  if (most === 0) return `Unexpected ${plural(count, 'sentence')}, expected no summary in this list`
  const expected =
    least === most ? String(least) : most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`
  return `Unexpected ${plural(count, 'sentence')}, expected ${expected}`
}

function faultOf(sentence: string, {words}: Config['summary']): string | undefined {
  if (/[\n\r]/.test(sentence.trimEnd())) return 'Unexpected line break in a sentence, expected one line'
  // A word and its space are at least two characters.
  if (sentence.length < words * 2) return undefined
  const count = sentence.split(/\s+/u).filter(Boolean).length
  return count > words ? `Unexpected sentence of ${plural(count, 'word')}, expected at most ${words}` : undefined
}
