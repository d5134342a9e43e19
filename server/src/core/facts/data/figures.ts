// The figures of a block, read once for all rules that ask.

import { oncePerBlock } from '../../document/block'
import { findQuantities, type Quantity } from '../../text/quantities'

/** The figures in the prose of a block, in order. */
export const figuresOf = oncePerBlock(block => findQuantities(block.text) as readonly Quantity[])
