// The figures of a block, read once for all rules that ask.

import { oncePerBlock } from '../../document/block'
import { findQuantities, type Quantity } from '../../text/quantities'

/** The figures in the prose of a block, in order, in a list of their own size: it is kept as long as the block. */
export const figuresOf = oncePerBlock((block): readonly Quantity[] => findQuantities(block.text).slice())
