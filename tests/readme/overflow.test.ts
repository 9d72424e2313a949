import {posix} from 'node:path'
import fc from 'fast-check'
import GithubSlugger, {slug} from 'github-slugger'
import {fromHtml} from 'hast-util-from-html'
import type {Heading, Nodes} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {toString as textOf} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import type {Paper} from '../../src/paper/paper.ts'
import {type BuiltFile, buildPages} from '../../src/readme/build.ts'
import {parseTemplate} from '../../src/readme/template.ts'
import {text} from '../support/hostile.ts'
import {listOf, paperOf} from '../support/page.ts'

const zone = '<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n'

function built(papers: readonly Paper[], budget: string, template = `# List\n\n${zone}`, more = ''): BuiltFile[] {
  const list = listOf(papers, `pages:\n  budget: ${budget}\n${more}`)
  const {outputs} = list.config
  const templates = outputs.map(({template: path, file}) => parseTemplate(path, file, template))
  expect(templates.flatMap(({problems}) => problems)).toEqual([])
  return buildPages(list, templates)
}

function textOfFile(files: readonly BuiltFile[], path: string): string {
  return files.find((file) => file.path === path)?.text ?? ''
}

/** So many papers of a year, a day apart from its first on, each of about a kibibyte. */
function yearOf(year: number, count: number): Paper[] {
  return Array.from({length: count}, (_, index) => {
    const day = new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10)
    const title = `Paper ${index} of ${year}`
    return paperOf({name: `${year}-paper-${index}`, title, date: day, summary: ['word '.repeat(100).trim()]})
  })
}

/** The titles on a page, in their order. */
function titles(text: string): string[] {
  return [...text.matchAll(/<strong>(Paper \d+ of \d+)<\/strong>|\*\*(Paper [^*]+)\*\*/g)].map(
    (match) => match[1] ?? match[2] ?? ''
  )
}

/** Every anchor of a page, as GitHub would make it. */
function anchorsOf(text: string): Set<string> {
  const tree = fromMarkdown(text)
  const slugger = new GithubSlugger()
  const anchors = new Set<string>()
  visit(tree, (node: Nodes) => {
    if (node.type === 'heading') anchors.add(slugger.slug(headingText(node)))
    if (node.type !== 'html') return
    visit(fromHtml(node.value, {fragment: true}), 'element', ({properties}) => {
      if (properties['id'] !== undefined) anchors.add(String(properties['id']))
    })
  })
  return anchors
}

function headingText(heading: Heading): string {
  return textOf(heading, {includeHtml: false})
}

/** Every relative address on a page. */
function localLinks(text: string): string[] {
  const links: string[] = []
  visit(fromMarkdown(text), 'link', ({url}) => void links.push(url))
  return links.filter((url) => !/^[a-z]+:/i.test(url))
}

function deadLinks(files: readonly BuiltFile[]): string[] {
  const anchors = new Map(files.map(({path, text}) => [path, anchorsOf(text)]))
  return files.flatMap(({path, text}) =>
    localLinks(text).filter((url) => {
      const [to = '', anchor] = url.split('#').map(decodeURIComponent)
      const target = to === '' ? path : posix.join(posix.dirname(path), to)
      return !anchors.has(target) || (anchor !== undefined && !anchors.get(target)?.has(anchor))
    })
  )
}

function sizes(files: readonly BuiltFile[]): number[] {
  return files.map(({text}) => Buffer.byteLength(text))
}

describe('a list within its budget', () => {
  test('has no pages', () => {
    const files = built([...yearOf(2023, 3), ...yearOf(2024, 3)], '450KiB')
    expect(files.map(({path}) => path)).toEqual(['README.md'])
    expect(files[0]?.text).not.toContain('on this page')
  })

  test('has none either where the budget is lifted', () => {
    const files = built(yearOf(2023, 300), 'off')
    expect(files.map(({path}) => path)).toEqual(['README.md'])
  })
})

describe('a list beyond its budget', () => {
  const papers = [...yearOf(2022, 9), ...yearOf(2023, 9), ...yearOf(2024, 9)]

  test('keeps its newest groups, and gives each other one a page', () => {
    const files = built(papers, '16KiB')
    expect(files.map(({path}) => path)).toEqual(['README.md', 'pages/2023.md', 'pages/2022.md'])
    expect(files.map(({text}) => titles(text).length)).toEqual([9, 9, 9])
    expect(titles(textOfFile(files, 'README.md'))[0]).toBe('Paper 8 of 2024')
    expect(titles(textOfFile(files, 'pages/2022.md')).at(-1)).toBe('Paper 0 of 2022')
    expect(Math.max(...sizes(files))).toBeLessThan(16 * 1024)
  })

  test('says where everything is, and leads there from the place of each group', () => {
    const readme = textOfFile(built(papers, '16KiB'), 'README.md')
    expect(readme).toContain(
      'The newest 9 of 27 papers are on this page. The others: [Year 2023](pages/2023.md), [Year 2022](pages/2022.md).\n'
    )
    expect(readme).toContain(
      '- <a id="year-2023"></a>[Year 2023](pages/2023.md) (9 papers)\n- <a id="year-2022"></a>[Year 2022](pages/2022.md) (9 papers)\n'
    )
  })

  test('has pages that begin with their mark and lead back and on', () => {
    const page = textOfFile(built(papers, '16KiB', `# My *List*\n\n${zone}`), 'pages/2023.md')
    expect(page).toMatch(
      /^<!-- Made by paperlist\. Edit the files of the papers, not this page\. -->\n\n# My List\n\n## Year 2023\n\n/
    )
    expect(page).toContain('9 papers, 2023-01-01 to 2023-01-09. The whole list: [README.md](../README.md#year-2023).\n')
    expect(page).toContain('[Page after →](2022.md)\n')
    expect(page).not.toContain('paperlist:papers')
    expect(page.endsWith('</table>\n')).toBe(true)
  })

  test('goes where the configuration says, under its title', () => {
    const files = built(papers, '16KiB', `# List\n\n${zone}`, '  directory: docs/more\ntitle: All Papers\n')
    expect(files.map(({path}) => path)).toEqual(['README.md', 'docs/more/2023.md', 'docs/more/2022.md'])
    expect(textOfFile(files, 'docs/more/2022.md')).toContain('\n# All Papers\n')
    expect(textOfFile(files, 'docs/more/2022.md')).toContain('(../../README.md#year-2022)')
    expect(deadLinks(files)).toEqual([])
  })

  test('splits a group larger than a page, numbered from its oldest papers on', () => {
    const files = built([...yearOf(2023, 40), ...yearOf(2024, 2)], '16KiB')
    const paths = files.map(({path}) => path)
    expect(paths).toEqual(['README.md', 'pages/2023-3.md', 'pages/2023-2.md', 'pages/2023.md'])
    const all = files.slice(1).flatMap(({text}) => titles(text))
    expect(all).toEqual(Array.from({length: 40}, (_, index) => `Paper ${39 - index} of 2023`))
    expect(Math.max(...sizes(files))).toBeLessThan(16 * 1024)
    const count = titles(textOfFile(files, 'pages/2023.md')).length
    expect(textOfFile(files, 'pages/2023.md')).toContain(`Page 1 of 3: ${count} of 40 papers, 2023-01-01 to 2023-01-`)
    expect(textOfFile(files, 'README.md')).toMatch(
      /<a id="year-2023"><\/a>Year 2023, 40 papers: \[page 3\]\(pages\/2023-3\.md\) \(\d+ papers, 2023-0.-.. to 2023-02-09\), /
    )
  })

  test('leaves the pages of older papers as they are when a paper comes in', () => {
    const before = built([...yearOf(2023, 40), ...yearOf(2024, 2)], '16KiB')
    const after = built([...yearOf(2023, 41), ...yearOf(2024, 2)], '16KiB')
    for (const path of ['pages/2023.md', 'pages/2023-2.md']) {
      expect(titles(textOfFile(after, path)), path).toEqual(titles(textOfFile(before, path)))
    }
  })

  test('keeps the newest papers of its newest group where not all of them fit', () => {
    const files = built(yearOf(2024, 40), '16KiB')
    const readme = textOfFile(files, 'README.md')
    const here = titles(readme).length
    expect(here).toBeGreaterThan(5)
    expect(titles(readme)[0]).toBe('Paper 39 of 2024')
    expect(readme).toContain(`<strong>Year 2024</strong> (${here} of 40 papers)`)
    expect(readme).toContain(`- Year 2024, ${40 - here} older papers: [page `)
    expect(files.flatMap(({text}) => titles(text))).toHaveLength(40)
  })

  test('keeps what its prose points at within reach', () => {
    const template = `# List\n\n[a](#2022-paper-3) [b](#user-content-2024-PAPER-1) [c](#year-2022)\n\n${zone}`
    const files = built(papers, '16KiB', template)
    expect(textOfFile(files, 'README.md')).toContain(
      '(9 papers), among them <a id="2022-paper-3"></a>[Paper 3 of 2022](pages/2022.md#2022-paper-3)\n'
    )
    expect(textOfFile(files, 'README.md').match(/id="2024-paper-1"/g)).toHaveLength(1)
  })

  test('stays the same when it is built in place', () => {
    const first = built(papers, '16KiB')
    const again = built(papers, '16KiB', textOfFile(first, 'README.md'))
    expect(again).toEqual(first)
  })

  test('keeps the line breaks of its template within the budget', () => {
    const files = built(papers, '12KiB', `# List\n\n${zone}`.replaceAll('\n', '\r\n'))
    expect(textOfFile(files, 'README.md')).not.toMatch(/(?<!\r)\n/)
    expect(Math.max(...sizes(files))).toBeLessThan(12 * 1024)
  })

  test('has pages for each of its outputs', () => {
    const outputs = 'outputs:\n  - {template: a.md, file: README.md}\n  - {template: b.md, file: README_zh.md}\n'
    const files = built(papers, '16KiB', `# List\n\n${zone}`, outputs)
    expect(files.map(({path}) => path)).toEqual([
      'README.md',
      'pages/2023.md',
      'pages/2022.md',
      'README_zh.md',
      'pages/readme_zh-2023.md',
      'pages/readme_zh-2022.md'
    ])
    expect(deadLinks(files)).toEqual([])
  })

  test.each(['compact', 'bullets'])('has headings for moved groups in the layout %s', (layout) => {
    const template = `# List\n\n## All\n\n<!-- paperlist:toc groups=yes -->\n<!-- /paperlist:toc -->\n\n${zone.replace('papers -->', `papers layout=${layout} -->`)}`
    const many = [2020, 2021, 2022, 2023, 2024].flatMap((year) => yearOf(year, 30))
    const files = built(many, '16KiB', template)
    expect(files.length).toBeGreaterThan(2)
    expect(textOfFile(files, 'README.md')).toMatch(
      /\n### Year 2020\n\n(?:\[Year 2020\]\(pages\/2020\.md\) \(30 papers\)|Year 2020, 30 papers: \[page )/
    )
    expect(deadLinks(files)).toEqual([])
    expect(Math.max(...sizes(files))).toBeLessThan(16 * 1024)
  })

  test('has pages for the zone of a tag, named after it', () => {
    const template = '# List\n\n<!-- paperlist:papers tag="Copy Head" group=none -->\n<!-- /paperlist:papers -->\n'
    const tagged = yearOf(2024, 40).map((paper) => ({...paper, tags: ['Copy Head']}))
    const files = built(tagged, '16KiB', template)
    expect(files.map(({path}) => path)).toEqual(['README.md', 'pages/copy-head-2.md', 'pages/copy-head.md'])
    expect(textOfFile(files, 'README.md')).toContain('- Papers, ')
    expect(deadLinks(files)).toEqual([])
  })

  test('has nothing but pages where its prose takes all the room', () => {
    const files = built(papers, '16KiB', `# List\n\n${'word '.repeat(3500)}\n\n${zone}`)
    expect(textOfFile(files, 'README.md')).toContain('None of 27 papers are on this page. The others: ')
    expect(files.slice(1).flatMap(({text}) => titles(text))).toHaveLength(27)
  })
})

test('a page has room for the longest addresses of the pages beside it', () => {
  const name = '记'.repeat(60)
  const small = Array.from({length: 300}, (_, index) => paperOf({name: `2024-${index}`, groups: [name]}))
  const files = built(small, '8KiB', '# List\n\n<!-- paperlist:papers layout=compact -->\n<!-- /paperlist:papers -->\n')
  const full = sizes(files.slice(2))
  expect(full.length).toBeGreaterThan(3)
  expect(Math.max(...full)).toBeLessThan(8 * 1024)
  expect(Math.min(...full)).toBeGreaterThan(5 * 1024)
})

describe('whatever the papers', () => {
  const papers = fc
    .uniqueArray(
      fc.record({
        name: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/),
        title: text,
        date: fc.oneof(fc.constantFrom('2022', '2023-04', '2024-04-24', '2025-01-01'), text),
        groups: fc.array(fc.oneof(fc.constantFrom('Surveys', 'Year 2023', '2023-2', 'CON', '🎉', '记忆'), text), {
          maxLength: 3
        }),
        tags: fc.array(fc.constantFrom('One', 'Two', '2023'), {minLength: 1, maxLength: 2}),
        summary: fc.constantFrom(['word '.repeat(50)], ['word '.repeat(150), 'One & <b>.'])
      }),
      {selector: ({name}) => name, minLength: 5, maxLength: 30}
    )
    .map((all) => all.map(paperOf))
  // A group of one name in both kinds of layout is another matter: GitHub counts the headings apart.
  const markers = fc.oneof(
    fc.array(
      fc.constantFrom('papers', 'papers group=year', 'papers group=tag', 'papers group=none', 'papers tag=One'),
      {
        minLength: 1,
        maxLength: 3
      }
    ),
    fc.array(
      fc.constantFrom('papers layout=compact', 'papers layout=bullets group=tag', 'papers layout=bullets tag=Two'),
      {
        minLength: 1,
        maxLength: 2
      }
    )
  )

  test('every page keeps the budget, every link leads somewhere, and no paper is lost', {timeout: 60_000}, () => {
    fc.assert(
      fc.property(papers, markers, (all, asked) => {
        const zones = asked.map((each) => `<!-- paperlist:${each} -->\n<!-- /paperlist:papers -->\n`)
        const prose = '# List\n\n<!-- paperlist:toc groups=yes -->\n<!-- /paperlist:toc -->\n\n## All\n\n'
        const files = built(all, '10KiB', `${prose}${zones.join('\n')}`)
        const tags = asked.map((each) => / tag=(\w+)$/.exec(each)?.[1])
        const wanted = all.filter((paper) => tags.some((tag) => tag === undefined || paper.tags.includes(tag)))
        const anchors = new Set(files.flatMap((file) => [...anchorsOf(file.text)]))
        expect(wanted.filter(({file}) => !anchors.has(slug(file.path.slice(7, -5))))).toEqual([])
        expect(deadLinks(files)).toEqual([])
        expect(new Set(files.map(({path}) => path.toLowerCase())).size).toBe(files.length)
        expect(files.slice(1).filter((page) => Buffer.byteLength(page.text) >= 10 * 1024)).toEqual([])
      }),
      {numRuns: 25, endOnFailure: true}
    )
  })
})
