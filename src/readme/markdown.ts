import type {BlockContent, DefinitionContent, Nodes, TableRow} from 'mdast'
import {gfmTableToMarkdown} from 'mdast-util-gfm-table'
import {type Options, toMarkdown} from 'mdast-util-to-markdown'

// Two tildes, on GitHub one as well, strike out a text.
const strikethrough: Options = {unsafe: [{character: '~', inConstruct: 'phrasing', notInConstruct: 'destinationRaw'}]}

/**
 * Writes generated Markdown from its tree, without a line break at its end. Pipes are escaped for
 * tables, and columns are not padded: a longer title then changes one line and not all of them.
 */
export function writeMarkdown(children: (BlockContent | DefinitionContent)[]): string {
  return write({type: 'root', children})
}

/** The same for a row of a table, on one line. */
export function writeRow(row: TableRow): string {
  return write(row)
}

function write(tree: Nodes): string {
  const extensions = [gfmTableToMarkdown({tablePipeAlign: false}), strikethrough]
  return toMarkdown(tree, {bullet: '-', emphasis: '_', rule: '-', extensions}).trimEnd()
}
