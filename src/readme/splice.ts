import type {Template, Zone} from './template.ts'

/**
 * Puts content into the zones of a template. Every other byte stays as it was; line breaks within the
 * content are those of the template.
 *
 * @param contents one a zone, in their order, with `\n` as line break
 */
export function splice({text, zones}: Template, contents: readonly string[]): string {
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n'
  const parts: string[] = []
  let end = 0
  for (const [index, zone] of zones.entries()) {
    const content = padded(zone, contents[index] ?? '')
    parts.push(text.slice(end, zone.start), lineBreak === '\n' ? content : content.replaceAll('\n', lineBreak))
    end = zone.end
  }
  parts.push(text.slice(end))
  return parts.join('')
}

/** A blank line on either side keeps a marker out of the HTML block beside it. */
function padded({isInline}: Zone, content: string): string {
  if (isInline) return content
  return content === '' ? '\n\n' : `\n\n${content}\n\n`
}
