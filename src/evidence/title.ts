import {distance} from 'fastest-levenshtein'
import {wordsOf} from '../paper/title.ts'

/**
 * From here on two titles are one. Between any two of this list's forty papers the likeness is at most
 * 0.53, while case, dashes, quotes, braces and a missing article leave a paper's own above this, and
 * a short word in place of another leaves it above the other bound (measured by tests/evidence/title.test.ts).
 */
const same = 0.75
/** Up to here they are two papers. Between the two bounds nothing is claimed. */
const other = 0.6
/** A likeness between the two. */
const unclear = 0.7
/** No page goes by more of them. */
const mostTitles = 20

/** What a page's title says of a claim. */
export type Likeness = 'same' | 'unclear' | 'other'

/** Compares a page's title with a paper's, case, punctuation, TeX and a missing subtitle aside. */
export function compareTitles(page: string, paper: string): Likeness {
  const [left, right] = [plain(page), plain(paper)]
  const likeness = Math.max(likenessOf(left, right), subtitleLikeness(page, paper))
  if (likeness >= same) return 'same'
  return likeness > other ? 'unclear' : 'other'
}

/** Of the titles that one page goes by, in several languages say, the one that is most like a paper's. */
export function bestTitle(titles: readonly string[], claims: readonly {readonly title: string}[]): string | undefined {
  const ranks: readonly Likeness[] = ['same', 'unclear', 'other']
  const ranked = titles.slice(0, mostTitles).map((title) => {
    const likenesses = claims.map((claim) => ranks.indexOf(compareTitles(title, claim.title)))
    return {title, rank: Math.max(...likenesses)}
  })
  return ranked.toSorted((a, b) => a.rank - b.rank)[0]?.title
}

/** From 0 for nothing in common to 1 for equal, by edits. */
export function likenessOf(left: string, right: string): number {
  const length = Math.max(left.length, right.length)
  return length === 0 ? 0 : 1 - distance(left, right) / length
}

/** Equal main titles are one title, where they say enough to tell papers apart; `BERT` alone does not. */
function subtitleLikeness(page: string, paper: string): number {
  const [left, right] = [mainTitle(page), mainTitle(paper)]
  const hasOneSubtitle = (left === plain(page)) !== (right === plain(paper))
  if (!hasOneSubtitle || left !== right || left === '') return 0
  return left.length >= 12 ? 1 : unclear
}

function mainTitle(title: string): string {
  return plain(title.split(/:\s|\s[–—-]\s|\?\s/u)[0] ?? title)
}

/** The words of a title, with what TeX puts round them taken away. */
function plain(title: string): string {
  const bare = title
    .replace(/\\(?:text|math)[a-z]*\s*\{/g, '{')
    .replace(/\\[a-zA-Z]+\s?/g, ' ')
    .replace(/\\./g, '')
    .replace(/[{}$]/g, '')
  return wordsOf(bare).join('')
}
