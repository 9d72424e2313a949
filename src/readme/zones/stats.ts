import {posix} from 'node:path'
import {h} from 'hastscript'
import {plural} from '../../quote.ts'
import {type Bar, countTags, drawChart, themes} from '../chart.ts'
import {newline, onLines, writeHtml} from '../html.ts'
import type {Page} from '../page.ts'
import {someText, wholeNumber} from './option.ts'
import type {ZoneKind, ZoneOptions} from './zone.ts'

/**
 * The list in figures, and on wish a chart of its tags, drawn for light and dark:
 * `<!-- paperlist:stats chart=assets/tags title="Papers by tag" limit=12 -->`.
 */
export const stats: ZoneKind = {
  name: 'stats',
  isInline: false,
  options: {chart: chartPath, title: someText(), limit: wholeNumber(1, 100)},
  render(page, {options}) {
    const {papers} = page.list
    const tags = countTags(papers)
    const years = papers.flatMap(({day}) => day?.year ?? [])
    const span = years.length > 0 ? `, ${yearSpan(years)}` : ''
    const text = `${plural(papers.length, 'paper')} on ${plural(tags.length, 'tag')}${span}.`
    const picture = options['chart'] === undefined ? [] : [drawn(page, tags, options)]
    return writeHtml([h('p', {}, [text]), ...picture.flatMap((each) => [newline, each])])
  }
}

function chartPath(value: string): string | undefined {
  const isPath = /^[\w-]+(?:\/[\w-]+)*$/.test(value)
  return isPath ? undefined : 'Unexpected chart, expected a path within the list without ending, such as assets/tags'
}

function yearSpan(years: readonly number[]): string {
  const first = Math.min(...years)
  const last = Math.max(...years)
  return first === last ? String(first) : `${first} to ${last}`
}

function drawn(page: Page, tags: readonly Bar[], {chart = '', title = 'Papers by tag', limit = '12'}: ZoneOptions) {
  for (const [name, theme] of Object.entries(themes)) {
    page.files.set(`${chart}-${name}.svg`, drawChart(title, tags, Number(limit), theme))
  }
  const from = posix.dirname(page.template.file)
  const [light, dark] = ['light', 'dark'].map((name) => posix.relative(from, `${chart}-${name}.svg`))
  const shown = tags.slice(0, Number(limit)).map(({label, count}) => `${label} ${count}`)
  return h('picture', [
    newline,
    ...onLines([
      h('source', {media: '(prefers-color-scheme: dark)', srcSet: dark}),
      h('img', {src: light, alt: `${title}: ${shown.join(', ')}`})
    ])
  ])
}
