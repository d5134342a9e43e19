// What a figure in prose is, and whether it counts as evidence.

import type { Span } from '../../types'
import { longPeriods, type QuantityKind } from './units'

export type Approximation = 'exact' | 'about' | 'over' | 'under' | 'range'

/** A figure as the writer put it. `start`..`end` covers numeral and unit, and 多/余 between them, not 约 or 左右. */
export interface Quantity extends Span {
  /** In the unit as written, 万 and 亿 multiplied out; percent as 39.6, 三成 as 30, 三分之一 as 0.333…. */
  readonly value: number
  /** Upper end of a range. */
  readonly high?: number
  /** As written, without 万/亿: 户, 元, 平方米, 个百分点; '' when there is none. */
  readonly unit: string
  readonly kind: QuantityKind
  readonly approx: Approximation
  /** Digits shown behind the decimal point. */
  readonly decimals: number
  /** Worth of the last whole digit: 1, 1e4 for 万, 1e8 for 亿. */
  readonly scale: number
  /** Written in Chinese numerals. */
  readonly chinese: boolean
  /** 几个, 数十家, 上千人: an amount that nobody counted. */
  readonly vague: boolean
  /** 三个方面, 四项措施: announces a list. */
  readonly structural: boolean
}

/** Worth of the last digit shown: 0.1 for 2.3, 1000 for 1.2万. */
export function quantum(q: Quantity): number {
  return q.scale / 10 ** q.decimals
}

/** Does the figure say how much of something there is? Periods of years, 一个, 三个方面 and 数十家 do not. */
export function isSubstantive(q: Quantity): boolean {
  if (q.vague || q.structural) return false
  if (q.kind === 'other') return q.decimals > 0
  if (q.kind === 'measure') return !longPeriods.has(q.unit)
  if (q.chinese && q.value === 1 && q.kind === 'count') return false
  return true
}
