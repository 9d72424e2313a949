import {atom} from './atom.ts'
import {bibtex} from './bibtex.ts'
import {cslJson} from './csl-json.ts'
import {csv} from './csv.ts'
import type {Exporter} from './exporter.ts'
import {json} from './json.ts'

/** Every format that `paperlist export` writes. */
export const exporters: readonly Exporter[] = [atom, bibtex, cslJson, csv, json]
