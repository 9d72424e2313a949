import type {Config} from '../config.ts'
import type {Finding} from '../finding.ts'
import {isoDay} from '../paper/date.ts'
import {quote} from '../quote.ts'

type Entry = Config['links']['ignore'][number]

/** Which links the configuration says to leave alone, and which of its entries have had their day. */
export class Ignored {
  readonly #entries: readonly Entry[]
  readonly #used = new Set<Entry>()
  readonly #path: string
  readonly #today: string

  constructor({links, path}: Config, now: Date) {
    this.#entries = links.ignore
    this.#path = path
    this.#today = isoDay(now)
  }

  /** Why a link is left alone; undefined where it is not. */
  reason(url: string): string | undefined {
    const entry = this.#entries.find((each) => !this.#isOver(each) && matches(each.url, url))
    if (entry) this.#used.add(entry)
    return entry?.reason
  }

  /** What is wrong with the entries, once every link was looked up. */
  findings(): Finding[] {
    const finding = (reason: string): Finding => ({path: this.#path, ruleId: 'links', severity: 'warning', reason})
    return this.#entries.flatMap((entry) => {
      if (this.#isOver(entry)) {
        return [
          finding(
            `Unexpected end of the ignore of ${quote(entry.url)} on ${entry.until}, expected it to be renewed or taken out`
          )
        ]
      }
      if (this.#used.has(entry)) return []
      return [finding(`Unexpected ignore of ${quote(entry.url)}, expected only what a link of the list matches`)]
    })
  }

  #isOver({until}: Entry): boolean {
    return until !== undefined && until < this.#today
  }
}

/** `*` stands for any characters. */
function matches(pattern: string, url: string): boolean {
  const parts = pattern.split('*')
  const [first = '', ...rest] = parts
  if (!url.startsWith(first)) return false
  let at = first.length
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1
    const found = isLast ? url.length - part.length : url.indexOf(part, at)
    if (found < at || !url.startsWith(part, found)) return false
    at = found + part.length
  }
  return at === url.length
}
