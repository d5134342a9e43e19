// Reads one written time (a front matter value) as an instant, in all the forms people use; refuses with a reason.

import type { Bilingual, Instant } from '../../types'
import { dateOf, dayOf, daysInMonth, hourMs, minuteMs, weekdayNames, weekdayOf } from './civil'
import { arabicShort, foldShort } from './numerals'
import { endOfDay, instantAt, wallTime } from './zone'

export type InstantPrecision = 'day' | 'hour' | 'minute' | 'second'

export interface ReadInstant {
  readonly ok: true
  /** With day precision: the start of that day. */
  readonly instant: Instant
  /** The last moment the words allow: the end of the day, else the instant itself. */
  readonly until: Instant
  readonly precision: InstantPrecision
  /** 许, 左右, 约: the writer says that the time is not exact. */
  readonly approximate: boolean
  /** The year was not written and was taken from the neighbourhood of `base`. */
  readonly yearAssumed: boolean
  /** Something doubtful that does not keep the time from being read. */
  readonly problem?: Bilingual
}

export interface UnreadInstant {
  readonly ok: false
  readonly code: 'empty' | 'not-a-time' | 'no-year' | 'impossible-date' | 'impossible-time'
  readonly reason: Bilingual
}

const refuse = (code: UnreadInstant['code'], zh: string, en: string): UnreadInstant => ({
  ok: false,
  code,
  reason: [zh, en],
})

const datePart = /^(?:(\d{4})\s*(?:年|[-/.])\s*)?(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*(?:日|号|(?!\d))/
const compact = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/
const weekdayPart = /^\(?(?:星期|周|礼拜)([一二三四五六日天\d])\)?/
const dayPart = /^(凌晨|清晨|早上|早晨|早|上午|中午|正午|午后|下午|傍晚|晚上|晚间|夜间|晚|深夜)/
const clockPart =
  /^(\d{1,2})(?:\s*[时点:](?:钟|整)?\s*(?:(\d{1,2})\s*(?:分|:(?=\d))?(?:\s*(\d{1,2})(?:\.\d+)?\s*秒?)?|(半))?)(?:整)?/
const zonePart = /^(Z|(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?|\(?北京时间\)?|CST)/i

/**
 * Reads `2026-11-22`, `2026-11-22 08:30`, `2026年11月22日8时30分`, `2026/11/22 8:30`, ISO 8601 with a zone, full-width
 * digits, Chinese numerals. A time without a year needs `base`, near which (not after it by more than a month) it is put.
 */
export function parseInstant(text: string, zone: string, base?: Instant): ReadInstant | UnreadInstant {
  if (text.trim() === '') return refuse('empty', '没有填写时间', 'No time is given')
  if (text.length > 80) return refuse('not-a-time', '不是时间：内容太长', 'Too long to be a time')
  let rest = arabicShort(foldShort(text)).replace(/^(?:北京时间|约|大约)\s*/, '')
  let approximate = rest.length < foldShort(text).length && /^(?:约|大约)/.test(text.trim())

  const digits = compact.exec(rest)
  if (digits)
    rest = `${digits[1]}-${digits[2]}-${digits[3]}${digits[4] ? ` ${digits[4]}:${digits[5]}:${digits[6] ?? '00'}` : ''}`

  const date = datePart.exec(rest)
  if (!date)
    return refuse(
      'not-a-time',
      `“${text.trim()}”不是能读懂的时间，请写成 2026-11-22 08:30`,
      `"${text.trim()}" is not a time; write 2026-11-22 08:30`,
    )
  const month = Number(date[2])
  const dayOfMonth = Number(date[3])
  rest = rest.slice(date[0].length).replace(/^[\sT,]+/, '')

  let year: number
  const yearAssumed = date[1] === undefined
  if (date[1] !== undefined) year = Number(date[1])
  else if (base === undefined)
    return refuse('no-year', `“${text.trim()}”没有写年份，请补上`, `"${text.trim()}" has no year`)
  else year = nearYear(month, dayOfMonth, wallTime(zone, base).day)
  if (month < 1 || month > 12)
    return refuse('impossible-date', `没有${month}月`, `There is no month ${month}`)
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month))
    return refuse(
      'impossible-date',
      `${year}年${month}月没有${dayOfMonth}日，最后一天是${daysInMonth(year, month)}日`,
      `${year}-${month} has no day ${dayOfMonth}; its last day is ${daysInMonth(year, month)}`,
    )
  const day = dayOf(year, month, dayOfMonth)

  let problem: Bilingual | undefined
  const weekday = weekdayPart.exec(rest)
  if (weekday) {
    const stated = weekday[1] === '天' || weekday[1] === '日' ? 7 : Number(arabicShort(weekday[1]!))
    if (stated !== weekdayOf(day))
      problem = [
        `${year}年${month}月${dayOfMonth}日是星期${weekdayNames[weekdayOf(day)]}，不是星期${weekdayNames[stated] ?? stated}`,
        `${year}-${month}-${dayOfMonth} is not that weekday`,
      ]
    rest = rest.slice(weekday[0].length).trimStart()
  }

  const part = dayPart.exec(rest)?.[1]
  if (part) rest = rest.slice(part.length).trimStart()
  const clock = clockPart.exec(rest)
  if (!clock) {
    if (rest !== '' || part)
      return refuse(
        'not-a-time',
        `看不懂日期后面的“${part ?? ''}${rest}”，请写成 08:30`,
        `Cannot read "${part ?? ''}${rest}" after the date; write 08:30`,
      )
    return {
      ok: true,
      instant: instantAt(zone, day),
      until: endOfDay(zone, day),
      precision: 'day',
      approximate,
      yearAssumed,
      ...(problem && { problem }),
    }
  }
  rest = rest.slice(clock[0].length).trimStart()
  const hour = hourOf(Number(clock[1]), part)
  const minute = clock[4] ? 30 : Number(clock[2] ?? 0)
  const second = Number(clock[3] ?? 0)
  const overnight = hour >= 24 && Number(clock[1]) <= 12
  if (
    (hour > 24 && !overnight) ||
    minute > 59 ||
    second > 59 ||
    (hour === 24 && !overnight && minute + second > 0)
  )
    return refuse(
      'impossible-time',
      `没有“${clock[0].trim()}”这个时刻，一天只到24时`,
      `There is no time ${clock[0].trim()}`,
    )
  if (/^(?:许|左右|前后)/.test(rest)) {
    approximate = true
    rest = rest.replace(/^(?:许|左右|前后)\s*/, '')
  }
  const offset = zonePart.exec(rest)
  if (offset) rest = rest.slice(offset[0].length).trimStart()
  if (rest !== '')
    return refuse('not-a-time', `看不懂时间后面的“${rest}”`, `Cannot read "${rest}" after the time`)
  const ms = hour * hourMs + minute * minuteMs + second * 1000
  const instant = offset ? withOffset(zone, day, ms, offset) : instantAt(zone, day, ms)
  return {
    ok: true,
    instant,
    until: instant,
    precision: clock[3] !== undefined ? 'second' : clock[2] !== undefined || clock[4] ? 'minute' : 'hour',
    approximate,
    yearAssumed,
    ...(problem && { problem }),
  }
}

function withOffset(zone: string, day: number, ms: number, offset: RegExpExecArray): Instant {
  const wall = instantAt('UTC', day, ms)
  if (/^z$/i.test(offset[1]!)) return wall
  if (!offset[2])
    return /北京|CST/i.test(offset[1]!) ? instantAt('Asia/Shanghai', day, ms) : instantAt(zone, day, ms)
  const size = Number(offset[3]) * hourMs + Number(offset[4] ?? 0) * minuteMs
  return offset[2] === '-' ? wall + size : wall - size
}

/** 下午3点 is 15, 晚12点 is 24, 凌晨12点 is 0; an hour that is already of 24 stays. */
export function hourOf(hour: number, part: string | undefined): number {
  if (!part || hour > 12) return hour
  if (/凌晨|清晨|早|上午/.test(part)) return hour === 12 && part === '凌晨' ? 0 : hour
  if (/中午|正午/.test(part)) return hour < 10 && hour > 0 ? hour + 12 : hour
  if (/下午|午后|傍晚/.test(part)) return hour < 12 ? hour + 12 : hour
  // 夜间1时 and 深夜2时 are after midnight; 晚8时 is before it.
  if (/夜/.test(part)) return hour >= 5 && hour <= 12 ? hour + 12 : hour
  // 今晚12点, 今晚0点 and 今晚1点 are the midnight that ends the evening and what comes after it: 24, 24 and 25.
  return hour === 12 || hour < 5 ? (hour % 12) + 24 : hour + 12
}

/** The year that puts a date near `day`, not more than a month after it. */
function nearYear(month: number, dayOfMonth: number, day: number): number {
  const { year } = dateOf(day)
  return dayOf(year, month, dayOfMonth) > day + 31 ? year - 1 : year
}
