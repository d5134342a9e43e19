// Offsets as zero-based line and UTF-16 character, the way LSP counts.

import { pieceAt } from '../../core'

export interface Position {
  readonly line: number
  readonly character: number
}

/** Lines end with LF, CRLF or CR. The returned function is logarithmic in the number of lines. */
export function positionsOf(text: string): (offset: number) => Position {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return offset => {
    const line = pieceAt(starts, offset)
    return { line, character: offset - starts[line]! }
  }
}
