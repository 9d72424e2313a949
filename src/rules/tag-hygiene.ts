import {distance} from 'fastest-levenshtein'
import type {Paper} from '../paper/paper.ts'
import {wordsOf} from '../paper/title.ts'
import {quote} from '../quote.ts'
import type {Rule, Subject} from './rule.ts'

/** A tag in use. */
interface Tag {
  readonly name: string
  /** The papers that have it, newest first. */
  readonly papers: readonly Paper[]
  readonly words: readonly string[]
  readonly digits: string
}

/** One thing goes by one tag. */
export const tagHygiene: Rule = {
  id: 'tag-hygiene',
  about: 'A tag is spelled in one way',
  why: `New tags are welcome. A tag that differs from one in use only by case, punctuation, spacing, plural or an edit or
two is most likely the same tag: the rarer spelling gives way. Digits that differ make two tags. The configuration can
name aliases (\`tags.aliases\`), and close the vocabulary to tags that it names or that another paper uses
(\`tags.closed\`).`,
  severity: 'error',
  bad: [
    {path: 'papers/2024-retrieval-head.yaml', text: 'tags:\n  - Retreival Heads\n'},
    {
      path: 'papers/2024-long-context.yaml',
      text: 'title: Long Context\nlinks:\n  - https://arxiv.org/abs/2404.11111\ntags:\n  - Retrieval Head\n'
    },
    {
      path: 'papers/2024-short-context.yaml',
      text: 'title: Short Context\nlinks:\n  - https://arxiv.org/abs/2404.22222\ntags:\n  - Retrieval Head\n'
    }
  ],
  good: [{text: 'tags:\n  - Retrieval Head\n'}],
  check(subject, report) {
    const tags = tagsInUse(subject)
    const twins = findTwins([...tags.values()])
    for (const {file, tags: names} of subject.list.papers) {
      for (const [index, name] of names.entries()) {
        const reason =
          (names.indexOf(name) < index ? `Unexpected second ${quote(name)}, expected each tag once` : undefined) ??
          wrongAlias(name, subject) ??
          twinOf(name, twins) ??
          unknownTag(tags.get(name), subject)
        if (reason) report(file, ['tags', index], reason)
      }
    }
  }
}

/** For each tag of some papers that is most likely a misspelling, the one to use instead. */
export function tagTwins(list: Subject['list']): Map<string, string> {
  const tags = tagsInUse({list})
  return new Map([...findTwins([...tags.values()])].map(([name, twin]) => [name, twin.name]))
}

function tagsInUse({list}: Pick<Subject, 'list'>): Map<string, Tag> {
  const uses = new Map<string, Paper[]>()
  for (const paper of list.papers) {
    for (const tag of new Set(paper.tags)) {
      const papers = uses.get(tag)
      if (papers) papers.push(paper)
      else uses.set(tag, [paper])
    }
  }
  return new Map(
    [...uses].map(([name, papers]) => {
      const words = wordsOf(name)
      return [name, {name, papers, words: words.map(singular), digits: words.join(' ').replace(/\D+/g, ' ').trim()}]
    })
  )
}

function singular(word: string): string {
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word
}

function wrongAlias(name: string, {list}: Subject): string | undefined {
  const {aliases} = list.config.tags
  const expected = Object.hasOwn(aliases, name) ? aliases[name] : undefined
  return expected && `Unexpected tag ${quote(name)}, expected ${quote(expected)} as the configuration has it`
}

function twinOf(name: string, twins: ReadonlyMap<string, Tag>): string | undefined {
  const twin = twins.get(name)
  const [user] = twin?.papers ?? []
  return twin && `Unexpected tag ${quote(name)}, expected ${quote(twin.name)} as in ${quote(user?.file.path ?? '')}`
}

function unknownTag(tag: Tag | undefined, {list}: Subject): string | undefined {
  const {closed, aliases, colours} = list.config.tags
  if (!closed || !tag || tag.papers.length > 1) return undefined
  const isNamed = Object.hasOwn(colours, tag.name) || Object.values(aliases).includes(tag.name)
  return isNamed ? undefined : `Unexpected tag ${quote(tag.name)}, expected one that is in use or in the configuration`
}

/** For each tag that should give way, the one to use instead. */
function findTwins(tags: readonly Tag[]): Map<string, Tag> {
  const twins = new Map<string, Tag>()
  for (const [tag, other] of pairs(tags)) {
    if (tag.digits !== other.digits || !isNear(tag, other)) continue
    const [rarer, usual] = isRarer(tag, other) ? [tag, other] : [other, tag]
    const known = twins.get(rarer.name)
    if (!known || isRarer(known, usual)) twins.set(rarer.name, usual)
  }
  return twins
}

/** Every two tags that may be one. */
function* pairs(tags: readonly Tag[]): Generator<[Tag, Tag]> {
  for (const bucket of buckets(tags)) {
    for (const [index, tag] of bucket.entries()) {
      for (const other of bucket.slice(index + 1)) yield [tag, other]
    }
  }
}

/** Tags that may be one: equal when written together, or alike in all words but one. */
function buckets(tags: readonly Tag[]): Iterable<Tag[]> {
  const found = new Map<string, Tag[]>()
  for (const tag of tags) {
    const others = tag.words.map((_, index) => tag.words.toSpliced(index, 1, '*').join(' '))
    for (const key of new Set([tag.words.join(''), ...others])) {
      const bucket = found.get(key)
      if (bucket) bucket.push(tag)
      else found.set(key, [tag])
    }
  }
  return found.values()
}

function isRarer(tag: Tag, other: Tag): boolean {
  if (tag.papers.length !== other.papers.length) return tag.papers.length < other.papers.length
  // Equally rare: the tag that came into use later gives way.
  const [mine, yours] = [tag.papers.at(-1)?.date ?? '', other.papers.at(-1)?.date ?? '']
  return mine === yours ? tag.name > other.name : mine > yours
}

function isNear({words}: Tag, {words: others}: Tag): boolean {
  if (words.join('') === others.join('')) return true
  if (words.length !== others.length) return false
  const index = words.findIndex((word, at) => word !== others[at])
  const [word = '', other = ''] = [words[index], others[index]]
  return isTypingError(word, other)
}

/** One edit in a word of five letters, two in a word of seven: in short words they make another word. */
function isTypingError(word: string, other: string): boolean {
  const length = Math.min(word.length, other.length)
  if (length < 5 || Math.abs(word.length - other.length) > 2) return false
  const edits = distance(word, other)
  if (word[0] === other[0]) return edits <= (length < 7 ? 1 : 2)
  // `symmetric` and `asymmetric`, `deductive` and `inductive` differ at the start because they mean to.
  const isNegation = word === `a${other}` || other === `a${word}`
  return edits === 1 && length >= 7 && !isNegation
}
