// The next occurrence of a recurring time, at or after the base.

import type { Instant } from '../../types'
import { addWorkdays } from './calendar'
import { dateOf, dayOf, daysInMonth, hourMs, minuteMs, weekdayOf } from './civil'
import type { TimeOptions } from './expression'
import type { RawTime } from './point'
import type { Frame, Resolved } from './resolve'
import { partOfDay, resolvePoint } from './resolve'
import { endOfDay, instantAt, startOfDay } from './zone'

export interface EveryDue {
  readonly due: Instant
  readonly from: Instant
  readonly day: number
  readonly timed: boolean
  readonly fault: Resolved['fault']
}

export function everyDue(raw: RawTime, frame: Frame, options: TimeOptions): EveryDue {
  let found: EveryDue | undefined
  for (let step = 0; step < 15; step++) {
    found = occurrence(raw, frame, options, step)
    // 每月31日 skips the months that have none.
    if (found && (found.fault || found.due >= options.base)) return found
  }
  return found!
}

function occurrence(raw: RawTime, frame: Frame, options: TimeOptions, step: number): EveryDue | undefined {
  const point = raw.point!
  const { year, month } = frame.baseDate
  if (raw.every!.dayless) return endOfCycle(raw, frame.baseDay, options)
  switch (raw.every!.cycle) {
    case 'day':
      return at(raw, frame.baseDay + step, options)
    case 'week': {
      const monday = frame.baseDay - weekdayOf(frame.baseDay) + 1
      return at(raw, monday + step * 7 + (point.weekday === 8 ? 6 : point.weekday! - 1), options)
    }
    case 'month':
      return inMonth(raw, year, month + step, options)
    case 'quarter': {
      const first = month - ((month - 1) % 3) + step * 3
      return inMonth(raw, year, first + (raw.every!.monthOfQuarter ?? 3) - 1, options)
    }
    case 'half-year': {
      const last = (month <= 6 ? 6 : 12) + step * 6
      return at(raw, dayOf(year, last, daysInMonth(year, last)), options)
    }
    default: {
      const resolved = resolvePoint({ ...point, year: year + step }, frame, 'future', true)
      const there = at(raw, resolved.last, options)
      return resolved.fault && resolved.fault.code !== 'weekday-mismatch' && step > 3
        ? { ...there, fault: resolved.fault }
        : resolved.fault
          ? undefined
          : there
    }
  }
}

/** 每月报送一次: any day will do, so the last of the running cycle is the limit. */
function endOfCycle(raw: RawTime, baseDay: number, options: TimeOptions): EveryDue {
  const { year, month } = dateOf(baseDay)
  switch (raw.every!.cycle) {
    case 'day':
      return at(raw, baseDay, options)
    case 'week':
      return at(raw, baseDay + 7 - weekdayOf(baseDay), options)
    case 'quarter':
      return at(raw, dayOf(year, month + ((3 - (month % 3)) % 3) + 1, 1) - 1, options)
    case 'half-year':
      return at(raw, dayOf(year, month <= 6 ? 7 : 13, 1) - 1, options)
    case 'year':
      return at(raw, dayOf(year, 12, 31), options)
    default:
      return at(raw, dayOf(year, month + 1, 1) - 1, options)
  }
}

function inMonth(raw: RawTime, year: number, month: number, options: TimeOptions): EveryDue | undefined {
  const point = raw.point!
  const length = daysInMonth(year, month)
  if (raw.every!.workdayNumber !== undefined)
    return at(
      raw,
      addWorkdays(options.calendar, dayOf(year, month, 1) - 1, raw.every!.workdayNumber),
      options,
    )
  if (point.day !== undefined) {
    if (point.day < 1 || point.day > 31) {
      const there = at(raw, dayOf(year, month, 1), options)
      return {
        ...there,
        fault: { code: 'impossible-date', text: [`没有${point.day}日`, `There is no day ${point.day}`] },
      }
    }
    return point.day > length ? undefined : at(raw, dayOf(year, month, point.day), options)
  }
  const last = {
    start: 10,
    middle: 20,
    late: length,
    end: length,
    'first-half': 15,
    'second-half': length,
    'first-and-second': 20,
    'second-and-third': length,
  }[point.part ?? 'end']
  return at(raw, dayOf(year, month, last), options)
}

function at(raw: RawTime, day: number, options: TimeOptions): EveryDue {
  const { hour, minute, officeEnd, dayPart } = raw.point!
  const part = hour === undefined && dayPart ? partOfDay(dayPart)?.to : undefined
  const ms = officeEnd
    ? (options.officeEnd ?? defaultOfficeEnd) * minuteMs
    : part !== undefined
      ? part * hourMs
      : hour === undefined
        ? undefined
        : hour * hourMs + (minute ?? 0) * minuteMs
  return {
    due: ms === undefined ? endOfDay(options.zone, day) : instantAt(options.zone, day, ms),
    from: startOfDay(options.zone, day),
    day,
    timed: ms !== undefined,
    fault: undefined,
  }
}

/** 17:30, the usual end of office hours. */
export const defaultOfficeEnd = 17 * 60 + 30
