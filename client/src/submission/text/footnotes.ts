// Footnotes for the Markdown parser: `[^1]` where a note is called and `[^1]: …` where it stands. The parser's own rules
// take the second for the address of a link, which nobody sees.
import type { BlockContext, InlineContext, Line, MarkdownConfig } from '@lezer/markdown'

/** Of a label; what is longer is no note. */
const longest = 80
const call = /^\[\^([^\]\s]{1,80})\]/
const definition = /^\[\^([^\]\s]{1,80})\][:：][ \t]*/
const [open, caret] = [91, 94]
/** Lines that belong to a note, after its first, are indented by as much. */
const indent = 4

const startOf = (line: Line): string => line.text.slice(line.pos, line.pos + longest + 20)

export const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite(_: BlockContext, line: Line) {
        if (line.next > -1 && line.indent < line.baseIndent + indent) return false
        line.moveBaseColumn(line.baseIndent + indent)
        return true
      },
    },
    { name: 'FootnoteMark' },
    { name: 'FootnoteReference' },
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'ATXHeading',
      parse(cx, line) {
        const found = line.next === open ? definition.exec(startOf(line)) : null
        if (!found) return false
        const at = cx.lineStart + line.pos
        cx.startComposite('FootnoteDefinition', line.pos)
        cx.addElement(cx.elt('FootnoteMark', at, at + found[0].length))
        line.moveBase(line.pos + found[0].length)
        return null
      },
      endLeaf: (_, line) => line.next === open && definition.test(startOf(line)),
    },
  ],
  parseInline: [
    {
      name: 'FootnoteReference',
      before: 'Link',
      parse(cx: InlineContext, next, pos) {
        if (next !== open || cx.char(pos + 1) !== caret) return -1
        const found = call.exec(cx.slice(pos, Math.min(cx.end, pos + longest + 3)))
        return found ? cx.addElement(cx.elt('FootnoteReference', pos, pos + found[0].length)) : -1
      },
    },
  ],
}

/** The label of `[^1]` or `[^1]: `. */
export const noteLabel = (mark: string): string => mark.slice(2, mark.indexOf(']'))
