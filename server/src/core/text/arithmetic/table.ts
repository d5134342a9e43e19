// Tables: 合计 and 小计 rows and columns, shares, growth and completion rates, each column judged by its head.

import { findQuantities } from '../quantities'
import { amount, isExactPercent, isPlainAmount, plain } from './amounts'

export type TableCheck = 'table-total' | 'table-row-total' | 'table-share' | 'table-growth' | 'table-rate'

/** A cell that the other cells contradict. Rows and columns count from 0; row 0 is the head. */
export interface TableMismatch {
  readonly row: number
  readonly column: number
  readonly check: TableCheck
  readonly stated: string
  readonly expected: string
  readonly working: string
  readonly workingEnglish: string
}

export interface Cell {
  readonly text: string
  readonly value: number
  /** Worth of the last digit; 0 for whole numbers. */
  readonly step: number
  readonly percent: boolean
}

const blank = /^[\s　]*(?:[-—–/／]+|无|\/)?[\s　]*$/

/** A cell as a number; undefined for text, null for an empty cell. */
export function readCell(text: string): Cell | null | undefined {
  if (blank.test(text)) return null
  const trimmed = text.trim().replace(/[,，](?=\d{3}(?!\d))/g, '')
  const bare = /^([-−+]?\d{1,12}(?:\.\d{1,6})?)([%％]?)$/.exec(trimmed)
  if (bare) {
    const decimals = bare[1]!.split('.')[1]?.length ?? 0
    const value = Number(bare[1]!.replace('−', '-'))
    return { text: text.trim(), value, step: decimals === 0 ? 0 : 10 ** -decimals, percent: bare[2] !== '' }
  }
  const [q, second] = findQuantities(trimmed)
  if (!q || second || q.start !== 0 || q.end !== trimmed.length) return undefined
  if (!isPlainAmount(q) && !isExactPercent(q)) return undefined
  const decimals = q.decimals
  return {
    text: text.trim(),
    value: isExactPercent(q) ? q.value : amount(q),
    step: decimals === 0 && q.scale === 1 ? 0 : q.scale / 10 ** decimals,
    percent: q.kind === 'percent',
  }
}

const totalWord =
  /^[\s　*]*(?:合[\s　]*计|总[\s　]*计|全[县镇乡市区街道村]{1,2}(?:合计|总计)|累计|共计)[\s　*：:]*$/
const subtotalWord = /小[\s　]*计/
const nested = /其中|其他|^[\s　]*#/
/** Columns that do not add up. */
const notSummed =
  /率|比重|占比|比例|%|％|‰|均|增长|增幅|增速|同比|环比|排名|位次|名次|序号|编号|单价|价格|得分|分数|评分|时间|日期|电话|年龄|面积\/|标准|倍|备注|指数|最[高低大小]/

/** Cells that contradict the rest of the table. `rows[0]` is the head. */
export function checkTable(rows: readonly (readonly string[])[]): TableMismatch[] {
  const width = rows[0]?.length ?? 0
  if (rows.length < 3 || width < 2 || rows.length > 400) return []
  const cells = rows.map(row => row.map(readCell))
  const all = rows.map(row => row.join(' ')).join(' ')
  if (/四舍五入|不等于合计|重复计算|有交叉/.test(all)) return []
  return [...checkColumns(rows, cells), ...checkRowTotals(rows, cells), ...checkDerived(rows, cells)].sort(
    (a, b) => a.row - b.row || a.column - b.column,
  )
}

type Cells = readonly (readonly (Cell | null | undefined)[])[]

/** The name of a row stands in its first cell, or in the second when the first is a number. */
function rowName(row: readonly string[]): string {
  const first = row[0] ?? ''
  return /^\s*\d{0,3}\s*$/.test(first) ? (row[1] ?? first) : first
}

function checkColumns(rows: readonly (readonly string[])[], cells: Cells): TableMismatch[] {
  const names = rows.map(rowName)
  const found: TableMismatch[] = []
  const totals = names.flatMap((name, i) =>
    i > 0 && (totalWord.test(name) || totalWord.test(rows[i]![0] ?? '')) ? [i] : [],
  )
  const subtotals = names.flatMap((name, i) => (i > 0 && subtotalWord.test(name) ? [i] : []))
  if (totals.length > 1 || names.some((name, i) => i > 0 && /其中/.test(name))) return found
  for (let column = 1; column < rows[0]!.length; column++) {
    if (notSummed.test(rows[0]![column] ?? '')) {
      found.push(...checkShareColumn(rows, cells, column, totals[0], subtotals))
      continue
    }
    found.push(...checkSummedColumn(rows, cells, column, totals[0], subtotals))
  }
  return found
}

function checkSummedColumn(
  rows: readonly (readonly string[])[],
  cells: Cells,
  column: number,
  total: number | undefined,
  subtotals: readonly number[],
): TableMismatch[] {
  const found: TableMismatch[] = []
  const body = rows.map((_, i) => i).filter(i => i > 0 && i !== total)
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
  const first = total === 1
  if (
    !first &&
    total !== rows.length - 1 &&
    rows.slice(total + 1).some((_, k) => cells[total + 1 + k]![column])
  )
    return found
  const bad = sumCells(cells, column, leaves, total)
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
  // An average or a maximum under 合计 is no sum.
  const mean = sum / parts.length
  if (Math.abs(whole.value - mean) <= Math.max(step, 0.01 * Math.abs(mean))) return undefined
  return cellMismatch('table-total', total, column, whole, plain(sum), sumText(parts, sum, whole))
}

function sumText(parts: readonly Cell[], sum: number, whole: Cell): [string, string] {
  const terms = parts.length <= 8 ? parts.map(part => plain(part.value)).join('+') : `${parts.length}项相加`
  const difference = plain(Math.abs(sum - whole.value))
  return [
    `${terms}=${plain(sum)}，与${plain(whole.value)}相差${difference}`,
    `${terms}=${plain(sum)}; the total says ${plain(whole.value)}, a difference of ${difference}`,
  ]
}

function cellMismatch(
  check: TableCheck,
  row: number,
  column: number,
  cell: Cell,
  expected: string,
  [working, workingEnglish]: readonly [string, string],
): TableMismatch {
  return { row, column, check, stated: cell.text, expected, working, workingEnglish }
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

/** A 合计 column sums the amounts of its row. Trusted only when most rows obey it. */
function checkRowTotals(rows: readonly (readonly string[])[], cells: Cells): TableMismatch[] {
  const head = rows[0]!
  const at = head.findIndex((name, i) => i > 0 && totalWord.test(name))
  if (
    at < 0 ||
    head.filter(name => totalWord.test(name)).length > 1 ||
    head.some(name => nested.test(name) && /其中/.test(name))
  )
    return []
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

const earlier = /上年|去年|同期|上月|基期|(?:19|20)\d\d年?/
const plan = /计划|任务|目标|应/
const done = /完成|实际|实绩|实|已/

/** Growth and completion columns against the two amounts beside them. Trusted only when most rows obey. */
function checkDerived(rows: readonly (readonly string[])[], cells: Cells): TableMismatch[] {
  const head = rows[0]!
  const found: TableMismatch[] = []
  head.forEach((name, column) => {
    if (/增长|增幅|增速|同比/.test(name) && /率|%|％|增长|增幅|增速/.test(name)) {
      const [from, to] = periodColumns(head)
      if (from !== undefined && to !== undefined)
        found.push(...derived(rows, cells, column, to, from, 'table-growth'))
    } else if (/率/.test(name) && !/增/.test(name)) {
      const whole = only(head, i => plan.test(head[i]!) && !/率/.test(head[i]!))
      const part = only(head, i => done.test(head[i]!) && !plan.test(head[i]!) && !/率/.test(head[i]!))
      if (whole !== undefined && part !== undefined)
        found.push(...derived(rows, cells, column, part, whole, 'table-rate'))
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
