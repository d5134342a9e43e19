// Positions of LSP (line, UTF-16 column) and offsets in the text, both ways. `\n`, `\r\n` and `\r` end a line.

import type { Position, Range } from 'vscode-languageserver/node'
import { pieceAt, type Span, Text } from '../core'

/** What a column counts: UTF-16 units unless the client cannot count them. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32'

export interface Lines {
  readonly text: Text
  /** Offset of the first character of each line. */
  readonly starts: readonly number[]
  /** Some `\r` stands without its `\n`. */
  readonly loneReturns: boolean
  readonly encoding: Encoding
}

export function linesOf(text: string, encoding: Encoding = 'utf-16'): Lines {
  const starts = [0]
  let loneReturns = false
  if (text.includes('\r')) {
    for (let i = 0; i < text.length; i++) {
      const char = text.charCodeAt(i)
      const lone = char === 13 && text.charCodeAt(i + 1) !== 10
      if (lone) loneReturns = true
      if (char === 10 || lone) starts.push(i + 1)
    }
  } else for (let lf = text.indexOf('\n'); lf >= 0; lf = text.indexOf('\n', lf + 1)) starts.push(lf + 1)
  return { text: Text.of(text), starts, loneReturns, encoding }
}

/** The lines after one replacement, without reading the whole text again: this runs on every key. */
export function editedLines(before: Lines, span: Span, inserted: string): Lines {
  const text = before.text.replaced(span, inserted)
  const touched = before.text.slice(span.start - 1, span.end + 1)
  if (inserted.includes('\r') || touched.includes('\r')) return linesOf(String(text), before.encoding)
  const first = lineAt(before, span.start)
  const last = lineAt(before, span.end)
  const delta = inserted.length - (span.end - span.start)
  const starts = before.starts.slice(0, first + 1)
  for (let lf = inserted.indexOf('\n'); lf >= 0; lf = inserted.indexOf('\n', lf + 1))
    starts.push(span.start + lf + 1)
  for (let i = last + 1; i < before.starts.length; i++) starts.push(before.starts[i]! + delta)
  return { ...before, text, starts }
}

/** The line that holds an offset. */
export function lineAt({ starts }: Lines, offset: number): number {
  return pieceAt(starts, offset)
}

export function positionAt(lines: Lines, offset: number): Position {
  const at = Math.max(0, Math.min(offset, lines.text.length))
  const line = lineAt(lines, at)
  return { line, character: columnOf(lines, line, at - lines.starts[line]!) }
}

export function rangeOf(lines: Lines, span: Span): Range {
  const start = positionAt(lines, span.start)
  if (lines.encoding !== 'utf-16') return { start, end: positionAt(lines, span.end) }
  // Most spans end on the line on which they begin, which need not be looked for twice.
  const character = span.end - lines.starts[start.line]!
  const next = lines.starts[start.line + 1] ?? lines.text.length + 1
  const within = span.end >= span.start && span.end < next
  return { start, end: within ? { line: start.line, character } : positionAt(lines, span.end) }
}

/** Total: what lies beyond a line counts as its end, what lies beyond the text as the text's end. */
export function offsetAt(lines: Lines, { line, character }: Position): number {
  if (!(line >= 0)) return 0
  if (line >= lines.starts.length) return lines.text.length
  const start = lines.starts[line]!
  const units = unitsOf(lines, line, character >= 0 ? character : 0)
  return Math.max(start, Math.min(start + units, lineEnd(lines, line)))
}

export function spanOf(lines: Lines, range: Range): Span {
  const a = offsetAt(lines, range.start)
  const b = offsetAt(lines, range.end)
  return { start: Math.min(a, b), end: Math.max(a, b) }
}

/** Offset of the end of a line, its line break left out. */
export function lineEnd({ text, starts }: Lines, line: number): number {
  const next = starts[line + 1]
  if (next === undefined) return text.length
  return text.slice(next - 2, next) === '\r\n' ? next - 2 : next - 1
}

/** The text of a line, its line break left out. */
export function lineText(lines: Lines, line: number): string {
  return lines.text.slice(lines.starts[line] ?? lines.text.length, lineEnd(lines, line))
}

/** How many units of the client's encoding lie before a place of a line that is `units` UTF-16 units behind its start. */
function columnOf(lines: Lines, line: number, units: number): number {
  if (lines.encoding === 'utf-16') return units
  const start = lines.starts[line]!
  let column = 0
  for (const char of lines.text.slice(start, start + units)) column += widthOf(char, lines.encoding)
  return column
}

/** The way back. A column in the middle of a character counts as its start. */
function unitsOf(lines: Lines, line: number, column: number): number {
  if (lines.encoding === 'utf-16') return column
  let left = column
  let units = 0
  for (const char of lineText(lines, line)) {
    left -= widthOf(char, lines.encoding)
    if (left < 0) return units
    units += char.length
  }
  return units + left
}

function widthOf(char: string, encoding: Encoding): number {
  if (encoding === 'utf-32') return 1
  const code = char.codePointAt(0)!
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
