// Cells of a table as numbers, and what a contradicted cell reports.

import { findQuantities } from '../../quantities'
import { amount, isExactPercent, isPlainAmount, plain } from '../reading/amounts'

export type TableCheck =
  | 'table-total'
  | 'table-row-total'
  | 'table-share'
  | 'table-growth'
  | 'table-rate'
  | 'table-average'

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

export type Cells = readonly (readonly (Cell | null | undefined)[])[]

const blank = /^(?:[-—–/／]+|无)?$/

/** A cell as a number; undefined for text, null for an empty cell. */
export function readCell(written: string): Cell | null | undefined {
  const text = written.trim()
  if (blank.test(text)) return null
  const trimmed = text.replace(/[,，](?=\d{3}(?!\d))/g, '')
  const bare = /^([-−+]?\d{1,12}(?:\.\d{1,6})?)([%％]?)$/.exec(trimmed)
  if (bare) {
    const decimals = bare[1]!.split('.')[1]?.length ?? 0
    const value = Number(bare[1]!.replace('−', '-'))
    return { text, value, step: decimals === 0 ? 0 : 10 ** -decimals, percent: bare[2] !== '' }
  }
  const [q, second] = findQuantities(trimmed)
  if (!q || second || q.start !== 0 || q.end !== trimmed.length) return undefined
  if (!isPlainAmount(q) && !isExactPercent(q)) return undefined
  const decimals = q.decimals
  return {
    text,
    value: isExactPercent(q) ? q.value : amount(q),
    step: decimals === 0 && q.scale === 1 ? 0 : q.scale / 10 ** decimals,
    percent: q.kind === 'percent',
  }
}

export const totalWord =
  /^[\s　*]*(?:合[\s　]*计|总[\s　]*计|全[县镇乡市区街道村]{1,2}(?:合计|总计)|累计|共计)[\s　*：:]*$/

/** Columns that do not add up. */
export const notSummed =
  /率|比重|占比|比例|%|％|‰|均|增长|增幅|增速|同比|环比|排名|位次|名次|序号|编号|[单均物售地房油]价|价格|[得评总积]分|分数|评分|成绩|时间|时长|时限|工期|日期|电话|年龄|[工党]龄|面积\/|标准|倍|备注|指数|系数|最[高低大小]|亩产|单产|海拔|[气水室]温|温度|湿度|[降积][雨水雪]|雨量|浓度|密度|水位|[水深]深|深度|高度|厚度|坡度|速度|每|\/[亩户人村公天日月]/

export function sumText(parts: readonly Cell[], sum: number, whole: Cell): [string, string] {
  const terms = parts.length <= 8 ? parts.map(part => plain(part.value)).join('+') : `${parts.length}项相加`
  const difference = plain(Math.abs(sum - whole.value))
  return [
    `${terms}=${plain(sum)}，与${plain(whole.value)}相差${difference}`,
    `${terms}=${plain(sum)}; the total says ${plain(whole.value)}, a difference of ${difference}`,
  ]
}

export function cellMismatch(
  check: TableCheck,
  row: number,
  column: number,
  cell: Cell,
  expected: string,
  [working, workingEnglish]: readonly [string, string],
): TableMismatch {
  return { row, column, check, stated: cell.text, expected, working, workingEnglish }
}
