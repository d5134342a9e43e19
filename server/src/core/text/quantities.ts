// Figures in Chinese prose: where they stand, what they are worth, and whether they count as evidence.

import { isSubstantive, type Quantity } from './quantities/quantity'
import { findQuantities } from './quantities/scan'

export { type Approximation, isSubstantive, type Quantity, quantum } from './quantities/quantity'
export { findQuantities } from './quantities/scan'
export type { QuantityKind } from './quantities/units'

/** Does the text give an amount (and not just a date, a nickname or 一个)? */
export function hasFigure(text: string): boolean {
  return findQuantities(text).some(isSubstantive)
}

/** Number of substantive figures, for the density of a draft. */
export function countFigures(text: string): number {
  let count = 0
  for (const q of findQuantities(text)) if (isSubstantive(q)) count++
  return count
}

/** Figures that compare: percentages, percentage points, multiples, shares. */
export function isRelative(q: Quantity): boolean {
  return q.kind === 'percent' || q.kind === 'points' || q.kind === 'multiple' || q.kind === 'ratio'
}
