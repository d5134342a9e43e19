// Finds where patterns may begin in one pass that looks at two characters at a time, then at the third. A regular expression
// of hundreds of alternatives over the whole text takes ten times as long.

import type { Cue } from '../../knowledge/cue'
import { followersOf } from '../phrases/followers'
import { type Pattern, readPattern } from '../phrases/pattern'

export interface Anchored {
  /** The two characters at which the pattern begins. */
  readonly anchors: readonly string[]
  /** Sticky; matched at the anchor. */
  readonly pattern: RegExp
}

export interface AnchoredMatch<T extends Anchored> {
  readonly by: T
  readonly start: number
  readonly end: number
}

/** A cue that is looked for in whole texts, as the scanner wants it. */
export function anchoredCue({ id, source, begins }: Cue): Anchored {
  if (begins === undefined) throw new TypeError(`${id} is not marked \`find: true\``)
  return { anchors: begins.split(' '), pattern: new RegExp(source, 'y') }
}

/** A pattern at one of its anchors. */
class Candidate<T extends Anchored> {
  /** 1 for the low byte of a character that may stand behind the anchor; null when any may. Known when first met. */
  #followers: Uint8Array | null | undefined

  constructor(
    readonly by: T,
    readonly anchor: string,
    readonly pair: number,
    readonly tree: () => Pattern | undefined,
  ) {}

  mayGoOn(lowByte: number): boolean {
    if (this.#followers === undefined) this.#followers = followersAt(this.tree(), this.anchor)
    return this.#followers === null || this.#followers[lowByte] === 1
  }
}

function followersAt(tree: Pattern | undefined, anchor: string): Uint8Array | null {
  const followers = tree ? followersOf(tree, anchor) : null
  if (!followers) return null
  const table = new Uint8Array(0x100)
  for (const char of followers) table[char.charCodeAt(0) & 0xff] = 1
  return table
}

/** Read when it is first asked for. */
function treeOf({ source }: RegExp): () => Pattern | undefined {
  let tree: Pattern | null | undefined
  return () => {
    if (tree === undefined) tree = readPattern(source) ?? null
    return tree ?? undefined
  }
}

const pairOf = (a: number, b: number) => (a << 16) | b
const slot = (a: number, b: number) => (Math.imul(a, 31) + Math.imul(b, 7)) & 0xffff

/** A scanner for a list of patterns: matches in order, without overlap, the longest of those that begin at one place. */
export function anchoredScanner<T extends Anchored>(
  patterns: readonly T[],
): (text: string) => readonly AnchoredMatch<T>[] {
  const tables = tablesFor(patterns)
  return text => scan(tables, text)
}

interface Tables<T extends Anchored> {
  /** Which of the buckets a pair of characters belongs to. */
  readonly slots: Uint16Array
  readonly buckets: readonly (readonly Candidate<T>[])[]
}

const none: readonly never[] = []

function scan<T extends Anchored>({ slots, buckets }: Tables<T>, text: string): readonly AnchoredMatch<T>[] {
  let found: AnchoredMatch<T>[] | undefined
  const { length } = text
  let b = length > 0 ? text.charCodeAt(0) : 0
  for (let i = 1; i < length; i++) {
    const a = b
    b = text.charCodeAt(i)
    const bucket = slots[slot(a, b)]!
    if (bucket === 0) continue
    const match = longest(buckets[bucket]!, text, i - 1, pairOf(a, b))
    if (!match) continue
    found ??= []
    found.push(match)
    i = match.end
    b = text.charCodeAt(i)
  }
  return found ?? none
}

function longest<T extends Anchored>(
  candidates: readonly Candidate<T>[],
  text: string,
  start: number,
  pair: number,
): AnchoredMatch<T> | undefined {
  const third = text.charCodeAt(start + 2) & 0xff
  let end = 0
  let by: T | undefined
  for (const candidate of candidates) {
    if (candidate.pair !== pair || !candidate.mayGoOn(third)) continue
    const { pattern } = candidate.by
    pattern.lastIndex = start
    if (pattern.test(text) && pattern.lastIndex > end) {
      end = pattern.lastIndex
      by = candidate.by
    }
  }
  return by && { by, start, end }
}

function tablesFor<T extends Anchored>(patterns: readonly T[]): Tables<T> {
  const slots = new Uint16Array(0x10000)
  const buckets: Candidate<T>[][] = [[]]
  for (const by of patterns) {
    const tree = treeOf(by.pattern)
    for (const anchor of new Set(by.anchors)) {
      const [a, b] = [anchor.charCodeAt(0), anchor.charCodeAt(1)]
      const at = slot(a, b)
      if (slots[at] === 0) slots[at] = buckets.push([]) - 1
      buckets[slots[at]!]!.push(new Candidate(by, anchor, pairOf(a, b), tree))
    }
  }
  return { slots, buckets }
}
