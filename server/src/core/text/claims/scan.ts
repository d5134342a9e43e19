// Finds the places where a pattern of claims may begin, in one pass that looks at two characters at a time.

import { type ClaimPattern, claimPatterns } from './patterns'

const first = new Uint8Array(0x10000)
const slots = new Uint8Array(0x10000)
const buckets: ClaimPattern[][] = [[]]

const slot = (a: number, b: number) => (a * 31 + b * 7) & 0xffff

for (const pattern of claimPatterns)
  for (const anchor of pattern.anchors) {
    const at = slot(anchor.charCodeAt(0), anchor.charCodeAt(1))
    first[anchor.charCodeAt(0)] = 1
    if (slots[at] === 0) slots[at] = buckets.push([]) - 1
    const bucket = buckets[slots[at]!]!
    if (!bucket.includes(pattern)) bucket.push(pattern)
  }

/** Something that has the form of a claim; whether it is meant as a fact is asked in reading.ts. */
export interface Candidate {
  readonly pattern: ClaimPattern
  readonly start: number
  readonly end: number
}

/** Candidates in order and without overlap. Two anchors that share a slot cost one failed match, nothing else. */
export function scanClaims(text: string): Candidate[] {
  const found: Candidate[] = []
  const last = text.length - 1
  for (let i = 0; i < last; i++) {
    const a = text.charCodeAt(i)
    if (first[a] === 0) continue
    const bucket = slots[slot(a, text.charCodeAt(i + 1))]!
    if (bucket === 0) continue
    let best = 0
    let by: ClaimPattern | undefined
    for (const pattern of buckets[bucket]!) {
      const expression = pattern.pattern
      expression.lastIndex = i
      if (expression.test(text) && expression.lastIndex > best) {
        best = expression.lastIndex
        by = pattern
      }
    }
    if (!by) continue
    found.push({ pattern: by, start: i, end: best })
    i = best - 1
  }
  return found
}
