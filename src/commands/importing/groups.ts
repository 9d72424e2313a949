import type {GroupRule} from './configuration.ts'
import type {Reading} from './gather.ts'

/** A section of the list, whose papers one zone will show. */
export interface Place {
  readonly name: string
  readonly readings: readonly Reading[]
  /** Whether its heading went with its entries, so that the zone has to show it. */
  readonly hasOwnHeading: boolean
}

/** The sections that entries stand in, in the order of the source. */
export function placesOf(readings: readonly Reading[]): Place[] {
  const byPath = new Map<string, Reading[]>()
  for (const reading of readings) {
    const key = JSON.stringify([reading.document.path, ...reading.path])
    byPath.set(key, [...(byPath.get(key) ?? []), reading])
  }
  const paths = [...byPath.values()].map(([first]) => first?.path ?? [])
  return [...byPath.values()].map((members, index) => ({
    name: nameOf(paths[index] ?? [], paths),
    readings: members,
    hasOwnHeading: members.every(({ownHeadings}) => ownHeadings > 0)
  }))
}

// Entries above every heading: a zone of theirs needs a name too.
const unnamed = 'Papers'

/** The innermost heading, with those above it as far as another section has the same. */
function nameOf(path: readonly string[], all: readonly (readonly string[])[]): string {
  for (let depth = 1; depth <= path.length; depth++) {
    const name = path.slice(-depth).join(' / ')
    const others = all.filter((each) => each !== path && each.slice(-depth).join(' / ') === name)
    if (others.length === 0 || depth === path.length) return name
  }
  return unnamed
}

/**
 * The rules that give papers the sections they stand in, where the sections go by year: each year's name
 * with its year, and one section for all that is older. Undefined where sections go by anything else.
 */
export function yearRules(places: readonly Place[]): GroupRule[] | undefined {
  const years = places.flatMap((place) => yearOf(place) ?? [])
  const others = places.filter((place) => yearOf(place) === undefined)
  const patterns = new Set(years.map(({pattern}) => pattern))
  const [pattern] = patterns
  if (pattern === undefined || patterns.size > 1 || others.length > 1) return undefined
  const [older] = others
  if (!older) return [{name: pattern}]
  const oldest = least(years.flatMap(({place}) => datesOf(place)))
  const newest = datesOf(older).reduce((a, b) => (a > b ? a : b), '')
  const before = [`${oldest.slice(0, 4)}-01-01`, oldest].find(
    (date) => /^\d{4}-\d\d-\d\d$/.test(date) && date > newest && date <= oldest
  )
  return before === undefined ? undefined : [{name: older.name, before}, {name: pattern}]
}

function yearOf(place: Place): {place: Place; pattern: string} | undefined {
  const year = /(?:19|20)\d\d/.exec(place.name)?.[0]
  if (year === undefined || !datesOf(place).every((date) => date.startsWith(year))) return undefined
  return {place, pattern: place.name.replace(year, '{year}')}
}

function datesOf({readings}: Place): string[] {
  return readings.flatMap(({draft}) => draft.date ?? [])
}

function least(dates: readonly string[]): string {
  return dates.reduce((a, b) => (a < b ? a : b))
}
