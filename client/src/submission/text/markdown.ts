// One Markdown parser for the hand-in (images to pack, blocks of the Word document), run in slices so that a long
// report does not hold the editor.
import type { Tree } from '@lezer/common'
import { GFM, parser } from '@lezer/markdown'
import { restBetween } from '../runtime'

const markdown = parser.configure(GFM)

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
