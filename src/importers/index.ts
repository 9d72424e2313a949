import type {BibliographyImporter} from './bibliography.ts'
import {bibtex} from './bibtex.ts'
import {cslJson} from './csl-json.ts'
import {headings} from './headings.ts'
import {htmlItems} from './html-items.ts'
import {htmlTable} from './html-table.ts'
import type {Importer} from './importer.ts'
import {listItems} from './list-items.ts'
import {paragraphs} from './paragraphs.ts'
import {pipeTable} from './pipe-table.ts'
import {twoRowTable} from './two-row-table.ts'

/** Every format of bibliographies, by the ending of its files. */
export const bibliographies: readonly BibliographyImporter[] = [bibtex, cslJson]

/** Every way of writing a list that is looked for in a README. */
export const importers: readonly Importer[] = [
  headings,
  htmlItems,
  htmlTable,
  listItems,
  paragraphs,
  pipeTable,
  twoRowTable
]
