import type {Entry} from '../io/read.ts'
import {quote} from '../quote.ts'
import type {Rule} from './rule.ts'

/** Nothing lies among the papers that the build would pass over. */
export const strayFile: Rule = {
  id: 'stray-file',
  about: 'The folder of papers holds paper files and nothing else',
  why: 'Only files that end in `.yaml` are read. A paper in `.yml` or in a folder would be missing without a word.',
  severity: 'error',
  bad: [{path: 'papers/2024-retrieval-head.yml', text: ''}],
  good: [{path: 'papers/2024-retrieval-head.yaml', text: ''}],
  check({list}, report) {
    for (const entry of list.strays) report(`${list.config.papers}/${entry.name}`, undefined, reasonOf(entry))
  }
}

function reasonOf({name, type}: Entry): string {
  if (type === 'folder')
    return `Unexpected folder ${quote(name)}, expected every paper file in the folder of papers itself`
  if (/\.ya?ml$/i.test(name) && !name.startsWith('.')) {
    return `Unexpected ending of ${quote(name)}, expected ${quote(name.replace(/\.ya?ml$/i, '.yaml'))}`
  }
  return `Unexpected file ${quote(name)}, expected only paper files, which end in \`.yaml\``
}
