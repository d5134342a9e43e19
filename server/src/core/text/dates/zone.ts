// Instants and the wall clock of a named zone. Only Intl is asked, so the machine's own zone never matters.

import type { Instant } from '../../types'
import { dateOf, dayMs, dayOf, hourMs, isoDay, minuteMs, pad } from './civil'

/** A moment on the wall clock: day number and milliseconds since that day's 00:00. */
export interface WallTime {
  readonly day: number
  readonly ms: number
}

interface ZoneClock {
  readonly zone: string
  readonly format: Intl.DateTimeFormat
  /** Offset by UTC day, for days without a change of clocks. */
  readonly offsets: Map<number, number>
  /** When a day begins, by day. */
  readonly starts: Map<number, Instant>
}

export const defaultZone = 'Asia/Shanghai'
const clocks = new Map<string, ZoneClock>()

/** A draft asks thousands of times for the same zone. */
let lastClock: ZoneClock | undefined

function clockOf(zone: string): ZoneClock {
  if (lastClock?.zone === zone) return lastClock
  let clock = clocks.get(zone)
  if (!clock) {
    let format: Intl.DateTimeFormat
    try {
      format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    } catch {
      // Settings refuse unknown names; a slip elsewhere must still give an answer.
      format = new Intl.DateTimeFormat('en-US', { timeZone: defaultZone, timeZoneName: 'longOffset' })
    }
    if (clocks.size > 50) clocks.clear()
    clock = { zone, format, offsets: new Map(), starts: new Map() }
    clocks.set(zone, clock)
  }
  lastClock = clock
  return clock
}

function askOffset(clock: ZoneClock, instant: Instant): number {
  const found = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(clock.format.format(instant))
  if (!found?.[1]) return 0
  const size = Number(found[2]) * hourMs + Number(found[3]) * minuteMs + Number(found[4] ?? 0) * 1000
  return found[1] === '-' ? -size : size
}

const latest = 8.64e15
const mostKnown = 8000

/** Milliseconds that the zone's clock is ahead of UTC at the instant. */
export function offsetAt(zone: string, instant: Instant): number {
  const clock = clockOf(zone)
  const day = Math.floor(instant / dayMs)
  const known = clock.offsets.get(day)
  if (known !== undefined) return known
  if (!(Math.abs(instant) < latest - 2 * dayMs)) return 0
  const first = askOffset(clock, day * dayMs)
  if (first !== askOffset(clock, day * dayMs + dayMs - 1)) return askOffset(clock, instant)
  if (clock.offsets.size > mostKnown) clock.offsets.clear()
  clock.offsets.set(day, first)
  return first
}

/** The instant at which the zone's clock shows this time. In the gap of a clock change, the later reading. */
export function instantAt(zone: string, day: number, ms = 0): Instant {
  const wall = day * dayMs + ms
  const first = wall - offsetAt(zone, wall)
  const second = wall - offsetAt(zone, first)
  if (first === second) return first
  return wall - offsetAt(zone, second) === second ? second : Math.max(first, second)
}

export function wallTime(zone: string, instant: Instant): WallTime {
  const local = instant + offsetAt(zone, instant)
  const day = Math.floor(local / dayMs)
  return { day, ms: local - day * dayMs }
}

/** The last moment of a day: what is due "on" a day may be handed in until 24:00. */
export function endOfDay(zone: string, day: number): Instant {
  return startOfDay(zone, day + 1) - 1
}

export function startOfDay(zone: string, day: number): Instant {
  const { starts } = clockOf(zone)
  let start = starts.get(day)
  if (start === undefined) {
    start = instantAt(zone, day)
    if (starts.size > mostKnown) starts.clear()
    starts.set(day, start)
  }
  return start
}

/** `2026-04-28T10:00:00+08:00`. */
export function formatIso(instant: Instant, zone: string): string {
  const { day, ms } = wallTime(zone, instant)
  const seconds = Math.floor(ms / 1000)
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
  const offset = Math.round(offsetAt(zone, instant) / minuteMs)
  const size = Math.abs(offset)
  return `${isoDay(day)}T${clock}${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

/** `11月22日 08:30`, with the year where it differs from `year`; the last moment of a day is `24:00`. */
export function formatChinese(instant: Instant, zone: string, year?: number): string {
  const { day, ms } = wallTime(zone, instant)
  return `${formatDay(day, year)} ${formatClock(ms)}`
}

export function formatDay(day: number, year?: number): string {
  const date = dateOf(day)
  const prefix = year === undefined || year === date.year ? '' : `${date.year}年`
  return `${prefix}${date.month}月${date.day}日`
}

export function formatClock(ms: number): string {
  if (ms >= dayMs - 1) return '24:00'
  const minutes = Math.floor(ms / minuteMs)
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

/** `8 分钟` · `119 分钟` · `2 小时 10 分` · `1 天 3 小时` · `15 天`: minutes under two hours, then ever coarser. */
export function humanize(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / minuteMs)
  if (minutes < 1) return '不足 1 分钟'
  if (minutes < 120) return `${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 ? `${hours} 小时 ${minutes % 60} 分` : `${hours} 小时`
  const days = Math.floor(hours / 24)
  return hours % 24 && days < 10 ? `${days} 天 ${hours % 24} 小时` : `${days} 天`
}

/** How long the wording of `humanize` stays the same for a duration that grows (or shrinks) with the clock. */
export function wordingStep(ms: number): number {
  const size = Math.abs(ms)
  if (size < dayMs) return minuteMs
  return size < 10 * dayMs ? hourMs : dayMs
}

/** `2026-04-28` → day number; undefined for what is no date. */
export function readIsoDay(text: string): number | undefined {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim())
  if (!found) return undefined
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const number = dayOf(year, month, day)
  const back = dateOf(number)
  return back.year === year && back.month === month && back.day === day ? number : undefined
}
