// Where in a block's figures those of a sentence begin: a long paragraph has thousands of both.

import type { Quantity } from '../../text/quantities'

/** Index of the first figure that begins at `start` or behind it. Figures are in order. */
export function firstFrom(figures: readonly Quantity[], start: number): number {
  let low = 0
  let high = figures.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (figures[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}
