// Columns reckoned from other columns: growth and completion rates. Trusted only when most rows obey.

import { plain } from '../reading/amounts'
import { type Cells, cellMismatch, type TableMismatch } from './cells'

const earlier = /上年|去年|同期|上月|基期|(?:19|20)\d\d年?/

const plan = /计划|任务|目标|应/

const done = /完成|实际|实绩|实|已/

/** Growth and completion columns against the two amounts beside them. Trusted only when most rows obey. */
export function checkDerived(rows: readonly (readonly string[])[], readCells: () => Cells): TableMismatch[] {
  const head = rows[0]!
  const found: TableMismatch[] = []
  head.forEach((name, column) => {
    if (/增长|增幅|增速|同比/.test(name) && /率|%|％|增长|增幅|增速/.test(name)) {
      const [from, to] = periodColumns(head)
      if (from !== undefined && to !== undefined)
        found.push(...derived(rows, readCells(), column, to, from, 'table-growth'))
    } else if (/率/.test(name) && !/增/.test(name)) {
      const whole = only(head, i => plan.test(head[i]!) && !/率/.test(head[i]!))
      const part = only(head, i => done.test(head[i]!) && !plan.test(head[i]!) && !/率/.test(head[i]!))
      if (whole !== undefined && part !== undefined)
        found.push(...derived(rows, readCells(), column, part, whole, 'table-rate'))
    }
  })
  return found
}

function only(head: readonly string[], test: (i: number) => boolean): number | undefined {
  const fitting = head.map((_, i) => i).filter(i => i > 0 && test(i))
  return fitting.length === 1 ? fitting[0] : undefined
}

/** 上年同期 and 本期, or two years in order. */
function periodColumns(head: readonly string[]): [number | undefined, number | undefined] {
  const change = /增长|增幅|增速|同比|增减|比上/
  const periods = head
    .map((_, i) => i)
    .filter(
      i =>
        i > 0 &&
        !change.test(head[i]!) &&
        (earlier.test(head[i]!) || /本年|今年|本期|本月|现/.test(head[i]!)),
    )
  if (periods.length !== 2) return [undefined, undefined]
  const [a, b] = periods as [number, number]
  const years = [a, b].map(i => Number(/(?:19|20)\d\d/.exec(head[i]!)?.[0] ?? Number.NaN))
  if (years.every(year => !Number.isNaN(year))) return years[0]! < years[1]! ? [a, b] : [b, a]
  const past = /上年|去年|同期|上月|基期/
  if (past.test(head[a]!) === past.test(head[b]!)) return [undefined, undefined]
  return past.test(head[a]!) ? [a, b] : [b, a]
}

function derived(
  rows: readonly (readonly string[])[],
  cells: Cells,
  column: number,
  above: number,
  below: number,
  check: 'table-growth' | 'table-rate',
): TableMismatch[] {
  const bad: TableMismatch[] = []
  let good = 0
  for (let row = 1; row < rows.length; row++) {
    const [stated, a, b] = [cells[row]![column], cells[row]![above], cells[row]![below]]
    if (!stated || !a || !b || b.value <= 0 || a.value < 0 || a.percent || b.percent) continue
    const extra = check === 'table-growth' ? 1 : 0
    const least = ((a.value - 0.6 * a.step) / (b.value + 0.6 * b.step) - extra) * 100
    const most = ((a.value + 0.6 * a.step) / Math.max(1e-12, b.value - 0.6 * b.step) - extra) * 100
    const step = (stated.step === 0 ? 1 : stated.step) * 1.0001
    if (stated.value + step > least && stated.value - step < most) good++
    else {
      const ratio = (a.value / b.value - extra) * 100
      const expected = `${ratio.toFixed(Math.max(1, Math.round(-Math.log10(stated.step || 1))))}%`
      const reckoning = extra
        ? `(${plain(a.value)}−${plain(b.value)})÷${plain(b.value)}=${expected}`
        : `${plain(a.value)}÷${plain(b.value)}=${expected}`
      const texts: [string, string] = [
        `${reckoning}，表中写${stated.text}`,
        `${reckoning}; the table says ${stated.text}`,
      ]
      bad.push(cellMismatch(check, row, column, stated, expected, texts))
    }
  }
  return good >= 2 && bad.length * 2 <= good ? bad : []
}
