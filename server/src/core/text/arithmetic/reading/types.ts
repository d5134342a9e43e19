// What a figure check reports: the figure to blame, what it should be, and the reckoning that shows it.

import type { Span } from '../../../types'
import type { Quantity, QuantityKind } from '../../quantities'
import type { Part } from './parts'

export type FigureCheck =
  | 'sum'
  | 'share'
  | 'composition'
  | 'growth'
  | 'increment'
  | 'points'
  | 'multiple'
  | 'average'
  | 'product'
  | 'item-count'
  | 'unit-sum'
  | 'weighted'
  | 'damaged'

/** `start`..`end` is the figure to blame. */
export interface FigureMismatch extends Span {
  readonly check: FigureCheck
  /** The figure as written: 132户. */
  readonly stated: string
  /** What the other figures make it: 131户. */
  readonly expected: string
  /** The reckoning in plain Chinese: 58+46+27=131，与132相差1. */
  readonly working: string
  /** The same for an English reader. */
  readonly workingEnglish: string
  /** How many items were listed, where a list is shorter or longer than announced. */
  readonly items?: number
  /** The figures that the reckoning used. */
  readonly related: readonly Span[]
}

/** One sentence of a passage with its figures. Offsets count in the passage. */
export interface FigureSentence extends Span {
  readonly text: string
  readonly figures: readonly Quantity[]
  /** The sentence directly before it in the passage, when that holds figures. */
  readonly previous?: FigureSentence | undefined
  /** What several checks ask for, read when first asked. */
  readonly memo: { parts?: readonly Part[] }
}

/** A check of one sentence, and without what there is no need to make it. */
export interface SentenceCheck {
  /** So many figures it sets against each other. */
  readonly figures: number
  /** One of them is of this kind. */
  readonly kind?: QuantityKind
  /** Words of which the sentence holds at least one. */
  readonly cue?: RegExp
  readonly check: (sentence: FigureSentence) => FigureMismatch[]
}

export const spanOf = (q: Span): Span => ({ start: q.start, end: q.end })
