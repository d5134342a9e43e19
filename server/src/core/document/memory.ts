// What was learned from the blocks of a draft, carried from edit to edit: after a keystroke only the blocks that it touched
// are asked again, and everything behind them moves.

import { lowerBound } from '../search'
import type { Block } from './block'
import type { PlacedBlock } from './document'
import { sameValue } from './sameValue'

/** Something that a block holds; most blocks hold nothing of a kind and are not listed. */
export interface Found<T> {
  /** Index of the block. */
  readonly block: number
  readonly value: T
}

/** The blocks `from`..`oldTo` of a draft before were replaced by `from`..`newTo`; all others are the same. */
export interface BlockChange {
  readonly from: number
  readonly oldTo: number
  readonly newTo: number
}

/** What the memory of an earlier draft held, and how its blocks became those of this one. */
export interface Former {
  readonly blocks: readonly PlacedBlock[]
  readonly change: BlockChange
  readonly kept: ReadonlyMap<object, unknown>
}

export interface DraftMemory {
  /**
   * The blocks of which `read` gives something that `holds`, in order; the same list as before the edit where nothing in
   * it changed. `key` says what is gathered, `under` what it depends on besides the blocks: under something else everything
   * is read again.
   */
  gather<T>(
    key: object,
    under: object,
    read: (index: number) => T,
    holds: (value: T) => boolean,
  ): readonly Found<T>[]
  /**
   * The sums over all blocks of what `read` counts in each; the same object as before the edit where none changed, undefined
   * without a block.
   */
  total<T extends Counts<T>>(key: object, under: object, read: (block: Block) => T): T | undefined
  /** Whatever else is to be known as long as this draft lives, by whom. */
  readonly kept: Map<object, unknown>
  /** The last draft that anything was asked of; undefined without one. */
  readonly former: Former | undefined
}

/** One thing that is remembered of every draft, and of the draft before. */
export interface DraftMemo<T> {
  readonly get: (memory: DraftMemory) => T | undefined
  /** What was remembered before the edit. */
  readonly before: (memory: DraftMemory) => T | undefined
  readonly set: (memory: DraftMemory, value: T) => T
}

/** A place in the memory of every draft. `undefined` cannot be remembered. */
export function draftMemo<T>(): DraftMemo<T> {
  const key = {}
  return {
    get: ({ kept }) => kept.get(key) as T | undefined,
    before: ({ former }) => former?.kept.get(key) as T | undefined,
    set: ({ kept }, value) => {
      kept.set(key, value)
      return value
    },
  }
}

/** Whole numbers by name. */
export type Counts<T> = { readonly [K in keyof T]: number }

interface Gathered {
  readonly under: object
  readonly found: readonly Found<unknown>[]
}

interface Totalled {
  readonly under: object
  readonly sums: object | undefined
}

interface Learned {
  readonly lists: Map<object, Gathered>
  readonly totals: Map<object, Totalled>
}

class BlockMemory implements DraftMemory {
  readonly #learned: Learned = { lists: new Map(), totals: new Map() }
  readonly kept = new Map<object, unknown>()

  constructor(
    readonly blocks: readonly PlacedBlock[],
    readonly learnedBefore: Learned | undefined,
    readonly former: Former | undefined,
  ) {}

  gather<T>(
    key: object,
    under: object,
    read: (index: number) => T,
    holds: (value: T) => boolean,
  ): readonly Found<T>[] {
    const known = this.#learned.lists.get(key)
    if (known?.under === under) return known.found as readonly Found<T>[]
    const before = this.learnedBefore?.lists.get(key)
    const readBetween = (from: number, to: number): Found<T>[] => {
      const found: Found<T>[] = []
      for (let block = from; block < to; block++) {
        const value = read(block)
        if (holds(value)) found.push({ block, value })
      }
      return found
    }
    let found: readonly Found<T>[]
    if (before?.under === under && this.former) {
      const { change } = this.former
      found = spliced(before.found as readonly Found<T>[], change, readBetween(change.from, change.newTo))
    } else found = readBetween(0, this.blocks.length)
    this.#learned.lists.set(key, { under, found })
    return found
  }

  total<T extends Counts<T>>(key: object, under: object, read: (block: Block) => T): T | undefined {
    const known = this.#learned.totals.get(key)
    if (known?.under === under) return known.sums as T | undefined
    const before = this.learnedBefore?.totals.get(key)
    let sums: T | undefined
    if (before?.sums && before.under === under && this.former) {
      const { blocks, change } = this.former
      const taken = sumOf(blocks, change.from, change.oldTo, read)
      const given = sumOf(this.blocks, change.from, change.newTo, read)
      sums = replaced(before.sums as T, taken, given)
    } else sums = sumOf(this.blocks, 0, this.blocks.length, read)
    this.#learned.totals.set(key, { under, sums })
    return sums
  }

  /** The memory of the draft that came of this one. */
  next(blocks: readonly PlacedBlock[], change: BlockChange): BlockMemory {
    const { former } = this
    const { lists, totals } = this.#learned
    if (lists.size + totals.size + this.kept.size > 0 || !former)
      return new BlockMemory(blocks, this.#learned, { blocks: this.blocks, change, kept: this.kept })
    // Nobody has asked between two edits: both count as one.
    return new BlockMemory(blocks, this.learnedBefore, { ...former, change: joined(former.change, change) })
  }
}

/** The list after the change: itself where nothing that it holds is concerned. */
function spliced<T>(
  old: readonly Found<T>[],
  { from, oldTo, newTo }: BlockChange,
  read: readonly Found<T>[],
): readonly Found<T>[] {
  const start = firstFrom(old, from)
  const end = firstFrom(old, oldTo)
  const shift = newTo - oldTo
  const same = read.length === end - start && read.every((each, i) => sameFound(each, old[start + i]!))
  if (same && (shift === 0 || end === old.length)) return old
  const after =
    shift === 0 ? old.slice(end) : old.slice(end).map(each => ({ ...each, block: each.block + shift }))
  return [...old.slice(0, start), ...read, ...after]
}

function sameFound(a: Found<unknown>, b: Found<unknown>): boolean {
  return a.block === b.block && sameValue(a.value, b.value)
}

/** Undefined where there is no block. */
function sumOf<T extends Counts<T>>(
  blocks: readonly PlacedBlock[],
  from: number,
  to: number,
  read: (block: Block) => T,
): T | undefined {
  let sums: { -readonly [K in keyof T]: number } | undefined
  for (let i = from; i < to; i++) {
    const counts = read(blocks[i]!.block)
    if (!sums) sums = { ...counts }
    else for (const name in counts) sums[name] += counts[name]
  }
  return sums as T | undefined
}

function replaced<T extends Counts<T>>(sums: T, taken: T | undefined, given: T | undefined): T {
  let changed: { -readonly [K in keyof T]: number } | undefined
  for (const name in sums) {
    const difference = (given?.[name] ?? 0) - (taken?.[name] ?? 0)
    if (difference === 0) continue
    changed ??= { ...sums }
    changed[name] += difference
  }
  return (changed as T | undefined) ?? sums
}

/** Index of the first entry at or behind a block. */
function firstFrom(found: readonly Found<unknown>[], block: number): number {
  return lowerBound(found.length, i => found[i]!.block >= block)
}

function joined(first: BlockChange, second: BlockChange): BlockChange {
  const grown = first.newTo - first.oldTo
  const from = Math.min(first.from, second.from)
  // Where the first change ended, in the numbers of the draft between the two.
  const between = Math.max(first.newTo, second.oldTo)
  return { from, oldTo: between - grown, newTo: between + second.newTo - second.oldTo }
}

export function createMemory(blocks: readonly PlacedBlock[]): DraftMemory {
  return new BlockMemory(blocks, undefined, undefined)
}

/** The memory after an edit that turned the blocks of a draft into `blocks`. */
export function rememberAfter(
  memory: DraftMemory,
  change: BlockChange,
  blocks: readonly PlacedBlock[],
): DraftMemory {
  return (memory as BlockMemory).next(blocks, change)
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
