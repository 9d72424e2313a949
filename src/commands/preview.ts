import {addedFiles} from '../io/git.ts'
import type {List} from '../list.ts'
import type {Paper} from '../paper/paper.ts'
import {buildPages} from '../readme/build.ts'
import {parseTemplate} from '../readme/template.ts'

const template = parseTemplate(
  'preview.md',
  'preview.md',
  '<!-- paperlist:papers group=none -->\n<!-- /paperlist:papers -->\n'
)

/**
 * The papers that came since a revision, newest first.
 *
 * @throws {Failure} where git does not know the revision
 */
export function papersSince(list: List, base: string): Paper[] {
  // macOS may hand out a name in another of Unicode's forms than git.
  const added = new Set(addedFiles(list.root, base, list.config.papers).map((path) => path.normalize('NFC')))
  return list.papers.filter(({file}) => added.has(file.path.normalize('NFC')))
}

/** How the README will show some papers: their rows, as HTML between the markers of a zone. */
export function previewPapers(list: List, papers: readonly Paper[]): string {
  if (papers.length === 0) return ''
  const config = {...list.config, pages: {...list.config.pages, budget: undefined}}
  const [page] = buildPages({...list, config, papers}, [template])
  return page?.text.replaceAll(/^<!-- .* -->\n/gm, '').trim() ?? ''
}
