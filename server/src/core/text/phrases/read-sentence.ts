// One sentence as the rules of phrases look at it: what is costly to find is found when it is first asked for, and once.

import { builtInMatcher } from '../../lexicon'
import { findQuantities, isSubstantive } from '../quantities'
import type { PhraseHit, PhraseMatcher } from './matcher'
import { isLegalText } from './protected'

export interface ReadSentence {
  readonly text: string
  /** Every hit of every entry, protected or not. */
  readonly hits: readonly PhraseHit[]
  /** It gives an amount (see `isSubstantive`). */
  readonly hasFigure: boolean
  /** A provision, or a sentence that cites one. */
  readonly isLegal: boolean
}

/** `hasFigure`: for callers that know the figures of the text already. */
export function readSentence(
  text: string,
  matcher: PhraseMatcher = builtInMatcher(),
  hasFigure?: () => boolean,
): ReadSentence {
  return new LazySentence(text, matcher.findAll(text), hasFigure)
}

class LazySentence implements ReadSentence {
  #hasFigure: boolean | undefined
  #isLegal: boolean | undefined

  constructor(
    readonly text: string,
    readonly hits: readonly PhraseHit[],
    readonly findFigure: (() => boolean) | undefined,
  ) {}

  get hasFigure(): boolean {
    this.#hasFigure ??= this.findFigure ? this.findFigure() : findQuantities(this.text).some(isSubstantive)
    return this.#hasFigure
  }

  get isLegal(): boolean {
    this.#isLegal ??= isLegalText(this.text)
    return this.#isLegal
  }
}
