import {describe, expect, test} from 'vitest'
import {jobSummary} from '../../src/commands/job-summary.ts'
import type {Finding} from '../../src/finding.ts'
import {loadList} from '../../src/list.ts'
import {now, temporaryList} from '../support/list.ts'

function summaryOf(findings: readonly Finding[], preview = '', notes: readonly string[] = ['Read 2 papers.']): string {
  using list = temporaryList()
  return jobSummary({list: loadList({root: list.root, now}), findings, notes, written: []}, preview)
}

const place = {start: {line: 3, column: 5}, end: {line: 3, column: 9}}

function finding(fields: Partial<Finding>): Finding {
  return {path: 'papers/2024-x.yaml', ruleId: 'title', severity: 'error', reason: 'Unexpected title', ...fields}
}

test('nothing found', () => {
  expect(summaryOf([])).toBe('## paperlist\n\nRead 2 papers. 0 errors, 0 warnings.\n')
})

test('every finding is a row with its place, and the preview follows', () => {
  const findings = [
    finding({place}),
    finding({path: 'README.md', ruleId: 'budget', severity: 'warning', reason: 'Unexpected size'}),
    finding({path: 'papers/2024-y.yaml', severity: 'info', place})
  ]
  expect(summaryOf(findings, '<table>\n</table>')).toBe(`## paperlist

Read 2 papers. 1 error, 1 warning.

| Where | What | Rule |
| - | - | - |
| papers/2024-x.yaml<span>:</span>3:5 | Unexpected title | title (error) |
| README.md | Unexpected size | budget (warning) |
| papers/2024-y.yaml<span>:</span>3:5 | Unexpected title | title (info) |

### How the new papers will look

<table>
</table>
`)
})

describe('with 20,000 findings', () => {
  const many = Array.from({length: 20_000}, (_, index) =>
    finding({
      path: `papers/2024-${index}.yaml`,
      ruleId: index % 2 === 0 ? 'title' : 'venue',
      reason: `Unexpected ${'é'.repeat(100)}`
    })
  )

  /** How many findings a summary shows, and how many it counts, by rule. */
  function countsIn(summary: string): {shown: number; left: number; byRule: number[]} {
    const shown = summary.match(/^\| papers\//gm)?.length ?? 0
    const [, left = '', rest = ''] = /^And (\d+) findings more: (.*)\.$/m.exec(summary) ?? []
    return {shown, left: Number(left), byRule: [...rest.matchAll(/ (\d+)/g)].map(([, count]) => Number(count))}
  }

  test('it stays under 900 KiB, and every finding is shown or counted', () => {
    const summary = summaryOf(many, '<table></table>')
    expect(Buffer.byteLength(summary)).toBeLessThan(900 * 1024)
    const {shown, left, byRule} = countsIn(summary)
    expect(shown).toBeGreaterThan(2000)
    expect(shown + left).toBe(20_000)
    expect(byRule.reduce((sum, count) => sum + count, 0)).toBe(left)
    expect(summary.endsWith('### How the new papers will look\n\n<table></table>\n')).toBe(true)
  })

  test('a preview that is too long gives way to them', () => {
    const summary = summaryOf(many, `<table>${'x'.repeat(1024 * 1024)}</table>`)
    expect(Buffer.byteLength(summary)).toBeLessThan(900 * 1024)
    expect(countsIn(summary).shown).toBeGreaterThan(2000)
    expect(summary.endsWith('### How the new papers will look\n\nThey are too many to show.\n')).toBe(true)
  })
})

test('a preview of half a MiB leaves room for a hundred findings', () => {
  const findings = Array.from({length: 100}, (_, index) => finding({path: `papers/2024-${index}.yaml`}))
  const summary = summaryOf(findings, `<table>${'x'.repeat(440 * 1024)}</table>`)
  expect(summary.match(/^\| papers\//gm)).toHaveLength(100)
  expect(summary).toContain('</table>')
})

test('hostile text is text', () => {
  const reason = `Unexpected \`<img src=x onerror=alert(1)>\` | **b** ![a](https://x.example/a.png) @me #1 www.x.example\n\n# No\u{1B}[31m\u{202E}`
  const summary = summaryOf([finding({path: 'papers/a|b\n`<x>.yaml', reason})], '', ['Wrote <b>a</b>.'])
  const row = summary.split('\n').find((line) => line.startsWith('| papers'))
  expect(row).toBe(
    '| papers/a\\|b\\u{000A}\\`\\<x>.yaml | Unexpected \\`\\<img src=x onerror=alert(1)>\\` \\| \\*\\*b\\*\\* !\\[a]\\(https:<span>//</span>x.example/a.png) <span>@</span>me <span>#</span>1 www<span>.</span>x.example\\u{000A}\\u{000A}# No\\u{001B}\\[31m\\u{202E} | title (error) |'
  )
  expect(summary).toContain('Wrote \\<b>a\\</b>.')
  expect(summary.split('\n').filter((line) => line.startsWith('#'))).toEqual(['## paperlist'])
})
