// Spans such as 24小时, 3个工作日, 半个月, and adding them after the Civil Code: the first day does not count (§201), a
// month ends on its corresponding day (§202), a last day that is free rolls to the next working day (§203).

import type { Bilingual, Instant } from '../../types'
import { addWorkdays, isKnownBetween, type WorkCalendar, workdayOnOrAfter } from './calendar'
import { addMonths, minuteMs } from './civil'
import { arabicShort, foldShort } from './numerals'
import { endOfDay, wallTime } from './zone'

/** A length of time; only one of workdays/minutes/days+months is usual, but 一个半月 has two. */
export interface TimeSpan {
  readonly months: number
  readonly days: number
  readonly workdays: number
  readonly minutes: number
}

const noSpan: TimeSpan = { months: 0, days: 0, workdays: 0, minutes: 0 }

export type SpanUnit =
  | 'minute'
  | 'hour'
  | 'day'
  | 'workday'
  | 'week'
  | 'half-month'
  | 'month'
  | 'quarter'
  | 'year'

/** `count` may end in .5. Undefined where halves make no sense (半个工作日). */
export function spanOf(count: number, unit: SpanUnit): TimeSpan | undefined {
  const whole = Math.floor(count)
  const half = count - whole
  switch (unit) {
    case 'minute':
      return { ...noSpan, minutes: count }
    case 'hour':
      return { ...noSpan, minutes: Math.round(count * 60) }
    case 'day':
      return half ? { ...noSpan, days: whole, minutes: half * 1440 } : { ...noSpan, days: whole }
    case 'workday':
      return half ? undefined : { ...noSpan, workdays: whole }
    case 'week':
      return half ? undefined : { ...noSpan, days: whole * 7 }
    case 'half-month':
      return { ...noSpan, days: whole * 15 }
    case 'month':
      return { ...noSpan, months: whole, days: half ? 15 : 0 }
    case 'quarter':
      return half ? undefined : { ...noSpan, months: whole * 3 }
    case 'year':
      return { ...noSpan, months: whole * 12 + (half ? 6 : 0) }
  }
}

export interface Addition {
  readonly due: Instant
  /** The last day before it was moved off a holiday; equal to the day of `due` when nothing moved. */
  readonly nominalDay: number
  readonly rolled: boolean
  /** Working days were counted through a year whose holidays are not known. */
  readonly estimated: boolean
}

/** Hours run on continuously, nights and holidays included; whole days end at 24:00. */
export function addSpan(start: Instant, span: TimeSpan, zone: string, calendar: WorkCalendar): Addition {
  const from = wallTime(zone, start).day
  if (span.months === 0 && span.days === 0 && span.workdays === 0) {
    const due = start + span.minutes * minuteMs
    return { due, nominalDay: wallTime(zone, due).day, rolled: false, estimated: false }
  }
  const nominal = addMonths(from, span.months) + span.days
  if (span.workdays > 0) {
    const last = addWorkdays(calendar, nominal, span.workdays)
    return {
      due: endOfDay(zone, last),
      nominalDay: last,
      rolled: false,
      estimated: !isKnownBetween(calendar, from, last),
    }
  }
  if (span.minutes > 0) {
    const due = start + (nominal - from) * 1440 * minuteMs + span.minutes * minuteMs
    return { due, nominalDay: nominal, rolled: false, estimated: false }
  }
  const last = workdayOnOrAfter(calendar, nominal)
  return {
    due: endOfDay(zone, last),
    nominalDay: nominal,
    rolled: last !== nominal,
    estimated: last !== nominal && !isKnownBetween(calendar, nominal, last),
  }
}

const units: readonly (readonly [RegExp, SpanUnit])[] = [
  [/^(?:个)?(?:工作日|工作天|workdays?|working days?|business days?)/i, 'workday'],
  [/^(?:个)?(?:小时|钟头|hours?|hrs?|h)(?![a-z])/i, 'hour'],
  [/^(?:分钟|分|minutes?|mins?|min)(?![a-z])/i, 'minute'],
  [/^(?:个)?(?:自然日|日历日)/, 'day'],
  [/^(?:日|天|昼夜|days?|d)(?![a-z])/i, 'day'],
  [/^(?:个)?(?:星期|礼拜|周|weeks?|w)(?![a-z])/i, 'week'],
  [/^(?:个)?(?:月|months?)(?![a-z])/i, 'month'],
  [/^(?:个)?季度?/, 'quarter'],
  [/^(?:周年|年|years?|y)(?![a-z])/i, 'year'],
]

export interface ReadSpan {
  readonly ok: true
  readonly span: TimeSpan
}

export interface UnreadSpan {
  readonly ok: false
  readonly code: 'empty' | 'not-a-span'
  readonly reason: Bilingual
}

/** Reads `24小时`, `2小时30分`, `3个工作日`, `半小时`, `三日内`, `1个月`, `一个半月`, `24h`. */
export function parseSpan(text: string): ReadSpan | UnreadSpan {
  const refuse = (): UnreadSpan => ({
    ok: false,
    code: text.trim() === '' ? 'empty' : 'not-a-span',
    reason: [
      `“${text.trim().slice(0, 40)}”不是能读懂的时限，请写成 24小时、40分钟 或 3个工作日`,
      `"${text.trim().slice(0, 40)}" is not a span; write 24小时, 40分钟 or 3个工作日`,
    ],
  })
  if (text.length > 60) return refuse()
  let rest = arabicShort(foldShort(text).replace(/(?<=[月年天日周时])零(?=.)/g, '')).replace(/\s+/g, '')
  rest = rest
    .replace(/^(?:不超过|不得超过|限|限期|最迟|接报后|事发后|获知后|发现后)+/, '')
    .replace(/(?:之内|以内|内|之前|前)$/, '')
  let total: TimeSpan | undefined
  while (rest !== '') {
    const number = /^(\d+(?:\.\d+)?)(个半|半)?|^(半)(?:个)?|^个(半)/.exec(rest)
    if (!number) return refuse()
    rest = rest.slice(number[0].length)
    const unit = units.find(([pattern]) => pattern.test(rest))
    if (!unit) return refuse()
    // 11月25日 is a date; only 1个月 is a length.
    if (unit[1] === 'month' && rest.startsWith('月') && !number[0].includes('个')) return refuse()
    rest = rest.slice(unit[0].exec(rest)![0].length)
    let count = number[1] === undefined ? 0.5 : Number(number[1]) + (number[2] ? 0.5 : 0)
    if (/^半(?!小时|天|年|月)/.test(rest)) {
      count += 0.5
      rest = rest.slice(1)
    }
    const part = spanOf(count, unit[1])
    if (!part || !(count > 0) || count > 10_000) return refuse()
    total = total ? plus(total, part) : part
  }
  return total ? { ok: true, span: total } : refuse()
}

function plus(a: TimeSpan, b: TimeSpan): TimeSpan {
  return {
    months: a.months + b.months,
    days: a.days + b.days,
    workdays: a.workdays + b.workdays,
    minutes: a.minutes + b.minutes,
  }
}

/** `24 小时` · `2 小时 30 分钟` · `3 个工作日` · `1 个月`. */
export function spanText(span: TimeSpan): string {
  const parts: string[] = []
  if (span.months) parts.push(span.months % 12 === 0 ? `${span.months / 12} 年` : `${span.months} 个月`)
  if (span.days) parts.push(`${span.days} 天`)
  if (span.workdays) parts.push(`${span.workdays} 个工作日`)
  const hours = Math.floor(span.minutes / 60)
  const minutes = Math.round(span.minutes % 60)
  if (hours) parts.push(`${hours} 小时`)
  if (minutes) parts.push(`${minutes} 分钟`)
  return parts.join(' ') || '0 分钟'
}
