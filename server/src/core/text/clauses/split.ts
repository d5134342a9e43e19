// Clauses: what the model of empty phrasing judges. A sentence is as empty as its emptiest clause.

import type { Span } from '../../types'

const marks = new Set(Array.from('，；：。！？,;:!?\n', mark => mark.charCodeAt(0)))
/** Below it and from the full-width marks on there are marks besides 。, between them are the characters. */
const [lowestCharacter, highestCharacter] = [0x3003, 0xfeff]
const isMark = (unit: number) => (unit < lowestCharacter || unit > highestCharacter) && marks.has(unit)
/** 目前， or 同时， says nothing of its own: it belongs to what follows. */
const shortest = 4

/** The clauses of a sentence, in order, without the marks at their ends. */
export function clausesOf(sentence: string): Span[] {
  const clauses: Span[] = []
  let start = 0
  for (let at = 0; at <= sentence.length; at++) {
    if (at < sentence.length && !isMark(sentence.charCodeAt(at))) continue
    if (at < sentence.length && at - start < shortest) continue
    if (at > start) clauses.push({ start, end: at })
    start = at + 1
  }
  return clauses
}
