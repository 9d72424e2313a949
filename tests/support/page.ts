import {type List, loadList} from '../../src/list.ts'
import {parseDate} from '../../src/paper/date.ts'
import {comparePapers} from '../../src/paper/order.ts'
import type {Paper} from '../../src/paper/paper.ts'
import {buildPages} from '../../src/readme/build.ts'
import {parseTemplate} from '../../src/readme/template.ts'
import {now, temporaryList} from './list.ts'

/** A paper in memory; `name` is its file's, without the ending. */
export function paperOf({name = '2024-a-paper', ...fields}: Partial<Paper> & {readonly name?: string} = {}): Paper {
  const date = fields.date ?? '2024-04-24'
  return {
    file: {path: `papers/${name}.yaml`, text: '', problems: []},
    title: 'A Paper',
    date,
    day: parseDate(date),
    tags: ['Retrieval Head'],
    links: [{url: 'https://arxiv.org/abs/2404.15574'}],
    summary: ['One thing.', 'Another thing.'],
    authors: [],
    venue: undefined,
    groups: [],
    added: undefined,
    notes: undefined,
    ignore: [],
    ...fields
  }
}

const lists = new Map<string, List>()

/** A list of papers in memory. */
export function listOf(papers: readonly Paper[], configuration = ''): List {
  return {...emptyList(configuration), papers: papers.toSorted(comparePapers)}
}

/** Properties ask for hundreds of lists: each configuration is read once. */
function emptyList(configuration: string): List {
  const known = lists.get(configuration)
  if (known) return known
  using folder = temporaryList({'.github/paperlist.yml': configuration})
  const list = loadList({root: folder.root, now})
  lists.set(configuration, list)
  return list
}

/** The page that a list makes of a template. */
export function pageOf(list: List, template: string, file = 'README.md'): string {
  const parsed = parseTemplate('templates/README.md', file, template)
  if (parsed.problems.length > 0) throw new Error(JSON.stringify(parsed.problems))
  return buildPages(list, [parsed])[0]?.text ?? ''
}

/** What one zone of a page, on its own below two headings, is filled with. */
export function zoneOf(list: List, marker: string): string {
  const name = marker.split(' ')[0]
  const before = `# List\n\n## Section\n\n<!-- paperlist:${marker} -->`
  const after = `<!-- /paperlist:${name} -->\n`
  return pageOf(list, `${before}\n${after}`).slice(before.length, -after.length).trim()
}

/** A text as a browser shows it: white space is one space. */
export function shown(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim()
}
