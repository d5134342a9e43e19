// What a phrase entry is: the shape that the YAML lexicons are compiled to and that own entries take at run time.

import type { Bilingual } from '../types'

/** The seventeen kinds of generic phrasing, A (opening formula) to Q (inflated significance). */
export type ClassId =
  | 'A'
  | 'B'
  | 'C'
  | 'D'
  | 'E'
  | 'F'
  | 'G'
  | 'H'
  | 'I'
  | 'J'
  | 'K'
  | 'L'
  | 'M'
  | 'N'
  | 'O'
  | 'P'
  | 'Q'

/**
 * How far a hit can be trusted by itself. `low`: report a single one. `medium`: report where another stands close by.
 * `high`: ordinary language too often; it only counts towards density.
 */
export type Risk = 'low' | 'medium' | 'high'

/** What gives a phrase substance, so that it is no longer empty. */
export type SubstanceKind = 'figure' | 'place' | 'person' | 'document' | 'deadline' | 'example'

export interface PhraseClass {
  readonly id: ClassId
  readonly title: Bilingual
  readonly why: Bilingual
  readonly doNext: Bilingual
  /** When the phrase is right where it stands. */
  readonly legitimate: Bilingual
}

export interface PhraseEntry {
  readonly id: string
  readonly classId: ClassId
  /** How the phrase is named to the writer. */
  readonly label: string
  /** Regular expression source, sets and slots already expanded. */
  readonly pattern: string
  readonly risk: Risk
  /** Which substance in reach excuses a hit. */
  readonly cures: readonly SubstanceKind[]
  readonly suggestion?: string
}

/** Where a match can begin, known beforehand, so that most of the text is never shown to the regular expression. */
export interface Anchoring {
  /** Every match contains one of these strings… */
  readonly anchors: readonly string[]
  /** …which stands at least and at most this many code units behind the beginning of the match. */
  readonly back: readonly [least: number, most: number]
  /** The characters a match can begin with, where these are few; empty when anything may. */
  readonly starts: string
  /** Sets of characters: one of each set stands in every match, besides its anchor. */
  readonly needs: readonly string[]
}

export interface CompiledEntry extends PhraseEntry, Anchoring {}

/** An own entry of `ligao.lexicon.yaml`, already read from YAML. */
export interface OwnEntry {
  readonly id?: string
  /** A literal phrase; `…` stands for up to twelve characters without a mark. */
  readonly phrase?: string
  /** A regular expression of the supported kind. */
  readonly pattern?: string
  readonly label?: string
  readonly classId?: ClassId
  readonly risk?: Risk
  readonly suggestion?: string
  readonly bad?: readonly string[]
  readonly good?: readonly string[]
}
