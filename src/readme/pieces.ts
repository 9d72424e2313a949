import type {List} from '../list.ts'
import type {Paper} from '../paper/paper.ts'
import {Badges} from './badge.ts'

/** What the pages of one list share: badges and papers, each written once however often a page is put together. */
export class Pieces {
  readonly badges: Badges
  readonly #papers = new Map<string, string>()

  constructor({config, registry}: List) {
    this.badges = new Badges(config, registry)
  }

  /** A paper as a layout writes it, with its anchor or without. */
  paper(layout: string, {file}: Paper, anchor: string | undefined, write: () => string): string {
    const key = `${layout} ${anchor === undefined ? 'plain' : 'anchored'} ${file.path}`
    const text = this.#papers.get(key) ?? write()
    this.#papers.set(key, text)
    return text
  }
}
