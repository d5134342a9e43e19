// How a contradiction is told: the figure to blame, the reckoning, the figures that it used.

import type { Quantity } from '../../quantities'
import { write } from './sentence'
import { type FigureCheck, type FigureMismatch, type FigureSentence, spanOf } from './types'

interface Told {
  readonly check: FigureCheck
  /** The figure to blame. */
  readonly blamed: Quantity
  /** What the other figures make it. */
  readonly expected: string
  /** 22÷75=29.3%; what the text says is added. */
  readonly reckoning: string
  readonly reckoningEnglish?: string
  readonly related: readonly Quantity[]
}

export function tell(sentence: FigureSentence, told: Told): FigureMismatch {
  const { check, blamed, expected, reckoning, reckoningEnglish = reckoning, related } = told
  const stated = write(sentence, blamed)
  return {
    start: blamed.start,
    end: blamed.end,
    check,
    stated,
    expected,
    working: `${reckoning}，文中写${stated}`,
    workingEnglish: `${reckoningEnglish}; the text says ${stated}`,
    related: related.map(spanOf),
  }
}
