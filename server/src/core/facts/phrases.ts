// The phrases of a block, found once and read by every rule of the generic family.

import type { OwnLexicon } from '../config/settings'
import type { Block } from '../document/block'
import type { Fact } from '../engine/rule'
import { builtInMatcher, phraseEntries } from '../lexicon'
import { type ChronicleMarks, chronicleMarks } from '../text/phrases/chronicle'
import { type DensityPart, densityOfSentence } from '../text/phrases/density'
import { compilePhrases, type PhraseHit, type PhraseMatcher } from '../text/phrases/matcher'

const withOwn = new WeakMap<OwnLexicon, PhraseMatcher>()

/** The built-in lexicon, with the unit's own entries when there are any. */
export function matcherFor(lexicon: OwnLexicon | undefined): PhraseMatcher {
  if (!lexicon || lexicon.entries.length === 0) return builtInMatcher()
  let matcher = withOwn.get(lexicon)
  if (!matcher) {
    matcher = compilePhrases([...lexicon.entries, ...phraseEntries])
    withOwn.set(lexicon, matcher)
  }
  return matcher
}

/** A matcher that looks at each sentence of the block once, however many rules ask. */
export function matcherOf(block: Block, lexicon: OwnLexicon | undefined): PhraseMatcher {
  let matcher = block.memo.get(matcherOf) as PhraseMatcher | undefined
  if (!matcher) {
    const whole = matcherFor(lexicon)
    const found = new Map<string, PhraseHit[]>()
    matcher = {
      ...whole,
      findAll(text) {
        let hits = found.get(text)
        if (!hits) {
          hits = whole.findAll(text)
          found.set(text, hits)
        }
        return hits
      },
    }
    block.memo.set(matcherOf, matcher)
  }
  return matcher
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
    const matcher = matcherOf(block, settings.lexicon)
    let length = 0
    let hits = 0
    for (const sentence of block.sentences) {
      const part = densityOfSentence(sentence.text, settings.terms, matcher)
      length += part.length
      hits += part.hits
    }
    return { length, hits }
  },
}

const noMarks: readonly ChronicleMarks[] = []

/** The signs of a log in the block's sentences. */
export const chronicle: Fact<readonly ChronicleMarks[]> = {
  id: 'chronicle-marks',
  read(block) {
    return isRunningText(block) ? block.sentences.map(sentence => chronicleMarks(sentence.text)) : noMarks
  },
}
