// A time expression of a draft: what it is, when it is due, what it leaves open. The result type of the whole part.

import type { Bilingual, Instant, Span } from '../../types'
import type { Ambiguity } from './ambiguity'
import type { WorkCalendar } from './calendar'
import type { Fault, Precision } from './resolve'
import type { Nature } from './verdict'

export interface TimeExpression extends Span {
  /** The block it stands in, as `TextPlace` says; 0 in a text by itself. */
  readonly block: number
  readonly text: string
  readonly nature: Nature
  /** The last moment at which it is in time: obligations, plans, and what enters into force or expires. */
  readonly due: Instant | null
  /** The stretch of time that the words name, whatever they are said for. */
  readonly from: Instant | null
  readonly to: Instant | null
  readonly precision: Precision
  /** 每月5日前: `due` is the next occurrence. */
  readonly recurring: boolean
  /** 原定…: another date took its place. */
  readonly superseded: boolean
  /** The text says that it is not settled (目前完成70%). */
  readonly open: boolean
  readonly ambiguities: readonly Ambiguity[]
  /** Other days that a reader may well understand. */
  readonly alternatives: readonly Alternative[]
  /** A date or time that does not exist, or contradicts itself. */
  readonly faults: readonly Fault[]
  /** Why it was taken for what it is. */
  readonly reason: Bilingual
  /** `4月28日 + 3个工作日 = 5月6日`; for computed limits only. */
  readonly arithmetic: string | undefined
}

/** Where a text stands: the number of its block, and where it begins in what the spans count in. */
export interface TextPlace {
  readonly block: number
  readonly start: number
}

export interface Alternative {
  readonly due: Instant
  readonly why: Bilingual
}

export interface TimeOptions {
  /** The report's own date: relative expressions count from it. */
  readonly base: Instant
  /** `day`: only the date of the report is known, so hours cannot be counted from it. `minute` when left out. */
  readonly basePrecision?: 'day' | 'minute'
  readonly zone: string
  /** When the event of the report happened, and when it was reported to the unit. */
  readonly occurred?: Instant
  readonly received?: Instant
  readonly calendar: WorkCalendar
  /** 下班前, in minutes since midnight; 17:30 when left out. */
  readonly officeEnd?: number
  /** Heading of the column that the text stands in, such as 完成时限. */
  readonly label?: string
  /** The year that the section around the text is about (2027年安排): that of dates without one. */
  readonly year?: number
}
