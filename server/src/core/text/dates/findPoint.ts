// 11月15日前, 下周五, 7月3日20时至4日8时: points of time and ranges between two of them.

import type { Instant } from '../../types'
import { isAhead, isYearless, longPast, promises, toldOfFestival } from './ahead'
import { type AmbiguityCode, ambiguity } from './ambiguity'
import { dayOf } from './civil'
import type { Alternative, TimeExpression, TimeOptions } from './expression'
import { isLimit } from './forms'
import { addDayDoubts, make, none } from './make'
import { type Pass, remember } from './pass'
import type { RawTime } from './point'
import { type Frame, type Resolved, resolvePoint, resolveRange } from './resolve'
import type { Surroundings, Verdict } from './verdict'
import { endOfDay, instantAt, startOfDay, wallTime } from './zone'

export function pointExpression(
  pass: Pass,
  raw: RawTime,
  verdict: Verdict,
  around: Surroundings,
): TimeExpression | undefined {
  const { options, frame } = pass
  const { zone } = options
  // Times of day alone belong to the date of their own sentence; a duty does not take its day from a story before it.
  const frameHere =
    verdict.lean === 'future' &&
    raw.point &&
    isTimeOnly(raw) &&
    pass.told &&
    pass.told.end < around.sentence.start
      ? { ...frame, seen: { ...frame.seen, full: undefined } }
      : frame
  const ends = resolveEnds(raw, frameHere, verdict)
  let { first, last } = ends
  let nature = verdict.nature
  let { reason } = verdict
  if (nature === undefined) {
    // 当日报送 said without a story before it speaks of the report's own day, which is not over.
    const stillToday =
      reason === 'report' && last.last === frame.baseDay && last.ms === undefined && pass.told === undefined
    const impossible = isLimit(raw) && (first.fault ?? last.fault) !== undefined
    const ahead = impossible || stillToday || isAhead(pass, first, last, raw)
    nature = ahead && !toldOfFestival(pass, raw, around, reason, last) ? verdict.ifFuture : verdict.ifPast
    if (
      !ahead &&
      isLimit(raw) &&
      reason === 'form' &&
      isYearless(raw) &&
      frame.baseDay - last.last > longPast &&
      frame.seen.year === undefined &&
      promises(around, raw)
    ) {
      // 3月底前完成 in a draft of November is next spring's, not a story of last spring.
      const again = resolveEnds(raw, frame, { ...verdict, lean: 'future' })
      first = again.first
      last = again.last
      nature = verdict.ifFuture
    } else if (!ahead && nature === 'historical') reason = 'narrative'
    else if (!ahead && nature === 'done') reason = 'done'
    else if (nature === 'historical' && raw.point?.festival) reason = 'narrative'
    else if (ahead && nature === 'plan' && reason === 'narrative') reason = 'ahead'
  }
  if (raw.suffix === 'during' && raw.point?.festival && nature !== 'historical')
    last.last = endOfHoliday(options, last.last)
  const faults = [first.fault, last === first ? undefined : last.fault].filter(fault => fault !== undefined)
  const invalid = faults.some(fault => fault.code !== 'weekday-mismatch')
  let from = invalid
    ? null
    : first.ms === undefined
      ? startOfDay(zone, first.first)
      : instantAt(zone, first.first, first.ms)
  let to: Instant | null = invalid ? null : endOf(zone, last)
  const codes: AmbiguityCode[] = []
  const alternatives: Alternative[] = []
  const owed = nature === 'obligation' || nature === 'plan'
  if (owed) codes.push(...first.asks, ...(last === first ? none : last.asks))
  if (to !== null && raw.suffix === 'before' && raw.form === 'point')
    to = beforePoint(pass, raw, last, to, owed, codes, alternatives)
  // 春节前 ends before the day it names.
  if (from !== null && to !== null && from > to && faults.length === 0)
    from = startOfDay(zone, wallTime(zone, to).day)
  if (owed && to !== null) {
    if (last.other !== undefined)
      alternatives.push({ due: endOfDay(zone, last.other), why: ambiguity('year-missing').text })
    if (raw.suffix === 'about') codes.push('about')
    if (raw.point?.dayFrom === 'event' && raw.point.dayShift === 0 && raw.point.hour === undefined)
      codes.push('same-day-late')
    if (last.ms === undefined && raw.suffix !== 'since')
      addDayDoubts(pass, raw, wallTime(zone, to).day, nature, codes, alternatives)
  }
  if (nature === 'as-of') {
    if (to !== null && wallTime(zone, to).day > frame.baseDay && last.precision === 'day')
      codes.push('cut-off-later')
    if (/截止[到至]?$/.test(pass.text.slice(Math.max(0, raw.start - 3), raw.start)))
      codes.push('cut-off-word')
  }
  if (verdict.reason === 'relative') codes.push('clock-start')
  if (nature === 'condition' && raw.point?.dayShift === 0 && raw.suffix === 'since')
    codes.push('today-from-date')
  if (nature !== 'quoted' && !invalid && raw.point) {
    remember(pass, raw.point, first)
    if (raw.last) remember(pass, raw.last, last)
    if (
      (nature === 'historical' || nature === 'done') &&
      !verdict.superseded &&
      first.precision !== 'month' &&
      first.first === first.last
    )
      pass.told = { day: first.first, end: raw.end }
  }
  if (
    raw.point?.bareYear &&
    raw.form === 'point' &&
    (raw.suffix === 'none' || raw.suffix === 'during' || raw.suffix === 'since') &&
    !/[到至]$/.test(pass.text.slice(Math.max(0, raw.start - 1), raw.start)) &&
    reason !== 'label'
  )
    return undefined
  const openEnded =
    raw.suffix === 'after' ||
    verdict.reason === 'relative' ||
    (raw.suffix === 'since' && raw.form === 'point')
  const due = openEnded ? (raw.suffix === 'since' ? from : null) : to
  return make(pass, raw, nature, reason, {
    due,
    from: raw.suffix === 'after' ? to : from,
    to: openEnded ? null : to,
    precision: invalid ? 'none' : last.precision,
    codes,
    alternatives,
    faults,
    superseded: verdict.superseded,
    open: verdict.open,
  })
}

function endOfHoliday(options: TimeOptions, day: number): number {
  let last = day
  while (
    last - day < 12 &&
    options.calendar.holidayName(last) !== undefined &&
    options.calendar.holidayName(last + 1) !== undefined
  )
    last++
  return last
}

function resolveEnds(raw: RawTime, frame: Frame, verdict: Verdict): { first: Resolved; last: Resolved } {
  if (raw.last) return resolveRange(raw.point!, raw.last, frame, verdict.lean, verdict.open)
  const only = resolvePoint(raw.point!, frame, verdict.lean, verdict.open)
  return { first: only, last: only }
}

const isTimeOnly = (raw: RawTime): boolean => {
  const p = raw.point!
  return (
    (p.hour !== undefined || p.officeEnd) &&
    p.day === undefined &&
    p.month === undefined &&
    p.dayShift === undefined &&
    p.weekday === undefined &&
    p.weekShift === undefined &&
    p.monthShift === undefined &&
    p.festival === undefined
  )
}

function endOf(zone: string, resolved: Resolved): Instant {
  if (resolved.untilMs !== undefined) return instantAt(zone, resolved.last, resolved.untilMs)
  return resolved.ms === undefined
    ? endOfDay(zone, resolved.last)
    : instantAt(zone, resolved.last, resolved.ms)
}

/** 前 behind a day includes it; behind a longer period it is read as its end, and asked about. */
function beforePoint(
  pass: Pass,
  raw: RawTime,
  last: Resolved,
  to: Instant,
  owed: boolean,
  codes: AmbiguityCode[],
  alternatives: Alternative[],
): Instant {
  const { zone } = pass.options
  if (raw.point!.festivalOrYearEnd && owed) {
    codes.push('before-new-year')
    alternatives.push({
      due: endOfDay(zone, dayOf(pass.frame.baseDate.year, 12, 31)),
      why: ambiguity('before-new-year').text,
    })
  }
  if (raw.point!.festival !== undefined) return endOfDay(zone, last.first - 1)
  // 中午前 is before noon, not before the end of the noon break.
  if (last.untilMs !== undefined && raw.point!.dayPart?.endsWith('午') && /[中正]/.test(raw.point!.dayPart))
    return instantAt(zone, last.last, last.ms)
  if (!owed || last.ms !== undefined) return to
  const period = last.precision !== 'day'
  const code: AmbiguityCode = period ? 'before-period' : 'before-inclusive'
  if (raw.point!.part === 'end' || raw.point!.planEnd !== undefined) return to
  codes.push(code)
  alternatives.push({ due: endOfDay(zone, last.first - 1), why: ambiguity(code).text })
  return to
}
