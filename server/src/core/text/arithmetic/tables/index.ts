// Tables: 合计 and 小计 rows, shares that make 100; row sums and derived columns are next door.

import { expressionOf } from '../../../knowledge/cue'
import { comparedRow } from '../../../knowledge/figures.generated'
import { plain } from '../reading/amounts'
import { isAmong } from '../reading/intensive'
import {
  type Cell,
  type Cells,
  cellMismatch,
  notSummed,
  readCell,
  sumText,
  type TableMismatch,
  totalWord,
} from './cells'
import { checkDerived } from './derived'
import { checkQuotients } from './quotient'
import { checkRowTotals } from './rows'

const subtotalWord = /小[\s　]*计/

/** Cells that contradict the rest of the table. `rows[0]` is the head. */
export function checkTable(rows: readonly (readonly string[])[]): TableMismatch[] {
  const width = rows[0]?.length ?? 0
  if (rows.length < 3 || width < 2 || rows.length > 400) return []
  const readCells = onceRead(rows)
  const found = [
    ...checkColumns(rows, readCells),
    ...checkRowTotals(rows, readCells),
    ...checkDerived(rows, readCells),
    ...checkQuotients(rows, readCells),
  ]
  if (found.length === 0 || rows.some(row => row.some(cell => excuse.test(cell)))) return []
  return found.sort((a, b) => a.row - b.row || a.column - b.column)
}

const excuse = /四舍五入|不等于合计|重复计算|有交叉/

/** Most tables have neither a total nor a column that follows from others: their cells are never read as numbers. */
function onceRead(rows: readonly (readonly string[])[]): () => Cells {
  let cells: Cells | undefined
  return () => {
    cells ??= rows.map(row => row.map(readCell))
    return cells
  }
}

/** The name of a row stands in its first cell, or in the second when the first is a number. */
function rowName(row: readonly string[]): string {
  const first = row[0] ?? ''
  return /^\d{0,3}$/.test(first.trim()) ? (row[1] ?? first) : first
}

function checkColumns(rows: readonly (readonly string[])[], readCells: () => Cells): TableMismatch[] {
  const names = rows.map(rowName)
  const found: TableMismatch[] = []
  const totals = names.flatMap((name, i) =>
    i > 0 && (totalWord.test(name) || totalWord.test(rows[i]![0] ?? '')) ? [i] : [],
  )
  const subtotals = names.flatMap((name, i) => (i > 0 && subtotalWord.test(name) ? [i] : []))
  if (totals.length > 1 || totals.length + subtotals.length === 0) return found
  if (names.some((name, i) => i > 0 && /其中/.test(name))) return found
  const cells = readCells()
  for (let column = 1; column < rows[0]!.length; column++) {
    if (notSummed.test(rows[0]![column] ?? '')) {
      found.push(...checkShareColumn(rows, cells, column, totals[0], subtotals))
      continue
    }
    found.push(...checkSummedColumn(rows, cells, column, totals[0], subtotals))
  }
  return found
}

/** Rows below a total that are set against it and not part of it. */
const comparing = expressionOf(comparedRow)

function checkSummedColumn(
  rows: readonly (readonly string[])[],
  cells: Cells,
  column: number,
  total: number | undefined,
  subtotals: readonly number[],
): TableMismatch[] {
  const found: TableMismatch[] = []
  const body = rows
    .map((_, i) => i)
    .filter(i => i > 0 && i !== total)
    .filter(i => total === undefined || i < total || !comparing.test(rowName(rows[i]!)))
  const leaves = body.filter(i => !subtotals.includes(i))
  // A 小计 sums the rows since the one before it.
  let from = 1
  for (const at of subtotals) {
    const group = leaves.filter(i => i >= from && i < at)
    const bad = sumCells(cells, column, group, at)
    if (bad) found.push(bad)
    from = at + 1
  }
  if (total === undefined) return found
  const bad = sumCells(cells, column, leaves, total)
  // A 合计 between the rows sums those above it, those below it, or all.
  const above = leaves.filter(i => i < total)
  const below = leaves.filter(i => i > total && cells[i]![column])
  if (bad && above.length > 0 && below.length > 0) {
    const readings = [above, below].filter(group => group.length > 1)
    if (readings.some(group => !sumCells(cells, column, group, total))) return found
  }
  const bySubtotals = subtotals.length > 0 ? sumCells(cells, column, subtotals, total) : bad
  if (bad && bySubtotals) found.push(bad)
  return found
}

function sumCells(
  cells: Cells,
  column: number,
  group: readonly number[],
  total: number,
): TableMismatch | undefined {
  const whole = cells[total]![column]
  const parts: Cell[] = []
  for (const i of group) {
    const cell = cells[i]![column]
    if (cell === undefined) return undefined
    if (cell) parts.push(cell)
  }
  if (!whole || whole.percent || parts.length < 2 || parts.some(part => part.percent || part.value < 0))
    return undefined
  const sum = parts.reduce((made, part) => made + part.value, 0)
  const step = Math.max(whole.step, ...parts.map(part => part.step))
  const tolerance = step === 0 ? 1e-9 : step * Math.max(1, parts.length / 2) * 1.0001
  if (Math.abs(sum - whole.value) <= tolerance) return undefined
  // An average or a maximum under 合计 is no sum; what the head says of the column does not always tell.
  if (
    isAmong(
      whole.value,
      parts.map(part => part.value),
    )
  )
    return undefined
  return cellMismatch('table-total', total, column, whole, plain(sum), sumText(parts, sum, whole))
}

/** 占比 columns make 100 (without the total's row), when the total's row says 100 or the head says 占比/比重. */
function checkShareColumn(
  rows: readonly (readonly string[])[],
  cells: Cells,
  column: number,
  total: number | undefined,
  subtotals: readonly number[],
): TableMismatch[] {
  const head = rows[0]![column] ?? ''
  const whole = total === undefined ? undefined : cells[total]![column]
  if (!/占比|比重|构成/.test(head) || !whole || Math.abs(whole.value - 100) > 1e-9) return []
  const parts: Cell[] = []
  for (let i = 1; i < rows.length; i++) {
    if (i === total || subtotals.includes(i)) continue
    const cell = cells[i]![column]
    if (!cell) return []
    parts.push(cell)
  }
  const sum = parts.reduce((made, part) => made + part.value, 0)
  const step = Math.max(1e-9, ...parts.map(part => (part.step === 0 ? 1 : part.step)))
  if (parts.length < 2 || Math.abs(sum - 100) <= step * Math.max(1, parts.length / 2) * 1.0001) return []
  return [cellMismatch('table-share', total!, column, whole, `${plain(sum, 2)}%`, sumText(parts, sum, whole))]
}
