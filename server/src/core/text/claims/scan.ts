// Where the form of a claim stands in a text.

import { type AnchoredMatch, anchoredScanner } from './anchors'
import { type ClaimPattern, claimPatterns } from './patterns'

/** Something that has the form of a claim; whether it is meant as a fact is asked in reading.ts. */
export type Candidate = AnchoredMatch<ClaimPattern>

/** Candidates in order and without overlap. */
export const scanClaims = anchoredScanner(claimPatterns)
