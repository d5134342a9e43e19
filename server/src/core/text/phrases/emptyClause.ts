// The clause of a sentence that the model takes for empty, unless what stands around it makes it law, a heading or somebody
// else's words: what the lexicon spares, the model spares too.

import type { Span } from '../../types'
import type { ClauseModel, EmptyClause } from '../clauses/model'
import { centralClauses } from './central'
import { isGuidance } from './frame'
import type { SentenceContext } from './judge'
import { isNormative, protectedZones } from './protected'
import type { ReadSentence } from './readSentence'

export function judgeClause(
  sentence: ReadSentence,
  { kind, position, terms }: SentenceContext,
  model: ClauseModel,
): EmptyClause | undefined {
  const { text } = sentence
  if (position === 'heading' || sentence.isLegal) return undefined
  if (kind === 'other' && isGuidance(text)) return undefined
  const empty = model.judge(text)
  if (!empty || isRule(text, empty) || isQuoted(text, empty, terms)) return undefined
  return empty
}

/** 经营者应当建立健全制度 is how rules are written; 我镇应当 is the writer's own. */
const isRule = (text: string, { end }: Span): boolean => isNormative('F', text, end)

/** Most of the clause is a quotation, a name, a term of the unit's own or a formula of the Party's centre. */
function isQuoted(text: string, { start, end }: Span, terms: readonly string[] | undefined): boolean {
  let covered = 0
  for (const zone of [...protectedZones(text, terms), ...centralClauses(text)])
    covered += Math.max(0, Math.min(end, zone.end) - Math.max(start, zone.start))
  return covered * 2 > end - start
}
