// Claims in Chinese report prose: results, scales and degrees that are asserted as facts, whether or not a figure backs them.

import type { Span } from '../types'
import type { ClaimClass } from './claims/patterns'
import { clauseStart, isAsserted, opensPlan, readSentence, type SentenceReading } from './claims/reading'
import { scanClaims } from './claims/scan'

export type { ClaimClass } from './claims/patterns'

/** `start`..`end` runs from the subject to the end of the predicate; offsets count in the text that was searched. */
export interface Claim extends Span {
  readonly is: ClaimClass
  /** The predicate alone. */
  readonly core: Span
  /** Index into the sentences given. */
  readonly sentence: number
  /** Stands in a sentence that says 已 or 了: a report even where plans are made. */
  readonly reported: boolean
}

/** A subject longer than this is left out of the span that the writer sees underlined. */
const longestSubject = 24
const connective =
  /^(?:[一二三四五六七八九十]是|但是?|而且?|同时|也|并且?|且|还|使|从而|进而|因此|由于|至于|其中|据了解)/

/** All claims of one block's prose. */
export function findClaims(text: string, sentences: () => readonly Span[]): Claim[] {
  const candidates = scanClaims(text)
  if (candidates.length === 0) return []
  const spans = sentences()
  const claims: Claim[] = []
  let at = 0
  let planFrom = -1
  let seen = -1
  let reading: SentenceReading | undefined
  for (const candidate of candidates) {
    while (at < spans.length && spans[at]!.end <= candidate.start) at++
    const sentence = spans[at]
    if (!sentence || candidate.start < sentence.start) continue
    for (; seen < at; ) {
      seen++
      if (planFrom < 0 && opensPlan(text, spans[seen]!.start)) planFrom = seen
    }
    if (reading?.start !== sentence.start) reading = readSentence(text, sentence)
    if (planFrom >= 0 && (at === planFrom || !reading.reported)) continue
    if (!isAsserted(text, reading, candidate)) continue
    let start = clauseStart(text, sentence.start, candidate.start)
    if (candidate.start - start > longestSubject) start = candidate.start
    const lead = connective.exec(text.slice(start, candidate.start))
    if (lead && start + lead[0].length < candidate.start) start += lead[0].length
    claims.push({
      start,
      end: candidate.end,
      is: candidate.by.is,
      core: { start: candidate.start, end: candidate.end },
      sentence: at,
      reported: reading.reported,
    })
  }
  return claims
}
