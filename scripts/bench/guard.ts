import {Lexer} from 'yaml'
import {eachWithinTime} from '../../src/deadline.ts'
import {strangeCharacters} from '../../src/paper/characters.ts'
import {guardedTokens, paperLimits, tabAtStart} from '../../src/paper/guard.ts'

/**
 * What the guard takes by itself: a look at the characters and the tokens, under a time limit. The tokens
 * it looks at are the parser's, so to make them costs nothing extra.
 */
export function guardTime(texts: readonly string[], repeats: number): number {
  const inspect = (text: string) => ({
    found: strangeCharacters(text),
    tab: tabAtStart(text),
    all: guardedTokens(text, paperLimits)
  })
  const guarded = least(repeats, () => eachWithinTime(texts, 500, inspect, (text) => inspect(text)))
  const lexed = least(repeats, () => texts.map((text) => [...new Lexer().lex(text)]))
  return Math.max(0, guarded - lexed)
}

/** The fewest milliseconds that some work takes. */
function least(repeats: number, work: () => unknown): number {
  const times = Array.from({length: repeats}, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return Math.min(...times)
}
