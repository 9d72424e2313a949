import {join} from 'node:path'
import {withinTime} from '../deadline.ts'
import {Failure} from '../failure.ts'
import {typeOf} from '../io/read.ts'
import {readWithin} from '../io/way.ts'
import type {List} from '../list.ts'
import {type Measure, placeGroups} from './overflow.ts'
import {renderParts} from './overflow-page.ts'
import {Page} from './page.ts'
import {PageNames} from './page-names.ts'
import {Pieces} from './pieces.ts'
import {splice} from './splice.ts'
import {parseTemplate, type Template} from './template.ts'
import {zoneKinds} from './zones/index.ts'

// Far above what GitHub shows, since the budget can be lifted.
const templateBytes = 64 * 1024 * 1024

/** Where GitHub stops showing a README, in bytes (https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-readmes). */
export const githubLimit = 500 * 1024

/** A file as it should stand on disk. */
export interface BuiltFile {
  /** Relative to the list's root. */
  readonly path: string
  readonly text: string
}

/**
 * Reads the templates that the configuration names.
 *
 * @throws {Failure} where one is missing
 */
export function loadTemplates({root, config}: List): Template[] {
  return config.outputs.map(({template, file}) => {
    if (typeOf(join(root, template)) === undefined) {
      throw new Failure(`Cannot find the template ${template}, from which ${file} is made`)
    }
    const result = readWithin(root, template, templateBytes)
    return 'text' in result ? parseInTime(template, file, result.text) : unread(template, file, result.problem)
  })
}

/** A Markdown parser can need the square of a text's length; an ordinary text needs a tenth of this time. */
function parseInTime(path: string, file: string, text: string): Template {
  const limit = 1000 + Math.ceil(text.length / 100)
  const reason = `Unexpected ${limit} ms and more of reading, expected Markdown that can be read in that time`
  return withinTime(limit, () => parseTemplate(path, file, text)) ?? unread(path, file, reason)
}

function unread(path: string, file: string, reason: string): Template {
  return {...parseTemplate(path, file, ''), problems: [{start: 0, end: 0, reason}]}
}

/**
 * Builds every page that the templates ask for and what goes with it.
 *
 * @throws {Failure} where GitHub would not show a part of it as it is
 */
export function buildPages(list: List, templates: readonly Template[]): BuiltFile[] {
  const names = new PageNames(list.config)
  const pieces = new Pieces(list)
  return templates.flatMap((template) => buildPage(list, template, names, pieces))
}

/** A page and its charts; where it passes the budget, with pages for the papers that it has no room for. */
function buildPage(list: List, template: Template, names: PageNames, pieces: Pieces): BuiltFile[] {
  const page = new Page(list, template, pieces)
  const text = fill(page)
  const charts = [...page.files].map(([path, chart]) => ({path, text: chart}))
  const {budget} = list.config.pages
  const measure = measureOf(template)
  // Where GitHub stops there is no room left, whatever the list allows itself.
  const limit = Math.min(budget ?? Number.POSITIVE_INFINITY, githubLimit)
  if (budget === undefined || Buffer.byteLength(text) < limit) return [{path: template.file, text}, ...charts]
  const base = measure(fill(page, 'papers'))
  const placements = placeGroups(page, base, limit, names, measure)
  const rest = [...placements.zones].flatMap(([start, placed]) => {
    const zone = template.zones.find((each) => each.start === start)
    return zone ? renderParts(placed, page, zone) : []
  })
  const short = fill(new Page(list, template, pieces, placements))
  return [{path: template.file, text: short}, ...charts, ...rest]
}

/** The template with its zones filled in; those of one name can be left empty. */
function fill(page: Page, without?: string): string {
  const contents = page.template.zones.map((zone) => {
    const kind = zone.name === without ? undefined : zoneKinds.find(({name}) => name === zone.name)
    return kind?.render(page, zone) ?? ''
  })
  return splice(page.template, contents)
}

/** Bytes of a text once it is in the file, whose line breaks are those of the template. */
function measureOf({text}: Template): Measure {
  if (!/^[^\n]*\r\n/.test(text)) return Buffer.byteLength
  return (part) => Buffer.byteLength(part) + (part.match(/(?<!\r)\n/g)?.length ?? 0)
}
