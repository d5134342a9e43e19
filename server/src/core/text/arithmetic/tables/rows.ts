// A 合计 column that sums the amounts of its row. Trusted only when most rows obey.

import { plain } from '../reading/amounts'
import {
  type Cell,
  type Cells,
  cellMismatch,
  notSummed,
  sumText,
  type TableMismatch,
  totalWord,
} from './cells'

const nested = /其中|其他|^[\s　]*#/

/** A 合计 column sums the amounts of its row. Trusted only when most rows obey it. */
export function checkRowTotals(
  rows: readonly (readonly string[])[],
  readCells: () => Cells,
): TableMismatch[] {
  const head = rows[0]!
  const at = head.findIndex((name, i) => i > 0 && totalWord.test(name))
  if (
    at < 0 ||
    head.filter(name => totalWord.test(name)).length > 1 ||
    head.some(name => nested.test(name) && /其中/.test(name))
  )
    return []
  const cells = readCells()
  const summed = head
    .map((_, i) => i)
    .filter(i => i > 0 && i !== at && !notSummed.test(head[i]!) && !/序号/.test(head[i]!))
  const side = summed.filter(i => (at === 1 || (at === 2 && summed[0]! > 2) ? i > at : i < at))
  const numeric = side.filter(
    i => cells.slice(1).some(row => row[i]) && cells.slice(1).every(row => row[i] !== undefined),
  )
  if (numeric.length < 2) return []
  const bad: TableMismatch[] = []
  let good = 0
  for (let row = 1; row < rows.length; row++) {
    const whole = cells[row]![at]
    const parts = numeric.map(i => cells[row]![i]).filter((cell): cell is Cell => Boolean(cell))
    if (!whole || parts.length < 2 || parts.some(part => part.percent) || whole.percent) continue
    const sum = parts.reduce((made, part) => made + part.value, 0)
    const step = Math.max(whole.step, ...parts.map(part => part.step))
    if (Math.abs(sum - whole.value) <= Math.max(1e-9, step * Math.max(1, parts.length / 2) * 1.0001)) good++
    else bad.push(cellMismatch('table-row-total', row, at, whole, plain(sum), sumText(parts, sum, whole)))
  }
  return good >= 2 && bad.length * 2 <= good ? bad : []
}
