// Where in a block's figures those of a sentence begin: a long paragraph has thousands of both.

import { lowerBound } from '../../search'
import type { Quantity } from '../../text/quantities'

/** Index of the first figure that begins at `start` or behind it. Figures are in order. */
export function firstFrom(figures: readonly Quantity[], start: number): number {
  return lowerBound(figures.length, i => figures[i]!.start >= start)
}
