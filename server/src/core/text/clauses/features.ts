// What the model sees of a clause, as strings: training (`npm run train`) takes it from here. Judging finds the same without
// making a string for each (`model.ts`), and a test holds that both come to the same score.

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
export const plain = (text: string): string =>
  text.replace(/[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]/g, sign => String.fromCharCode(plainUnit(sign.charCodeAt(0))))

/** The same for one code unit. */
export function plainUnit(unit: number): number {
  if (unit > 0x7a && unit < 0xff10) return unit
  const half = unit >= 0xff10 ? unit - 0xfee0 : unit
  if (half >= 0x30 && half <= 0x39) return 0x30
  if ((half >= 0x41 && half <= 0x5a) || (half >= 0x61 && half <= 0x7a)) return 0x61
  return unit
}

const figure = /[0-9０-９]/
const names = '《〈“"「〔'
const nameMarks = new Set(Array.from(names, mark => mark.charCodeAt(0)))
export const isNameMark = (unit: number): boolean => (unit < 0x4e00 || unit > 0x9fff) && nameMarks.has(unit)

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
    traits: traitsOf({
      figure: figure.test(text),
      figureElsewhere: figure.test(sentence.slice(0, start)) || figure.test(sentence.slice(end)),
      named: [...text].some(sign => names.includes(sign)),
      length: text.length,
      unknown,
      at,
      clauses: clauses.length,
    }),
  }
}

export interface ClauseShape {
  readonly figure: boolean
  readonly figureElsewhere: boolean
  readonly named: boolean
  readonly length: number
  /** How many of its characters no word covers. */
  readonly unknown: number
  readonly at: number
  readonly clauses: number
}

export const traitsOf = (shape: ClauseShape): number[] => [
  shape.figure ? 1 : 0,
  shape.figureElsewhere ? 1 : 0,
  shape.named ? 1 : 0,
  Math.min(1, shape.length / 30),
  shape.length === 0 ? 0 : shape.unknown / shape.length,
  shape.at === 0 ? 1 : 0,
  shape.at === shape.clauses - 1 ? 1 : 0,
  Math.min(1, shape.clauses / 8),
]
