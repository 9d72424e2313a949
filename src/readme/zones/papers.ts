import {layoutOf, layouts} from '../layouts/index.ts'
import {renderPlaced} from '../placed.ts'
import {groupings, selectGroups} from '../selection.ts'
import {oneOf, someText, wholeNumber} from './option.ts'
import type {ZoneKind} from './zone.ts'

/** The papers themselves: `<!-- paperlist:papers layout=bullets group=none section="Surveys" tag="Induction Head" limit=5 -->`. */
export const papers: ZoneKind = {
  name: 'papers',
  isInline: false,
  options: {
    layout: oneOf(layouts.map(({name}) => name)),
    group: oneOf(groupings),
    section: someText(),
    tag: someText(),
    limit: wholeNumber(1, 100_000)
  },
  render(page, zone) {
    const placed = page.placements.zones.get(zone.start)
    if (placed) return renderPlaced(placed, page, zone)
    return layoutOf(zone).render(selectGroups(page, zone.options), page, zone)
  }
}
