// When a length of time ends: which moment it runs from, and the rules of counting.

import type { Instant } from '../../types'
import type { AmbiguityCode } from './ambiguity'
import { addWorkdays } from './calendar'
import { dateOf, dayOf, minuteMs } from './civil'
import type { TimeOptions } from './expression'
import type { RawTime } from './point'
import type { Precision } from './resolve'
import { addSpan, spanText } from './span'
import { endOfDay, formatChinese, formatDay, instantAt, startOfDay, wallTime } from './zone'

export interface SpanDue {
  readonly due: Instant
  readonly from: Instant
  readonly precision: Precision
  readonly asks: readonly AmbiguityCode[]
  readonly others: readonly { readonly due: Instant; readonly ask: AmbiguityCode }[]
  readonly arithmetic: string
}

/** A start named in the text or the front matter. */
export interface SpanStart {
  readonly instant: Instant
  /** Only the day is known. */
  readonly dayOnly: boolean
  readonly asks: readonly AmbiguityCode[]
  readonly name: string
  /** It runs from an event whose moment nobody gave (验收合格后30日内): no day can be computed. */
  readonly unknown?: boolean
}

const reportClock =
  /(?:接报|接到(?:群众)?(?:报告|报警|举报|信息|电话)|获悉|获知|知悉)(?:[^，。；]{0,6}|[^，。；]{0,2}，[^，。；]{0,12})$/
const eventClock = /(?:事发|发生|事故)[^，。；]{0,6}$/
const foundClock = /发现[^，。；]{0,6}$/
const paperClock =
  /(?:收到|接到|接件|接单|派单|交办|转办|收文|印发|下发|发布|通知|受理|公布|立案|送达|签收|会议|会后)[^，。；]{0,12}(?:之日起|之后|后|起)[，]?$/
/** 验收合格后, 项目获批之日起: some event; 今后 and 随后 name none. */
const otherEvent = /[^，。；：、\d\s]{2,12}(?<![今然最随此])(?:之日起|之后|以后|后)[，]?$/

/** What the span counts from when no date is tied to it. `left`: the text before it. `inText`: moments found in the text. */
export function chooseStart(
  raw: RawTime,
  left: string,
  options: TimeOptions,
  inText: { occurred: Instant | undefined; received: Instant | undefined },
): SpanStart {
  const occurred = inText.occurred ?? options.occurred
  const received = inText.received ?? options.received
  const byClock = raw.span!.minutes > 0
  const named = (instant: Instant, name: string, asks: readonly AmbiguityCode[] = []): SpanStart => ({
    instant,
    dayOnly: false,
    asks,
    name,
  })
  const unknown: SpanStart = { ...baseStart(options, byClock, []), asks: ['start-undated'], unknown: true }
  if (reportClock.test(left) && received !== undefined) return named(received, '接报')
  if (eventClock.test(left) && occurred !== undefined) return named(occurred, '事发')
  if (foundClock.test(left) && (received ?? occurred) !== undefined)
    return named((received ?? occurred)!, '发现')
  if (paperClock.test(left)) return baseStart(options, byClock, ['clock-start'])
  const told = received !== undefined || occurred !== undefined
  if (otherEvent.test(left) && !(told && /(?:事发|接报|发生|发现|获悉|获知|知悉)/.test(left))) return unknown
  if (byClock) {
    // 接报 is when the unit's own clock starts; without it the event's time is the next best.
    if (received !== undefined) return named(received, '接报', occurred === undefined ? [] : ['clock-start'])
    if (occurred !== undefined) return named(occurred, '事发')
    return baseStart(options, true, ['clock-start'])
  }
  if (
    /(?:事发|接报|发生|发现|获悉|获知|知悉)[^，。；]{0,6}$/.test(left) &&
    (received ?? occurred) !== undefined
  )
    return named((received ?? occurred)!, '接报')
  return baseStart(options, false, [])
}

function baseStart(options: TimeOptions, byClock: boolean, asks: readonly AmbiguityCode[]): SpanStart {
  const dayOnly = options.basePrecision === 'day'
  return {
    // Hours cannot run from a bare date: its last moment is taken, so that nothing is called late too early.
    instant:
      byClock && dayOnly
        ? endOfDay(options.zone, wallTime(options.zone, options.base).day) + 1
        : options.base,
    dayOnly,
    asks: byClock && dayOnly ? [...asks, 'clock-day-only'] : asks,
    name: '成稿',
  }
}

/** `owed`: only a duty is moved off a holiday; a forecast of three days means three days. */
export function spanDue(raw: RawTime, start: SpanStart, options: TimeOptions, owed: boolean): SpanDue {
  const { zone, calendar } = options
  const span = raw.span!
  const asks: AmbiguityCode[] = [...start.asks]
  const others: { due: Instant; ask: AmbiguityCode }[] = []
  const sum = addSpan(start.instant, span, zone, calendar)
  const byClock = span.minutes > 0
  const from = wallTime(zone, start.instant)
  const { year } = dateOf(from.day)
  let due = sum.due
  if (raw.suffix === 'after') {
    asks.push('after-not-within')
    if (!byClock) due = endOfDay(zone, sum.nominalDay)
  } else if (sum.rolled && !owed) {
    due = endOfDay(zone, sum.nominalDay)
  } else if (sum.rolled) {
    asks.push('rolled-by-law')
    others.push({ due: endOfDay(zone, sum.nominalDay), ask: 'rolled-by-law' })
  }
  if (raw.spanUnit === 'day' && !byClock && raw.suffix === 'within') {
    asks.push('natural-days')
    others.push({ due: endOfDay(zone, addWorkdays(calendar, from.day, span.days)), ask: 'natural-days' })
  }
  if (raw.spanUnit === 'year' && raw.count === 0.5) asks.push('half-year')
  if (raw.spanRange) asks.push('upper-bound')
  if (sum.estimated) asks.push('no-holiday-data')
  const length = spanText(span)
  return {
    due,
    from: byClock ? start.instant : startOfDay(zone, from.day),
    precision: byClock ? 'minute' : 'day',
    asks,
    others,
    arithmetic: byClock
      ? `${start.name} ${formatChinese(start.instant, zone, year)} + ${length} = ${formatChinese(due, zone, year)}`
      : `${start.name} ${formatDay(from.day, year)} + ${length} = ${formatDay(wallTime(zone, due).day, year)}`,
  }
}

/** The next time that a recurring limit falls due, at or after the base. */
export function closeDue(raw: RawTime, options: TimeOptions): SpanDue {
  const { zone, calendar } = options
  const base = wallTime(zone, options.base)
  const { year, month } = dateOf(base.day)
  const months =
    raw.every!.cycle === 'month'
      ? 1
      : raw.every!.cycle === 'quarter'
        ? 3
        : raw.every!.cycle === 'half-year'
          ? 6
          : 12
  const begun = month - 1 - ((month - 1) % months)
  let result: SpanDue | undefined
  for (let back = 0; back < 3; back++) {
    const lastDay = dayOf(year, begun + 1 + months * back, 1) - 1
    const sum = addSpan(instantAt(zone, lastDay), raw.span!, zone, calendar)
    result = {
      due: sum.due,
      from: startOfDay(zone, lastDay),
      precision: 'day',
      asks: sum.estimated ? ['no-holiday-data'] : [],
      others: [],
      arithmetic: `${formatDay(lastDay, year)} + ${spanText(raw.span!)} = ${formatDay(wallTime(zone, sum.due).day, year)}`,
    }
    if (sum.due >= options.base) break
  }
  return result!
}

/** 每2小时报告: one interval from the start. */
export function intervalDue(raw: RawTime, options: TimeOptions): Instant {
  const span = raw.span!
  if (span.minutes > 0) return options.base + span.minutes * minuteMs
  return addSpan(options.base, span, options.zone, options.calendar).due
}
