// Words without a dictionary of their own: the cheapest way through a text over the words of the model. Good enough for
// counting and for asking whether a phrase begins and ends where words do; parts of speech are the segmenter's business.

/** Words and what each costs: minus the logarithm of its share in official text. */
export interface Vocabulary {
  readonly words: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly cost: ArrayLike<number>
  /** Cost of a character that no word of the list covers. */
  readonly unknown: number
  readonly longest: number
}

export function vocabularyOf(words: readonly string[], cost: ArrayLike<number>): Vocabulary {
  let longest = 1
  let unknown = 0
  for (let i = 0; i < words.length; i++) {
    longest = Math.max(longest, words[i]!.length)
    unknown = Math.max(unknown, cost[i]!)
  }
  return { words, indexOf: new Map(words.map((word, i) => [word, i])), cost, unknown: unknown + 2, longest }
}

/**
 * Cuts a text that holds nothing but words and marks; `emit` gets each piece in order, `word` its place in the vocabulary or
 * -1. Linear: no word is longer than `longest`.
 */
export function cutWords(
  text: string,
  { indexOf, cost, unknown, longest }: Vocabulary,
  emit: (word: number, start: number, end: number) => void,
): void {
  const { length } = text
  const best = new Float64Array(length + 1)
  const from = new Int32Array(length + 1)
  const by = new Int32Array(length + 1)
  // From the end, so that the way is walked forwards.
  for (let at = length - 1; at >= 0; at--) {
    best[at] = unknown + best[at + 1]!
    from[at] = at + 1
    by[at] = -1
    const reach = Math.min(longest, length - at)
    for (let size = 1; size <= reach; size++) {
      const word = indexOf.get(text.slice(at, at + size))
      if (word === undefined) continue
      const sum = cost[word]! + best[at + size]!
      if (sum >= best[at]!) continue
      best[at] = sum
      from[at] = at + size
      by[at] = word
    }
  }
  for (let at = 0; at < length; at = from[at]!) emit(by[at]!, at, from[at]!)
}
