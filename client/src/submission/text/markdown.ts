// One Markdown parser for the hand-in (images to pack, blocks of the Word document), run in slices so that a long
// report does not hold the editor.
import type { Tree } from '@lezer/common'
import { GFM, type InlineParser, parser } from '@lezer/markdown'
import { decodeHTMLStrict } from 'entities'
import { restBetween } from '../runtime'
import { footnotes } from './footnotes'

/**
 * The parser's own rule for hard line breaks, but a run of blanks is looked at from its first blank only. The parser's looks
 * at the rest of the run from every blank in it.
 */
const hardBreak: InlineParser = {
  name: 'HardBreak',
  parse(cx, next, start) {
    if (next === backslash && cx.char(start + 1) === feed)
      return cx.addElement(cx.elt('HardBreak', start, start + 2))
    if (next !== blank || (start > cx.offset && cx.char(start - 1) === blank)) return -1
    let end = start + 1
    while (cx.char(end) === blank) end++
    if (cx.char(end) !== feed || end < start + 2) return -1
    return cx.addElement(cx.elt('HardBreak', start, end + 1))
  },
}
const [feed, blank, backslash] = [10, 32, 92]

const markdown = parser.configure([GFM, footnotes, { parseInline: [hardBreak] }])

/** Parses with a pause between slices. `advance` handles one block, so a slice stays far under 50 ms. */
export async function parseMarkdown(text: string): Promise<Tree> {
  // The parser takes a line of nothing but a carriage return for empty, except where HTML ends. Same length: offsets stay.
  const parse = markdown.startParse(text.replace(/\r(?=\n)/g, '\t'))
  const rest = restBetween()
  for (;;) {
    const tree = parse.advance()
    if (tree) return tree
    await rest()
  }
}

/** Undoes backslash escapes and character references. */
export const unescapeMarkdown = (text: string): string =>
  decodeEntities(text.replace(/\\([!-/:-@[-`{-~])/g, '$1'))

/** `&amp;`, `&ldquo;`, `&#12288;`: every name that HTML knows. What ends without a semicolon stays as it is written. */
export const decodeEntities = (text: string): string => (text.includes('&') ? decodeHTMLStrict(text) : text)
