// Figures in Chinese prose: where they stand, what they are worth, and whether they count as evidence.

import { isSubstantive } from './quantities/quantity'
import { findQuantities } from './quantities/scan'

export { type Approximation, isSubstantive, type Quantity, quantum } from './quantities/quantity'
export { findQuantities } from './quantities/scan'
export type { QuantityKind } from './quantities/units'

/** Does the text give an amount (and not just a date, a nickname or 一个)? */
export function hasFigure(text: string): boolean {
  return findQuantities(text).some(isSubstantive)
}
