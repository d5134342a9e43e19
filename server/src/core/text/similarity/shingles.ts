// How alike two paragraphs are when dates, figures and names of places are left out: what is left is the boilerplate.

/** Hashes of every run of five characters, without repeats. */
export type Shingles = Uint32Array

/** The four smallest hashes: alike texts share one of them almost surely, unlike ones hardly ever. */
export type Sketch = readonly number[]

const width = 5
const sketchSize = 4
const places = /[一-龥]{2}(?:省|市|县|区|镇|乡|街道|村|社区)/g

/** 1 for characters that count: ideographs but numerals and units of time. What differs when a draft is reused does not. */
const counts = (() => {
  const table = new Uint8Array(65536).fill(1, 0x4e00, 0xa000)
  for (const char of '一二三四五六七八九十百千万亿零两年月日时分') table[char.charCodeAt(0)] = 0
  return table
})()

/** Calls `take` with the hash of every run of `width` counting characters. */
function eachHash(text: string, take: (hash: number) => void): void {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let seen = 0
  for (let i = 0; i < text.length; i++) {
    const e = text.charCodeAt(i)
    if (counts[e] === 0) continue
    if (++seen >= width) {
      let hash = Math.imul(a ^ 2166136261, 16777619)
      hash = Math.imul(hash ^ b, 16777619)
      hash = Math.imul(hash ^ c, 16777619)
      hash = Math.imul(hash ^ d, 16777619)
      hash = Math.imul(hash ^ e, 16777619)
      // One more turn, because the smallest hashes are to be a fair sample.
      hash ^= hash >>> 15
      take(Math.imul(hash, 2246822519) >>> 0)
    }
    a = b
    b = c
    c = d
    d = e
  }
}

export function shinglesOf(text: string): Shingles {
  const own = text.replace(places, '')
  seen.clear(own.length)
  const hashes = new Uint32Array(own.length)
  let count = 0
  eachHash(own, hash => {
    if (seen.add(hash)) hashes[count++] = hash
  })
  return hashes.slice(0, count)
}

/** Costs a fraction of the shingles: for finding candidates among many paragraphs. */
export function sketchOf(text: string): Sketch {
  const smallest: number[] = []
  let bound = 2 ** 32
  eachHash(text, hash => {
    if (hash >= bound || smallest.includes(hash)) return
    smallest.push(hash)
    if (smallest.length > sketchSize) smallest.splice(smallest.indexOf(Math.max(...smallest)), 1)
    if (smallest.length === sketchSize) bound = Math.max(...smallest)
  })
  return smallest
}

/** Share of the smaller set that is in the other, 0–1. */
export function containment(a: Shingles, b: Shingles): number {
  const [small, large] = a.length < b.length ? [a, b] : [b, a]
  if (small.length === 0) return 0
  seen.clear(small.length)
  // By index: to iterate over typed arrays makes an object of every large number.
  for (let i = 0; i < small.length; i++) seen.add(small[i]!)
  let common = 0
  for (let i = 0; i < large.length; i++) if (seen.has(large[i]!)) common++
  return common / small.length
}

/** A set of hashes that is cleared in no time: thousands of paragraphs are compared, and a `Set` for each costs most of it. */
function createScratchSet() {
  let hashes = new Uint32Array(1024)
  let turns = new Uint32Array(1024)
  let turn = 0
  let mask = 1023
  const slotOf = (hash: number) => {
    let slot = hash & mask
    while (turns[slot] === turn && hashes[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }
  return {
    /** Empties it and makes room for so many. */
    clear(size: number) {
      turn++
      if (size * 2 <= hashes.length && turn < 2 ** 32) return
      let length = hashes.length
      while (length < size * 2) length *= 2
      hashes = new Uint32Array(length)
      turns = new Uint32Array(length)
      turn = 1
      mask = length - 1
    },
    /** False when it is there already. */
    add(hash: number): boolean {
      const slot = slotOf(hash)
      if (turns[slot] === turn) return false
      hashes[slot] = hash
      turns[slot] = turn
      return true
    },
    has: (hash: number): boolean => turns[slotOf(hash)] === turn,
  }
}

const seen = createScratchSet()

/** The figures of a text but its dates and ordinals, as written. */
export function figuresOf(text: string): readonly string[] {
  return text.match(/\d[\d.,]*(?![\d.,]|[年月日时分])/g) ?? []
}

/** At least two figures that the other text has not: a table row in words, or this week's numbers, is no repetition. */
export function bringsNewFigures(own: readonly string[], other: readonly string[]): boolean {
  return own.filter(figure => !other.includes(figure)).length >= 2
}
