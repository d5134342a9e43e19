// The learned weights of pieces of text: runs of characters, single words and pairs of neighbours, found by code unit and by
// number. Weights are whole steps, so that sums are exact in whatever order they are made.

import type { Vocabulary } from './cut'
import { PairTable, Trie } from './trie'

const longestRun = 3

/** What stands before the first character of a clause and behind its last. */
export const edges = { before: '^'.charCodeAt(0), behind: '$'.charCodeAt(0) } as const

/** How many runs of one to three characters a clause has, its edges counted in (see `featuresOf`). */
export const numberOfRuns = (length: number): number => 3 * length + 1

export class PieceWeights {
  readonly #runs: Trie
  /** By node of the trie. */
  readonly #ofNode: Float64Array
  /** By number of a word, see `token`. */
  readonly #ofToken: Float64Array
  readonly #pairs: PairTable
  /** By the number that the pair has in the table. */
  readonly #ofPair: Float64Array
  readonly #vocabulary: Vocabulary

  /** `pieces`: c… a run of characters, w… a word or, with a blank between, two; `weights`: theirs, in steps. */
  constructor(vocabulary: Vocabulary, pieces: readonly string[], weights: readonly number[]) {
    this.#vocabulary = vocabulary
    this.#runs = new Trie(pieces.length * 2)
    this.#ofToken = new Float64Array(vocabulary.words.length + 0x10000)
    this.#pairs = new PairTable(pieces.length)
    this.#ofPair = new Float64Array(pieces.length)
    const nodes = new Int32Array(pieces.length)
    pieces.forEach((piece, i) => {
      const text = piece.slice(1)
      if (piece.startsWith('c')) nodes[i] = this.#runs.add(text)
      else this.#addWords(text, i, weights[i]!)
    })
    this.#ofNode = new Float64Array(this.#runs.size)
    nodes.forEach((node, i) => {
      if (node > 0) this.#ofNode[node] = weights[i]!
    })
  }

  #addWords(text: string, place: number, weight: number) {
    const token = this.tokenOf(text)
    if (token >= 0) {
      this.#ofToken[token] = weight
      return
    }
    // From the second character on, because the first word may be a blank itself.
    const blank = text.indexOf(' ', 1)
    const left = this.tokenOf(text.slice(0, blank))
    const right = this.tokenOf(text.slice(blank + 1))
    if (blank < 0 || left < 0 || right < 0) return
    this.#pairs.set(left, right, place)
    this.#ofPair[place] = weight
  }

  /** The number of a word as a string: -1 where it is neither in the vocabulary nor a single character. */
  tokenOf(text: string): number {
    const { trie, wordAt, words } = this.#vocabulary
    const node = trie.find(text)
    const word = node < 0 ? -1 : wordAt[node]!
    if (word >= 0) return word
    return text.length === 1 ? words.length + text.charCodeAt(0) : -1
  }

  /** The number of a piece that `cutWords` found: that of the word, or one for a character that no word covers. */
  token(word: number, unit: number): number {
    return word >= 0 ? word : this.#vocabulary.words.length + unit
  }

  ofToken(token: number): number {
    return this.#ofToken[token]!
  }

  ofPair(before: number, token: number): number {
    const place = this.#pairs.get(before, token)
    return place < 0 ? 0 : this.#ofPair[place]!
  }

  ofRun(text: string): number {
    const node = this.#runs.find(text)
    return node < 0 ? 0 : this.#ofNode[node]!
  }

  /** The sum over all runs of a clause from its edge before to its edge behind, which are no runs by themselves. */
  ofRuns(edged: Uint16Array, length: number): number {
    let sum = 0
    for (let at = 0; at < length; at++) {
      const reach = Math.min(at + longestRun, length)
      for (let to = at, node = 0; to < reach; ) {
        node = this.#runs.next(node, edged[to++]!)
        if (node < 0) break
        if (to - at > 1 || (at > 0 && to < length)) sum += this.#ofNode[node]!
      }
    }
    return sum
  }
}
