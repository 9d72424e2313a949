import type {BlockContent} from 'mdast'
import type {Paper} from '../../paper/paper.ts'
import type {Group} from '../groups.ts'
import type {Page} from '../page.ts'
import type {Placed} from '../placement.ts'
import type {Zone} from '../template.ts'

/** A way to show papers. */
export interface Layout {
  /** The file's name, and the word in the marker. */
  readonly name: string
  /**
   * The papers as HTML or Markdown, without a line break at either end.
   *
   * @throws {Failure} where GitHub would not show it as it is
   */
  render(groups: readonly Group[], page: Page, zone: Zone): string
  /**
   * One paper as `render` has it among the others.
   *
   * @throws {Failure} where GitHub would not show it as it is
   */
  renderPaper(paper: Paper, page: Page): string
  /** What stands in the place of groups that other pages hold, whole or in part, with their anchors. */
  pointers(moved: readonly Placed[], page: Page, zone: Zone): BlockContent[]
}
