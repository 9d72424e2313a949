import {aaai} from './aaai.ts'
import {aclAnthology} from './acl-anthology.ts'
import {acm} from './acm.ts'
import {arxiv} from './arxiv.ts'
import {cvf} from './cvf.ts'
import {doi} from './doi.ts'
import {github} from './github.ts'
import {huggingFace} from './hugging-face.ts'
import {neurips} from './neurips.ts'
import {openreview} from './openreview.ts'
import {pmlr} from './pmlr.ts'
import type {Site} from './site.ts'
import {transformerCircuits} from './transformer-circuits.ts'

/** Every site that paperlist knows; the first that claims a host has it. */
export const sites: readonly Site[] = [
  aaai,
  aclAnthology,
  acm,
  arxiv,
  cvf,
  doi,
  github,
  huggingFace,
  neurips,
  openreview,
  pmlr,
  transformerCircuits
]
