// Tells in one pass which of many regular expressions may match a text, so that only those are asked. Which words an
// expression cannot do without is read from the expression itself: nothing has to be kept in step by hand. A regular
// expression of six hundred alternatives takes ten times as long.

import { certainWords } from './phrases/anchors'
import { readPattern } from './phrases/pattern'

export interface Gate<Name extends string> {
  /** The families that may match in `text` from `start` to `end`, as bits. A family that is not among them does not match. */
  readonly scan: (text: string, start?: number, end?: number) => number
  /** One bit for each family. */
  readonly bit: Readonly<Record<Name, number>>
}

/** What belongs together: expressions, or plain words. What an expression looks around at opens nothing. */
export type Family = RegExp | readonly (RegExp | string)[]

/**
 * At most 31 families. Of each word no more than three characters are looked at: a gate that opens in vain costs one
 * expression, never a finding.
 */
export function createGate<Name extends string>(families: Readonly<Record<Name, Family>>): Gate<Name> {
  const names = Object.keys(families) as Name[]
  if (names.length > 31) throw new RangeError('a gate has room for 31 families')
  const bit = Object.fromEntries(names.map((name, i) => [name, 1 << i])) as Record<Name, number>
  let tables: Tables | undefined
  return {
    bit,
    scan: (text, start = 0, end = text.length) => {
      tables ??= tablesFor(names.map(name => [bit[name], [families[name]].flat()]))
      return look(tables, text, start, end)
    },
  }
}

interface Tables {
  /** Families that may match anywhere, because no word of theirs is certain. */
  readonly always: number
  /** Which entry of `single` a character has that begins a word; 0 for one that begins none. */
  readonly first: Uint8Array
  readonly single: Int32Array
  /** Families by the first two characters of a word; `goesOn` where a word of three begins with them. */
  readonly pairs: Int32Array
  readonly triples: Int32Array
}

const slotBits = 14
const slotMask = (1 << slotBits) - 1
const pairSlot = (a: number, b: number) => (Math.imul(a, 0x2f35) + b) & slotMask
const tripleSlot = (pair: number, c: number) => (Math.imul(pair, 0x1f1f) + c) & slotMask
const goesOn = 1 << 31
const mostFirst = 0xff

function look(
  { always, first, single, pairs, triples }: Tables,
  text: string,
  start: number,
  end: number,
): number {
  let found = always
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    const entry = first[unit]!
    if (entry === 0) continue
    const slot = pairSlot(unit, text.charCodeAt(i + 1))
    const pair = pairs[slot]!
    found |= single[entry]! | pair
    if ((pair & goesOn) !== 0) found |= triples[tripleSlot(slot, text.charCodeAt(i + 2))]!
  }
  return found & ~goesOn
}

function tablesFor(
  families: readonly (readonly [bit: number, parts: readonly (RegExp | string)[]])[],
): Tables {
  let always = 0
  let firsts = 0
  const first = new Uint8Array(0x10000)
  const single = new Int32Array(mostFirst + 1)
  const pairs = new Int32Array(slotMask + 1)
  const triples = new Int32Array(slotMask + 1)
  for (const [bit, parts] of families)
    for (const part of parts) {
      const words = typeof part === 'string' ? [part] : wordsOf(part)
      if (!words) always |= bit
      for (const word of words ?? []) {
        const unit = word.charCodeAt(0)
        // Where there are more than the entries can tell apart, some share one.
        const entry = first[unit] || 1 + (firsts++ % mostFirst)
        first[unit] = entry
        const slot = pairSlot(unit, word.charCodeAt(1))
        if (word.length === 1) single[entry]! |= bit
        else if (word.length === 2) pairs[slot]! |= bit
        else {
          pairs[slot]! |= goesOn
          triples[tripleSlot(slot, word.charCodeAt(2))]! |= bit
        }
      }
    }
  return { always, first, single, pairs, triples }
}

/** Words of which every match holds at least one; undefined when there are none or too many to be worth it. */
function wordsOf(expression: RegExp): readonly string[] | undefined {
  if (expression.ignoreCase) return undefined
  const pattern = readPattern(expression.source)
  return (pattern && certainWords(pattern)) ?? undefined
}
