import type {PageFacts} from './page.ts'
import type {Answer, Question} from './verdict.ts'

/** Most bytes of a page that are read. */
const pageBytes = 64 * 1024

/** The place on a page that a link names, where its HTML could show whether it is there; else undefined. */
export function anchorOf({address, withAnchor}: Question, {status, headers}: Answer): string | undefined {
  if (!withAnchor || status !== 200 || !/^(?:text\/html|application\/xhtml)/i.test(headers['content-type'] ?? ''))
    return undefined
  // https://wicg.github.io/scroll-to-text-fragment/
  const anchor = decoded(address.hash.slice(1).replace(/:~:.*$/s, ''))
  // The top is everywhere; scripts find routes (`#/a`, `#!a`), parameters (`#a=b`) and lines of code (`#L3-L9`).
  return anchor === '' || /^(?:top$|[!/]|[^=]*=|L\d+(?:C\d+)?(?:-L?\d+|$))/i.test(anchor) ? undefined : anchor
}

/** Whether a page has a place by some name; GitHub puts `user-content-` before those that people gave. */
export function hasAnchor({anchors}: PageFacts, anchor: string): boolean {
  return anchors.has(anchor) || anchors.has(`user-content-${anchor}`)
}

/** Whether there was no more of a page than was read. */
export function isWhole({body}: Answer): boolean {
  return Buffer.byteLength(body) < pageBytes
}

/** A fragment as the page has it; as it is written where it only looks encoded. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
