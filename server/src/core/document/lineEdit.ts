// An edit inside a line of prose, which is what typing is: Markdown tells blocks apart by how lines begin, so the paragraph
// changes its words and nothing else changes at all. Whatever is not certain is left to the parser.

import { lowerBound } from '../search'
import type { Change, PlacedBlock } from './document'
import type { Text } from './text'

export interface LineEdit {
  /** Of the one block that changes. */
  readonly index: number
  /** What it says now. */
  readonly source: string
}

/** Blanks may end a paragraph elsewhere than before, a bar may make a line the head of a table. */
const structural = /[\s|]/

/** Words that begin no list, heading, quotation, fence, rule or tag, however they go on. */
const plainStart = /^(?:\*\*|\d+)?[\u2e80-\uffff]/
/** A heading by `#` stays one with the same level; what stands behind its words may close it. */
const headingStart = /^#{1,6}[ \t]+[\u2e80-\uffff](?!.*#)/

/** Lines after which, and before which, a line of text is a paragraph of its own whatever it says. */
const blank = /^[ \t\r]*$/
const opensItself = /^(?:[-*+] +[^\s]|#{1,6} )/

/** `text` is the draft before the edit. Undefined unless the edit can change one block only, and no block's kind or place. */
export function readLineEdit(
  text: Text,
  bodyStart: number,
  blocks: readonly PlacedBlock[],
  change: Change,
): LineEdit | undefined {
  // Nor is a line end cut in two, or a part of one taken away.
  if (structural.test(change.text) || text.slice(change.start - 1, change.end).includes('\r'))
    return undefined
  const index = blockBefore(blocks, change.start)
  const placed = blocks[index]
  if (!placed || change.end > placed.end) return undefined
  const { block, start } = placed
  const stays =
    block.context.type === 'table'
      ? staysRow(text, placed, change)
      : staysLine(text, bodyStart, placed, change)
  if (!stays) return undefined
  const source =
    block.source.slice(0, change.start - start) + change.text + block.source.slice(change.end - start)
  return /\s$/.test(source) ? undefined : { index, source }
}

/** The block is one line of prose or a heading by `#`, and goes on being that. */
function staysLine(
  text: Text,
  bodyStart: number,
  { block, start, end }: PlacedBlock,
  change: Change,
): boolean {
  const { source, context } = block
  if (context.quoted || source.includes('\n') || source.includes('|')) return false
  if (context.type === 'heading') {
    const opening = /#/.test(change.text) ? null : headingStart.exec(source)
    return opening !== null && change.start >= start + opening[0].length
  }
  if (context.type !== 'paragraph') return false
  const opening = plainStart.exec(source)
  return (
    opening !== null &&
    change.start >= start + opening[0].length &&
    (context.listLead || standsAlone(text, bodyStart, start)) &&
    endsAlone(text, end)
  )
}

/** The edit is within a row of a table, behind its first bar. The rule below the head makes the table, and is left to the parser. */
function staysRow(text: Text, { block, start }: PlacedBlock, change: Change): boolean {
  if (block.context.quoted || /[\n|]/.test(text.slice(change.start, change.end))) return false
  const line = text.lastIndexOf('\n', change.start - 1) + 1
  if (!/^[ \t]*\|/.test(text.slice(line, change.start))) return false
  if (line <= start) {
    // A head has as many cells as its rule: `\|` divides none, and words behind the last bar are one more.
    const rest = text.slice(change.end, text.indexOf('\n', line))
    return rest.includes('|') && !(change.text + text.slice(line, change.end) + rest).includes('\\')
  }
  return text.slice(start, line).split('\n').length > 2
}

/** Index of the last block that starts before an offset; -1 without one. */
function blockBefore(blocks: readonly PlacedBlock[], offset: number): number {
  return lowerBound(blocks.length, i => blocks[i]!.start >= offset) - 1
}

/** A blank line stands before the line of `at`, or nothing. */
function standsAlone(text: Text, bodyStart: number, at: number): boolean {
  const line = text.lastIndexOf('\n', at - 1) + 1
  if (line <= bodyStart) return line === bodyStart
  return blank.test(text.slice(text.lastIndexOf('\n', line - 2) + 1, line - 1))
}

/** Nothing follows on the line of `at`, and a blank line or one that opens something itself comes next. */
function endsAlone(text: Text, at: number): boolean {
  const lf = text.indexOf('\n', at)
  if (!blank.test(text.slice(at, lf < 0 ? text.length : lf))) return false
  if (lf < 0) return true
  const end = text.indexOf('\n', lf + 1)
  const next = text.slice(lf + 1, end < 0 ? text.length : end)
  return blank.test(next) || opensItself.test(next)
}
