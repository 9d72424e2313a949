import * as v from 'valibot'

/** Characters, far more than any text of its sort has. */
const most = {title: 1000, name: 200, address: 2048, sentence: 4000, note: 32_768}

const textOf = (length: number, description: string, ...examples: string[]) =>
  v.pipe(
    v.string(),
    v.regex(/\S/, 'Unexpected empty text, expected a text'),
    v.maxLength(length),
    v.metadata({description, examples})
  )

const text = (description: string, ...examples: string[]) => textOf(most.name, description, ...examples)

// A paper stands once under each of its groups with all its badges: without a bound, a file of 32 KiB
// makes a README of 100 MB.
const mostEntries = 50
const mostGroups = 10

const listOf = <Item extends v.GenericSchema>(item: Item, description: string) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(mostEntries), v.metadata({description}))

const link = v.strictObject({
  url: textOf(most.address, 'The address in its canonical form', 'https://openreview.net/forum?id=kvcbV8KQsi'),
  site: v.optional(text('Left half of the badge, where the URL does not tell', 'ICLR')),
  kind: v.optional(text('Right half of the badge, where the URL does not tell', 'Poster'))
})

const ignore = v.strictObject({
  rule: text('The rule to silence for this paper', 'date-matches-arxiv'),
  reason: textOf(most.title, 'Why it does not hold here', 'first published as a blog post'),
  until: v.optional(text('The day after which the rule comes back', '2027-01-01'))
})

/**
 * The paper file: the one source of its type, its validation and the JSON Schema of editors.
 * The order of the fields is the order in which `paperlist` writes them.
 */
export const paperSchema = v.strictObject({
  title: textOf(
    most.title,
    'As the paper prints it, on one line',
    'Retrieval Head Mechanistically Explains Long-Context Factuality'
  ),
  date: text('First public date, YYYY-MM-DD; YYYY-MM or YYYY where no more is known', '2024-04-24'),
  tags: listOf(text('A name', 'Retrieval Head'), 'What the paper is about'),
  links: listOf(
    v.union([
      textOf(most.address, 'An address whose badge follows from its site', 'https://arxiv.org/abs/2404.15574'),
      link
    ]),
    'Where to read the paper, its code, its data'
  ),
  summary: v.optional(
    v.pipe(
      v.array(textOf(most.sentence, 'One sentence; inline Markdown is allowed')),
      v.maxLength(mostEntries),
      v.metadata({description: 'What is new; tasks and method; the significant result'})
    )
  ),
  authors: v.optional(v.pipe(v.array(text('A name')), v.metadata({description: 'The authors, in order'}))),
  venue: v.optional(text('Where it was accepted', 'ICLR 2024')),
  groups: v.optional(
    v.pipe(v.array(text('A name')), v.maxLength(mostGroups), v.metadata({description: 'For lists that group by topic'}))
  ),
  added: v.optional(text('The day it entered the list', '2024-05-01')),
  notes: v.optional(textOf(most.note, 'Kept for maintainers, never shown')),
  ignore: v.optional(
    v.pipe(
      v.array(ignore),
      v.maxLength(mostEntries),
      v.metadata({description: 'Rules that do not hold for this paper'})
    )
  )
})

/** The fields of a paper file as they are written. */
export type PaperFields = v.InferOutput<typeof paperSchema>

/** Why one rule does not hold for one paper. */
export type Ignore = v.InferOutput<typeof ignore>
