import {createContext, Script} from 'node:vm'

// What is stopped here is stopped wherever it is, in a regular expression too.
const context = createContext({})
const script = new Script('work()')
const batch = 100

/**
 * Runs synchronous work that leaves nothing open, and stops it where it takes longer than it may.
 *
 * @param limit milliseconds
 * @returns what it gave, or undefined where it was stopped
 */
export function withinTime<Result extends object>(limit: number, work: () => Result): Result | undefined {
  const done: Result[] = []
  context['work'] = () => done.push(work())
  try {
    script.runInContext(context, {timeout: limit})
  } catch (error) {
    if (!isTimeout(error)) throw error
  }
  return done[0]
}

/** The error is of the other context, and so no instance of this one's Error. */
function isTimeout(error: unknown): boolean {
  return Object.getOwnPropertyDescriptor(Object(error), 'code')?.value === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}

/**
 * The same for each of many items. Watching a thousand of them one by one would cost more than most of
 * them do, so a hundred go together; the one that is under way when their time is over gets one of its own.
 *
 * @param limit milliseconds for one item, twice of which it can take at the most
 * @param work may be asked again for the same item
 */
export function eachWithinTime<Item, Result extends object>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Result,
  stopped: (item: Item) => Result
): Result[] {
  const results: Result[] = []
  while (results.length < items.length) {
    const together = items.slice(results.length, results.length + batch)
    const first = results.length
    const isDone = withinTime(limit, () => {
      for (const item of together) results.push(work(item))
      return results
    })
    const next = items[results.length]
    if (!isDone && results.length < first + together.length && next !== undefined)
      results.push(withinTime(limit, () => work(next)) ?? stopped(next))
  }
  return results
}
