import type {ElementContent, Root, Text} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import {assertShownWhole} from './allow-list.ts'

/** A line break in the source, so that a changed paper is a changed line. */
export const newline: Text = {type: 'text', value: '\n'}

/** Each node on a line of its own. */
export function onLines(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => [node, newline])
}

/**
 * Checks a generated tree against GitHub's allow-list and writes it as HTML.
 *
 * @throws {Failure} where GitHub would change it
 */
export function writeHtml(nodes: readonly ElementContent[]): string {
  const tree: Root = {type: 'root', children: [...nodes]}
  assertShownWhole(tree)
  return serialise(tree)
}

/** The same for rows, which GitHub shows only within a table. */
export function writeRows(rows: readonly ElementContent[]): string {
  assertShownWhole({type: 'root', children: [h('table', h('tbody', [...rows]))]})
  return serialise({type: 'root', children: [...rows]})
}

function serialise(tree: Root): string {
  // A blank line, which a text can bring along, would end the block of HTML that it stands in.
  return toHtml(tree, {characterReferences: {useNamedReferences: true}}).replace(/\n(?:[ \t\r]*\n)+/g, '\n')
}
