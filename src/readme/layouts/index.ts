import type {Zone} from '../template.ts'
import {bullets} from './bullets.ts'
import {compact} from './compact.ts'
import type {Layout} from './layout.ts'
import {table} from './table.ts'

/** Every layout that a template can ask for. */
export const layouts: readonly Layout[] = [bullets, compact, table]

/** The layout that a zone asks for. */
export function layoutOf({options}: Zone): Layout {
  return layouts.find(({name}) => name === options['layout']) ?? table
}
