// What is known of each word from official text alone: a vector of the company that it keeps, and in which kinds of text it is at
// home. A linear model sees only averages of these over a clause, so of all of it the trained file keeps one number a word.

import { averageWeight } from '../../server/src/core/text/clauses/model'
import type { Counted } from './background'
import type { WordKnowledge } from './bags'
import { standardise, wordVectors } from './vectors'

const dimensions = 64
/** Traits beside the vector; they count twice as much as one of its dimensions. */
const traits = 5
const traitWeight = 2

/** Reports praise and promise; laws, replies and policies say what is. */
const families: Readonly<Record<string, readonly string[]>> = {
  report: ['city', 'prov', 'national', 'national_old', 'hailar'],
  law: ['law'],
  reply: ['reply'],
  policy: ['policy'],
}

export function knowledgeOf({ vocabulary, count, tokens }: Counted, kinds: readonly string[]): WordKnowledge {
  const size = vocabulary.words.length
  const vectors = wordVectors(tokens, size, { dimensions, window: 4, contexts: 6000, seed: 1 })
  const share = sharesByFamily(tokens, kinds, size)
  const texts = new Float64Array(size)
  for (const text of tokens) for (const word of new Set(text)) if (word >= 0) texts[word]!++
  const width = dimensions + traits
  const values = new Float64Array(size * width)
  for (let w = 0; w < size; w++) {
    for (let d = 0; d < dimensions; d++) values[w * width + d] = vectors[w * dimensions + d]!
    values.set(
      [
        share.report![w]! - share.law![w]!,
        share.report![w]! - share.reply![w]!,
        share.policy![w]! - share.reply![w]!,
        Math.log(count[w]! + 1),
        Math.log((texts[w]! + 1) / (count[w]! + 1)),
      ],
      w * width + dimensions,
    )
  }
  standardise(values, size, width)
  for (let w = 0; w < size; w++)
    for (let d = dimensions; d < width; d++) values[w * width + d]! *= traitWeight
  return { dimensions: width, values, weight: Float64Array.from(vocabulary.cost, averageWeight) }
}

/** Logarithm of each word's share in each family of texts. */
function sharesByFamily(tokens: readonly Int32Array[], kinds: readonly string[], size: number) {
  const shares: Record<string, Float64Array> = {}
  for (const [family, members] of Object.entries(families)) {
    const seen = new Float64Array(size).fill(0.5)
    tokens.forEach((text, i) => {
      if (members.includes(kinds[i]!)) for (const word of text) if (word >= 0) seen[word]!++
    })
    const total = seen.reduce((sum, each) => sum + each, 0)
    shares[family] = seen.map(each => Math.log(each / total))
  }
  return shares
}
