// The phrases of a block, found once and read by every rule of the generic family.

import type { OwnLexicon, Settings } from '../config/settings'
import { type Block, blockMemo } from '../document/block'
import type { Fact } from '../engine/rule'
import { builtInMatcher, phraseEntries } from '../lexicon'
import { centralClauses, centralFormula } from '../text/phrases/central'
import { countOutcomes, countTold, type OutcomeCounts, type ToldCounts } from '../text/phrases/chronicle'
import { countedHits, countedPhrases, type DensityPart, visibleLength } from '../text/phrases/density'
import { compilePhrases, type PhraseMatcher } from '../text/phrases/matcher'
import { type ReadSentence, readSentence } from '../text/phrases/readSentence'
import { isSubstantive } from '../text/quantities'
import type { Span } from '../types'
import { figuresOf } from './data/figures'
import { firstFrom } from './data/figuresWithin'
import { rareFact } from './rare'

const withOwn = new WeakMap<OwnLexicon, PhraseMatcher>()

/** The built-in lexicon, with the unit's own entries when there are any. */
function matcherFor(lexicon: OwnLexicon | undefined): PhraseMatcher {
  if (!lexicon || lexicon.entries.length === 0) return builtInMatcher()
  let matcher = withOwn.get(lexicon)
  if (!matcher) {
    matcher = compilePhrases([...lexicon.entries, ...phraseEntries])
    withOwn.set(lexicon, matcher)
  }
  return matcher
}

/** The sentences of the block as the phrase rules read them; each is searched once, however many rules ask. */
export function sentencesOf(block: Block, { lexicon, terms }: Settings): readonly ReadSentence[] {
  const known = readSentences.get(block)
  if (known) return known
  const matcher = matcherFor(lexicon)
  const hasFigure = (at: Span) => hasFigureWithin(block, at)
  return readSentences.set(
    block,
    block.sentences.map(sentence => readSentence(sentence.text, matcher, terms, hasFigure, sentence)),
  )
}

const readSentences = blockMemo<readonly ReadSentence[]>()

function hasFigureWithin(block: Block, { start, end }: Span): boolean {
  const figures = figuresOf(block)
  for (let i = firstFrom(figures, start); i < figures.length && figures[i]!.start < end; i++)
    if (isSubstantive(figures[i]!)) return true
  return false
}

function isRunningText(block: Block): boolean {
  return block.context.type === 'paragraph' && !block.context.quoted && !block.heading?.standalone
}

const noHits: DensityPart = { length: 0, hits: 0 }

/** What the block adds to the density of stock phrases. */
export const density: Fact<DensityPart> = {
  id: 'phrase-density',
  read(block, settings) {
    if (!isRunningText(block)) return noHits
    let hits = 0
    for (const sentence of sentencesOf(block, settings)) hits += countedHits(sentence)
    // Between the sentences there are only blanks.
    return { length: visibleLength(block.text), hits }
  },
}

/** Where the phrases stand that the density counts, in the prose of the block. Read only where the density is told. */
export const countedPlaces: Fact<readonly Span[]> = {
  id: 'counted-places',
  holds: places => places.length > 0,
  read: (block, settings) =>
    (isRunningText(block) ? sentencesOf(block, settings) : []).flatMap((sentence, i) => {
      const { start: from } = block.sentences[i]!
      return countedPhrases(sentence).map(({ start, end }) => ({ start: from + start, end: from + end }))
    }),
}

/** Clauses with prescribed formulas of the Party's centre, in the prose of the block. */
export const centralWords = rareFact(
  'central-words',
  centralFormula,
  (block): readonly Span[] | undefined => {
    const clauses = isRunningText(block) ? centralClauses(block.text) : []
    return clauses.length > 0 ? clauses : undefined
  },
)

/** The signs of a log in the block's sentences. */
export const told: Fact<ToldCounts> = {
  id: 'told',
  read: (block, settings) => countTold(isRunningText(block) ? sentencesOf(block, settings) : []),
}

export const outcomes: Fact<OutcomeCounts> = {
  id: 'outcomes',
  read: (block, settings) => countOutcomes(isRunningText(block) ? sentencesOf(block, settings) : []),
}
