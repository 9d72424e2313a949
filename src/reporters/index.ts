import {github} from './github.ts'
import {json} from './json.ts'
import type {Reporter} from './reporter.ts'
import {terminal} from './terminal.ts'

/** Every format that `--format` takes. */
export const reporters: readonly Reporter[] = [terminal, json, github]
