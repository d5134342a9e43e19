// One sentence as the rules of phrases look at it: what is costly to find is found when it is first asked for, and once.

import { builtInMatcher } from '../../lexicon'
import { findQuantities, isSubstantive } from '../quantities'
import { isOnlyNamed } from './frame'
import type { PhraseHit, PhraseMatcher } from './matcher'
import { isInside, isLegalText, isNegatedOrMentioned, protectedZones } from './protected'

export interface ReadSentence {
  readonly text: string
  /** Every hit of every entry, protected or not. */
  readonly hits: readonly PhraseHit[]
  /** The hits that are the writer's own words: not quoted, not part of a name, not denied or only talked about. */
  readonly own: readonly PhraseHit[]
  /** It gives an amount (see `isSubstantive`). */
  readonly hasFigure: boolean
  /** A provision, or a sentence that cites one. */
  readonly isLegal: boolean
}

/** `terms`: names of the user's own that are never phrases. `hasFigure`: for callers that know the figures already. */
export function readSentence(
  text: string,
  matcher: PhraseMatcher = builtInMatcher(),
  terms: readonly string[] = [],
  hasFigure?: () => boolean,
): ReadSentence {
  return new LazySentence(text, matcher.findAll(text), terms, hasFigure)
}

class LazySentence implements ReadSentence {
  #hasFigure: boolean | undefined
  #isLegal: boolean | undefined
  #own: readonly PhraseHit[] | undefined

  constructor(
    readonly text: string,
    readonly hits: readonly PhraseHit[],
    readonly terms: readonly string[],
    readonly findFigure: (() => boolean) | undefined,
  ) {}

  get hasFigure(): boolean {
    this.#hasFigure ??= this.findFigure ? this.findFigure() : findQuantities(this.text).some(isSubstantive)
    return this.#hasFigure
  }

  get own(): readonly PhraseHit[] {
    if (this.#own) return this.#own
    const { text, hits } = this
    const zones = hits.length === 0 ? [] : protectedZones(text, this.terms)
    this.#own = hits.filter(
      hit =>
        !isInside(hit, zones) &&
        !isNegatedOrMentioned(text, hit) &&
        !isOnlyNamed(hit.entry.classId, text, hit),
    )
    return this.#own
  }

  get isLegal(): boolean {
    this.#isLegal ??= isLegalText(this.text)
    return this.#isLegal
  }
}
