import {Failure} from '../failure.ts'
import {compareFindings, type Finding, type Severity} from '../finding.ts'
import type {List} from '../list.ts'
import type {Paper} from '../paper/paper.ts'
import {placeIn} from '../paper/read.ts'
import {inWords, quote} from '../quote.ts'
import type {Template} from '../readme/template.ts'
import {rules} from './index.ts'
import type {Report, Rule} from './rule.ts'
import {silences} from './silence.ts'

/**
 * Runs every rule over a list and its templates.
 *
 * @returns the findings that no paper silences, by file and place
 * @throws {Failure} where the configuration names a rule that there is none of
 */
export function runRules(list: List, templates: readonly Template[]): Finding[] {
  refuseUnknownRules(list)
  const findings: Finding[] = []
  for (const rule of rules) {
    const severity = severityOf(rule, list)
    if (severity === 'off') continue
    rule.check({list, templates, findings}, reporter(rule, severity, findings))
  }
  const papers = new Map(list.papers.map((paper) => [paper.file.path, paper]))
  return findings.filter((finding) => !isSilenced(finding, papers.get(finding.path), list.now)).sort(compareFindings)
}

/** Stamps what a rule says with its id and severity. */
function reporter({id}: Rule, usual: Severity, findings: Finding[]): Report {
  return (at, where, reason, severity = usual) => {
    const path = typeof at === 'string' ? at : at.path
    const place =
      where === undefined || 'start' in where ? where : typeof at === 'string' ? undefined : placeIn(at, where)
    findings.push({path, place, ruleId: id, severity, reason})
  }
}

function severityOf({id, severity, isFixed, hasSetting}: Rule, {config}: List): Severity | 'off' {
  const configured = config.rules[id]
  if (configured === undefined || (isFixed && !hasSetting)) return severity
  if (configured === 'off') return isFixed ? 'info' : 'off'
  return configured === 'warn' ? 'warning' : configured
}

function refuseUnknownRules({config}: List): void {
  for (const id of Object.keys(config.rules)) {
    const rule = rules.find((each) => each.id === id)
    if (!rule) {
      const known = inWords(
        rules.map((each) => each.id),
        'or'
      )
      throw new Failure(`${config.path}: Unexpected rule ${quote(id)}, expected ${known}`)
    }
    if (rule.isFixed && !rule.hasSetting)
      throw new Failure(`${config.path}: Unexpected setting of ${quote(id)}, which always is an error`)
  }
}

function isSilenced(finding: Finding, paper: Paper | undefined, now: Date): boolean {
  const isFixed = rules.some(({id, isFixed: fixed}) => id === finding.ruleId && (fixed || id === 'ignore'))
  if (isFixed) return false
  return paper?.ignore.some((entry) => silences(entry, finding, now)) ?? false
}
