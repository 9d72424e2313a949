import {join, relative} from 'node:path'
import {Failure} from '../failure.ts'
import type {Finding} from '../finding.ts'
import {typeOf} from '../io/read.ts'
import {pathWithin} from '../io/way.ts'
import {type List, type ListOptions, loadList} from '../list.ts'
import {plural} from '../quote.ts'
import {loadTemplates} from '../readme/build.ts'
import {runRules} from '../rules/run.ts'
import type {Report} from './report.ts'

/**
 * Holds every paper and template against the rules.
 *
 * @param paths absolute; when there are any, only findings on these files and folders are reported
 * @throws {Failure} where the list cannot be read or a path is no part of it
 */
export function lint(options: ListOptions, paths: readonly string[] = []): Report {
  const list = loadList(options)
  const templates = loadTemplates(list)
  const findings = within(
    runRules(list, templates),
    paths.map((path) => partOf(list, path))
  )
  return {list, findings, notes: [`Read ${plural(list.files.length, 'paper')}.`], written: []}
}

/** The path of a part of the list, from its root. */
function partOf({root, config}: List, path: string): string {
  const part = pathWithin(root, path)
  const isPaper = part === config.papers || part?.startsWith(`${config.papers}/`)
  const isTemplate = config.outputs.some(({template}) => template === part)
  if (part !== undefined && typeOf(join(root, part)) === undefined) throw new Failure(`Cannot find ${part}`)
  if (part === undefined || (!isPaper && !isTemplate)) {
    throw new Failure(
      `Cannot lint ${part ?? relative(root, path)}, which is neither in ${config.papers}/ nor a template`
    )
  }
  return part.normalize('NFC')
}

function within(findings: readonly Finding[], parts: readonly string[]): readonly Finding[] {
  if (parts.length === 0) return findings
  return findings.filter((finding) => {
    const path = finding.path.normalize('NFC')
    return parts.some((part) => path === part || path.startsWith(`${part}/`))
  })
}
