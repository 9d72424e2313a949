import {basename, dirname} from 'node:path/posix'
import GithubSlugger, {slug} from 'github-slugger'
import type {Config} from '../config.ts'

// With its ending and the mark of a temporary file a name stays below the 255 bytes of common file systems.
const longestName = 48
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** The files that pages of their own go to: each name is given out once in a build. */
export class PageNames {
  readonly #config: Config
  readonly #slugger = new GithubSlugger()
  readonly #numbered = new Map<string, string>()

  constructor(config: Config) {
    this.#config = config
    for (const {file} of config.outputs) if (dirname(file) === config.pages.directory) this.#slugger.slug(stem(file))
  }

  /**
   * A name for the pages of a group: `2023` for Year 2023.
   *
   * @param file what the pages take from; only of the first output there is no mention
   * @param tag the tag that the zone asks for
   */
  claim(file: string, tag: string | undefined, group: string): string {
    const isFirst = file === this.#config.outputs[0]?.file
    const parts = [isFirst ? '' : stem(file), tag ?? '', group.replace(/^Year (?=\d{4}$)/, '')]
    const name = [...slug(parts.filter((part) => part !== '').join(' '))].slice(0, longestName).join('')
    const trimmed = name.replace(/^-+|-+$/g, '')
    return this.#slugger.slug(trimmed === '' || reserved.test(trimmed) ? `${trimmed}papers` : trimmed)
  }

  /** The file of a numbered page, from the root of the list. */
  file(name: string, number: number): string {
    return `${this.#config.pages.directory}/${number === 1 ? name : this.#numberedName(`${name}-${number}`)}.md`
  }

  #numberedName(wanted: string): string {
    const name = this.#numbered.get(wanted) ?? this.#slugger.slug(wanted)
    this.#numbered.set(wanted, name)
    return name
  }
}

function stem(file: string): string {
  return basename(file).replace(/\.\w+$/, '')
}
