// Whether a paragraph says nothing that could be checked: many empty phrases and no figure, name, place, date or example.

import { countedHits } from './density'
import { openHits, type SentenceContext } from './judge'
import type { PhraseHit } from './matcher'
import type { ReadSentence } from './readSentence'

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
  if (total(sentences, ({ hits }) => hits.length) < fewestHits) return undefined
  const length = total(sentences, ({ text }) => text.length)
  if (length < shortest) return undefined
  if (sentences.some(({ text, hasFigure }) => hasFigure || hasDate(text))) return undefined
  // Counted as for the whole draft, so that no paragraph holds more than the draft.
  const hits = total(sentences, countedHits)
  const perThousand = (hits * 1000) / length
  if (hits < fewestHits || perThousand < leastPerThousand) return undefined
  if (sentences.some(({ isConcrete }) => isConcrete)) return undefined
  // Nothing concrete in any of them: what is open is empty.
  const sure = total(sentences, sentence => openHits(sentence, context, isSure).filter(saysMore).length)
  return sure < fewestSure ? undefined : { hits, length, perThousand }
}

/** Would be reported by itself. */
const isSure = ({ entry }: PhraseHit): boolean => entry.risk === 'low'

/** Is more than an adverb or a formula of titles. */
const saysMore = ({ entry }: PhraseHit): boolean => entry.classId !== 'C' && entry.classId !== 'P'

function total(sentences: readonly ReadSentence[], count: (sentence: ReadSentence) => number): number {
  let sum = 0
  for (const sentence of sentences) sum += count(sentence)
  return sum
}

function hasDate(text: string): boolean {
  return /\d[日时月]/.test(text)
}
