import {inWords, quote} from '../../quote.ts'
import type {OptionCheck} from './zone.ts'

/** An option whose value is one of a few words. */
export function oneOf(words: readonly string[]): OptionCheck {
  return (value) => (words.includes(value) ? undefined : `Unexpected ${quote(value)}, expected ${inWords(words, 'or')}`)
}

/** An option whose value is a whole number within bounds. */
export function wholeNumber(least: number, most: number): OptionCheck {
  return (value) => {
    const isNumber = /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most
    return isNumber ? undefined : `Unexpected ${quote(value)}, expected a number from ${least} to ${most}`
  }
}

/** An option whose value is any text. */
export function someText(): OptionCheck {
  return (value) => (value === '' ? 'Unexpected empty option, expected a text' : undefined)
}
