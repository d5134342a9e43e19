// Words without a dictionary of their own: the cheapest way through a text over the words of the model. Good enough for
// counting and for asking whether a phrase begins and ends where words do; parts of speech are the segmenter's business.

import { Trie } from './trie'

/** Words and what each costs: minus the logarithm of its share in official text. */
export interface Vocabulary {
  readonly words: readonly string[]
  readonly trie: Trie
  /** Place in `words` by node of the trie; -1 where no word ends. */
  readonly wordAt: Int32Array
  readonly cost: ArrayLike<number>
  /** Cost of a character that no word of the list covers. */
  readonly unknown: number
  readonly longest: number
}

export function vocabularyOf(words: readonly string[], cost: ArrayLike<number>): Vocabulary {
  const trie = new Trie(words.length * 2)
  const nodes = words.map(word => trie.add(word))
  const wordAt = new Int32Array(trie.size).fill(-1)
  let longest = 1
  let unknown = 0
  for (let i = 0; i < words.length; i++) {
    wordAt[nodes[i]!] = i
    longest = Math.max(longest, words[i]!.length)
    unknown = Math.max(unknown, cost[i]!)
  }
  return { words, trie, wordAt, cost, unknown: unknown + 2, longest }
}

/**
 * Cuts a text that holds nothing but words and marks; `emit` gets each piece in order, `word` its place in the vocabulary or
 * -1. Linear: no word is longer than `longest`. `emit` must not cut another text.
 */
export function cutWords(
  text: string,
  vocabulary: Vocabulary,
  emit: (word: number, start: number, end: number) => void,
): void {
  const units = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i)
  cutUnits(units, 0, text.length, vocabulary, emit)
}

/** The same for the code units from `start` up to `end`. */
export function cutUnits(
  units: Uint16Array,
  start: number,
  end: number,
  { trie, wordAt, cost, unknown, longest }: Vocabulary,
  emit: (word: number, start: number, end: number) => void,
): void {
  const { best, behind, by } = wayThrough(end - start)
  best[end - start] = 0
  // From the end, so that the way is walked forwards.
  for (let at = end - 1; at >= start; at--) {
    let least = unknown + best[at + 1 - start]!
    let next = at + 1
    let chosen = -1
    const reach = Math.min(end, at + longest)
    for (let node = 0, to = at; to < reach; ) {
      node = trie.next(node, units[to++]!)
      if (node < 0) break
      const word = wordAt[node]!
      if (word < 0) continue
      const sum = cost[word]! + best[to - start]!
      if (sum >= least) continue
      least = sum
      next = to
      chosen = word
    }
    best[at - start] = least
    behind[at - start] = next
    by[at - start] = chosen
  }
  for (let at = start; at < end; ) {
    const next = behind[at - start]!
    emit(by[at - start]!, at, next)
    at = next
  }
}

interface Way {
  /** What the rest of the text costs. */
  readonly best: Float64Array
  /** Where the piece that begins here ends. */
  readonly behind: Int32Array
  readonly by: Int32Array
}

const roomFor = (length: number): Way => ({
  best: new Float64Array(length + 1),
  behind: new Int32Array(length + 1),
  by: new Int32Array(length + 1),
})

const usual = 1024
/** Kept between texts, because nearly all are short and there are many. */
const kept = roomFor(usual)
const wayThrough = (length: number): Way => (length <= usual ? kept : roomFor(length))
