// A table as a Word table: as wide as the text, columns by what they hold, the head repeated on each page. One that is too wide for
// an upright page gets smaller letters first, then a page that lies.
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { type Grid, gridOf, type Placed } from './grid'
import { type Picture, pictureRun } from './images'
import { lyingTextWidth, page, tableSizes } from './measures'
import { type Cell, pieces, type Run, type TableBlock, textOf } from './model'
import { pictureWords, textRun, textRuns } from './parts'
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
/** Word draws no more. */
const mostColumns = 63
/** Of a picture in a cell, in characters: what its column asks for. */
const pictureChars = 10
/** In pixels; a cell is no place for a poster. */
const pictureHeight = 300
/** No more rows of head than leave room for the table. */
const mostHeadRows = 5

type Image = Extract<Run, { kind: 'image' }>
/** The picture behind an address, in a size that fits; undefined where there is none, which was remarked then. */
export type FindPicture = (
  image: Image,
  room: { width: number; height: number },
) => Promise<Picture | undefined>

export interface DrawnTable {
  table: Table
  /** Whether it stands on a page of its own that lies. */
  lies: boolean
}

/** Undefined for a table with more columns than Word has. */
export async function tableBlock(block: TableBlock, find: FindPicture): Promise<DrawnTable | undefined> {
  const grid = gridOf(block.rows)
  if (grid.columns > mostColumns) return undefined
  const { aligns, headRows } = { ...block, headRows: headOf(grid, block.headRows) }
  const texts = textsOf(grid, true)
  const { whole, fontSize, lies } = measureOf(texts, grid.columns)
  const widths = columnWidths(texts, whole, fontSize * 10, padding * 2)
  const plain = textsOf(grid, false).slice(headRows)
  const usual = widths.map((_, column) => columnAlign(plain, column))
  const draw = async ({ column, columns, rows, cell }: Placed, isHead: boolean) => {
    const width = widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0)
    const side = columns === 1 ? (aligns[column] ?? usual[column]) : 'center'
    const face = isHead ? 'heading' : 'body'
    const alignment = alignments[cell.align ?? (isHead ? 'center' : (side ?? 'left'))]
    const lines = await cellLines(cell, width, face, fontSize, find)
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      ...(columns > 1 && { columnSpan: columns }),
      ...(rows > 1 && { rowSpan: rows }),
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: padding, right: padding, top: 30, bottom: 30 },
      children: lines.map(
        children =>
          new Paragraph({
            alignment,
            spacing: { line: Math.min(400, fontSize * 17), lineRule: LineRuleType.AT_LEAST },
            keepNext: isHead,
            children,
          }),
      ),
    })
  }
  const rows: TableRow[] = []
  for (const [index, row] of grid.rows.entries()) {
    const children: TableCell[] = []
    for (const placed of row) children.push(await draw(placed, index < headRows))
    rows.push(new TableRow({ tableHeader: index < headRows, cantSplit: true, children }))
  }
  const table = new Table({
    rows,
    columnWidths: widths,
    width: { size: whole, type: WidthType.DXA },
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
  return { table, lies }
}

/** A table as lines, where Word cannot draw it. */
export const tableLines = ({ rows }: TableBlock): Run[][] =>
  rows.map(row =>
    row.flatMap((cell, index): Run[] => [
      ...(index > 0 ? [{ kind: 'text' as const, text: '\u3000' }] : []),
      ...cell.runs.filter(run => run.kind !== 'break'),
    ]),
  )

/** With the rows that cells of the head reach down to. */
function headOf({ rows }: Grid, written: number): number {
  let head = Math.min(written, rows.length)
  for (let at = 0; at < head; at++) head = Math.max(head, ...rows[at]!.map(({ rows: down }) => at + down))
  return head > mostHeadRows || head >= rows.length ? Math.min(1, rows.length) : head
}

/** By row and column; what covers several columns asks none of them for room. */
function textsOf({ rows, columns }: Grid, withPictures: boolean): string[][] {
  return rows.map(row => {
    const texts = Array.from({ length: columns }, () => '')
    for (const { column, columns: across, cell } of row)
      if (across === 1)
        texts[column] =
          longestLine(cell) + (withPictures && hasPicture(cell) ? '\u3000'.repeat(pictureChars) : '')
    return texts
  })
}

const hasPicture = (cell: Cell): boolean => cell.runs.some(run => run.kind === 'image')

const longestLine = (cell: Cell): string =>
  [...pieces(cell.runs)]
    .map(piece => (Array.isArray(piece) ? textOf(piece) : ''))
    .reduce((longest, line) => (widthOf(line) > widthOf(longest) ? line : longest), '')

async function cellLines(
  cell: Cell,
  width: number,
  face: 'heading' | 'body',
  fontSize: number,
  find: FindPicture,
): Promise<ParagraphChild[][]> {
  const lines: ParagraphChild[][] = []
  for (const piece of pieces(cell.runs)) {
    if (Array.isArray(piece)) {
      lines.push(textRuns(piece, face, fontSize))
      continue
    }
    const room = { width: Math.max(24, (width - padding * 2) / 15), height: pictureHeight }
    const picture = await find(piece, room)
    if (!picture) {
      lines.push([textRun(pictureWords(piece), face, { size: fontSize })])
      continue
    }
    lines.push([pictureRun(picture, piece.alt.trim())])
    if (piece.alt.trim() !== '') lines.push([textRun(piece.alt.trim(), 'kaiti', { size: fontSize })])
  }
  return lines.length > 0 ? lines : [[]]
}

/** The largest letters in which no figure is cut. */
function measureOf(
  texts: readonly string[][],
  columns: number,
): { whole: number; fontSize: number; lies: boolean } {
  const least = sum(leastWidths(texts))
  const fits = (whole: number, fontSize: number) => least * fontSize * 10 + columns * padding * 2 <= whole
  const sizes = columns > manyColumns ? tableSizes.slice(1) : tableSizes
  const upright = sizes.find(fontSize => fits(page.textWidth, fontSize))
  if (upright !== undefined) return { whole: page.textWidth, fontSize: upright, lies: false }
  const lying = sizes.find(fontSize => fits(lyingTextWidth, fontSize))
  return { whole: lyingTextWidth, fontSize: lying ?? sizes.at(-1)!, lies: true }
}

/** What cannot be broken: figures and Western words; beyond this, a long word is broken after all. */
const longestWord = 14
/** Faces that stand in for Times New Roman are wider than it. */
const widerFace = 1.25

const leastWidths = (texts: readonly string[][]): number[] =>
  Array.from({ length: texts[0]?.length ?? 1 }, (_, column) =>
    texts.reduce(
      (most, row, at) =>
        Math.max(most, wordWidth(row[column] ?? ''), at === 0 ? 0 : shortWord(row[column] ?? '')),
      1.2,
    ),
  )

/** Three characters of Chinese side by side, if there are so many: a name is not stood on end. */
const shortWord = (text: string): number => Math.min(3, widthOf(text)) + 0.3

const wordWidth = (text: string): number =>
  Math.min(
    longestWord,
    (text.match(/[\w.,%+\-/:]+/g) ?? []).reduce((most, word) => Math.max(most, widthOf(word)), 0) *
      widerFace +
      0.3,
  )

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
    texts
      .slice(1)
      .reduce(
        (most, row) => Math.max(most, settledWidth(row[column] ?? '')),
        Math.max(2, headingWidth(texts[0]?.[column] ?? '')),
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
  return withLeast(scaled, leastWidths(texts)).map(width => Math.floor(width * character + padded))
}

/** Who is narrower than what it cannot break takes from those who have more. */
function withLeast(widths: readonly number[], least: readonly number[]): number[] {
  const short = sum(widths.map((width, column) => Math.max(0, least[column]! - width)))
  const spare = sum(widths.map((width, column) => Math.max(0, width - least[column]!)))
  if (short === 0 || spare === 0) return [...widths]
  const share = Math.min(1, short / spare)
  const given = Math.min(1, spare / short)
  return widths.map((width, column) => {
    const room = width - least[column]!
    return room >= 0 ? width - room * share : width - room * given
  })
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
