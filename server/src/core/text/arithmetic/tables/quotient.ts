// 亩产, 户均, 单价 in a table: where every row is the quotient of two other columns, so is the row of 合计.

import { plain } from '../reading/amounts'
import { type Cell, type Cells, cellMismatch, type TableMismatch, totalWord } from './cells'

const quotientHead = /亩产|单产|[户人村亩]均|每[亩户人]|单价|均价/

/** The 合计 of such a column is weighted: total ÷ total. Trusted only when every row above obeys. */
export function checkQuotients(
  rows: readonly (readonly string[])[],
  readCells: () => Cells,
): TableMismatch[] {
  const total = rows.length - 1
  if (rows.length < 5 || !totalWord.test(rows[total]![0] || rows[total]![1] || '')) return []
  const cells = readCells()
  return rows[0]!.flatMap((name, column) => {
    if (column === 0 || !quotientHead.test(name)) return []
    const stated = cells[total]![column]
    if (!stated || stated.value <= 0) return []
    const pairs = pairsFor(cells, column, total)
    // Two readings of one column prove nothing.
    return pairs.length === 1 ? judge(cells, total, column, pairs[0]!) : []
  })
}

interface Pair {
  readonly above: number
  readonly below: number
  /** 1万吨 ÷ 1万亩 = 1000公斤: what one over one makes in the unit of the column. */
  readonly factor: number
}

/** Columns whose quotient, times one power of ten, gives the column in every row but the last. */
function pairsFor(cells: Cells, column: number, total: number): Pair[] {
  const others = cells[0]!.map((_, i) => i).filter(i => i > 0 && i !== column)
  const pairs: Pair[] = []
  for (const above of others)
    for (const below of others) {
      if (above === below) continue
      const [a, b, c] = [above, below, column].map(i => cells[1]![i]) as [Cell, Cell, Cell]
      if (!a?.value || !b?.value || !c?.value) continue
      const factor = 10 ** Math.round(Math.log10((c.value * b.value) / a.value))
      const body = cells.slice(1, total)
      if (body.every(row => fits(row[column], row[above], row[below], factor)))
        pairs.push({ above, below, factor })
    }
  return pairs
}

type MaybeCell = Cell | null | undefined

function fits(stated: MaybeCell, a: MaybeCell, b: MaybeCell, factor: number): boolean {
  if (!stated || !a || !b || a.value <= 0 || b.value <= 0 || [stated, a, b].some(cell => cell.percent))
    return false
  const least = ((a.value - 0.6 * a.step) / (b.value + 0.6 * b.step)) * factor
  const most = ((a.value + 0.6 * a.step) / Math.max(1e-9, b.value - 0.6 * b.step)) * factor
  const step = (stated.step || 1) * 1.0001
  return stated.value + step > least && stated.value - step < most
}

function judge(cells: Cells, total: number, column: number, { above, below, factor }: Pair): TableMismatch[] {
  const [stated, a, b] = [column, above, below].map(i => cells[total]![i])
  if (!stated || !a || !b || a.value <= 0 || b.value <= 0 || fits(stated, a, b, factor)) return []
  const value = plain((a.value / b.value) * factor, Math.max(1, Math.round(-Math.log10(stated.step || 1))))
  const times = factor === 1 ? '' : `×${plain(factor)}`
  const reckoning = `${plain(a.value)}÷${plain(b.value)}${times}=${value}`
  return [
    cellMismatch('table-average', total, column, stated, value, [
      `${reckoning}，表中写${stated.text}`,
      `${reckoning}; the table says ${stated.text}`,
    ]),
  ]
}
