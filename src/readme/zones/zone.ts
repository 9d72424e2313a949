import type {Page} from '../page.ts'
import type {Zone} from '../template.ts'

/** What a marker says behind the zone's name: `layout=bullets limit=5`. */
export type ZoneOptions = Readonly<Record<string, string>>

/** What is wrong with an option's value, or undefined. */
export type OptionCheck = (value: string) => string | undefined

/** One kind of content that a template can ask for. */
export interface ZoneKind {
  /** The file's name, and the word in the marker. */
  readonly name: string
  /** Whether it may stand within a line. */
  readonly isInline: boolean
  readonly options: Readonly<Record<string, OptionCheck>>
  /**
   * The content, Markdown or HTML without line breaks at its ends.
   *
   * @throws {Failure} where GitHub would not show it as it is
   */
  render(page: Page, zone: Zone): string
}
