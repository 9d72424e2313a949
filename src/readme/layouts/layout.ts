import type {Group} from '../groups.ts'
import type {Page} from '../page.ts'
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
}
