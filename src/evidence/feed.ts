import {Parser} from 'htmlparser2'

/** A paper in arXiv's Atom feed (https://info.arxiv.org/help/api/user-manual.html). */
export interface FeedEntry {
  /** Without its version. */
  readonly identifier: string
  /** The latest version; undefined where the feed names none. */
  readonly version: number | undefined
  readonly title: string
  /** The date of the first version, `YYYY-MM-DD`. */
  readonly published: string
  /** The authors' note, `arxiv:comment`; empty where there is none. */
  readonly comment: string
  readonly summary: string
  readonly authors: readonly string[]
  readonly doi: string
  readonly journal: string
}

// A feed is three deep. The parser takes long over what is very deep.
const deepest = 100
const slice = 16 * 1024

/** Reads the whole entries of a feed. What arXiv reports as an error is an entry too, without an identifier: left out. */
export function readFeed(xml: string): FeedEntry[] {
  const entries: FeedEntry[] = []
  let fields: Map<string, string[]> | undefined
  let text = ''
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'entry') fields = new Map()
        text = ''
        depth += 1
      },
      ontext(part) {
        text += part
      },
      onclosetag(name) {
        depth -= 1
        fields = closed(name, text.replace(/\s+/g, ' ').trim(), fields, entries)
        text = ''
      }
    },
    {xmlMode: true}
  )
  for (let start = 0; start < xml.length && depth < deepest; start += slice)
    parser.write(xml.slice(start, start + slice))
  // Not ended, since that would close what broke off: half an entry has half a title.
  return entries
}

/** Takes in the end of an element; gives the fields of the entry that is open after it. */
function closed(
  name: string,
  value: string,
  fields: Map<string, string[]> | undefined,
  entries: FeedEntry[]
): Map<string, string[]> | undefined {
  if (name === 'entry') {
    if (fields) entries.push(...entryOf(fields))
    return undefined
  }
  const values = fields?.get(name)
  if (values) values.push(value)
  else fields?.set(name, [value])
  return fields
}

function entryOf(fields: ReadonlyMap<string, readonly string[]>): FeedEntry[] {
  const first = (name: string) => fields.get(name)?.[0] ?? ''
  const [, identifier, version] = /\/abs\/([^\s]{1,100}?)(?:v(\d{1,4}))?$/.exec(first('id')) ?? []
  if (!identifier) return []
  return [
    {
      identifier,
      version: version === undefined ? undefined : Number(version),
      title: first('title'),
      published: first('published').slice(0, 10),
      comment: first('arxiv:comment'),
      summary: first('summary'),
      authors: fields.get('name') ?? [],
      doi: first('arxiv:doi'),
      journal: first('arxiv:journal_ref')
    }
  ]
}
