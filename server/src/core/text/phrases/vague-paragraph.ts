// Whether a paragraph says nothing that could be checked: many empty phrases and no figure, name, place, date or example.

import { countedHits } from './density'
import { emptyHits, type SentenceContext } from './judge'
import type { ReadSentence } from './read-sentence'
import { substanceKinds, substanceOf } from './substance'

export interface VagueParagraph {
  readonly hits: number
  readonly length: number
  readonly perThousand: number
}

const shortest = 60
const fewestHits = 4
const fewestSure = 3
const leastPerThousand = 28

/** Undefined when the paragraph holds substance or is too short to be judged as one. Expects its sentences, normalised. */
export function vagueParagraph(
  sentences: readonly ReadSentence[],
  context: Omit<SentenceContext, 'next'> = {},
): VagueParagraph | undefined {
  // Most paragraphs end here: what is found at all is more than what counts.
  if (sentences.reduce((sum, sentence) => sum + sentence.hits.length, 0) < fewestHits) return undefined
  let length = 0
  let hits = 0
  let sure = 0
  for (const sentence of sentences) {
    const { text } = sentence
    length += text.length
    if (hasDate(text) || sentence.hasFigure) return undefined
    const substance = substanceOf(text)
    if (substanceKinds.some(kind => substance(kind).length > 0)) return undefined
    // Counted as for the whole draft, so that no paragraph holds more than the draft.
    hits += countedHits(sentence)
    for (const { entry } of emptyHits(sentence, context))
      if (entry.classId !== 'C' && entry.classId !== 'P' && entry.risk === 'low') sure++
  }
  if (length < shortest || hits < fewestHits || sure < fewestSure) return undefined
  const perThousand = (hits * 1000) / length
  return perThousand >= leastPerThousand ? { hits, length, perThousand } : undefined
}

function hasDate(text: string): boolean {
  return /\d{1,2}日|\d{1,2}时|\d{1,2}月/.test(text)
}
