// From weights over features to the trained file that the core reads.

import { traitNames } from '../../server/src/core/text/clauses/features'
import { type ClauseWeights, costStep, weightStep } from '../../server/src/core/text/clauses/model'
import type { Space } from './bags'

/** Pieces of text that keep a weight of their own: the heaviest. */
export const mostPieces = 24_000

/** The least that a piece of text must weigh to be kept. */
export function floorOf(space: Space, weights: Float64Array): number {
  const heaviest = [...weights.subarray(space.textFrom, space.size)].map(Math.abs).sort((a, b) => b - a)
  return Math.max(heaviest[mostPieces] ?? 0, weightStep)
}

export function pack(
  space: Space,
  weights: Float64Array,
  { threshold, nearest, trained }: Pick<ClauseWeights, 'threshold' | 'nearest' | 'trained'>,
): ClauseWeights {
  const { vocabulary, knowledge, scales } = space
  const steps = (value: number) => Math.round(value / weightStep)
  const floor = floorOf(space, weights)
  const pieces: string[] = []
  const own: number[] = []
  for (const [piece, place] of [...space.places].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const weight = weights[space.textFrom + place]!
    if (Math.abs(weight) < floor) continue
    pieces.push(piece)
    own.push(steps(weight * (piece.startsWith('c') ? scales.characters : scales.words)))
  }
  return {
    format: 1,
    trained,
    words: vocabulary.words.join(' '),
    cost: Array.from(vocabulary.cost, cost => Math.round(cost / costStep)),
    company: vocabulary.words.map((_, word) => {
      let sum = 0
      for (let d = 0; d < knowledge.dimensions; d++)
        sum += weights[d]! * knowledge.values[word * knowledge.dimensions + d]!
      return steps(sum * scales.vectors)
    }),
    nearest,
    pieces: pieces.join('\n'),
    weights: own,
    traits: traitNames.map((_, i) => steps(weights[space.traitsFrom + i]! * scales.traits)),
    bias: steps(weights[space.bias]!),
    threshold: Math.round(threshold * 1000) / 1000,
  }
}
