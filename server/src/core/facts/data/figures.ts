// The figures of a block, read once for all rules that ask.

import type { Block } from '../../document/block'
import { findQuantities, type Quantity } from '../../text/quantities'

const known = new WeakMap<Block, readonly Quantity[]>()

/** The figures in the prose of a block, in order. */
export function figuresOf(block: Block): readonly Quantity[] {
  const found = known.get(block)
  if (found) return found
  const figures = findQuantities(block.text)
  known.set(block, figures)
  return figures
}
