// Where a block speaks of time: its prose, or the cells of a table under the heading of their column. What the words mean
// depends on the report's date, so only the places are a fact of the block.

import type { Fact } from '../engine/rule'
import { type Scan, scanTimes, timeCue } from '../text/dates'

export interface TimePiece {
  readonly text: string
  /** Offset in the block's prose, for tables in its source. */
  readonly start: number
  readonly scan: Scan
  /** Heading of a column that holds limits. */
  readonly label: string | undefined
}

const none: readonly TimePiece[] = []
const limitColumn = /时限|期限|完成时间|整改时间|截止|时间节点|办结时间|销号时间/

export const timePieces: Fact<readonly TimePiece[]> = {
  id: 'time-pieces',
  holds: pieces => pieces.length > 0,
  read(block) {
    const { type, quoted } = block.context
    // What is quoted from a notice is not this report's promise.
    if (quoted || (type !== 'paragraph' && type !== 'heading' && type !== 'table')) return none
    if (type !== 'table') return pieceOf(block.text, 0, undefined)
    if (!timeCue.test(block.source)) return none
    const labels = (block.rows[0] ?? []).map(({ text }) => (limitColumn.test(text) ? text : undefined))
    return block.rows
      .slice(1)
      .flatMap(row =>
        row.flatMap(({ span }, column) =>
          pieceOf(block.source.slice(span.start, span.end), span.start, labels[column]),
        ),
      )
  },
}

function pieceOf(text: string, start: number, label: string | undefined): readonly TimePiece[] {
  const scan = scanTimes(text)
  // Asked of what was found, because mostly nothing is: a lone 当夜 or 国庆后 is no day that anything could be due on.
  return scan.found.length && timeCue.test(text) ? [{ text, start, scan, label }] : none
}
