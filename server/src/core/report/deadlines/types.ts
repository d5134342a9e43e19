// The vocabulary of time limits for the report itself: the shipped table, the times a draft states, and the answer.

import type { FrontMatterKey } from '../../document/head'
import type { Bilingual, Instant } from '../../types'
import type { KindId, Stage } from '../kinds'

/** Where the clock of a limit starts. */
export type ClockStart = 'occurred' | 'received' | 'known' | 'found' | 'identified' | 'previous' | 'closed'

export interface LimitStep {
  /** 电话 or 书面; the report in the editor is the written one. */
  readonly by: string
  /** Left out where the rule only says 立即. */
  readonly span?: string
  /** Grades of the event that the step is for; all when empty. */
  readonly levels: readonly string[]
  /** Times of each day instead of a span. */
  readonly daily?: readonly string[]
}

/** One entry of server/limits. */
export interface Limit {
  readonly id: string
  readonly title: Bilingual
  readonly kinds: readonly KindId[]
  readonly stages: readonly Stage[]
  readonly subject?: string
  /** Who reports to whom. */
  readonly route: string
  readonly start: ClockStart
  readonly steps: readonly LimitStep[]
  readonly source: {
    readonly kind: 'law' | 'rule' | 'local' | 'practice'
    readonly name: string
    readonly article?: string
    readonly year?: number
  }
  /** Read word for word in the statute; only then may a message say 依据. */
  readonly verified: boolean
  /** False: there to be read, never computed with. */
  readonly choosable: boolean
  readonly byDefault: boolean
  readonly superseded: boolean
  readonly note?: string
}

/** The times of a draft as they stand in its front matter, unread. */
export interface ReportTimes {
  readonly occurred?: string
  readonly received?: string
  /** 报送时限: an instant or a span. */
  readonly deadline?: string
  readonly submitted?: string
  readonly status?: string
  readonly lateReason?: string
  /** 成稿日期. */
  readonly date?: string
  /** When the last report of the same event was handed in; starts the clock of a follow-up. */
  readonly previous?: string
  /** When the event was dealt with; starts the clock of a final report. */
  readonly closed?: string
  /** Grade of the event: 一般 较大 重大 特别重大. */
  readonly level?: string
}

/** What the workspace says about limits. */
export interface LimitSettings {
  readonly timeZone: string
  readonly deadlinePreset: string
  readonly deadlineLimits: Readonly<Record<string, string>>
  readonly dueSoonHours: number
}

export interface TimeProblem {
  readonly code:
    | 'unreadable'
    | 'impossible'
    | 'year-assumed'
    | 'order'
    | 'in-future'
    | 'clock-missing'
    | 'clock-day-only'
    | 'clock-substituted'
    | 'level-missing'
    | 'level-unknown'
    | 'limit-unknown'
    | 'weekday'
    | 'submitted-unknown'
    | 'no-holiday-data'
  readonly text: Bilingual
  /** The entry that has to be mended. */
  readonly key?: FrontMatterKey
}

export type DeadlineOrigin = 'front-matter' | 'workspace' | 'preset' | 'default'

/** Which limit applies and why. */
export interface LimitChoice {
  readonly origin: DeadlineOrigin
  /** Absent for a limit that the writer or the workspace wrote. */
  readonly limit?: Limit
  readonly title: Bilingual
  readonly start: ClockStart
  /** The written step: a span, times of day, or a fixed instant. */
  readonly span?: string
  readonly daily?: readonly string[]
  readonly instant?: Instant
  /** 依据… or 参照…, ready to show. */
  readonly citation: Bilingual
  /** Earlier steps by other means, such as 电话20分钟. */
  readonly before: readonly LimitStep[]
  readonly problems: readonly TimeProblem[]
}

export type DeadlineState =
  /** The kind has no limit. */
  | 'none'
  /** There is a limit, but the time that starts its clock is not known. */
  | 'unknown'
  | 'notDue'
  | 'dueSoon'
  | 'overdue'
  /** Handed in, but nobody wrote when. */
  | 'submitted'
  | 'submittedOnTime'
  | 'submittedLate'

export interface ReportDeadline {
  readonly state: DeadlineState
  readonly due: Instant | null
  readonly choice: LimitChoice | undefined
  readonly clock: { readonly start: ClockStart; readonly instant: Instant; readonly name: string } | undefined
  /** `接报 11月22日 08:30 + 1 小时 = 09:30`. */
  readonly arithmetic: string
  /** `还剩 35 分钟`, `已超 2 小时 10 分`, `迟报 3 小时`, or ''. */
  readonly standing: Bilingual
  /** Milliseconds past the limit; 0 where it is not past. */
  readonly overdueBy: number
  readonly lateReason: string
  /** Earlier steps with their own time. */
  readonly milestones: readonly { readonly by: string; readonly due: Instant; readonly passed: boolean }[]
  /** When the state changes although nobody edits. */
  readonly nextChangeAt: Instant | undefined
  /** When the wording changes although nobody edits. */
  readonly nextWordingAt: Instant | undefined
  readonly problems: readonly TimeProblem[]
}
