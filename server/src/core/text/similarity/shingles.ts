// How alike two paragraphs are when dates, figures and names of places are left out: what is left is the boilerplate.

import { isIdeograph } from '../ideographs'
import { createOrdinals } from './ordinals'

/** Hashes of every run of five characters, without repeats. */
export type Shingles = Uint32Array

/** The four smallest hashes: alike texts share one of them almost surely, unlike ones hardly ever. */
export type Sketch = readonly number[]

const width = 5
export const sketchSize = 4

/** 1 for characters that count: ideographs but numerals and units of time. What differs when a draft is reused does not. */
const counts = (() => {
  const table = new Uint8Array(65536).fill(1, 0x4e00, 0xa000)
  for (const char of '一二三四五六七八九十百千万亿零两年月日时分') table[char.charCodeAt(0)] = 0
  return table
})()

/** One number for a run of `width` counting characters. */
function hashOf(a: number, b: number, c: number, d: number, e: number): number {
  let hash = Math.imul(a ^ 2166136261, 16777619)
  hash = Math.imul(hash ^ b, 16777619)
  hash = Math.imul(hash ^ c, 16777619)
  hash = Math.imul(hash ^ d, 16777619)
  hash = Math.imul(hash ^ e, 16777619)
  // One more turn, because the smallest hashes are to be a fair sample.
  hash ^= hash >>> 15
  return Math.imul(hash, 2246822519)
}

// The two functions below go through the same runs. Each has the loop to itself: a call for every character would cost
// more than the hash.

export function shinglesOf(text: string): Shingles {
  seen.clear(text.length)
  if (room.length < text.length) room = new Int32Array(text.length * 2)
  let count = 0
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let run = 0
  for (let i = 0; i < text.length; i++) {
    const placeEnd = endOfPlace(text, i)
    if (placeEnd > i) {
      i = placeEnd - 1
      continue
    }
    const e = text.charCodeAt(i)
    if (counts[e] === 0) continue
    if (++run >= width) {
      const hash = hashOf(a, b, c, d, e)
      if (seen.put(hash) === count) room[count++] = hash
    }
    a = b
    b = c
    c = d
    d = e
  }
  return new Uint32Array(room.subarray(0, count))
}

/** Where shingles are gathered before it is known how many there are. */
let room = new Int32Array(4096)

/** Costs a fraction of the shingles: for finding candidates among many paragraphs. In the order in which they stand. */
export function sketchOf(text: string): Sketch {
  let bound = emptyLeast()
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let run = 0
  for (let i = 0; i < text.length; i++) {
    const e = text.charCodeAt(i)
    if (counts[e] === 0) continue
    if (++run >= width) {
      const hash = hashOf(a, b, c, d, e) ^ topBit
      if (hash <= bound) bound = putLeast(hash, i)
    }
    a = b
    b = c
    c = d
    d = e
  }
  return leastInOrder()
}

/** Turned over, hashes without a sign are in order as numbers with one, which a loop handles without making objects. */
const topBit = 1 << 31
const greatest = 2 ** 31 - 1

/** The smallest hashes of the text at hand, in order, and where each stood first. */
const least = { count: 0, hash: new Int32Array(sketchSize), at: new Int32Array(sketchSize) }

function emptyLeast(): number {
  least.count = 0
  return greatest
}

/** Returns the greatest number that is still of interest. */
function putLeast(value: number, at: number): number {
  const { hash, at: place } = least
  let slot = 0
  while (slot < least.count && hash[slot]! < value) slot++
  if (slot === least.count || hash[slot] !== value) {
    if (least.count < sketchSize) least.count++
    for (let i = least.count - 1; i > slot; i--) {
      hash[i] = hash[i - 1]!
      place[i] = place[i - 1]!
    }
    hash[slot] = value
    place[slot] = at
  }
  return least.count < sketchSize ? greatest : hash[sketchSize - 1]!
}

function leastInOrder(): Sketch {
  const { count, hash, at } = least
  const sketch: number[] = []
  let last = -1
  while (sketch.length < count) {
    let next = -1
    for (let i = 0; i < count; i++) if (at[i]! > last && (next < 0 || at[i]! < at[next]!)) next = i
    sketch.push((hash[next]! ^ topBit) >>> 0)
    last = at[next]!
  }
  return sketch
}

/** The last characters of names of places: 1 alone, otherwise the character that has to follow. */
const placeMarks = (() => {
  const table = new Uint16Array(65536)
  for (const char of '省市县区镇乡村') table[char.charCodeAt(0)] = 1
  for (const word of ['街道', '社区']) table[word.charCodeAt(0)] = word.charCodeAt(1)
  return table
})()

/** Where a name of a place that begins at `at` ends (云岭县, 东街社区): two characters and what they are; `at` where none does. */
function endOfPlace(text: string, at: number): number {
  const mark = at + 2 < text.length ? placeMarks[text.charCodeAt(at + 2)]! : 0
  if (mark === 0 || !isIdeograph(text.charCodeAt(at)) || !isIdeograph(text.charCodeAt(at + 1))) return at
  if (mark === 1) return at + 3
  return text.charCodeAt(at + 3) === mark ? at + 4 : at
}

/** Share of the smaller set that is in the other, 0–1. To ask about the same first set again costs less. */
export function containment(a: Shingles, b: Shingles): number {
  if (laidOut !== a) {
    laidOut = a
    laid.clear(a.length)
    // By index: to iterate over typed arrays makes an object of every large number.
    for (let i = 0; i < a.length; i++) laid.put(a[i]! | 0)
  }
  let common = 0
  for (let i = 0; i < b.length; i++) if (laid.find(b[i]! | 0) >= 0) common++
  return common === 0 ? 0 : common / Math.min(a.length, b.length)
}

let laidOut: Shingles | undefined
const laid = createOrdinals()
const seen = createOrdinals()

/** The figures of a text but its dates and ordinals, as written. */
export function figuresOf(text: string): readonly string[] {
  return text.match(/\d[\d.,]*(?![\d.,]|[年月日时分])/g) ?? []
}

/** At least two figures that the other text has not: a table row in words, or this week's numbers, is no repetition. */
export function bringsNewFigures(own: readonly string[], other: readonly string[]): boolean {
  return own.filter(figure => !other.includes(figure)).length >= 2
}
