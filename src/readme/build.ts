import {join} from 'node:path'
import {withinTime} from '../deadline.ts'
import {Failure} from '../failure.ts'
import {typeOf} from '../io/read.ts'
import {readWithin} from '../io/way.ts'
import type {List} from '../list.ts'
import {Page} from './page.ts'
import {splice} from './splice.ts'
import {parseTemplate, type Template} from './template.ts'
import {zoneKinds} from './zones/index.ts'

// Far above what GitHub shows, since the budget can be lifted.
const templateBytes = 64 * 1024 * 1024

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
 * Builds a page and what goes with it.
 *
 * @throws {Failure} where GitHub would not show a part of it as it is
 */
export function buildPage(list: List, template: Template): BuiltFile[] {
  const page = new Page(list, template)
  const contents = template.zones.map((zone) => {
    const kind = zoneKinds.find(({name}) => name === zone.name)
    return kind?.render(page, zone) ?? ''
  })
  const files = [...page.files].map(([path, text]) => ({path, text}))
  return [{path: template.file, text: splice(template, contents)}, ...files]
}
