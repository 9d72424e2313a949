import {compareText} from '../finding.ts'
import type {Entry} from '../io/read.ts'
import {quote} from '../quote.ts'
import type {Rule} from './rule.ts'

/** Nothing lies among the papers that the build would pass over. */
export const strayFile: Rule = {
  id: 'stray-file',
  about: 'The folder of papers holds paper files and nothing else',
  why: `Only files that end in \`.yaml\` are read. A paper in \`.yml\` or in a folder would be missing without a word. Two names
that differ only by case or by Unicode's form are one file on Windows and macOS: a clone there has one of the two.`,
  severity: 'error',
  bad: [{path: 'papers/2024-retrieval-head.yml', text: ''}],
  good: [{path: 'papers/2024-retrieval-head.yaml', text: ''}],
  check({list}, report) {
    for (const entry of list.strays) report(`${list.config.papers}/${entry.name}`, undefined, reasonOf(entry))
    // Here and not in `file-name`, which looks at papers that could be read.
    const paths = [...list.files.map(({path}) => path), ...list.strays.map(({name}) => `${list.config.papers}/${name}`)]
    const first = new Map<string, string>()
    for (const path of paths.sort(compareText)) {
      const key = folded(path)
      const other = first.get(key)
      if (other === undefined) first.set(key, path)
      else
        report(
          path,
          undefined,
          `Unexpected name that differs from ${quote(other)} by case or form only, expected another`
        )
    }
  }
}

/** What names have in common that are one on systems without case. */
function folded(path: string): string {
  return path.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC')
}

function reasonOf({name, type}: Entry): string {
  if (type === 'folder')
    return `Unexpected folder ${quote(name)}, expected every paper file in the folder of papers itself`
  if (/\.ya?ml$/i.test(name) && !name.startsWith('.')) {
    return `Unexpected ending of ${quote(name)}, expected ${quote(name.replace(/\.ya?ml$/i, '.yaml'))}`
  }
  return `Unexpected file ${quote(name)}, expected only paper files, which end in \`.yaml\``
}
