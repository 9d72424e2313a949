import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Config} from '../config.ts'
import type {PaperLink} from '../paper/paper.ts'
import type {Registry} from '../sites/registry.ts'
import {badgeHost} from './allow-list.ts'

/** An image from shields.io with a text of one or two halves. */
export interface Badge {
  readonly source: string
  readonly text: string
  /** Its natural width in CSS pixels, never too small. */
  readonly width: number
}

// The colour goes by what a link leads to.
const colours: ReadonlyMap<string, string> = new Map([
  ['Code', 'brightgreen'],
  ['Data', 'brightgreen'],
  ['Demo', 'purple'],
  ['Model', 'yellow'],
  ['Page', 'black'],
  ['View', 'purple']
])
const paperColour = 'D2691E'

// Logos of https://simpleicons.org by the left half of a badge.
const logos: ReadonlyMap<string, string> = new Map([
  ['arXiv', 'arxiv'],
  ['GitHub', 'github'],
  ['Hugging Face', 'huggingface']
])

/** A badge, and where it leads; nowhere when its address is not to be trusted. */
export interface LinkBadge extends Badge {
  readonly href: string | undefined
}

/** The badges of a list. A tag and a pair of halves come back in paper after paper: each is made once. */
export class Badges {
  readonly #config: Config
  readonly #registry: Registry
  readonly #tags = new Map<string, Badge>()
  readonly #links = new Map<string, Badge>()

  constructor(config: Config, registry: Registry) {
    this.#config = config
    this.#registry = registry
  }

  /** The badge of a tag. */
  tag(tag: string): Badge {
    const {colours: own} = this.#config.tags
    return once(this.#tags, tag, () => ({
      source: source([tag, (Object.hasOwn(own, tag) ? own[tag] : own['default']) ?? 'blue']),
      text: tag,
      width: textWidth(tag) + 10
    }))
  }

  /** The badge of a link. */
  link(link: PaperLink): LinkBadge {
    const {url, canonical} = this.#registry.address(link.url)
    const {site = url?.hostname ?? 'Unknown', kind = 'Link'} = this.#registry.badge(link)
    const badge = once(this.#links, `${site.length} ${site}${kind}`, () => linkBadge(site, kind))
    return {...badge, href: url && canonical}
  }
}

function once(made: Map<string, Badge>, key: string, make: () => Badge): Badge {
  const badge = made.get(key) ?? make()
  made.set(key, badge)
  return badge
}

function linkBadge(site: string, kind: string): Badge {
  const logo = logos.get(site)
  return {
    source: source([site, kind, colours.get(kind) ?? paperColour]) + (logo ? `?logo=${logo}` : ''),
    text: `${site} ${kind}`,
    width: textWidth(site) + textWidth(kind) + 20 + (logo ? 17 : 0)
  }
}

/** The image of a badge. */
export function badgeImage({source, text}: Badge): Element {
  return h('img', {src: source, alt: text})
}

/** https://shields.io/badges: a hyphen and an underscore are doubled, a space is an underscore. */
function source(parts: readonly string[]): string {
  const escaped = parts.map((part) => part.replaceAll('-', '--').replaceAll('_', '__').replaceAll(' ', '_'))
  return `${badgeHost}badge/${escaped.map((part) => encodeURIComponent(part)).join('-')}`
}

// Advances of Verdana at 11 px, the font of the badges, as shields.io measures it
// (https://www.npmjs.com/package/anafanafo).
const advances: readonly (readonly [number, string])[] = [
  [2.95, "'"],
  [3.02, 'il'],
  [3.79, 'j'],
  [3.87, ' f'],
  [4, ',.'],
  [4.33, '!t'],
  [4.63, 'I'],
  [4.69, 'r'],
  [5, '()-/:;J[\\]|'],
  [5.05, '"'],
  [5.73, 'cs'],
  [5.78, 'z'],
  [6, '?'],
  [6.12, 'L'],
  [6.32, 'F'],
  [6.51, 'kvxy'],
  [6.55, 'e'],
  [6.63, 'aP'],
  [6.68, 'o'],
  [6.78, 'TY'],
  [6.85, 'bdgpq'],
  [6.99, 'Ehnu{}$*0123456789_`'],
  [7.54, 'ABSVXZ'],
  [7.68, 'CKR'],
  [7.99, '&'],
  [8.05, 'U'],
  [8.27, 'HN'],
  [8.53, 'DG'],
  [8.66, 'OQ'],
  [9, '#+<=>^w~'],
  [9.27, 'M'],
  [10.7, 'm'],
  [10.88, 'W'],
  [11.84, '%@']
]
const advanceOf: ReadonlyMap<string, number> = new Map(
  advances.flatMap(([advance, letters]) => [...letters].map((letter) => [letter, advance]))
)

/** Pixels of a text on a badge, always odd: https://github.com/badges/shields badge-maker/lib/badge-renderers.js. */
function textWidth(text: string): number {
  let width = 0
  // What is in none of the rows above counts as wide.
  for (const letter of text.normalize('NFD').replace(/\p{M}/gu, '')) width += advanceOf.get(letter) ?? 12
  const whole = Math.floor(width)
  return whole % 2 === 0 ? whole + 1 : whole
}
