// Adding up: which sums of a list fit a total, and how the reckoning is written down.

import type { Quantity } from '../../quantities'
import { amount, inUnitsOf, plain, spell, stepOf } from './amounts'
import { type FigureMismatch, spanOf } from './types'

/** Rounded parts may miss a total by half a step each, a total rounded more coarsely by half a step of its own. */
export function tolerance(parts: readonly Quantity[], total: Quantity): number {
  const step = partStep(parts, total)
  const whole = stepOf(total)
  if (step === 0 && whole === 0) return 1e-9
  return Math.max(step * Math.max(1, parts.length / 2), 0.6 * whole + 0.5 * step, 1e-9) * 1.0001
}

/** 1.2亿元、0.85亿元，合计2.65亿元: who shows two decimals once has only dropped a zero elsewhere. */
function partStep(parts: readonly Quantity[], total: Quantity): number {
  const steps = parts.map(stepOf)
  const finest = Math.max(...parts.map(q => q.decimals))
  const even = parts.every(q => q.scale === total.scale && q.unit === total.unit)
  return even && total.decimals >= finest ? Math.min(...steps) : Math.max(...steps)
}

export function sumOf(parts: readonly Quantity[]): number {
  return parts.reduce((sum, q) => sum + amount(q), 0)
}

export function addsUp(parts: readonly Quantity[], total: Quantity): boolean {
  return Math.abs(sumOf(parts) - amount(total)) <= tolerance(parts, total)
}

const largestSubset = 12

/** Does any choice of `parts`, always with `fixed`, make up the total? Long lists count as fitting: nobody is accused. */
export function someChoiceFits(
  parts: readonly Quantity[],
  fixed: readonly Quantity[],
  total: Quantity,
): boolean {
  if (parts.length > largestSubset) return true
  for (let mask = 1; mask < 1 << parts.length; mask++) {
    const chosen = parts.filter((_, i) => (mask >> i) & 1)
    if (addsUp([...chosen, ...fixed], total)) return true
  }
  return false
}

/** 58+46+27=131，与132相差1 */
export function sumMismatch(
  check: 'sum' | 'unit-sum',
  parts: readonly Quantity[],
  total: Quantity,
): FigureMismatch {
  const sum = sumOf(parts)
  const difference = plain(Math.abs(Number(inUnitsOf(total, sum)) - Number(inUnitsOf(total, amount(total)))))
  const power = total.scale === 1e8 ? '亿' : total.scale === 1e4 ? '万' : ''
  const unit = power || stepOf(total) > 0 ? `（单位：${power}${total.unit}）` : ''
  const terms = parts.map(q => inUnitsOf(total, amount(q))).join('+')
  const [made, stated] = [inUnitsOf(total, sum), inUnitsOf(total, amount(total))]
  return {
    start: total.start,
    end: total.end,
    check,
    stated: spell(total, amount(total)),
    expected: spell(total, sum),
    working: `${terms}=${made}，与${stated}相差${difference}${unit}`,
    workingEnglish: `${terms}=${made}; the total says ${stated}, a difference of ${difference}`,
    related: parts.map(spanOf),
  }
}
