// Facts that hold in hardly any block: marks, gaps, numbers and names that a few words give away. One pass over a block
// tells which of them it may concern, and one list keeps the blocks that any of them found something in.

import { type Block, oncePerBlock } from '../document/block'
import type { Found } from '../document/memory'
import type { DocumentView, Fact } from '../engine/rule'
import { createGate, type Family, type Gate } from '../text/gate'
import { readable } from './text'

export interface RareFact<T> {
  /** The blocks in which there is something, in order. */
  readonly found: (document: DocumentView) => readonly Found<T>[]
}

const families: Record<string, Family> = {}
const readers: { readonly concerns: (block: Block) => boolean; readonly read: (block: Block) => unknown }[] =
  []
let gate: Gate<string> | undefined

const cuesOf = oncePerBlock(block => {
  gate ??= createGate(families)
  return gate.scan(readable(block))
})

/** Whether a block may hold a match of the family. Asked for once, when the module that wants it is loaded. */
export function blockCue(id: string, family: Family): (block: Block) => boolean {
  if (gate || id in families) throw new RangeError(`too late or twice: ${id}`)
  families[id] = family
  let bit = 0
  return block => {
    const cues = cuesOf(block)
    bit ||= gate!.bit[id]!
    return (cues & bit) !== 0
  }
}

/** `read` is asked about blocks that may hold a match of `cue`, and gives undefined where there is nothing after all. */
export function rareFact<T>(
  id: string,
  cue: Family,
  read: (block: Block, text: string) => T | undefined,
): RareFact<T> {
  const place = readers.length
  readers.push({ concerns: blockCue(id, cue), read: block => read(block, readable(block)) })
  return {
    found: document =>
      document.found(rareFacts).flatMap(({ block, value }) => {
        const own = value[place] as T | undefined
        return own === undefined ? [] : [{ block, value: own }]
      }),
  }
}

/** What each reader gave, at its place. */
type Values = readonly unknown[]

const none: Values = []

const rareFacts: Fact<Values> = {
  id: 'rare',
  holds: values => values.length > 0,
  read(block) {
    if (cuesOf(block) === 0) return none
    let values: unknown[] | undefined
    for (let place = 0; place < readers.length; place++) {
      const { concerns, read } = readers[place]!
      const value = concerns(block) ? read(block) : undefined
      if (value === undefined) continue
      values ??= readers.map(() => undefined)
      values[place] = value
    }
    return values ?? none
  },
}
