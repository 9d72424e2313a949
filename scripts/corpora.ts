import {copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type ImportReport, importLists} from '../src/commands/import.ts'
import {importJson} from '../src/commands/importing/report.ts'
import {titleKey} from '../src/paper/title.ts'

/**
 * Imports every Markdown file of a folder, and prints what share of it became papers. The sources are read
 * here by means of their own: `npm run corpora -- FOLDER`.
 */
const folder = process.argv[2]
if (folder === undefined) throw new Error('Expected a folder of lists: npm run corpora -- FOLDER')
const labels = readLabels(new URL('../../tests/importers/titles.tsv', import.meta.url))
const titlesById = new Map<string, Map<string, string>>()
const sums = {ids: 0, found: 0, labels: 0, right: 0, lost: 0}
for (const name of readdirSync(folder).filter((each) => each.endsWith('.md'))) measure(join(folder, name), name)
const pairs = [...titlesById.values()].flatMap((titles) => pairsOf([...titles.values()].map(titleKey)))
const agreeing = pairs.filter(([mine, yours]) => mine === yours).length
print(`arXiv identifiers ${share(sums.found, sums.ids)}, titles ${share(sums.right, sums.labels)}, lost ${sums.lost}`)
print(`titles of one identifier in two lists ${share(agreeing, pairs.length)}`)

function measure(file: string, name: string): void {
  const root = mkdtempSync(join(tmpdir(), 'paperlist-corpora-'))
  mkdirSync(join(root, 'papers'))
  copyFileSync(file, join(root, 'README.md'))
  const started = performance.now()
  const report = importLists({
    root,
    config: undefined,
    now: new Date(),
    files: [join(root, 'README.md')],
    force: false,
    dryRun: true,
    keepRest: false
  })
  const time = performance.now() - started
  const source = readFileSync(file, 'utf8')
  const [ids, found] = identifiers(source, report)
  const lost = lostIn(source, report)
  const entries = report.papers.flatMap(({merged}) => merged.readings)
  for (const {document, entry, draft} of entries) {
    const [id] = draft.links.flatMap(({url}) => /arxiv\.org\/abs\/(\S+)/.exec(url)?.[1] ?? [])
    if (id !== undefined) remember(id, name, draft.title ?? '')
    const start = entry.start + (/^\s*/.exec(document.text.slice(entry.start, entry.end))?.[0].length ?? 0)
    const own = labels.filter((label) => label.list === name && label.line === document.line(start))
    // A row of several papers has several titles on one line.
    if (own.length > 0) sums.right += own.some(({title}) => titleKey(title) === titleKey(draft.title ?? '')) ? 1 : 0
  }
  sums.labels += labels.filter(({list}) => list === name).length
  sums.ids += ids
  sums.found += found
  sums.lost += lost.length
  print(
    `${name}: ${entries.length} entries, ${report.papers.length} papers, arXiv ${found}/${ids}, lost ${lost.length}, ${time.toFixed(0)} ms`
  )
  for (const each of lost.slice(0, 10)) print(`  ${each}`)
  rmSync(root, {recursive: true})
}

/** The distinct arXiv identifiers outside comments and fences, and how many of them are in paper files. */
function identifiers(source: string, {papers}: ImportReport): [all: number, found: number] {
  const visible = source.replace(/<!--.*?-->/gs, '').replace(/^```.*?^```/gms, '')
  const ids = new Set([...visible.matchAll(/arxiv\.org\/(?:abs|pdf|html)\/(\d{4}\.\d{4,5})/gi)].map(([, id]) => id))
  const urls = papers.flatMap(({fields}) => fields.links.map((link) => (typeof link === 'string' ? link : link.url)))
  return [ids.size, [...ids].filter((id) => urls.includes(`https://arxiv.org/abs/${id}`)).length]
}

/** Every address and word of the source that is in none of the files and not in the report. */
function lostIn(source: string, report: ImportReport): string[] {
  const all = `${report.files.map(({text}) => text).join('\n')}\n${importJson(report)}`.normalize('NFC').toLowerCase()
  const urls = [...source.matchAll(/https?:\/\/[^\s<>"'`)\]|}]+/gi)].map(([url]) => url.replace(/[.,;:*]+$/, ''))
  const text = source
    .replace(/https?:\/\/\S+/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z]+;/gi, ' ')
  const words = text.normalize('NFC').match(/\p{L}{3,}/gu) ?? []
  return [...new Set([...urls, ...words])].filter((each) => !all.includes(each.toLowerCase()))
}

function remember(id: string, list: string, title: string): void {
  const titles = titlesById.get(id) ?? new Map<string, string>()
  titlesById.set(id, titles)
  if (!titles.has(list)) titles.set(list, title)
}

function pairsOf(values: readonly string[]): [string, string][] {
  return values.flatMap((value, index) => values.slice(index + 1).map((other): [string, string] => [value, other]))
}

function readLabels(file: URL): {list: string; line: number; title: string}[] {
  const [, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n')
  return rows.map((row) => {
    const [list = '', line = '', title = ''] = row.split('\t')
    return {list, line: Number(line), title}
  })
}

function share(part: number, whole: number): string {
  return `${part}/${whole} (${((100 * part) / Math.max(1, whole)).toFixed(2)} %)`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
