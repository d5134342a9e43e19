// One Markdown parser for the hand-in (images to pack, blocks of the Word document), run in slices so that a long
// report does not hold the editor.
import type { Tree } from '@lezer/common'
import { GFM, type InlineParser, parser } from '@lezer/markdown'
import { restBetween } from '../runtime'

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

const markdown = parser.configure([GFM, { parseInline: [hardBreak] }])

/** Parses with a pause between slices. `advance` handles one block, so a slice stays far under 50 ms. */
export async function parseMarkdown(text: string): Promise<Tree> {
  const parse = markdown.startParse(text)
  const rest = restBetween()
  for (;;) {
    const tree = parse.advance()
    if (tree) return tree
    await rest()
  }
}

/** Undoes backslash escapes and the character references that occur in addresses and titles. */
export const unescapeMarkdown = (text: string): string =>
  text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(?:amp|lt|gt|quot|nbsp|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (whole, decimal, hex) => {
      if (decimal ?? hex) return codePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16))
      return (
        { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': '\u00a0' }[whole.toLowerCase()] ??
        whole
      )
    })

const codePoint = (value: number): string =>
  value > 0 && value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff)
    ? String.fromCodePoint(value)
    : '\ufffd'
