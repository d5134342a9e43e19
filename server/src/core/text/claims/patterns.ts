// What a claim looks like. The words and forms are knowledge (server/knowledge/claims.yaml and forms.yaml).

import * as classes from '../../knowledge/claims.generated'
import * as forms from '../../knowledge/forms.generated'
import { type Anchored, anchoredCue } from './anchors'

/** change 增减, result 成效, coverage 覆盖, rank 位次, scale 规模, degree 程度, role 作用. */
export type ClaimClass = 'change' | 'result' | 'coverage' | 'rank' | 'scale' | 'degree' | 'role'

export interface ClaimPattern extends Anchored {
  readonly is: ClaimClass
  /** Says of something that it is so: without a subject in its clause it is an instruction (不断提高、持续推进). */
  readonly subject: boolean
  /** The verb is completed (了), so that no subject is needed and a plan is excluded. */
  readonly completed: boolean
}

export const claimPatterns: readonly ClaimPattern[] = [...classes.cues, ...forms.cues]
  .filter(({ begins }) => begins !== undefined)
  .map(cue => ({
    ...anchoredCue(cue),
    is: cue.with!.class as ClaimClass,
    subject: cue.with!.needs === 'subject',
    completed: cue.with!.needs === 'completed',
  }))
