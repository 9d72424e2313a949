import type {BlockContent, DefinitionContent, Root} from 'mdast'
import {gfmTableToMarkdown} from 'mdast-util-gfm-table'
import {type Options, toMarkdown} from 'mdast-util-to-markdown'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'

// Two tildes, on GitHub one as well, strike out a text.
const strikethrough: Options = {unsafe: [{character: '~', inConstruct: 'phrasing', notInConstruct: 'destinationRaw'}]}

// Pipes are escaped for tables, and columns are not padded: a longer title changes one line and not all.
const options: Options = {
  bullet: '-',
  emphasis: '_',
  rule: '-',
  extensions: [gfmTableToMarkdown({tablePipeAlign: false}), strikethrough]
}
const processor = unified().use(remarkStringify, options)

type Blocks = readonly (BlockContent | DefinitionContent)[]

/** Writes a part of a page as Markdown from its tree, without a line break at its end. */
export function writeMarkdown(children: Blocks): string {
  return toMarkdown(rootOf(children), options).trimEnd()
}

/** Writes a whole document as Markdown from its tree. */
export function writeDocument(children: Blocks): string {
  return processor.stringify(rootOf(children))
}

function rootOf(children: Blocks): Root {
  return {type: 'root', children: [...children]}
}
