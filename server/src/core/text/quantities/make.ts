// Puts a figure together from its numeral, unit and surroundings.

import { type Amount, inheritsPower } from './amount'
import { approxAfter, approxBefore } from './approximation'
import { classAt } from './chars'
import { isStructural } from './exclusions'
import type { Numeral } from './numerals'
import type { Approximation, Quantity } from './quantity'
import type { QuantityKind, Unit } from './units'

export function approxOf(text: string, start: number, end: number, over: boolean): Approximation {
  const before = approxBefore(text, start)
  if (before !== 'exact') return before
  if (over) return 'over'
  return approxAfter(text, end)
}

export function toQuantity(
  text: string,
  start: number,
  numeral: Numeral,
  low: Amount,
  high: Amount | undefined,
  rank: boolean,
): Quantity {
  const last = high ?? low
  const { unit, unitText } = last
  const powered = last.numeral.scale > 1 || !last.numeral.bare
  const kind: QuantityKind = rank ? 'rank' : unit ? kindOf(unit, unitText) : powered ? 'count' : 'other'
  const value = high && inheritsPower(low, high) ? numeral.value * high.numeral.scale : numeral.value
  const shown = unitText === '成' ? value * 10 : value
  const negative = isNegative(text, start, unit)
  const from = negative ? start - 1 : start
  const approx = high ? 'range' : approxOf(text, from, last.end, low.over)
  const q = base(
    from,
    last.end,
    negative ? -shown : shown,
    unitText,
    kind,
    approx,
    last.numeral.decimals,
    last.numeral.scale,
  )
  const structural = kind === 'count' && isStructural(text, last.unitStart, false)
  if (!high && !structural) return q
  return high
    ? { ...q, structural, high: unitText === '成' ? high.numeral.value * 10 : high.numeral.value }
    : { ...q, structural }
}

export function kindOf(unit: Unit, unitText: string): QuantityKind {
  if (unitText === unit.text) return unit.kind
  return unitText.includes('/') || unitText === '个月' ? 'measure' : unit.kind
}

/** -2.3℃: a minus sign in front of a measure. */
function isNegative(text: string, start: number, unit: Unit | undefined): boolean {
  const before = text.charCodeAt(start - 1)
  if (before !== 0x2d && before !== 0x2212 && before !== 0xff0d) return false
  if (!unit || classAt(text, start - 2) !== 0) return false
  return (
    unit.kind === 'percent' ||
    unit.kind === 'points' ||
    unit.text === '℃' ||
    unit.text === '°C' ||
    unit.kind === 'money'
  )
}

/** One literal for all figures keeps their shape the same, which the pass over long drafts profits from. */
export function base(
  start: number,
  end: number,
  value: number,
  unit: string,
  kind: QuantityKind,
  approx: Approximation,
  decimals: number,
  scale: number,
): Quantity {
  return {
    start,
    end,
    value,
    unit,
    kind,
    approx,
    decimals,
    scale,
    chinese: false,
    vague: false,
    structural: false,
  }
}
