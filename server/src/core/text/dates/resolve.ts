// Puts a written point of time on the calendar: which days it covers, given the report's date, the text before it and
// whether it looks back (narrative) or ahead (duties and plans).

import type { Bilingual } from '../../types'
import type { AmbiguityCode } from './ambiguity'
import { festivalDay, lunarDay, lunarFestivals, lunarMonthLength, newYear, nextHoliday } from './calendar'
import {
  dateOf,
  dayOf,
  daysInMonth,
  hourMs,
  minuteMs,
  weekdayNames,
  weekdayOf,
  type YearMonthDay,
} from './civil'
import type { Point } from './point'
import type { Lean } from './verdict'

export type Precision =
  | 'minute'
  | 'day'
  | 'week'
  | 'ten-days'
  | 'month'
  | 'quarter'
  | 'half-year'
  | 'year'
  | 'none'

export interface Fault {
  readonly code: 'impossible-date' | 'impossible-time' | 'weekday-mismatch' | 'reversed-range'
  readonly text: Bilingual
}

/** What the text has named so far; a later 30日 or 次日 counts from it. */
export interface TextDate {
  /** Year that was written. */
  year: number | undefined
  /** Month last named, in the year it was put in. */
  month: { readonly year: number; readonly month: number } | undefined
  /** Last full day named, as day number. */
  full: number | undefined
  /** First day of what this very sentence named last: what follows runs on from there. */
  latest: number | undefined
}

export interface Frame {
  readonly baseDay: number
  readonly baseDate: YearMonthDay
  /** Milliseconds of the base on its day. */
  readonly baseMs: number
  readonly eventDay: number | undefined
  readonly officeEndMs: number
  readonly seen: TextDate
}

export interface Resolved {
  first: number
  last: number
  /** A time of day on `first`, milliseconds; may be 24 hours. */
  ms: number | undefined
  /** End of a part of the day (上午 ends at 12:00). */
  untilMs: number | undefined
  precision: Precision
  asks: AmbiguityCode[]
  fault: Fault | undefined
  /** The day one year (or month) away that the words allow as well. */
  other: number | undefined
}

const partHours: readonly (readonly [RegExp, number, number])[] = [
  [/凌晨|深夜/, 0, 6],
  [/清晨|早|晨/, 6, 9],
  [/上午/, 8, 12],
  [/中午|正午/, 12, 14],
  [/下午|午后|傍晚/, 12, 18],
  [/晚|夜/, 18, 24],
]

/** The hours that 上午, 下午, 晚 and the others stand for. */
export function partOfDay(part: string): { from: number; to: number } | undefined {
  const hours = partHours.find(([pattern]) => pattern.test(part))
  return hours && { from: hours[1], to: hours[2] }
}

const made = (first: number, last: number, precision: Precision): Resolved => ({
  first,
  last,
  ms: undefined,
  untilMs: undefined,
  precision,
  asks: [],
  fault: undefined,
  other: undefined,
})

/** `open`: the matter is known to be unsettled, so a past date is overdue and not next year's. */
export function resolvePoint(point: Point, frame: Frame, lean: Lean, open: boolean): Resolved {
  const resolved = resolveDays(point, frame, lean, open)
  if (!resolved.fault) {
    addTime(point, resolved, frame)
    checkWeekday(point, resolved)
  }
  return resolved
}

function resolveDays(p: Point, frame: Frame, lean: Lean, open: boolean): Resolved {
  const base = frame.baseDate
  if (p.planEnd !== undefined) return made(dayOf(p.planEnd, 12, 31), dayOf(p.planEnd, 12, 31), 'year')
  if (p.lunar) return resolveLunar(p, frame, lean)
  if (p.festival !== undefined) return resolveFestival(p, frame, lean)
  if (p.month !== undefined) return resolveMonth(p, frame, lean, open, p.month)
  if (p.monthShift !== undefined) {
    const month = p.month ?? base.month + p.monthShift
    if (
      p.part !== undefined &&
      p.monthShift === 0 &&
      p.day === undefined &&
      frame.seen.month !== undefined &&
      p.part !== 'end'
    )
      return partOfMonth(p, frame.seen.month.year, frame.seen.month.month)
    return p.day === undefined ? partOfMonth(p, base.year, month) : dayIn(p, base.year, month, p.day)
  }
  if (p.quarter !== undefined || p.quarterShift !== undefined) return resolveQuarter(p, frame, lean)
  if (p.half !== undefined) {
    const at = (year: number) =>
      made(
        dayOf(year, p.half === 1 ? 1 : 7, 1),
        p.half === 1 ? dayOf(year, 6, 30) : dayOf(year, 12, 31),
        'half-year',
      )
    const { year } = chooseYear(
      p,
      frame,
      lean,
      open,
      y => at(y).last,
      y => at(y).first,
    )
    return at(year)
  }
  if (p.weekShift !== undefined || p.weekday !== undefined) return resolveWeek(p, frame, lean)
  if (p.day !== undefined) return resolveDayOnly(p, frame, lean, open, p.day)
  if (p.dayShift !== undefined) {
    const from = p.dayFrom === 'event' ? (frame.seen.full ?? frame.eventDay ?? frame.baseDay) : frame.baseDay
    return made(from + p.dayShift, from + p.dayShift, 'day')
  }
  if (p.year !== undefined || p.yearShift !== undefined || p.yearFromText !== undefined) {
    const year = fixedYear(p, frame) ?? base.year
    const resolved = made(dayOf(year, 1, 1), dayOf(year, 12, 31), 'year')
    if (p.yearShift === 0 && p.bareYear) resolved.asks.push('within-year')
    return resolved
  }
  // Only a time of day: on the day the text is about, else the report's.
  const day = frame.seen.full ?? frame.baseDay
  return made(day, day, 'day')
}

function fixedYear(p: Point, frame: Frame): number | undefined {
  const baseYear = frame.baseDate.year
  if (p.year !== undefined) return p.year
  if (p.yearShift !== undefined) return baseYear + p.yearShift
  if (p.yearFromText !== undefined) return (frame.seen.year ?? baseYear) + p.yearFromText
  return undefined
}

/** Beyond this many days in the past, an unsettled 1月15日前 is next year's rather than overdue. */
const overdueReach = 60
const farAhead = 300

interface ChosenYear {
  readonly year: number
  readonly other: number | undefined
}

function chooseYear(
  p: Point,
  frame: Frame,
  lean: Lean,
  open: boolean,
  lastOf: (year: number) => number,
  firstOf: (year: number) => number,
): ChosenYear {
  const fixed = fixedYear(p, frame)
  if (fixed !== undefined) return { year: fixed, other: undefined }
  const chosen = nearestYear(frame, lean, open, lastOf, firstOf)
  const { latest } = frame.seen
  // 12月启动的改造，1月15日前完成沟槽开挖: in one sentence time runs on, over the end of the year too.
  return lean !== 'past' && latest !== undefined && latest - lastOf(chosen.year) > halfYear
    ? { year: chosen.year + 1, other: undefined }
    : chosen
}

const halfYear = 183

function nearestYear(
  frame: Frame,
  lean: Lean,
  open: boolean,
  lastOf: (year: number) => number,
  firstOf: (year: number) => number,
): ChosenYear {
  const { year } = frame.baseDate
  const seen = frame.seen.year
  const now = frame.baseDay
  if (lean === 'future') {
    if (seen !== undefined && (seen > year || (seen === year && lastOf(seen) >= now)))
      return { year: seen, other: undefined }
    const ahead = lastOf(year) - now
    if (ahead >= 0) {
      if (ahead <= farAhead) return { year, other: undefined }
      return open ? { year: year - 1, other: year } : { year, other: year - 1 }
    }
    if (open || -ahead <= overdueReach) return { year, other: undefined }
    return { year: year + 1, other: year }
  }
  // 2027年6月底前批复，10月底前装完: a year to come, once named, holds for what follows.
  if (seen !== undefined && seen > year && lean !== 'past') return { year: seen, other: undefined }
  if (seen !== undefined && seen <= year && firstOf(seen) <= now) {
    // 2025年12月…，1月15日…: the second date is in the following year.
    if (frame.seen.full !== undefined && lastOf(seen) < frame.seen.full - 31 && firstOf(seen + 1) <= now)
      return { year: seen + 1, other: undefined }
    return { year: seen, other: undefined }
  }
  const ahead = firstOf(year) - now
  if (ahead > (lean === 'past' ? 31 : 270)) return { year: year - 1, other: undefined }
  return { year, other: undefined }
}

function resolveMonth(p: Point, frame: Frame, lean: Lean, open: boolean, month: number): Resolved {
  if (month < 1 || month > 12) return faulty(frame, [`没有${month}月`, `There is no month ${month}`])
  const day = p.day
  const lastOf = (year: number) =>
    day === undefined ? partOfMonth(p, year, month).last : dayOf(year, month, Math.min(Math.max(day, 1), 31))
  const firstOf = (year: number) => (day === undefined ? partOfMonth(p, year, month).first : lastOf(year))
  const { year, other } = chooseYear(p, frame, lean, open, lastOf, firstOf)
  const resolved = day === undefined ? partOfMonth(p, year, month) : dayIn(p, year, month, day)
  if (other !== undefined && !resolved.fault) {
    resolved.asks.push('year-missing')
    resolved.other = lastOf(other)
  }
  if (p.yearShift !== undefined && p.yearShift !== 0) resolved.asks.push('relative-year')
  if (p.dotted) resolved.asks.push('dotted-date')
  return resolved
}

function faulty(frame: Frame, text: Bilingual): Resolved {
  return { ...made(frame.baseDay, frame.baseDay, 'none'), fault: { code: 'impossible-date', text } }
}

function dayIn(p: Point, year: number, month: number, day: number): Resolved {
  const length = daysInMonth(year, month)
  const at = dayOf(year, month, Math.min(Math.max(day, 1), length))
  const resolved = made(at, at, 'day')
  if (day >= 1 && day <= length) return resolved
  const { year: y, month: m } = dateOf(dayOf(year, month, 1))
  // Without a written year a 29 February may well be that of a leap year; only what no year has is said without one.
  const named = p.year === undefined && (m !== 2 || day !== 29) ? `${m}月` : `${y}年${m}月`
  const leap = m === 2 && day === 29 ? `${y}年不是闰年，` : ''
  resolved.fault = {
    code: 'impossible-date',
    text: [
      `${leap}${named}没有${day}日，最后一天是${length}日`,
      `${y}-${m} has no day ${day}; its last day is ${length}`,
    ],
  }
  return resolved
}

function partOfMonth(p: Point, year: number, month: number): Resolved {
  const length = daysInMonth(year, month)
  const at = (from: number, to: number, precision: Precision) =>
    made(dayOf(year, month, from), dayOf(year, month, to), precision)
  switch (p.part) {
    case 'start':
      return at(1, 10, 'ten-days')
    case 'middle':
      return at(11, 20, 'ten-days')
    case 'late':
      return at(21, length, 'ten-days')
    case 'first-half':
      return at(1, 15, 'ten-days')
    case 'second-half':
      return at(16, length, 'ten-days')
    case 'first-and-second':
      return at(1, 20, 'ten-days')
    case 'second-and-third':
      return at(11, length, 'ten-days')
    case 'end':
      return at(length, length, 'day')
    default:
      return at(1, length, 'month')
  }
}

function resolveQuarter(p: Point, frame: Frame, lean: Lean): Resolved {
  const base = frame.baseDate
  const current = Math.floor((base.month - 1) / 3) + 1
  const period = (year: number, quarter: number): Resolved => {
    const first = dayOf(year, quarter * 3 - 2, 1)
    const last = dayOf(year, quarter * 3 + 1, 1) - 1
    if (p.part === 'end') return made(last, last, 'day')
    if (p.part === 'start') return made(first, first + 9, 'ten-days')
    return made(p.quartersFromJanuary ? dayOf(year, 1, 1) : first, last, 'quarter')
  }
  if (p.quarter === undefined) return period(base.year, current + p.quarterShift!)
  const { year } = chooseYear(
    p,
    frame,
    lean,
    false,
    y => period(y, p.quarter!).last,
    y => period(y, p.quarter!).first,
  )
  return period(year, p.quarter)
}

function resolveWeek(p: Point, frame: Frame, lean: Lean): Resolved {
  const today = weekdayOf(frame.baseDay)
  const monday = frame.baseDay - today + 1
  let first: number
  if (p.weekShift !== undefined) {
    const week = monday + p.weekShift * 7
    if (p.weekday === undefined) first = week
    else first = week + (p.weekday === 8 ? 5 : p.weekday - 1)
  } else if (p.weekday === 8) first = monday + 5
  else {
    const inWeek = monday + p.weekday! - 1
    if (lean === 'past') first = inWeek <= frame.baseDay ? inWeek : inWeek - 7
    else {
      // 下周三前摸底，周五前公示: the Friday after that Wednesday.
      const from = Math.max(frame.baseDay, frame.seen.latest ?? frame.baseDay)
      first = from + ((p.weekday! - weekdayOf(from) + 7) % 7)
    }
  }
  const resolved =
    p.weekday === undefined
      ? made(first, first + 6, 'week')
      : p.weekday === 8
        ? made(first, first + 1, 'week')
        : made(first, first, 'day')
  if (today >= 6 && p.weekShift !== undefined && p.weekShift >= 0) resolved.asks.push('week-on-weekend')
  return resolved
}

function resolveDayOnly(p: Point, frame: Frame, lean: Lean, open: boolean, day: number): Resolved {
  const base = frame.baseDate
  const { seen } = frame
  if (seen.month !== undefined) {
    const inText = dayIn(p, seen.month.year, seen.month.month, day)
    if (lean !== 'future' || open || inText.first >= frame.baseDay) return inText
  }
  let month = base.month
  if (lean === 'past' && day > base.day) month--
  if (lean === 'future' && day < base.day && !open) {
    const next = dayIn(p, base.year, month + 1, day)
    next.asks.push('month-missing')
    return next
  }
  return dayIn(p, base.year, month, day)
}

function resolveFestival(p: Point, frame: Frame, lean: Lean): Resolved {
  if (p.festival === 'next') {
    const { day } = nextHoliday(frame.baseDay)
    return made(day, day, 'day')
  }
  const { year: baseYear } = frame.baseDate
  const fixed = fixedYear(p, frame)
  let at = festivalDay(p.festival!, fixed ?? baseYear)
  if (fixed === undefined && at !== undefined) {
    if (lean !== 'past' && at < frame.baseDay) at = festivalDay(p.festival!, baseYear + 1) ?? at
    if (lean === 'past' && at > frame.baseDay) at = festivalDay(p.festival!, baseYear - 1) ?? at
  }
  if (at === undefined) return { ...made(frame.baseDay, frame.baseDay, 'none') }
  const resolved = made(at, at, 'day')
  if (lunarFestivals.has(p.festival!)) resolved.asks.push('lunar')
  return resolved
}

function resolveLunar(p: Point, frame: Frame, lean: Lean): Resolved {
  const { year } = frame.baseDate
  const lunarYear = frame.baseDay >= (newYear(year) ?? 0) ? year : year - 1
  const periods = [lunarYear - 1, lunarYear, lunarYear + 1]
    .map(each => lunarPeriod(each, p))
    .filter(period => period !== undefined)
  const ahead = periods.find(({ last }) => last >= frame.baseDay)
  const behind = periods.filter(({ first }) => first <= frame.baseDay).at(-1)
  const period = (lean === 'past' ? behind : ahead) ?? ahead ?? behind
  if (period === undefined) return faulty(frame, ['农历没有这一天', 'No such day in the lunar calendar'])
  const { first, last } = period
  const resolved = made(first, last, first === last ? 'day' : p.part === undefined ? 'month' : 'ten-days')
  resolved.asks.push('lunar')
  return resolved
}

/** A lunar day, a part of a lunar month or the whole of it; the day that a short month has not is its last one. */
function lunarPeriod(year: number, p: Point): { first: number; last: number } | undefined {
  const length = lunarMonthLength(year, p.month!)
  const start = lunarDay(year, p.month!, 1)
  if (length === undefined || start === undefined) return undefined
  const between = (from: number, to: number) => ({ first: start + from - 1, last: start + to - 1 })
  if (p.day !== undefined) return p.day <= length ? between(p.day, p.day) : undefined
  switch (p.part) {
    case 'end':
      return between(length, length)
    case 'start':
      return between(1, 10)
    case 'middle':
      return between(11, 20)
    case 'late':
      return between(21, length)
    default:
      return between(1, length)
  }
}

function addTime(p: Point, resolved: Resolved, frame: Frame): void {
  if (p.officeEnd) {
    resolved.ms = frame.officeEndMs
    resolved.precision = 'minute'
    resolved.asks.push('office-hours')
  } else if (p.hour !== undefined) {
    const minute = p.minute ?? 0
    const second = p.second ?? 0
    // 今晚12点半: the evening runs on past midnight.
    const overnight = p.dayPart !== undefined && p.hour >= 24 && p.hour < 29 && /晚/.test(p.dayPart)
    if (
      (p.hour > 24 && !overnight) ||
      minute > 59 ||
      second > 59 ||
      (p.hour === 24 && !overnight && minute + second > 0)
    ) {
      const said = `${p.hour}时${p.minute === undefined ? '' : `${p.minute}分`}`
      resolved.fault = {
        code: 'impossible-time',
        text: [`没有${said}这个时刻：一天到24时，一小时到59分`, `There is no time ${p.hour}:${minute}`],
      }
      return
    }
    resolved.ms = p.hour * hourMs + minute * minuteMs + second * 1000
    resolved.precision = 'minute'
    if (p.hour === 24) resolved.asks.push('midnight')
    if (p.dayPart && p.hour > 12 && p.hour < 24 && /下午|晚/.test(p.dayPart))
      resolved.asks.push('twelve-hour')
  } else if (p.dayPart) {
    const hours = partOfDay(p.dayPart)
    if (hours) {
      resolved.ms = hours.from * hourMs
      resolved.untilMs = hours.to * hourMs
      resolved.precision = 'minute'
    }
  }
}

function checkWeekday(p: Point, resolved: Resolved): void {
  if (p.statedWeekday === undefined || weekdayOf(resolved.first) === p.statedWeekday) return
  const { year, month, day } = dateOf(resolved.first)
  const real = weekdayNames[weekdayOf(resolved.first)]
  resolved.fault = {
    code: 'weekday-mismatch',
    text: [
      `${year}年${month}月${day}日是星期${real}，不是星期${weekdayNames[p.statedWeekday]}`,
      `${year}-${month}-${day} is not the weekday that is written`,
    ],
  }
}

/** Both ends of a range; the second takes over what it leaves out. */
export function resolveRange(
  from: Point,
  to: Point,
  frame: Frame,
  lean: Lean,
  open: boolean,
): { first: Resolved; last: Resolved } {
  const first: Point = { ...from }
  const last: Point = { ...to }
  const yearless =
    first.year === undefined && first.yearShift === undefined && first.yearFromText === undefined
  if (last.month !== undefined && last.year === undefined && last.yearShift === undefined) {
    if (!yearless) {
      const started = resolvePoint(first, frame, lean, open)
      const { year, month } = dateOf(started.first)
      last.year = last.month < month ? year + 1 : year
      return finishRange(first, started, last, frame, lean, open)
    }
    if (first.month !== undefined) {
      const ended = resolvePoint(last, frame, lean, open)
      const { year } = dateOf(ended.last)
      first.year = first.month > last.month ? year - 1 : year
      return finishRange(first, resolvePoint(first, frame, lean, open), last, frame, lean, open, ended)
    }
  }
  const started = resolvePoint(first, frame, lean, open)
  return finishRange(first, started, last, frame, lean, open)
}

function finishRange(
  first: Point,
  started: Resolved,
  last: Point,
  frame: Frame,
  lean: Lean,
  open: boolean,
  ended?: Resolved,
): { first: Resolved; last: Resolved } {
  const { year, month } = dateOf(started.first)
  const after: Frame = {
    ...frame,
    seen: { year, month: { year, month }, full: started.first, latest: started.first },
  }
  if (!ended && last.day !== undefined && last.month === undefined && last.monthShift === undefined) {
    last.month = month
    last.year = year
    // 4月28日至3日 runs into the next month; 4月28日至20日 with the month said once is a slip.
    if (first.day !== undefined && last.day < first.day && first.month === undefined) last.month = month + 1
    if (last.month > 12) {
      last.month = 1
      last.year = year + 1
    }
  }
  if (!ended && last.quarter !== undefined && last.year === undefined && last.yearShift === undefined)
    last.year = year
  if (last.weekday !== undefined && last.weekShift === undefined) last.weekShift = first.weekShift
  const end = ended ?? resolvePoint(last, after, lean, open)
  if (
    !started.fault &&
    !end.fault &&
    (end.last < started.first ||
      (end.last === started.first && end.ms !== undefined && started.ms !== undefined && end.ms < started.ms))
  )
    end.fault = {
      code: 'reversed-range',
      text: ['结束时间早于开始时间，请核对', 'The end is earlier than the beginning'],
    }
  return { first: started, last: end }
}
