import {plugins} from '@citation-js/core'
import * as v from 'valibot'
import {errorMessage, Failure} from '../failure.ts'
import type {BibliographyImporter} from './bibliography.ts'
import {cslItem, itemOfCsl} from './fields/csl.ts'

/** CSL-JSON, as Zotero and Pandoc write it. */
export const cslJson: BibliographyImporter = {
  name: 'csl-json',
  extension: '.json',
  read(text) {
    const result = v.safeParse(v.array(cslItem), parse(text))
    if (result.success) return result.output.map(itemOfCsl)
    throw new Failure(`Unexpected JSON, expected a list of CSL items: ${result.issues[0].message}`)
  }
}

function parse(text: string): unknown {
  try {
    const raw: unknown = JSON.parse(text)
    return plugins.input.chain(raw, {target: '@csl/list+object', generateGraph: false})
  } catch (error) {
    throw new Failure(`Unexpected text, expected CSL-JSON: ${errorMessage(error).split('\n')[0]}`, {cause: error})
  }
}
