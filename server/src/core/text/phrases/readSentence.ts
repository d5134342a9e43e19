// One sentence as the rules of phrases look at it: what is costly to find is found when it is first asked for, and once.

import { builtInMatcher } from '../../lexicon'
import type { Span } from '../../types'
import { findQuantities, isSubstantive } from '../quantities'
import { beginsInsideWord } from './boundary'
import { centralClauses } from './central'
import { cue, cuesOf } from './cues'
import { isListedMatter, isMatterOfList, isSanctioned, isWithin } from './frame'
import type { PhraseHit, PhraseMatcher } from './matcher'
import { isInside, isLegalText, isMentioned, isNegated, protectedZones } from './protected'
import { holdsSubstance } from './substance'

export interface ReadSentence {
  readonly text: string
  /** Every hit of every entry, protected or not. */
  readonly hits: readonly PhraseHit[]
  /** What may be found in it besides, as bits of `cue`. */
  readonly cues: number
  /** The hits that are the writer's own words: not quoted, not part of a name, not denied or only talked about. */
  readonly own: readonly PhraseHit[]
  /** It gives an amount (see `isSubstantive`). */
  readonly hasFigure: boolean
  /** A provision, or a sentence that cites one. */
  readonly isLegal: boolean
  /** Something in it could be looked up: a figure, a place, a person, a document, a day, an example. */
  readonly isConcrete: boolean
}

/**
 * `terms`: names of the user's own that are never phrases. `hasFigure`: for callers that know the figures of the text in which
 * the sentence stands `at` some place.
 */
export function readSentence(
  text: string,
  matcher: PhraseMatcher = builtInMatcher(),
  terms: readonly string[] = [],
  hasFigure = givesAmount,
  at: Span = { start: 0, end: text.length },
): ReadSentence {
  return new LazySentence(text, matcher.findAll(text), terms, hasFigure, at)
}

const givesAmount = (_at: Span, text: string): boolean => findQuantities(text).some(isSubstantive)

class LazySentence implements ReadSentence {
  #cues = -1
  #hasFigure: boolean | undefined
  #isLegal: boolean | undefined
  #isConcrete: boolean | undefined
  #own: readonly PhraseHit[] | undefined

  constructor(
    readonly text: string,
    readonly hits: readonly PhraseHit[],
    readonly terms: readonly string[],
    readonly findFigure: (at: Span, text: string) => boolean,
    readonly at: Span,
  ) {}

  get cues(): number {
    if (this.#cues < 0) this.#cues = cuesOf(this.text)
    return this.#cues
  }

  get hasFigure(): boolean {
    this.#hasFigure ??= this.findFigure(this.at, this.text)
    return this.#hasFigure
  }

  get own(): readonly PhraseHit[] {
    this.#own ??= this.hits.length === 0 ? this.hits : ownAmong(this, this.terms)
    return this.#own
  }

  get isLegal(): boolean {
    this.#isLegal ??= (this.cues & cue.article) !== 0 && isLegalText(this.text)
    return this.#isLegal
  }

  get isConcrete(): boolean {
    this.#isConcrete ??= holdsSubstance(this.text, kind => (this.cues & cue[kind]) !== 0)
    return this.#isConcrete
  }
}

const reasons = cue.negation | cue.mention | cue.matterTail | cue.sanction | cue.matterLead

function ownAmong({ text, hits, cues }: ReadSentence, terms: readonly string[]): readonly PhraseHit[] {
  const zones = cues & cue.quotation || terms.length > 0 ? protectedZones(text, terms) : []
  const central = cues & cue.central ? centralClauses(text) : []
  const whole = hits.some(hit => beginsInsideWord(text, hit))
    ? hits.filter(hit => !beginsInsideWord(text, hit))
    : hits
  if (zones.length + central.length === 0 && (cues & reasons) === 0 && !text.includes('在')) return whole
  return whole.filter(hit => {
    const { classId } = hit.entry
    return !(
      isInside(hit, zones) ||
      central.some(({ start, end }) => start < hit.end && hit.start < end) ||
      (cues & cue.negation && isNegated(text, hit)) ||
      (cues & cue.mention && isMentioned(text, hit)) ||
      isWithin(text, hit) ||
      (cues & cue.matterTail && isMatterOfList(text, hit)) ||
      (cues & cue.sanction && isSanctioned(classId, text, hit)) ||
      (cues & cue.matterLead && isListedMatter(text, hit))
    )
  })
}
