// Which clause of a sentence says nothing, judged by weights that were learned from labelled sentences (`npm run train`). It
// hears what no list of phrases holds; so it says which words weighed most, and what kind of stock phrase they are nearest to.

import type { ClassId } from '../../lexicon/types'
import type { Span } from '../../types'
import { cutWords, type Vocabulary, vocabularyOf } from './cut'
import { featuresOf } from './features'
import { clausesOf } from './split'

/** The clause that the model takes for empty; the span counts in the sentence. */
export interface EmptyClause extends Span {
  /** How far above the threshold, in units of the margin; never negative. */
  readonly surplus: number
  /** The words that weighed most, as they stand, in order; at most three. */
  readonly words: readonly string[]
  readonly nearest: ClassId
}

/** The port through which rules ask; a host hands one in when it has loaded the weights. */
export interface ClauseModel {
  /** Undefined where no clause is empty enough to be named, or nothing is known yet. */
  judge(sentence: string): EmptyClause | undefined
}

/** The trained file as `npm run train` writes it: weights and single words, no sentence. Numbers are whole; see the steps. */
export interface ClauseWeights {
  readonly format: 1
  /** What it was trained on, for whoever reads the file. */
  readonly trained: string
  /** Frequent words of official text, apart by blanks. */
  readonly words: string
  /** What each word costs in a cut, in steps of `costStep`. */
  readonly cost: readonly number[]
  /** What each word weighs by the company that it keeps, in steps of `weightStep`. */
  readonly company: readonly number[]
  /** The class of stock phrase that each word is nearest to, one letter each. */
  readonly nearest: string
  /** Runs of characters (c…) and of words (w…) that have a weight of their own, apart by line ends. */
  readonly pieces: string
  /** Their weights, in steps of `weightStep`. */
  readonly weights: readonly number[]
  /** Weights of `traitNames`, in steps of `weightStep`. */
  readonly traits: readonly number[]
  readonly bias: number
  /** A clause at it or above is named. */
  readonly threshold: number
}

export const costStep = 0.1
export const weightStep = 0.002
/** Words more frequent than this share of all words count less than half in the average of a clause (Arora et al. 2017). */
const frequent = 1e-3
/** A clause of frequent words alone must not be judged by them. */
const leastWeight = 0.5

/** By how much a word counts in the average of its clause. */
export const averageWeight = (cost: number): number => frequent / (frequent + Math.exp(-cost))

/** The average over the words of a clause of what is known of each. */
export const averageOver = (sum: number, weight: number): number => sum / Math.max(weight, leastWeight)

/** Throws where the file is not of this form. */
export function readClauseModel(weights: ClauseWeights): ClauseModel {
  if (weights.format !== 1) throw new Error(`unknown format of the clause model: ${String(weights.format)}`)
  return new LinearModel(weights)
}

class LinearModel implements ClauseModel {
  readonly #vocabulary: Vocabulary
  readonly #average: Float64Array
  readonly #company: Float64Array
  readonly #characters: ReadonlyMap<string, number>
  readonly #words: ReadonlyMap<string, number>
  readonly #weights: ClauseWeights

  constructor(weights: ClauseWeights) {
    const cost = Float64Array.from(weights.cost, steps => steps * costStep)
    this.#vocabulary = vocabularyOf(weights.words.split(' '), cost)
    this.#average = cost.map(averageWeight)
    this.#company = Float64Array.from(weights.company, steps => steps * weightStep)
    // Two maps, so that no name has to be put together for a look-up.
    const characters = new Map<string, number>()
    const words = new Map<string, number>()
    weights.pieces.split('\n').forEach((piece, i) => {
      const own = piece.startsWith('c') ? characters : words
      own.set(piece.slice(1), weights.weights[i]! * weightStep)
    })
    this.#characters = characters
    this.#words = words
    this.#weights = weights
  }

  judge(sentence: string): EmptyClause | undefined {
    const clauses = clausesOf(sentence)
    let best = -1
    let most = this.#weights.threshold
    for (let i = 0; i < clauses.length; i++) {
      const score = this.#score(sentence, clauses, i)
      if (score < most) continue
      best = i
      most = score
    }
    if (best < 0) return undefined
    const { start, end } = clauses[best]!
    return {
      start,
      end,
      surplus: most - this.#weights.threshold,
      ...this.#reasons(sentence.slice(start, end)),
    }
  }

  /** Above 0 more likely empty than not, by what was learned; the threshold asks for more. */
  #score(sentence: string, clauses: readonly Span[], at: number): number {
    const { characters, words, known, traits } = featuresOf(sentence, clauses, at, this.#vocabulary)
    let sum = 0
    let weight = 0
    for (const word of known) {
      weight += this.#average[word]!
      sum += this.#average[word]! * this.#company[word]!
    }
    let score = this.#weights.bias * weightStep + averageOver(sum, weight)
    score += sumOf(this.#characters, characters) / Math.sqrt(characters.length || 1)
    score += sumOf(this.#words, words) / Math.sqrt(words.length || 1)
    for (let i = 0; i < traits.length; i++) score += traits[i]! * this.#weights.traits[i]! * weightStep
    return score
  }

  #reasons(clause: string): Pick<EmptyClause, 'words' | 'nearest'> {
    const told: { text: string; at: number; weight: number }[] = []
    const classes = new Map<string, number>()
    cutWords(clause, this.#vocabulary, (word, start, end) => {
      if (word < 0) return
      const text = clause.slice(start, end)
      const weight =
        this.#average[word]! * this.#company[word]! +
        (this.#words.get(text) ?? 0) +
        (this.#characters.get(text) ?? 0)
      if (weight <= 0) return
      const letter = this.#weights.nearest[word]!
      classes.set(letter, (classes.get(letter) ?? 0) + weight)
      if (text.length > 1) told.push({ text, at: start, weight })
    })
    const heaviest = told.sort((a, b) => b.weight - a.weight || a.at - b.at).slice(0, 3)
    const [nearest] = [...classes].sort((a, b) => b[1] - a[1])[0] ?? ['C']
    return {
      words: [...new Set(heaviest.sort((a, b) => a.at - b.at).map(({ text }) => text))],
      nearest: nearest as ClassId,
    }
  }
}

function sumOf(weights: ReadonlyMap<string, number>, pieces: readonly string[]): number {
  let sum = 0
  for (const piece of pieces) sum += weights.get(piece) ?? 0
  return sum
}
