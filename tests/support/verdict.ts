import {lint} from '../../src/commands/lint.ts'
import {goodPath, now, paperWith, temporaryList} from './list.ts'

/** What lint says of a list, a line a finding: `papers/x.yaml:2:7 error date Unexpected …`. */
export function verdictOn(files: Readonly<Record<string, string>>): string[] {
  using list = temporaryList(files)
  return lint({root: list.root, now}).findings.map(({path, place, severity, ruleId, reason}) => {
    const at = place ? `${path}:${place.start.line}:${place.start.column}` : path
    return `${at} ${severity} ${ruleId} ${reason}`
  })
}

/** What lint says of the good paper with some of its fields replaced. */
export function verdictOnFields(fields: string, config = ''): string[] {
  return verdictOn({[goodPath]: paperWith(fields), '.github/paperlist.yml': config})
}

/** The fields of a second paper, which has nothing in common with the good one. */
export const otherPaper = paperWith('title: Long Context\nlinks:\n  - https://arxiv.org/abs/2404.11111\n')
