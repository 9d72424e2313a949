import {buildPages} from '../../src/readme/build.ts'
import {parseTemplate} from '../../src/readme/template.ts'
import {listOf, paperOf} from '../support/page.ts'

const list = listOf([
  paperOf({name: '2024-first', title: 'First | <b>', groups: []}),
  paperOf({name: '2023-second', title: 'Second', date: '2023-05', venue: 'ICLR 2023', tags: ['A', 'B']})
])

/**
 * Fills a template in: the bytes outside of its zones stay, and its page is a template that gives the same page.
 *
 * @returns whether it could be filled in
 * @throws where it is not so
 */
export function fill(text: string): boolean {
  const template = parseTemplate('README.md', 'README.md', text)
  if (template.problems.length > 0) return false
  const page = pageOf(text)
  const ends = [0, ...template.zones.map(({end}) => end)]
  const outside = ends.map((end, index) => text.slice(end, template.zones[index]?.start))
  let at = 0
  for (const [index, part] of outside.entries()) {
    const isLast = index === outside.length - 1
    const found = isLast ? Math.max(at, page.length - part.length) : page.indexOf(part, at)
    if (found < 0 || (index === 0 && found > 0) || !page.startsWith(part, found)) {
      throw new Error(`It loses ${JSON.stringify(part.slice(0, 200))}`)
    }
    at = found + part.length
  }
  const again = pageOf(page)
  if (again !== page) throw new Error('It is another page when it is built again.')
  return true
}

function pageOf(text: string): string {
  const template = parseTemplate('README.md', 'README.md', text)
  const [problem] = template.problems
  if (problem) throw new Error(`Its page is no template: ${problem.reason}`)
  return buildPages(list, [template])[0]?.text ?? ''
}
