// A place of the document told by the block that it belongs to, so that it moves with the block.

import type { Draft, PlacedBlock } from '../document/document'
import { lowerBound } from '../search'
import type { Span } from '../types'

export interface Anchor {
  /** Index of the block; -1 for what stands before the first one, the number of blocks for what stands behind the last. */
  readonly block: number
  /** Counted from the block's start, from the start of the document, or from its end. */
  readonly start: number
  readonly end: number
}

/**
 * What stands between two blocks goes with the second: whole lines are put before a block, not behind one. `likely` is the
 * block that is looked at first.
 */
export function anchorOf(draft: Draft, { start, end }: Span, likely: number): Anchor {
  const block = isIn(draft.blocks[likely], start) ? likely : blockAt(draft, start)
  const from = originOf(draft, block)
  return { block, start: start - from, end: end - from }
}

export function spanOf(draft: Draft, { block, start, end }: Anchor): Span {
  const from = originOf(draft, block)
  return { start: start + from, end: end + from }
}

/** Where the offsets of an anchor count from. */
export function originOf({ blocks, text }: Draft, block: number): number {
  return block < 0 ? 0 : block < blocks.length ? blocks[block]!.start : text.length
}

const isIn = (placed: PlacedBlock | undefined, offset: number) =>
  placed !== undefined && placed.start <= offset && offset <= placed.end

function blockAt({ blocks, bodyStart }: Draft, offset: number): number {
  if (offset < bodyStart || blocks.length === 0) return -1
  return lowerBound(blocks.length, i => blocks[i]!.end >= offset)
}
