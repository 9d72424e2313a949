import {isoDay, parseDate} from '../paper/date.ts'
import type {Ignore} from '../paper/schema.ts'
import {quote} from '../quote.ts'
import type {Rule, Subject} from './rule.ts'
import {silences} from './silence.ts'

/** An `ignore` has not expired and is still needed. */
export const ignore: Rule = {
  id: 'ignore',
  about: 'A silenced rule is known, and silencing it is still needed',
  why: `\`ignore\` silences one rule for one paper and says why. With \`until\`, the rule comes back after that day. An
entry that silences nothing has done its work: take it out.`,
  severity: 'error',
  bad: [{text: 'ignore:\n  - rule: title\n    reason: the title used to end in a full stop\n'}],
  good: [
    {
      path: 'papers/2024-title-in-capitals.yaml',
      text: `title: THE TITLE IS IN CAPITALS
ignore:
  - rule: title
    reason: the publisher prints it in capitals
`
    }
  ],
  check(subject, report) {
    for (const {file, ignore} of subject.list.papers) {
      for (const [index, entry] of ignore.entries()) {
        const fault = faultOf(entry, file.path, subject)
        if (fault) report(file, ['ignore', index, fault.field], fault.reason)
      }
    }
  }
}

function faultOf(entry: Ignore, path: string, {list, findings}: Subject) {
  const {rule, until} = entry
  if (until !== undefined && !parseDate(until)?.day) {
    return {field: 'until', reason: `Unexpected ${quote(until)}, expected a day as YYYY-MM-DD`}
  }
  if (until !== undefined && until < isoDay(list.now)) {
    return {field: 'until', reason: `Unexpected end of this ignore on ${until}, expected it to be renewed or taken out`}
  }
  if (findings.some((finding) => finding.path === path && silences(entry, finding, list.now))) return undefined
  return {field: 'rule', reason: `Unexpected ignore of ${quote(rule)}, expected only rules that find something here`}
}
