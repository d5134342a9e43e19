// What was gathered from the blocks of a draft, carried from edit to edit: after a keystroke only the blocks that it touched
// are asked again, and everything behind them moves.

import type { PlacedBlock } from './document'

/** Something that a block holds; most blocks hold nothing of a kind and are not listed. */
export interface Found<T> {
  /** Index of the block. */
  readonly block: number
  readonly value: T
}

export interface DraftMemory {
  /**
   * The blocks of which `read` gives something that `holds`, in order. `key` says what is gathered, `under` what it
   * depends on besides the blocks: under something else everything is read again.
   */
  gather<T>(
    key: object,
    under: object,
    read: (index: number) => T,
    holds: (value: T) => boolean,
  ): readonly Found<T>[]
}

/** The blocks `from`..`oldTo` of the draft before were replaced by `from`..`newTo`; all others are the same. */
export interface BlockChange {
  readonly from: number
  readonly oldTo: number
  readonly newTo: number
}

interface Gathered {
  readonly under: object
  readonly found: readonly Found<unknown>[]
}

type Store = Map<object, Gathered>

class BlockMemory implements DraftMemory {
  readonly #count: number
  readonly #own: Store = new Map()
  /** What the draft before knew, and how it became this one. */
  readonly #before: Store | undefined
  readonly #change: BlockChange

  constructor(count: number, before: Store | undefined, change: BlockChange) {
    this.#count = count
    this.#before = before
    this.#change = change
  }

  gather<T>(
    key: object,
    under: object,
    read: (index: number) => T,
    holds: (value: T) => boolean,
  ): readonly Found<T>[] {
    const known = this.#own.get(key)
    if (known?.under === under) return known.found as readonly Found<T>[]
    const before = this.#before?.get(key)
    const found: Found<T>[] = []
    const readBetween = (from: number, to: number) => {
      for (let block = from; block < to; block++) {
        const value = read(block)
        if (holds(value)) found.push({ block, value })
      }
    }
    if (before?.under === under) {
      const old = before.found as readonly Found<T>[]
      const { from, oldTo, newTo } = this.#change
      let i = 0
      for (; i < old.length && old[i]!.block < from; i++) found.push(old[i]!)
      readBetween(from, newTo)
      while (i < old.length && old[i]!.block < oldTo) i++
      const shift = newTo - oldTo
      for (; i < old.length; i++) {
        const each = old[i]!
        found.push(shift === 0 ? each : { block: each.block + shift, value: each.value })
      }
    } else readBetween(0, this.#count)
    this.#own.set(key, { under, found })
    return found
  }

  /** The memory of the draft that came of this one. */
  next(count: number, change: BlockChange): BlockMemory {
    if (this.#own.size > 0 || !this.#before) return new BlockMemory(count, this.#own, change)
    // Nobody has asked between two edits: both count as one.
    return new BlockMemory(count, this.#before, joined(this.#change, change))
  }
}

function joined(first: BlockChange, second: BlockChange): BlockChange {
  const grown = first.newTo - first.oldTo
  const from = Math.min(first.from, second.from)
  // Where the first change ended, in the numbers of the draft between the two.
  const between = Math.max(first.newTo, second.oldTo)
  return { from, oldTo: between - grown, newTo: between + second.newTo - second.oldTo }
}

export function createMemory(blocks: readonly PlacedBlock[]): DraftMemory {
  return new BlockMemory(blocks.length, undefined, { from: 0, oldTo: 0, newTo: blocks.length })
}

/** The memory after an edit that turned the blocks of a draft into `blocks`. */
export function rememberAfter(
  memory: DraftMemory,
  change: BlockChange,
  blocks: readonly PlacedBlock[],
): DraftMemory {
  return (memory as BlockMemory).next(blocks.length, change)
}

/** What an edit that turned the blocks `old` into `blocks` replaced. */
export function changeBetween(old: readonly PlacedBlock[], blocks: readonly PlacedBlock[]): BlockChange {
  const least = Math.min(old.length, blocks.length)
  let from = 0
  while (from < least && old[from]!.block === blocks[from]!.block) from++
  let same = 0
  while (same < least - from && old[old.length - 1 - same]!.block === blocks[blocks.length - 1 - same]!.block)
    same++
  return { from, oldTo: old.length - same, newTo: blocks.length - same }
}
