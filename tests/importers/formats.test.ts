import {expect, test} from 'vitest'
import {papersOf, templateOf} from '../support/imported.ts'

const paper = 'https://arxiv.org/abs/2401.00001'

test.each([
  [
    'a linked bullet with a summary behind a dash',
    `- [How Heads Copy Names](${paper}) - Shows which heads copy the names of people in a text.\n`,
    [
      'title: How Heads Copy Names',
      'date: 2024-01',
      `  - ${paper}`,
      '  - Shows which heads copy the names of people in a text.'
    ]
  ],
  [
    'a bold link with year, venue and a quotation below',
    `- **[How Heads Copy Names](${paper})** (*2024*) \`ACL\`\n  > Shows which heads copy names, and how well they do so.\n`,
    [
      'title: How Heads Copy Names',
      'date: 2024-01',
      'venue: ACL 2024',
      '  - Shows which heads copy names, and how well they do so.'
    ]
  ],
  [
    'a plain title before its links',
    `- How Heads Copy Names <br> NeurIPS Lock Workshop 2023 [[Paper]](${paper}v2) [[Code]](https://github.com/a/b)\n`,
    ['title: How Heads Copy Names', 'venue: NeurIPS Lock Workshop 2023', `  - ${paper}`, '  - https://github.com/a/b']
  ],
  [
    'a quoted title behind an acronym',
    `* **HCN**: "How Heads Copy Names", *ICRA, May 2023*. [[Paper](${paper})] [[Website](https://a.example/hcn/)]\n`,
    [
      'title: How Heads Copy Names',
      'date: 2023-05',
      'venue: ICRA',
      '  - url: https://a.example/hcn/',
      '    site: a.example',
      '    kind: Page'
    ]
  ],
  [
    'a dated bullet with authors and a nested summary',
    `- [2023/05] **How Heads Copy Names.** *Ann Lee et al. EMNLP.* [[paper](${paper})]\n  - This work looks at the heads that copy names.\n`,
    [
      'title: How Heads Copy Names',
      'date: 2023-05',
      '  - Ann Lee et al.',
      'venue: EMNLP',
      '  - This work looks at the heads that copy names.'
    ]
  ],
  [
    'nested key-value bullets',
    `- [How Heads Copy Names](${paper}) (HCN)\n  - Ann Lee, Bo Chen\n  - Keyword: copying, names\n  - Code: [official](https://github.com/a/b)\n  - Dataset: [Names](https://d.example/n)\n`,
    [
      '  - copying',
      '  - names',
      '  - Ann Lee',
      '  - Bo Chen',
      '  - https://github.com/a/b',
      '    site: Names',
      '    kind: Data'
    ]
  ],
  [
    'nested tags in escaped brackets',
    `- [How Heads Copy Names](${paper})\n   - \\[EMNLP 2023\\] \\[2023.4\\] \\[causal\\]\n`,
    ['date: 2023-04', 'venue: EMNLP 2023', '  - causal']
  ],
  [
    'a numbered bold title with badges, and more in a paragraph',
    `1. **How Heads Copy Names.** NAACL 2021. ![](https://img.shields.io/badge/Copy_Head-blue)\n\n   *Ann Lee, Bo Chen.* [[pdf](${paper})], 2021.4\n`,
    ['title: How Heads Copy Names', 'date: 2021-04', '  - Copy Head', 'venue: NAACL 2021', '  - Bo Chen']
  ],
  [
    'a pipe table by its header',
    `|Date|Title|Paper|Code|\n|---|---|---|---|\n|2023.11|🔥[**HCN**] How Heads Copy Names(@Lab)|[[pdf]](${paper})|⚠️|\n`,
    ['title: How Heads Copy Names', 'date: 2023-11', `  - ${paper}`]
  ],
  [
    'a pipe table with the title as link and the date beside the venue',
    `| Title | arXiv | Pub. & Date |\n|:--|:--|:--|\n| [How Heads Copy Names](${paper}) | [![arXiv](https://img.shields.io/badge/arXiv-b31b1b.svg)](${paper}) | CVPR, 2023 |\n`,
    ['title: How Heads Copy Names', 'date: 2024-01', 'venue: CVPR 2023']
  ],
  [
    'an HTML table whose cells reach over rows',
    `<table><tr><th>Topic</th><th>Title</th><th>Venue</th><th>Paper</th></tr>
<tr><td rowspan="2">Copying</td><td>How Heads Copy Names</td><td>KDD'23</td><td><a href="${paper}">Link</a></td></tr>
<tr><td>How Heads Copy Dates</td><td>-</td><td><a href="https://arxiv.org/abs/2401.00002">Link</a></td></tr></table>\n`,
    ['title: How Heads Copy Names', 'venue: KDD 2023', '  - Copying']
  ],
  [
    'a bullet in Chinese',
    `- [注意力头如何复制名字](${paper})\n  - 关键词：复制，名字\n  - 本文研究大语言模型中负责复制名字的注意力头。\n`,
    ['title: 注意力头如何复制名字', '  - 复制', '  - 名字', '  - 本文研究大语言模型中负责复制名字的注意力头。']
  ]
])('%s', (_, entry, lines) => {
  const [text = ''] = papersOf(`# List\n\n## Heads\n\n${entry}\n`)
  for (const line of lines) expect(`\n${text}`).toContain(`\n${line}\n`)
})

test('paragraphs with a bold title and line breaks', () => {
  const entry = (title: string, id: string) =>
    `**${title}** \\\n*Ann Lee, Bo Chen* \\\nICML 2022. [[Paper](https://arxiv.org/abs/${id})] \\\n1 Jun 2022\n`
  const papers = papersOf(
    `# List\n\n${entry('How Heads Copy', '2206.00001')}\n${entry('Video Heads', '2206.00002')}\n${entry('Why Heads Sleep', '2206.00003')}`
  )
  expect(papers).toEqual(
    [
      ['How Heads Copy', '2206.00001'],
      ['Video Heads', '2206.00002'],
      ['Why Heads Sleep', '2206.00003']
    ].map(
      ([title, id]) =>
        `title: ${title}\ndate: 2022-06-01\ntags:\n  - List\nlinks:\n  - https://arxiv.org/abs/${id}\nauthors:\n  - Ann Lee\n  - Bo Chen\nvenue: ICML 2022\n`
    )
  )
})

test('items of lists in HTML, which leave nothing behind', () => {
  const readme =
    '# List\n\n<ul>\n<li><a href="https://arxiv.org/abs/2401.00001">How Heads Copy Names</a> (ICML 2024)</li>\n<li><b>Where Heads Look At Night</b> [<a href="https://arxiv.org/abs/2401.00002">paper</a>]</li>\n</ul>\n\nEnd.\n'
  expect(papersOf(readme).map((text) => text.split('\n')[0])).toEqual([
    'title: How Heads Copy Names',
    'title: Where Heads Look At Night'
  ])
  expect(templateOf(readme)).toBe(
    '# List\n\n<!-- paperlist:papers group=none layout=bullets -->\n<!-- /paperlist:papers -->\n\nEnd.\n'
  )
})

test('paragraphs in HTML whose title is that of the picture', () => {
  const entry = (title: string, id: number) =>
    `<p align="left"><a title="${title}"><img src="x.png"></a> [<a href="https://arxiv.org/abs/2401.0000${id}">paper</a>]</p>\n`
  const papers = papersOf(
    `# List\n\n${entry('How Heads Copy', 1)}\n${entry('Where Heads Look', 2)}\n${entry('Why Heads Sleep', 3)}`
  )
  expect(papers.map((text) => text.split('\n')[0])).toEqual([
    'title: How Heads Copy',
    'title: Where Heads Look',
    'title: Why Heads Sleep'
  ])
})

test.each([
  ['Smith, J., Lee, A. [How Heads Copy Names](URL). ICML 2020.', 'How Heads Copy Names'],
  ['[[CVPR2020]](URL) How Heads Copy Names', 'How Heads Copy Names'],
  ['\\[[arxiv](URL)\\] How Heads Copy Names. `2024.01`', 'How Heads Copy Names'],
  ['(arXiv 2023.11) How Heads **Copy** Names, [[Paper]](URL)', 'How Heads Copy Names'],
  ["How Heads Copy Names | **[ICCV' 19]** |[`[pdf]`](URL)", 'How Heads Copy Names'],
  ['**[HCN]** How Heads Copy Names [[paper](URL)]', 'How Heads Copy Names'],
  ['🔥🔥[**HCN**] How Heads Copy Names(@Lab) [[pdf]](URL)', 'How Heads Copy Names'],
  ['**"Copy" or Not: A Study of Heads** [[pdf]](URL)', '"Copy" or Not: A Study of Heads'],
  ['How Heads Copy Names: A Study, Smith et al., **ICLR 2022** [[paper]](URL)', 'How Heads Copy Names: A Study']
])('the title of %s', (entry, title) => {
  const [text = ''] = papersOf(`# List\n\n- ${entry.replace('URL', paper)}\n`)
  expect(text.split('\n')[0]?.replace(/^title: ["']?|["']$/g, '')).toBe(title)
})

test('a heading per paper, its number left out', () => {
  const entry = (title: string, id: string) =>
    `#### [${id}] ${title}\n- **链接**：[[arXiv:2401.0000${id}](https://arxiv.org/abs/2401.0000${id})]\n`
  const papers = papersOf(
    `# List\n\n## Heads\n\n${entry('How Heads Copy Names', '1')}\n${entry('Where Heads Look', '2')}\n${entry('Why Heads Sleep', '3')}`
  )
  expect(papers.map((text) => text.split('\n')[0])).toEqual([
    'title: How Heads Copy Names',
    'title: Where Heads Look',
    'title: Why Heads Sleep'
  ])
})

test.each([
  ['a link to a tool', '- [Lens](https://github.com/a/lens) - Looks into a model and its many heads.\n'],
  ['a blog post', '- [A Long Post on Attention Heads](https://medium.com/a/b) 2024\n'],
  ['an entry of a table of contents', '- [How Heads Copy Names](#heads)\n'],
  ['an entry that is commented out', `<!-- - [How Heads Copy Names](${paper}) -->\n`],
  ['an entry in a code fence', `\`\`\`\n- [How Heads Copy Names](${paper})\n\`\`\`\n`],
  ['a line of news', `## News\n\n- [2024/05/02] **Our paper** [How Heads Copy Names](${paper}) is out!\n`],
  [
    'a row of a table of tools, one of which has a paper',
    `| System | Code |\n|---|---|\n${[1, 2, 3, 4, 5].map((id) => `| Tool ${id} | https://github.com/a/${id} |\n`).join('')}| Tool Six of Many | https://github.com/a/6 <br> [paper](${paper}) |\n`
  ],
  ['a sentence with a link', `- The new version is available on [arXiv](${paper}).\n`]
])('%s is no paper', (_, entry) => {
  const good = '## Papers\n\n- [Where Heads Look At Night](https://arxiv.org/abs/2402.00002)\n'
  expect(papersOf(`# List\n\n${entry}\n${good}`).map((text) => text.split('\n')[0])).toEqual([
    'title: Where Heads Look At Night'
  ])
})
