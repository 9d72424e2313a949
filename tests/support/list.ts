import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

/** The instant that counts as now in every test. */
export const now = new Date('2026-11-22T12:00:00Z')

/** The file of `goodPaper`. */
export const goodPath = 'papers/2024-retrieval-head.yaml'

/** A paper that no rule has anything to say about. */
export const goodPaper = `title: Retrieval Head Mechanistically Explains Long-Context Factuality
date: 2024-04-24
tags:
  - Retrieval Head
links:
  - https://arxiv.org/abs/2404.15574
summary:
  - Names the few heads that fetch facts from a long context.
  - Looks for them in several families of models.
  - Without them a model makes its facts up.
`

/** A template with nothing but the papers. */
export const goodTemplate = '# List\n\n<!-- paperlist:papers -->\n<!-- /paperlist:papers -->\n'

/** The good paper with some of its fields replaced, taken out (an empty text) or added. */
export function paperWith(fields: string): string {
  const sections = new Map(split(goodPaper))
  for (const [name, text] of split(fields)) sections.set(name, text)
  return [...sections.values()].join('')
}

/** The top-level fields of a paper file, each with its lines. */
function split(text: string): [name: string, lines: string][] {
  const parts = text.split(/^(?=\w+:)/m).filter((part) => part !== '')
  return parts.map((part) => [part.slice(0, part.indexOf(':')), part])
}

/** A list in a folder of its own, which goes with the scope that it was made in. */
export interface TemporaryList extends Disposable {
  readonly root: string
  read(path: string): string
  write(path: string, content: string | Uint8Array): void
}

/** Makes a list from files by their path; a template is there unless it is given as an empty text. */
export function temporaryList(files: Readonly<Record<string, string | Uint8Array>> = {}): TemporaryList {
  const root = mkdtempSync(join(tmpdir(), 'paperlist-'))
  const list: TemporaryList = {
    root,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    write(path, content) {
      mkdirSync(dirname(join(root, path)), {recursive: true})
      writeFileSync(join(root, path), content)
    },
    [Symbol.dispose]: () => rmSync(root, {recursive: true, force: true})
  }
  mkdirSync(join(root, 'papers'))
  const all = {'templates/README.md': goodTemplate, ...files}
  for (const [path, content] of Object.entries(all)) list.write(path, content)
  return list
}
