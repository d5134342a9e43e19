// Finds the phrases of a lexicon in a text: one scan for anchors through a small trie, regular expressions only where one
// stood and what else the expression needs follows.

import type { CompiledEntry } from '../../lexicon/types'
import { resolveOverlaps } from './overlap'

export interface PhraseHit {
  readonly entry: CompiledEntry
  readonly start: number
  readonly end: number
}

export interface PhraseMatcher {
  readonly entries: readonly CompiledEntry[]
  /** Every hit of every entry, as its regular expression alone would find them; by start, then by entry. */
  readonly findAll: (text: string) => readonly PhraseHit[]
  /** The hits that remain when none may overlap another (see `resolveOverlaps`). */
  readonly match: (text: string) => readonly PhraseHit[]
}

interface Trie {
  /** A bit for a pair of code units that may begin an anchor (by hash, so a few others too). Most of the text ends here. */
  readonly pairs: Int32Array
  /** A bit for a code unit that is an anchor by itself. */
  readonly single: Int32Array
  /** Node reached from the root by a code unit, 0 for none. */
  readonly first: Uint16Array
  /** Open-addressed table from (node, code unit) to node. */
  readonly keys: Int32Array
  readonly nodes: Uint16Array
  readonly mask: number
  /** Entries whose anchor ends at the node. */
  readonly endings: readonly (readonly number[] | undefined)[]
}

/** Prepares the entries once; the matcher keeps scratch space, so it serves one call at a time. */
export function compilePhrases(entries: readonly CompiledEntry[]): PhraseMatcher {
  const trie = buildTrie(entries)
  const everywhere = entries.flatMap((entry, index) => (entry.anchors.length === 0 ? [index] : []))
  const expressions: (RegExp | undefined)[] = new Array(entries.length)
  const starts = entries.map(entry => (entry.starts ? startTable(entry.starts) : null))
  const needs = entries.map(entry => entry.needs.map(need => Uint16Array.from(unitsOf(need), seenSlot)))
  // Next position worth trying, by entry; an older `turn` means the entry has not been tried in this text.
  const next = new Int32Array(entries.length)
  const turns = new Int32Array(entries.length)
  let turn = 0
  const leastBack = Int32Array.from(entries, entry => entry.back[0])
  const mostBack = Int32Array.from(entries, entry => entry.back[1])
  const seen = new LastSeen()
  // Entries whose anchors stand in the text and where, in order: each second number is a place. Neither list is
  // ever shortened: how much of it holds is counted.
  const anchored: number[] = []
  const found: PhraseHit[] = []
  let foundCount = 0

  const tryFrom = (text: string, index: number, from: number, to: number) => {
    if (turns[index] !== turn) {
      turns[index] = turn
      next[index] = 0
    }
    const expression = expressions[index] ?? new RegExp(entries[index]!.pattern, 'my')
    expressions[index] = expression
    const allowed = starts[index]
    let at = Math.max(from, next[index]!)
    while (at <= to) {
      if (!allowed || allowed[text.charCodeAt(at) & 0xff] === 1) {
        expression.lastIndex = at
        if (expression.test(text)) {
          const end = expression.lastIndex
          found[foundCount++] = { entry: entries[index]!, start: at, end }
          at = end
          continue
        }
      }
      at++
    }
    if (at > next[index]!) next[index] = at
  }

  /** Fills `anchored` and says how much of it. */
  const findAnchors = (text: string): number => {
    let count = 0
    const { pairs, single, first, keys, nodes, mask, endings } = trie
    const { places, base } = seen.forText(text)
    const length = text.length
    let unit = length > 0 ? text.charCodeAt(0) : 0
    for (let at = 0; at < length; at++) {
      const here = unit
      unit = at + 1 < length ? text.charCodeAt(at + 1) : 0
      places[seenSlot(here)] = base + at
      // One rarely taken branch: two would be mispredicted on half the text, which costs more than everything else here.
      const slot = pairSlot(here, unit)
      if ((((pairs[slot >>> 5]! >>> (slot & 31)) | (single[here >>> 5]! >>> (here & 31))) & 1) === 0) continue
      let node = first[here]!
      for (let ahead = at + 1; node !== 0; ahead++) {
        for (const index of endings[node] ?? none) {
          anchored[count++] = index
          anchored[count++] = at
        }
        if (ahead >= length) break
        const key = (node << 16) | text.charCodeAt(ahead)
        let place = hash(key, mask)
        while (keys[place] !== key && keys[place] !== 0) place = (place + 1) & mask
        node = keys[place] === 0 ? 0 : nodes[place]!
      }
    }
    return count
  }

  const findAll = (text: string): readonly PhraseHit[] => {
    turn++
    foundCount = 0
    const count = findAnchors(text)
    for (let i = 0; i < count; i += 2) {
      const index = anchored[i]!
      const at = anchored[i + 1]!
      const to = at - leastBack[index]!
      const from = Math.max(0, at - mostBack[index]!)
      if (to >= 0 && seen.allFrom(from, needs[index]!)) tryFrom(text, index, from, to)
    }
    for (const index of everywhere) tryFrom(text, index, 0, text.length - 1)
    if (foundCount === 0) return none
    const hits = found.slice(0, foundCount)
    return isSorted(hits) ? hits : hits.sort(byPlace)
  }

  return { entries, findAll, match: text => resolveOverlaps(findAll(text)) }
}

const none: readonly never[] = []

const byPlace = (a: PhraseHit, b: PhraseHit) => a.start - b.start || a.end - b.end

function isSorted(hits: readonly PhraseHit[]): boolean {
  for (let i = 1; i < hits.length; i++) if (byPlace(hits[i - 1]!, hits[i]!) > 0) return false
  return true
}

/** Where each character (by hash, so now and then another) stands last in the text being searched. */
class LastSeen {
  readonly places = new Int32Array(seenSlots)
  /** Places count on from text to text, so that nothing has to be cleared in between. */
  base = 1
  #length = 0

  forText({ length }: string): this {
    this.base += this.#length
    if (this.base + length > farthest) {
      this.places.fill(0)
      this.base = 1
    }
    this.#length = length
    return this
  }

  /** Does one character of every need stand at `from` or behind it? */
  allFrom(from: number, needs: readonly Uint16Array[]): boolean {
    const least = this.base + from
    for (const need of needs) {
      let i = need.length - 1
      while (i >= 0 && this.places[need[i]!]! < least) i--
      if (i < 0) return false
    }
    return true
  }
}

const seenSlots = 0x1000
const farthest = 0x7fffffff

function seenSlot(unit: number): number {
  return unit & (seenSlots - 1)
}

function buildTrie(entries: readonly CompiledEntry[]): Trie {
  const edges = new Map<number, number>()
  const endings: number[][] = [[]]
  const pairs = new Int32Array((pairMask + 1) >> 5)
  const single = new Int32Array(0x10000 >> 5)
  const first = new Uint16Array(0x10000)
  let count = 1
  const step = (node: number, unit: number): number => {
    const known = node === 0 ? first[unit]! : edges.get((node << 16) | unit)
    if (known) return known
    const made = count++
    endings.push([])
    if (node === 0) first[unit] = made
    else edges.set((node << 16) | unit, made)
    return made
  }
  entries.forEach((entry, index) => {
    for (const anchor of entry.anchors) {
      let node = 0
      for (const unit of unitsOf(anchor)) node = step(node, unit)
      const unit = anchor.charCodeAt(0)
      if (anchor.length === 1) setBit(single, unit)
      else setBit(pairs, pairSlot(unit, anchor.charCodeAt(1)))
      if (!endings[node]!.includes(index)) endings[node]!.push(index)
    }
  })
  let size = 16
  while (size < edges.size * 3) size *= 2
  const keys = new Int32Array(size)
  const nodes = new Uint16Array(size)
  for (const [key, node] of edges) {
    let slot = hash(key, size - 1)
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1)
    keys[slot] = key
    nodes[slot] = node
  }
  return {
    pairs,
    single,
    first,
    keys,
    nodes,
    mask: size - 1,
    endings: endings.map(list => (list.length ? list : undefined)),
  }
}

const pairMask = 0x1ffff

function setBit(bits: Int32Array, at: number) {
  bits[at >>> 5]! |= 1 << (at & 31)
}

function pairSlot(a: number, b: number): number {
  return (Math.imul(a, 0x2f35) + b) & pairMask
}

function hash(key: number, mask: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 11) & mask
}

/** Which low bytes a match can begin with: enough to turn most places away without asking the expression. */
function startTable(starts: string): Uint8Array {
  const table = new Uint8Array(0x100)
  for (const unit of unitsOf(starts)) table[unit & 0xff] = 1
  return table
}

function unitsOf(text: string): number[] {
  const units: number[] = []
  for (let at = 0; at < text.length; at++) units.push(text.charCodeAt(at))
  return units
}
