// A Markdown table as a Word table: as wide as the text, columns by what they hold, the header repeated on each page.
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Block } from './blocks'
import { type Run, textOf } from './inline'
import { page, size } from './measures'
import { textRuns } from './parts'
import { widthOf } from './signature'

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
}
/** Left and right of what a cell holds, in twips. */
const padding = 80
/** More columns than this are set in 五号. */
const manyColumns = 7

export function tableBlock({ rows, aligns }: Extract<Block, { kind: 'table' }>): Table {
  const columns = Math.max(1, ...rows.map(row => row.length))
  const fontSize = columns > manyColumns ? size.wideTable : size.table
  const texts = rows.map(row => Array.from({ length: columns }, (_, column) => textOf(row[column] ?? [])))
  const widths = columnWidths(texts, page.textWidth, fontSize * 10, padding * 2)
  const body = Array.from({ length: columns }, (_, column) => columnAlign(texts.slice(1), column))
  const cell = (runs: readonly Run[], header: boolean, column: number) =>
    new TableCell({
      width: { size: widths[column]!, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: padding, right: padding, top: 30, bottom: 30 },
      children: [
        new Paragraph({
          alignment: alignments[header ? 'center' : (aligns[column] ?? body[column] ?? 'left')],
          spacing: { line: 400, lineRule: LineRuleType.AT_LEAST },
          children: textRuns(runs, header ? 'heading' : 'body', fontSize),
        }),
      ],
    })
  return new Table({
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0,
          cantSplit: true,
          children: widths.map((_, column) => cell(row[column] ?? [], index === 0, column)),
        }),
    ),
    columnWidths: widths,
    width: { size: page.textWidth, type: WidthType.DXA },
    alignment: AlignmentType.CENTER,
    borders: {
      top: thin,
      bottom: thin,
      left: thin,
      right: thin,
      insideHorizontal: thin,
      insideVertical: thin,
    },
  })
}

// Figures and short words stand in the middle, sentences to the left; one column does not mix the two.
const columnAlign = (rows: readonly string[][], column: number): 'left' | 'center' =>
  rows.some(row => widthOf(row[column] ?? '') > 8) ? 'left' : 'center'

/** Names, dates and figures up to the first of these widths that leaves room for the rest are not broken over lines. */
const short = [10, 8, 6, 5, 4]
/** What a long column may claim against the others. */
const longest = 26

/**
 * Widths in twips that fill `whole`. Short columns get what they hold; the long ones share the rest, the longer ones
 * more, but not in full proportion. Headings may take two lines.
 */
export function columnWidths(
  texts: readonly string[][],
  whole: number,
  character: number,
  padded: number,
): number[] {
  const columns = texts[0]?.length ?? 1
  const held = Array.from({ length: columns }, (_, column) =>
    Math.max(
      2,
      headingWidth(texts[0]?.[column] ?? ''),
      ...texts.slice(1).map(row => settledWidth(row[column] ?? '')),
    ),
  )
  const room = Math.max(columns, (whole - columns * padded) / character)
  const wanted = held.map(width => Math.min(longest, width))
  const isFull = sum(wanted) > room
  const limit = isFull
    ? (short.find(each => sum(wanted.filter(width => width <= each)) <= room * 0.6) ?? 0)
    : 0
  const kept = sum(wanted.filter(width => width <= limit))
  const weight = isFull ? Math.sqrt : (width: number) => width
  const rest = sum(wanted.filter(width => width > limit).map(weight))
  const scaled = wanted.map(width => (width <= limit ? width : (weight(width) / rest) * (room - kept)))
  return scaled.map(width => Math.floor(width * character + padded))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** With the air that Word puts between Chinese and Western characters. */
const settledWidth = (text: string): number => {
  const seams = text.match(/[\u2e80-\uffee](?=[\w.%+-])|[\w.%+-](?=[\u2e80-\uffee])/g)?.length ?? 0
  return widthOf(text) + seams / 4 + 0.3
}

/** Two lines, but not through what stands in brackets: 水田面积（亩）. */
function headingWidth(text: string): number {
  const pieces = text.split(/(?=[（(])/).map(settledWidth)
  const all = settledWidth(text)
  return all <= 4.5 ? all : Math.max(all / 2, ...pieces.filter(width => width <= 5))
}
