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
 * At most 31 families. Of each word no more than two characters are looked at: a gate that opens in vain costs one
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
  /** The families of words of one character, by the character; those of longer words, by the first two. */
  readonly single: Int32Array
  readonly pairs: Int32Array
}

const slots = 0x4000
const slotOf = (a: number, b: number) => (Math.imul(a, 0x2f35) + b) & (slots - 1)

/** Without a branch: a third of all characters begin some word, and a guess that fails costs more than two look-ups. */
function look({ always, single, pairs }: Tables, text: string, start: number, end: number): number {
  let found = always
  let next = start < end ? text.charCodeAt(start) : 0
  for (let i = start + 1; i <= end; i++) {
    const unit = next
    next = i < end ? text.charCodeAt(i) : 0
    found |= single[unit & (slots - 1)]! | pairs[slotOf(unit, next)]!
  }
  return found
}

function tablesFor(
  families: readonly (readonly [bit: number, parts: readonly (RegExp | string)[]])[],
): Tables {
  let always = 0
  const single = new Int32Array(slots)
  const pairs = new Int32Array(slots)
  for (const [bit, parts] of families)
    for (const part of parts) {
      const words = typeof part === 'string' ? [part] : wordsOf(part)
      if (!words) always |= bit
      for (const word of words ?? []) {
        const unit = word.charCodeAt(0)
        if (word.length === 1) single[unit & (slots - 1)]! |= bit
        else pairs[slotOf(unit, word.charCodeAt(1))]! |= bit
      }
    }
  return { always, single, pairs }
}

/** Words of which every match holds at least one; undefined when there are none or too many to be worth it. */
function wordsOf(expression: RegExp): readonly string[] | undefined {
  if (expression.ignoreCase) return undefined
  const pattern = readPattern(expression.source)
  return (pattern && certainWords(pattern)) ?? undefined
}
