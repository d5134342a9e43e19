// Sentences of official texts that nobody labelled, labelled by what is known already: one with a phrase of the lexicon is
// probably generic at that phrase, one with figures and no phrase at all is probably clean. Each counts little, but there are many,
// of many hands and fields.

import { judgeSentence } from '../../server/src/core/text/phrases/judge'
import { readSentence } from '../../server/src/core/text/phrases/readSentence'
import type { BackgroundText } from './background'
import { createRandom, shuffled } from './random'

export interface WeakSentence {
  readonly text: string
  readonly generic: boolean
  readonly spans: readonly string[]
}

const most = { generic: 4000, clean: 2500 }
const fewestFigures = 2

export function weakSentences(texts: readonly BackgroundText[]): WeakSentence[] {
  const sentences = shuffled(
    texts.flatMap(({ kind, text }) =>
      kind === 'law'
        ? []
        : (text.match(/[^。！？\n]+[。！？]?/g) ?? []).filter(each => each.length >= 12 && each.length < 160),
    ),
    createRandom(5),
  )
  const chosen: WeakSentence[] = []
  const left = { ...most }
  for (const text of sentences) {
    if (left.generic + left.clean === 0) break
    const own = readSentence(text)
    const hits = judgeSentence(text, { kind: 'summary', position: 'body' }, own)
    if (hits.length > 0 && left.generic > 0) {
      left.generic--
      chosen.push({ text, generic: true, spans: hits.flatMap(({ phrases }) => phrases) })
    } else if (
      own.hits.length === 0 &&
      left.clean > 0 &&
      (text.match(/\d[\d.]*/g) ?? []).length >= fewestFigures
    ) {
      left.clean--
      chosen.push({ text, generic: false, spans: [] })
    }
  }
  return chosen
}
