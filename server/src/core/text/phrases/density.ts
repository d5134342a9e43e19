// How thick empty phrases lie in a paragraph or a whole report: counts that can be kept per block and added up.

import type { ClassId } from '../../lexicon/types'
import type { PhraseHit } from './matcher'
import { resolveOverlaps } from './overlap'
import { type ReadSentence, readSentence } from './readSentence'

export interface DensityPart {
  /** Code units of prose, without blanks. */
  readonly length: number
  /** Hits that count: outside quotations, in sentences without a figure, without adverbs and title formulas. */
  readonly hits: number
}

export type DensityLevel = 'none' | 'hint' | 'warning'

export interface Density extends DensityPart {
  readonly perThousand: number
  readonly level: DensityLevel
}

export interface DensityLimits {
  readonly hint: number
  readonly warning: number
}

/**
 * Rationale: real drafts full of cases and figures have 0 to 12 counted hits per 1,000 characters, edited government
 * reports 11 to 20, and items that editors send back 20 to 40 (measured with this lexicon on real texts).
 */
export const densityLimits: DensityLimits = { hint: 16, warning: 26 }
/** Below this length a rate means nothing, so hits are counted. */
export const shortText = 300
const manyInShortText = 4
/** Hits that begin within the same eight code units are one. */
const bucketBits = 3
const uncounted: ReadonlySet<ClassId> = new Set(['C', 'P'])

/** The contribution of one sentence. Expects normalised text. */
export function densityOfSentence(
  text: string,
  terms: readonly string[] = [],
  sentence: ReadSentence = readSentence(text, undefined, terms),
): DensityPart {
  return { length: visibleLength(text), hits: countedHits(sentence) }
}

/** How many hits of a sentence count for the density. */
export function countedHits(sentence: ReadSentence): number {
  return countedPhrases(sentence).length
}

const none: readonly PhraseHit[] = []

/** The hits of a sentence that count for the density, in order. */
export function countedPhrases(sentence: ReadSentence): readonly PhraseHit[] {
  if (sentence.hits.length === 0 || sentence.isLegal || sentence.hasFigure) return none
  const counted: PhraseHit[] = []
  let last = -1
  for (const hit of resolveOverlaps(sentence.own)) {
    const bucket = hit.start >> bucketBits
    if (bucket === last || uncounted.has(hit.entry.classId)) continue
    counted.push(hit)
    last = bucket
  }
  return counted
}

/** Adds the parts up and says how bad it is. */
export function densityOf(parts: readonly DensityPart[], limits: DensityLimits = densityLimits): Density {
  let length = 0
  let hits = 0
  for (const part of parts) {
    length += part.length
    hits += part.hits
  }
  const perThousand = length === 0 ? 0 : (hits * 1000) / length
  return { length, hits, perThousand, level: levelOf(length, hits, perThousand, limits) }
}

function levelOf(length: number, hits: number, perThousand: number, limits: DensityLimits): DensityLevel {
  if (hits < manyInShortText) return 'none'
  if (length < shortText) return perThousand >= limits.warning ? 'warning' : 'hint'
  if (perThousand >= limits.warning) return 'warning'
  return perThousand >= limits.hint ? 'hint' : 'none'
}

/** Everything up to the blank, the blank that does not break, the Chinese blank. */
const blank = /[^!-\u009f\u00a1-\u2fff\u3001-\uffff]/g

export function visibleLength(text: string): number {
  let length = text.length
  blank.lastIndex = 0
  while (blank.test(text)) length--
  return length
}
