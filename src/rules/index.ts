import {date} from './date.ts'
import {dateMatchesArxiv} from './date-matches-arxiv.ts'
import {fileName} from './file-name.ts'
import {ignore} from './ignore.ts'
import {linkForm} from './link-form.ts'
import {noDuplicateLink} from './no-duplicate-link.ts'
import {noDuplicatePaper} from './no-duplicate-paper.ts'
import {prose} from './prose.ts'
import type {Rule} from './rule.ts'
import {schema} from './schema.ts'
import {strayFile} from './stray-file.ts'
import {summary} from './summary.ts'
import {tagHygiene} from './tag-hygiene.ts'
import {template} from './template.ts'
import {title} from './title.ts'
import {venue} from './venue.ts'

/** Every rule, in the order in which they run; `ignore` judges what the others found. */
export const rules: readonly Rule[] = [
  schema,
  title,
  date,
  dateMatchesArxiv,
  tagHygiene,
  linkForm,
  noDuplicatePaper,
  noDuplicateLink,
  summary,
  venue,
  fileName,
  strayFile,
  template,
  prose,
  ignore
]
