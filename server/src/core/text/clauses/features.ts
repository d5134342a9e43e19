// What the model sees of a clause. Training (`npm run train`) and judging read it here, so that they cannot differ.

import type { Span } from '../../types'
import { cutWords, type Vocabulary } from './cut'

/** One clause in features: pieces of text that may carry a weight, words by number, and how the clause is made. */
export interface ClauseFeatures {
  /** Runs of one to three characters. */
  readonly characters: readonly string[]
  /** Single words and pairs of neighbours; a pair is written with a blank between. */
  readonly words: readonly string[]
  /** Words of the vocabulary by number, for what is known of each of them from official text. */
  readonly known: readonly number[]
  /** Traits of the clause and its sentence, 0–1 each; see `traitNames`. */
  readonly traits: readonly number[]
}

export const traitNames = [
  'figure in the clause',
  'figure elsewhere in the sentence',
  'name, title or quotation',
  'length',
  'share of unknown characters',
  'first clause',
  'last clause',
  'clauses in the sentence',
] as const

/** Digits count as one sign, full-width marks and letters as half-width ones: 12.5 and ３ alike are a figure. */
export function plain(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[0-9]/g, '0')
    .replace(/[A-Za-z]/g, 'a')
}

const figure = /[0-9０-９]/
const named = /[《〈“"「〔]/

export function featuresOf(
  sentence: string,
  clauses: readonly Span[],
  at: number,
  vocabulary: Vocabulary,
): ClauseFeatures {
  const { start, end } = clauses[at]!
  const text = plain(sentence.slice(start, end))
  const characters: string[] = []
  const edged = `^${text}$`
  for (let i = 0; i < edged.length; i++)
    for (let size = 1; size <= 3 && i + size <= edged.length; size++)
      if (size > 1 || (i > 0 && i < edged.length - 1)) characters.push(edged.slice(i, i + size))
  const words: string[] = []
  const known: number[] = []
  let unknown = 0
  let before = '^'
  cutWords(text, vocabulary, (word, from, to) => {
    const own = text.slice(from, to)
    if (word < 0) unknown++
    else known.push(word)
    words.push(own, `${before} ${own}`)
    before = own
  })
  words.push(`${before} $`)
  return {
    characters,
    words,
    known,
    traits: [
      figure.test(text) ? 1 : 0,
      figure.test(sentence.slice(0, start)) || figure.test(sentence.slice(end)) ? 1 : 0,
      named.test(text) ? 1 : 0,
      Math.min(1, text.length / 30),
      text.length === 0 ? 0 : unknown / text.length,
      at === 0 ? 1 : 0,
      at === clauses.length - 1 ? 1 : 0,
      Math.min(1, clauses.length / 8),
    ],
  }
}
