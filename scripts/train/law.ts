// Sentences of laws: precise official prose without empty phrases, the negative background.

import type { BackgroundText } from './background'
import { createRandom, shuffled } from './random'

export interface LawSentence {
  /** The law that it stands in: sentences of one law belong to one side of a split. */
  readonly document: number
  readonly text: string
}

/** Sentences of the laws in an order that is the same at every run. */
export function lawSentences(texts: readonly BackgroundText[]): LawSentence[] {
  const sentences = texts.flatMap(({ kind, text }, document) =>
    kind !== 'law'
      ? []
      : (text.match(/[^。！？\n]+[。！？]?/g) ?? [])
          .filter(each => each.length >= 12 && each.length < 200)
          .map(each => ({ document, text: each })),
  )
  return shuffled(sentences, createRandom(7))
}
