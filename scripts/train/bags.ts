// A sentence as training sees it: a bag of clauses. A clean sentence has no empty clause; of a generic one at least one
// clause is, and which one is part of what is learned (multiple-instance learning, Andrews et al. 2003).

import type { Vocabulary } from '../../server/src/core/text/clauses/cut'
import { type ClauseFeatures, featuresOf } from '../../server/src/core/text/clauses/features'
import { clausesOf } from '../../server/src/core/text/clauses/split'
import type { Span } from '../../server/src/core/types'
import { dot, type Example, type Labelled, trainLinear } from './linear'

export interface Bag {
  readonly document: string
  readonly positive: boolean
  /** How much a mistake costs, beside others. */
  readonly weight: number
  readonly clauses: readonly Example[]
  /** The clauses that a reader marked; all when nobody marked any. */
  readonly marked: readonly boolean[]
}

/** What is known of each word from official text: `dimensions` numbers each, word after word. */
export interface WordKnowledge {
  readonly dimensions: number
  readonly values: Float64Array
  /** By how much a word counts in the average of its clause: rare words say more. */
  readonly weight: Float64Array
}

/** How much each block of features counts beside the others. */
export interface Scales {
  readonly characters: number
  readonly words: number
  readonly vectors: number
  readonly traits: number
}

/** Turns features into numbers; pieces of text get a place when they are first seen. */
export class Space {
  readonly places = new Map<string, number>()
  readonly traitsFrom: number
  readonly bias: number
  readonly textFrom: number

  constructor(
    readonly vocabulary: Vocabulary,
    readonly knowledge: WordKnowledge,
    readonly scales: Scales,
    /** Pieces of text that may have a place; undefined: all. */
    readonly kept?: ReadonlySet<string>,
  ) {
    this.traitsFrom = knowledge.dimensions
    this.bias = this.traitsFrom + 16
    this.textFrom = this.bias + 1
  }

  get size(): number {
    return this.textFrom + this.places.size
  }

  example(features: ClauseFeatures): Example {
    const at: number[] = []
    const value: number[] = []
    const texts = (pieces: readonly string[], prefix: string, scale: number) => {
      const each = scale / Math.sqrt(Math.max(1, pieces.length))
      for (const piece of pieces) {
        const key = prefix + piece
        if (this.kept && !this.kept.has(key)) continue
        let place = this.places.get(key)
        if (place === undefined) {
          place = this.places.size
          this.places.set(key, place)
        }
        at.push(this.textFrom + place)
        value.push(each)
      }
    }
    texts(features.characters, 'c', this.scales.characters)
    texts(features.words, 'w', this.scales.words)
    const { dimensions, values, weight } = this.knowledge
    const mean = new Float64Array(dimensions)
    let whole = 0
    for (const word of features.known) {
      whole += weight[word]!
      for (let d = 0; d < dimensions; d++) mean[d]! += weight[word]! * values[word * dimensions + d]!
    }
    for (let d = 0; d < dimensions; d++) {
      at.push(d)
      value.push((mean[d]! / Math.max(whole, 0.5)) * this.scales.vectors)
    }
    features.traits.forEach((trait, i) => {
      if (trait === 0) return
      at.push(this.traitsFrom + i)
      value.push(trait * this.scales.traits)
    })
    at.push(this.bias)
    value.push(1)
    return { at: Int32Array.from(at), value: Float32Array.from(value) }
  }

  bag(
    sentence: string,
    document: string,
    positive: boolean,
    weight: number,
    spans: readonly string[] = [],
  ): Bag {
    const clauses = clausesOf(sentence)
    const places = spans
      .map(span => sentence.indexOf(span))
      .map((start, i) => ({ start, end: start + spans[i]!.length }))
    const marked = clauses.map(clause => overlaps(clause, places))
    return {
      document,
      positive,
      weight,
      clauses: clauses.map((_, i) => this.example(featuresOf(sentence, clauses, i, this.vocabulary))),
      marked: marked.some(Boolean) ? marked : clauses.map(() => true),
    }
  }
}

function overlaps(clause: Span, places: readonly Span[]): boolean {
  return places.some(({ start, end }) => start >= 0 && start < clause.end && end > clause.start)
}

export interface Regularity {
  /** What a mistake on a clean clause costs; higher fits closer. */
  readonly cost: number
  /** A missed empty clause costs that much more. */
  readonly positive: number
}

/** The weights after some rounds of choosing, in each generic sentence, the clause that looks emptiest. */
export function trainBags(
  bags: readonly Bag[],
  size: number,
  { cost, positive }: Regularity,
  seed: number,
): Float64Array {
  const clean: Labelled[] = bags
    .filter(bag => !bag.positive)
    .flatMap(({ clauses, weight }) =>
      clauses.map(example => ({ example, positive: false, cost: cost * weight })),
    )
  const generic = bags.filter(bag => bag.positive && bag.clauses.length > 0)
  // At first every marked clause of a generic sentence counts, each a part.
  let chosen: Labelled[] = generic.flatMap(({ clauses, marked, weight }) => {
    const own = clauses.filter((_, i) => marked[i])
    return own.map(example => ({ example, positive: true, cost: (cost * weight * positive) / own.length }))
  })
  let weights = trainLinear([...clean, ...chosen], size, seed)
  for (let round = 0; round < 2; round++) {
    chosen = generic.map(({ clauses, marked, weight }) => {
      let best = -1
      for (let i = 0; i < clauses.length; i++)
        if (marked[i] && (best < 0 || dot(weights, clauses[i]!) > dot(weights, clauses[best]!))) best = i
      return { example: clauses[best]!, positive: true, cost: cost * weight * positive }
    })
    weights = trainLinear([...clean, ...chosen], size, seed)
  }
  return weights
}

/** The score of a sentence: that of its emptiest clause. */
export function scoreBag(weights: Float64Array, { clauses }: Bag): number {
  let best = -Infinity
  for (const clause of clauses) best = Math.max(best, dot(weights, clause))
  return best
}
