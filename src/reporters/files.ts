import type {Finding} from '../finding.ts'

/** Where a rule is explained. */
export function ruleUrl(ruleId: string): string {
  return `https://github.com/IAAR-Shanghai/Awesome-Attention-Heads/blob/main/docs/rules.md#${ruleId}`
}

/** Findings by the file that they are on, in the order in which they come. */
export function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const files = new Map<string, Finding[]>()
  for (const finding of findings) {
    const file = files.get(finding.path)
    if (file) file.push(finding)
    else files.set(finding.path, [finding])
  }
  return files
}
