// A linear classifier with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008, the method of LIBLINEAR). No
// learning rate to choose, and the same result at every run.

import { createRandom, shuffled } from './random'

/** Features of one example: places and values, places ascending are not needed. */
export interface Example {
  readonly at: Int32Array
  readonly value: Float32Array
}

export interface Labelled {
  readonly example: Example
  readonly positive: boolean
  /** How much a mistake costs. */
  readonly cost: number
}

export function trainLinear(
  examples: readonly Labelled[],
  size: number,
  seed: number,
  rounds = 15,
): Float64Array {
  const weights = new Float64Array(size)
  const alpha = new Float64Array(examples.length)
  const diagonal = examples.map(({ example, cost }) => {
    let sum = 0
    for (const value of example.value) sum += value * value
    return sum + 1 / (2 * cost)
  })
  const random = createRandom(seed)
  let order = examples.map((_, i) => i)
  for (let round = 0; round < rounds; round++) {
    order = shuffled(order, random)
    let largest = 0
    for (const i of order) {
      const { example, positive, cost } = examples[i]!
      const sign = positive ? 1 : -1
      const gradient = sign * dot(weights, example) - 1 + alpha[i]! / (2 * cost)
      if (alpha[i] === 0 && gradient >= 0) continue
      const old = alpha[i]!
      alpha[i] = Math.max(0, old - gradient / diagonal[i]!)
      const step = (alpha[i]! - old) * sign
      if (step === 0) continue
      largest = Math.max(largest, Math.abs(gradient))
      for (let k = 0; k < example.at.length; k++) weights[example.at[k]!]! += step * example.value[k]!
    }
    if (largest < 0.05) break
  }
  return weights
}

export function dot(weights: Float64Array, { at, value }: Example): number {
  let sum = 0
  for (let k = 0; k < at.length; k++) sum += weights[at[k]!]! * value[k]!
  return sum
}
