// Word vectors out of counting: how much more often two words stand near each other than chance would have it (positive
// pointwise mutual information), brought down to a few dimensions (randomised singular value decomposition, Halko et al. 2011).

import { createRandom } from './random'

interface Sparse {
  readonly rows: number
  readonly columns: number
  readonly start: Int32Array
  readonly column: Int32Array
  readonly value: Float32Array
}

export interface VectorOptions {
  readonly dimensions: number
  /** Words on each side that count as near. */
  readonly window: number
  /** The most frequent words are what others stand near to. */
  readonly contexts: number
  readonly seed: number
}

/** One row of `dimensions` numbers for each word, word after word; each dimension has mean 0 and variance 1. */
export function wordVectors(
  tokens: readonly Int32Array[],
  words: number,
  { dimensions, window, contexts, seed }: VectorOptions,
): Float64Array {
  const near = pairs(tokens, words, contexts, window)
  const vectors = leadingVectors(near, dimensions, seed)
  standardise(vectors, words, dimensions)
  return vectors
}

function pairs(tokens: readonly Int32Array[], words: number, contexts: number, window: number): Sparse {
  const each = (see: (word: number, context: number) => void) => {
    for (const text of tokens)
      for (let i = 0; i < text.length; i++) {
        const word = text[i]!
        if (word < 0) continue
        for (let j = i + 1; j <= i + window && j < text.length; j++) {
          const other = text[j]!
          if (other < 0) break
          if (other < contexts) see(word, other)
          if (word < contexts) see(other, word)
        }
      }
  }
  let size = 0
  each(() => size++)
  const keys = new Uint32Array(size)
  size = 0
  each((word, context) => {
    keys[size++] = word * contexts + context
  })
  keys.sort()
  const ofWord = new Float64Array(words)
  const ofContext = new Float64Array(contexts)
  for (const key of keys) {
    ofWord[Math.floor(key / contexts)]!++
    ofContext[key % contexts]!++
  }
  // Rare contexts would weigh too much: their share is raised (Levy et al. 2015, smoothing by 0.75).
  const smooth = ofContext.map(count => count ** 0.75)
  const whole = smooth.reduce((sum, each) => sum + each, 0)
  const start = new Int32Array(words + 1)
  const column: number[] = []
  const value: number[] = []
  let row = 0
  for (let i = 0; i < keys.length; ) {
    const key = keys[i]!
    let count = 0
    while (i < keys.length && keys[i] === key) {
      count++
      i++
    }
    const word = Math.floor(key / contexts)
    while (row < word) start[++row] = column.length
    const context = key % contexts
    const information = Math.log(((count / ofWord[word]!) * whole) / smooth[context]!)
    if (information > 0 && count > 1) {
      column.push(context)
      value.push(information)
    }
  }
  while (row < words) start[++row] = column.length
  return {
    rows: words,
    columns: contexts,
    start,
    column: Int32Array.from(column),
    value: Float32Array.from(value),
  }
}

function leadingVectors(matrix: Sparse, dimensions: number, seed: number): Float64Array {
  const { rows, columns } = matrix
  const width = dimensions + 10
  const random = createRandom(seed)
  let right: Float64Array = Float64Array.from({ length: columns * width }, () => random() - 0.5)
  let left: Float64Array = new Float64Array(rows * width)
  for (let round = 0; round < 4; round++) {
    left = times(matrix, right, width)
    orthonormalise(left, rows, width)
    right = transposedTimes(matrix, left, width)
    if (round < 3) orthonormalise(right, columns, width)
  }
  // right = Mᵗ·left; its Gram matrix has the squared singular values, its eigenvectors turn `left` into the singular vectors.
  const gram = new Float64Array(width * width)
  for (let c = 0; c < columns; c++)
    for (let i = 0; i < width; i++)
      for (let j = 0; j < width; j++) gram[i * width + j]! += right[c * width + i]! * right[c * width + j]!
  const { values, vectors } = eigen(gram, width)
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!).slice(0, dimensions)
  const result = new Float64Array(rows * dimensions)
  for (let r = 0; r < rows; r++)
    for (let d = 0; d < dimensions; d++) {
      let sum = 0
      for (let i = 0; i < width; i++) sum += left[r * width + i]! * vectors[i * width + order[d]!]!
      result[r * dimensions + d] = sum * Math.max(0, values[order[d]!]!) ** 0.25
    }
  return result
}

function times({ rows, start, column, value }: Sparse, right: Float64Array, width: number): Float64Array {
  const product = new Float64Array(rows * width)
  for (let r = 0; r < rows; r++)
    for (let k = start[r]!; k < start[r + 1]!; k++) {
      const from = column[k]! * width
      const factor = value[k]!
      for (let d = 0; d < width; d++) product[r * width + d]! += factor * right[from + d]!
    }
  return product
}

function transposedTimes(
  { rows, columns, start, column, value }: Sparse,
  left: Float64Array,
  width: number,
): Float64Array {
  const product = new Float64Array(columns * width)
  for (let r = 0; r < rows; r++)
    for (let k = start[r]!; k < start[r + 1]!; k++) {
      const to = column[k]! * width
      const factor = value[k]!
      for (let d = 0; d < width; d++) product[to + d]! += factor * left[r * width + d]!
    }
  return product
}

/** Gram and Schmidt, twice over, column by column. */
function orthonormalise(matrix: Float64Array, rows: number, width: number): void {
  for (let c = 0; c < width; c++)
    for (let pass = 0; pass < 2; pass++) {
      for (let b = 0; b < c; b++) {
        let dot = 0
        for (let r = 0; r < rows; r++) dot += matrix[r * width + b]! * matrix[r * width + c]!
        for (let r = 0; r < rows; r++) matrix[r * width + c]! -= dot * matrix[r * width + b]!
      }
      let norm = 0
      for (let r = 0; r < rows; r++) norm += matrix[r * width + c]! ** 2
      norm = Math.sqrt(norm) || 1
      for (let r = 0; r < rows; r++) matrix[r * width + c]! /= norm
    }
}

/** Jacobi's rotations for a small symmetric matrix; eigenvectors stand in columns. */
function eigen(matrix: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
  const a = Float64Array.from(matrix)
  const v = new Float64Array(size * size)
  for (let i = 0; i < size; i++) v[i * size + i] = 1
  for (let sweep = 0; sweep < 30; sweep++)
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        const off = a[p * size + q]!
        if (Math.abs(off) < 1e-12) continue
        const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * off)
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
        const c = 1 / Math.sqrt(t * t + 1)
        const s = t * c
        for (let k = 0; k < size; k++) {
          const x = a[k * size + p]!
          const y = a[k * size + q]!
          a[k * size + p] = c * x - s * y
          a[k * size + q] = s * x + c * y
        }
        for (let k = 0; k < size; k++) {
          const x = a[p * size + k]!
          const y = a[q * size + k]!
          a[p * size + k] = c * x - s * y
          a[q * size + k] = s * x + c * y
          const m = v[k * size + p]!
          const n = v[k * size + q]!
          v[k * size + p] = c * m - s * n
          v[k * size + q] = s * m + c * n
        }
      }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * size + i]!), vectors: v }
}

/** In place. A vector is made as long as any other first, so that frequent words do not rule. */
export function standardise(vectors: Float64Array, words: number, dimensions: number): void {
  for (let d = 0; d < dimensions; d++) {
    let mean = 0
    for (let w = 0; w < words; w++) mean += vectors[w * dimensions + d]! / words
    let variance = 0
    for (let w = 0; w < words; w++) variance += (vectors[w * dimensions + d]! - mean) ** 2 / words
    const scale = Math.sqrt(variance) || 1
    for (let w = 0; w < words; w++)
      vectors[w * dimensions + d] = (vectors[w * dimensions + d]! - mean) / scale
  }
}
