import {layouts} from '../layouts/index.ts'
import {table} from '../layouts/table.ts'
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
    const layout = layouts.find(({name}) => name === zone.options['layout']) ?? table
    return layout.render(selectGroups(page, zone.options), page, zone)
  }
}
