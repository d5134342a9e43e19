// Which clause of a sentence says nothing, judged by weights that were learned from labelled sentences (`npm run train`). It
// hears what no list of phrases holds; so it says which words weighed most, and what kind of stock phrase they are nearest to.

import type { ClassId } from '../../lexicon/types'
import type { Span } from '../../types'
import { cutUnits, cutWords, type Vocabulary, vocabularyOf } from './cut'
import { isNameMark, plainUnit, traitsOf } from './features'
import { edges, numberOfRuns, PieceWeights } from './pieces'
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
  readonly #weights: ClauseWeights
  readonly #vocabulary: Vocabulary
  /** By word of the vocabulary. */
  readonly #average: Float64Array
  readonly #company: Float64Array
  readonly #pieces: PieceWeights
  /** What stands before the first word and behind the last, as `PieceWeights` numbers words. */
  readonly #before: number
  readonly #behind: number
  /** The clause in hand between its edges; kept, because there are many. */
  readonly #units = new Uint16Array(usual)

  constructor(weights: ClauseWeights) {
    const cost = Float64Array.from(weights.cost, steps => steps * costStep)
    this.#weights = weights
    this.#vocabulary = vocabularyOf(weights.words.split(' '), cost)
    this.#average = cost.map(averageWeight)
    this.#company = Float64Array.from(weights.company, steps => steps * weightStep)
    this.#pieces = new PieceWeights(this.#vocabulary, weights.pieces.split('\n'), weights.weights)
    this.#before = this.#pieces.tokenOf('^')
    this.#behind = this.#pieces.tokenOf('$')
  }

  judge(sentence: string): EmptyClause | undefined {
    const clauses = clausesOf(sentence)
    const figures = figuresOf(sentence)
    let best = -1
    let most = this.#weights.threshold
    for (let i = 0; i < clauses.length; i++) {
      const score = this.#score(sentence, figures, clauses, i)
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
  #score(sentence: string, figures: Span, clauses: readonly Span[], at: number): number {
    const { start, end } = clauses[at]!
    const length = end - start
    const pieces = this.#pieces
    const units = length + 2 <= usual ? this.#units : new Uint16Array(length + 2)
    let figure = false
    let named = false
    units[0] = edges.before
    for (let i = 0; i < length; i++) {
      const unit = plainUnit(sentence.charCodeAt(start + i))
      units[i + 1] = unit
      if (unit === zero) figure = true
      else if (isNameMark(unit)) named = true
    }
    units[length + 1] = edges.behind
    let sum = 0
    let weight = 0
    let unknown = 0
    let words = 0
    let wordSteps = 0
    let before = this.#before
    cutUnits(units, 1, length + 1, this.#vocabulary, (word, from) => {
      words++
      if (word < 0) unknown++
      else {
        weight += this.#average[word]!
        sum += this.#average[word]! * this.#company[word]!
      }
      const own = pieces.token(word, units[from]!)
      wordSteps += pieces.ofToken(own) + pieces.ofPair(before, own)
      before = own
    })
    wordSteps += pieces.ofPair(before, this.#behind)
    const { traits, bias } = this.#weights
    const shape = traitsOf({
      figure,
      figureElsewhere: figures.start < start || figures.end > end,
      named,
      length,
      unknown,
      at,
      clauses: clauses.length,
    })
    let steps = bias + pieces.ofRuns(units, length + 2) / Math.sqrt(numberOfRuns(length))
    steps += wordSteps / Math.sqrt(2 * words + 1)
    for (let i = 0; i < shape.length; i++) steps += shape[i]! * traits[i]!
    return steps * weightStep + averageOver(sum, weight)
  }

  #reasons(clause: string): Pick<EmptyClause, 'words' | 'nearest'> {
    const told: { text: string; at: number; weight: number }[] = []
    const classes = new Map<string, number>()
    cutWords(clause, this.#vocabulary, (word, start, end) => {
      if (word < 0) return
      const text = clause.slice(start, end)
      const weight =
        this.#average[word]! * this.#company[word]! +
        (this.#pieces.ofToken(word) + this.#pieces.ofRun(text)) * weightStep
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

/** Clauses longer than that are rare, and get room of their own. */
const usual = 1024
const zero = '0'.charCodeAt(0)

/** From the first figure of a sentence to the last; where there is none, a span that lies within every clause. */
function figuresOf(sentence: string): Span {
  let start = Infinity
  let end = -1
  for (let i = 0; i < sentence.length; i++)
    if (plainUnit(sentence.charCodeAt(i)) === zero) {
      start = Math.min(start, i)
      end = i + 1
    }
  return { start, end }
}
