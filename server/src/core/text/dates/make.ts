// Puts a time expression together from what was found out about it.

import type { Instant } from '../../types'
import { type Ambiguity, type AmbiguityCode, ambiguity } from './ambiguity'
import { workdayOnOrAfter, workdayOnOrBefore } from './calendar'
import type { Alternative, TimeExpression } from './expression'
import type { Pass } from './pass'
import type { RawTime } from './point'
import type { Fault, Precision } from './resolve'
import { type Nature, type ReasonCode, reasonText } from './verdict'
import { endOfDay } from './zone'

export const weak: readonly Nature[] = ['obligation', 'plan', 'condition']

/** A condition binds nobody by itself; only what enters into force or expires has a day of its own. */
const hasDue = (nature: Nature, reason: ReasonCode): boolean =>
  weak.includes(nature) && (nature !== 'condition' || reason === 'effective')

export function make(
  pass: Pass,
  raw: RawTime,
  nature: Nature,
  reason: ReasonCode,
  rest: {
    due?: Instant | null
    from?: Instant | null
    to?: Instant | null
    precision?: Precision
    codes?: readonly AmbiguityCode[]
    alternatives?: readonly Alternative[]
    faults?: readonly Fault[]
    arithmetic?: string
    superseded?: boolean
    open?: boolean
  },
): TimeExpression {
  const { block, start } = pass.place
  return {
    block,
    start: start + raw.start,
    end: start + raw.end,
    text: pass.text.slice(raw.start, raw.end),
    nature,
    due: hasDue(nature, reason) ? (rest.due ?? null) : null,
    from: rest.from ?? null,
    to: rest.to ?? null,
    precision: rest.precision ?? 'none',
    recurring: raw.every !== undefined,
    superseded: rest.superseded ?? false,
    open: rest.open ?? false,
    ambiguities: rest.codes?.length ? toAmbiguities(rest.codes) : none,
    alternatives: rest.alternatives?.length ? distinct(rest.alternatives) : none,
    faults: rest.faults ?? none,
    reason: reasonText(reason),
    arithmetic: rest.arithmetic,
  }
}

export const none: readonly never[] = []
const distinct = (all: readonly Alternative[]) =>
  all.filter((each, i) => all.findIndex(other => other.due === each.due) === i)
const toAmbiguities = (codes: readonly AmbiguityCode[]): Ambiguity[] => [...new Set(codes)].map(ambiguity)

export function undated(
  pass: Pass,
  raw: RawTime,
  nature: 'vague' | 'condition',
  ambiguities: readonly Ambiguity[],
): TimeExpression {
  const { block, start } = pass.place
  return {
    block,
    start: start + raw.start,
    end: start + raw.end,
    text: pass.text.slice(raw.start, raw.end),
    nature,
    due: null,
    from: null,
    to: null,
    precision: 'none',
    recurring: false,
    superseded: false,
    open: false,
    ambiguities,
    alternatives: none,
    faults: none,
    reason: reasonText(nature),
    arithmetic: undefined,
  }
}

/** A day on which nobody works: say so, and give the working days around it. */
export function addDayDoubts(
  pass: Pass,
  raw: RawTime,
  day: number,
  nature: Nature,
  codes: AmbiguityCode[],
  alternatives: Alternative[],
): void {
  if (nature !== 'obligation') return
  const { calendar, zone } = pass.options
  if (calendar.isWorkday(day)) return
  // Who writes 10月5日前 has chosen the day; 本周五 is said without looking at the calendar.
  const holiday = calendar.holidayName(day) !== undefined && isWeekdayOrCycle(raw)
  const code: AmbiguityCode = holiday ? 'due-on-holiday' : 'month-end-workday'
  codes.push(code)
  alternatives.push({ due: endOfDay(zone, workdayOnOrBefore(calendar, day)), why: ambiguity(code).text })
  if (holiday)
    alternatives.push({ due: endOfDay(zone, workdayOnOrAfter(calendar, day)), why: ambiguity(code).text })
}

const isWeekdayOrCycle = (raw: RawTime): boolean =>
  raw.every !== undefined || [raw.point, raw.last].some(point => point?.weekday !== undefined)
