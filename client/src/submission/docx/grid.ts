// Where the cells of a table stand when some of them cover several columns or rows. Every place is filled, and no cell covers
// another, whatever was written: Word refuses a table in which rows differ.
import type { Cell } from './model'

export interface Placed {
  column: number
  columns: number
  rows: number
  cell: Cell
}

export interface Grid {
  columns: number
  /** By row, from left to right; what a cell from above covers is not there. */
  rows: Placed[][]
}

/** Places that cells may cover beyond their own; what covers more is no table that somebody wrote. */
const mostCovered = 50_000

export function gridOf(rows: readonly Cell[][]): Grid {
  let budget = mostCovered
  const covered = rows.map(() => new Set<number>())
  const placed = rows.map((row, at) => {
    let column = 0
    return row.map((cell): Placed => {
      while (covered[at]!.has(column)) column++
      let columns = 1
      while (columns < (cell.columns ?? 1) && !covered[at]!.has(column + columns)) columns++
      let down = Math.min(cell.rows ?? 1, rows.length - at)
      budget -= columns * down - 1
      if (budget < 0) [columns, down] = [1, 1]
      for (let below = 0; below < down; below++)
        for (let across = 0; across < columns; across++) covered[at + below]!.add(column + across)
      const place = { column, columns, rows: down, cell }
      column += columns
      return place
    })
  })
  let columns = 1
  for (const row of covered) for (const column of row) columns = Math.max(columns, column + 1)
  return { columns, rows: placed.map((row, at) => filled(row, covered[at]!, columns)) }
}

function filled(row: readonly Placed[], covered: ReadonlySet<number>, columns: number): Placed[] {
  const empty: Placed[] = []
  for (let column = 0; column < columns; column++)
    if (!covered.has(column)) empty.push({ column, columns: 1, rows: 1, cell: { runs: [] } })
  return [...row, ...empty].sort((a, b) => a.column - b.column)
}
