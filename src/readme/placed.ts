import {layoutOf} from './layouts/index.ts'
import {writeMarkdown} from './markdown.ts'
import type {Page} from './page.ts'
import type {Placed} from './placement.ts'
import {isWhollyMoved, whereabouts} from './pointers.ts'
import type {Zone} from './template.ts'

/**
 * A zone that has no room for all of its papers: a line that says where everything is, then the groups, or
 * what leads to them, in their order.
 *
 * @throws {Failure} where GitHub would not show it as it is
 */
export function renderPlaced(all: readonly Placed[], page: Page, zone: Zone): string {
  const layout = layoutOf(zone)
  const blocks: string[] = all.some(({parts}) => parts.length > 0) ? [writeMarkdown([whereabouts(all, page)])] : []
  let moved: Placed[] = []
  const flush = () => {
    if (moved.length > 0) blocks.push(writeMarkdown(layout.pointers(moved, page, zone)))
    moved = []
  }
  for (const placed of all) {
    if (!isWhollyMoved(placed)) {
      flush()
      blocks.push(layout.render([keptOf(placed)], page, zone))
    }
    if (placed.parts.length > 0) moved.push(placed)
  }
  flush()
  return blocks.join('\n\n')
}

function keptOf({group, kept}: Placed) {
  return kept.length === group.papers.length ? group : {...group, papers: kept, total: group.papers.length}
}
