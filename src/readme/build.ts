import {join} from 'node:path'
import {Failure} from '../failure.ts'
import {readText, typeOf} from '../io/read.ts'
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
    const result = readText(join(root, template), templateBytes)
    if ('text' in result) return parseTemplate(template, file, result.text)
    const empty = parseTemplate(template, file, '')
    return {...empty, problems: [{start: 0, end: 0, reason: result.problem}]}
  })
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
