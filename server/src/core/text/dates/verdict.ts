// What is said of a time expression before the calendar is asked, and what it is judged by.

import type { Bilingual } from '../../types'
import type { Cue } from './cues'
import type { RawTime } from './point'

export type Nature =
  | 'obligation'
  | 'plan'
  | 'done'
  | 'as-of'
  | 'quoted'
  | 'historical'
  | 'condition'
  | 'vague'

export type Lean = 'past' | 'future' | 'none'

/** What is known before the calendar is asked. */
export interface Verdict {
  /** Undefined: only the date itself can tell (`ifFuture`, else `ifPast`). */
  readonly nature: Nature | undefined
  readonly ifFuture: Nature
  readonly ifPast: Nature
  readonly lean: Lean
  readonly reason: ReasonCode
  /** Something says that the matter is still open, so a date shortly past is overdue rather than next year's. */
  readonly open: boolean
  readonly superseded: boolean
}

const reasons = {
  statute: ['引用的规定，不是本稿的承诺', 'Quoted from a rule, not a promise of this report'],
  title: ['在书名号或文件名中', 'Inside a title'],
  'as-of': ['统计截至的时点', 'The day up to which data were counted'],
  closing: ['报名、申报等截止的时间', 'The time at which entries close'],
  superseded: ['原定日期，已被新的日期替代', 'An earlier date that was replaced'],
  moved: ['调整后的新日期', 'The new date after a change'],
  effective: ['生效或有效期', 'Entry into force or validity'],
  condition: ['条件或除外情形', 'A condition'],
  done: ['已经完成', 'Already done'],
  duty: ['有“须、应、请、要求、确保”等要求', 'Words of duty stand with it'],
  label: ['时限栏或截止时间', 'Stands behind a label such as time limit'],
  form: ['“…前、…内”的时限', 'A limit by its form'],
  plan: ['有“将、拟、计划、预计”等安排', 'Words of planning stand with it'],
  target: ['有“力争、争取、目标”等努力方向', 'A target'],
  report: ['要求在这一时间报送', 'Something is to be handed in then'],
  cycle: ['定期的要求', 'A recurring duty'],
  practice: ['定期的做法', 'A recurring practice'],
  narrative: ['叙述过去的事', 'Narrative of the past'],
  ahead: ['将来的日期', 'A date to come'],
  relative: ['相对另一件事的时间，那件事的日期没有写', 'Relative to another event whose date is not given'],
  vague: ['没有可以计算的日期', 'No date can be computed'],
  'past-demand': [
    '叙述以前提出的要求，期限在成稿前已过',
    'A demand of the past whose limit had passed when this was written',
  ],
} as const satisfies Record<string, Bilingual>

export type ReasonCode = keyof typeof reasons

export const reasonText = (code: ReasonCode): Bilingual => reasons[code]

/** What the judge sees of the text: the sentence of the expression, its cues, and where quotations are. */
export interface Surroundings {
  readonly text: string
  readonly sentence: { readonly start: number; readonly end: number }
  readonly cues: readonly Cue[]
  readonly zone: 'title' | 'quotation' | undefined
  /** Text right behind the quotation that the expression stands in. */
  readonly afterZone: string
  readonly beforeZone: string
  /** The quotation is the wording of a document: 省厅文件要求“12月底前清零”. */
  readonly quotesDocument: boolean
  /** Where the next expression of the text starts and whether it is a plain date. */
  readonly next: RawTime | undefined
  readonly previous: RawTime | undefined
}

const nothingElse: Partial<Verdict> = {}

export const verdict = (
  nature: Nature | undefined,
  reason: ReasonCode,
  lean: Lean,
  rest: Partial<Verdict> = nothingElse,
): Verdict => ({
  nature: rest.nature ?? nature,
  ifFuture: rest.ifFuture ?? nature ?? 'plan',
  ifPast: rest.ifPast ?? nature ?? 'historical',
  lean: rest.lean ?? lean,
  reason,
  open: rest.open ?? false,
  superseded: rest.superseded ?? false,
})
