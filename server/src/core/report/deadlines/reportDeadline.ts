// When a report is due, how it stands now, and when that answer changes.

import type { FrontMatterKey } from '../../document/head'
import type { WorkCalendar } from '../../text/dates/calendar'
import { dateOf, dayMs, hourMs, minuteMs } from '../../text/dates/civil'
import { addSpan, parseSpan, spanText } from '../../text/dates/span'
import { formatChinese, formatClock, humanize, instantAt, wallTime, wordingStep } from '../../text/dates/zone'
import type { Bilingual, Instant } from '../../types'
import type { KindId, Stage } from '../kinds'
import { chooseLimit } from './chooseLimit'
import { type ReadTimes, readTimes, timeKeys } from './readTimes'
import type {
  ClockStart,
  DeadlineState,
  LimitChoice,
  LimitSettings,
  ReportDeadline,
  ReportTimes,
  TimeProblem,
} from './types'

export interface DeadlineRequest {
  readonly kind: KindId
  readonly stage: Stage | undefined
  readonly times: ReportTimes
  readonly settings: LimitSettings
  readonly calendar: WorkCalendar
  readonly now: Instant
}

export const startNames: Readonly<Record<ClockStart, string>> = {
  occurred: '事发',
  received: '接报',
  known: '获知',
  found: '发现',
  identified: '认定',
  previous: '上次报送',
  closed: '处置结束',
}

interface Clock {
  readonly start: ClockStart
  readonly instant: Instant
  readonly name: string
}

export function reportDeadline(request: DeadlineRequest): ReportDeadline {
  const { kind, stage, settings, now } = request
  const times = readTimes(request.times, settings.timeZone, now)
  const choice = chooseLimit(kind, stage, request.times, settings, now)
  const problems: TimeProblem[] = [...times.problems, ...(choice?.problems ?? [])]
  const base = { choice, lateReason: request.times.lateReason?.trim() ?? '', problems }
  const clock = choice && choice.instant === undefined ? clockOf(choice, times, problems) : undefined
  const sum = choice ? dueOf(choice, clock, request, problems) : undefined
  if (!choice || !sum) {
    const handed = isHandedIn(request.times, times)
    return {
      ...base,
      state: !choice ? 'none' : handed ? 'submitted' : 'unknown',
      due: null,
      clock,
      arithmetic: '',
      standing: nothing,
      overdueBy: 0,
      milestones: [],
      nextChangeAt: undefined,
      nextWordingAt: undefined,
    }
  }
  return {
    ...base,
    clock,
    ...standingOf(sum.due, clock, times, request, problems),
    due: sum.due,
    arithmetic: sum.arithmetic,
    milestones: milestonesOf(choice, clock, request),
  }
}

const nothing: Bilingual = ['', '']

/** The times that may stand in for the one a limit names, best first. */
const substitutes: Readonly<
  Record<ClockStart, readonly ('occurred' | 'received' | 'previous' | 'closed')[]>
> = {
  occurred: ['occurred', 'received'],
  received: ['received', 'occurred'],
  known: ['received', 'occurred'],
  found: ['received', 'occurred'],
  identified: ['received', 'occurred'],
  previous: ['previous'],
  closed: ['closed'],
}

/** The entry that a clock is read from; 获知, 发现 and 认定 are written as 接报时间. */
const keyOf: Readonly<Record<ClockStart, FrontMatterKey>> = {
  occurred: timeKeys.occurred,
  received: timeKeys.received,
  known: timeKeys.received,
  found: timeKeys.received,
  identified: timeKeys.received,
  previous: timeKeys.previous,
  closed: timeKeys.closed,
}

function clockOf(choice: LimitChoice, times: ReadTimes, problems: TimeProblem[]): Clock | undefined {
  for (const key of substitutes[choice.start]) {
    const time = times[key]
    if (!time) continue
    const name =
      startNames[
        key === 'received' && choice.start !== 'occurred' && choice.start !== 'received' ? choice.start : key
      ]
    if (
      key !== choice.start &&
      !(
        key === 'received' &&
        (choice.start === 'known' || choice.start === 'found' || choice.start === 'identified')
      )
    )
      problems.push({
        code: 'clock-substituted',
        text: [
          `没有填${startNames[choice.start]}时间，按${name}时间起算`,
          `The time of ${choice.start} is missing; ${key} is taken`,
        ],
        key: keyOf[choice.start],
      })
    if (time.precision === 'day') {
      problems.push({
        code: 'clock-day-only',
        text: [
          `${name}时间只有日期，按当天24时起算，请补上几时几分`,
          'The start has no time of day; the end of that day is taken',
        ],
        key: timeKeys[key],
      })
      return { start: choice.start, instant: time.until + 1, name }
    }
    return { start: choice.start, instant: time.instant, name }
  }
  // 约稿 and other work in days may count from the day of the draft; an emergency may not.
  if (choice.origin === 'front-matter' && choice.start === 'received' && times.date && !isByClock(choice))
    return { start: choice.start, instant: times.date.instant, name: '成稿' }
  problems.push({
    code: 'clock-missing',
    text: [
      `没有填${startNames[choice.start]}时间，算不出报送时限`,
      `Without the time of ${choice.start} the limit cannot be computed`,
    ],
    key: keyOf[choice.start],
  })
  return undefined
}

function isByClock(choice: LimitChoice): boolean {
  const span = choice.span === undefined ? undefined : parseSpan(choice.span)
  return span?.ok === true && span.span.minutes > 0
}

function dueOf(
  choice: LimitChoice,
  clock: Clock | undefined,
  request: DeadlineRequest,
  problems: TimeProblem[],
): { due: Instant; arithmetic: string } | undefined {
  const zone = request.settings.timeZone
  if (choice.instant !== undefined)
    return { due: choice.instant, arithmetic: `报送时限 ${shown(choice.instant, zone, undefined)}` }
  if (!clock) return undefined
  const { year } = dateOf(wallTime(zone, clock.instant).day)
  const from = `${clock.name} ${formatChinese(clock.instant, zone, yearToHide(zone, request.now, year))}`
  if (choice.daily) {
    const due = nextDaily(choice.daily, clock.instant, zone)
    return { due, arithmetic: `${from} 之后的下一个报送时点 ${shown(due, zone, clock.instant)}` }
  }
  const span = choice.span === undefined ? undefined : parseSpan(choice.span)
  if (!span?.ok) return undefined
  const sum = addSpan(clock.instant, span.span, zone, request.calendar)
  if (sum.estimated)
    problems.push({
      code: 'no-holiday-data',
      text: [
        '这一年的放假安排还没有数据，按周一至周五估算',
        'The holidays of that year are not known; Monday to Friday is an estimate',
      ],
    })
  return {
    due: sum.due,
    arithmetic: `${from} + ${spanText(span.span)} = ${shown(sum.due, zone, clock.instant)}`,
  }
}

const yearToHide = (zone: string, now: Instant, year: number): number | undefined =>
  dateOf(wallTime(zone, now).day).year === year ? year : undefined

/** Only what differs from the start: `09:30`, `11月23日 08:30`, `2027年1月1日 02:00`. */
function shown(instant: Instant, zone: string, start: Instant | undefined): string {
  const wall = wallTime(zone, instant)
  if (start === undefined) return formatChinese(instant, zone)
  const from = wallTime(zone, start)
  if (from.day === wall.day) return formatClock(wall.ms)
  return formatChinese(instant, zone, dateOf(from.day).year)
}

function nextDaily(clocks: readonly string[], after: Instant, zone: string): Instant {
  const { day } = wallTime(zone, after)
  let best = Number.POSITIVE_INFINITY
  for (const clock of clocks) {
    const ms = Number(clock.slice(0, 2)) * hourMs + Number(clock.slice(3)) * minuteMs
    for (const each of [day, day + 1]) {
      const at = instantAt(zone, each, ms)
      if (at > after && at < best) best = at
    }
  }
  return best
}

function isHandedIn(times: ReportTimes, read: ReadTimes): boolean {
  return read.submitted !== undefined || /已报|已采用|已报送|已收/.test(times.status ?? '')
}

const soonAtLeast = 30 * minuteMs
const soonShare = 0.25

/** The last quarter of a limit, at least half an hour, at most the setting; of a fixed date, the setting. */
function soonBefore(due: Instant, clock: Clock | undefined, settings: LimitSettings): number {
  const most = settings.dueSoonHours * hourMs
  return clock
    ? Math.max(soonAtLeast, Math.min(most, (due - clock.instant) * soonShare))
    : Math.max(soonAtLeast, most)
}

function standingOf(
  due: Instant,
  clock: Clock | undefined,
  times: ReadTimes,
  request: DeadlineRequest,
  problems: TimeProblem[],
): Pick<ReportDeadline, 'state' | 'standing' | 'overdueBy' | 'nextChangeAt' | 'nextWordingAt'> {
  const { now, settings } = request
  const still = { nextChangeAt: undefined, nextWordingAt: undefined }
  if (times.submitted) {
    // A date without a time may be any moment of that day, so its first one is taken.
    const by = Math.max(0, times.submitted.instant - due)
    if (by === 0)
      return { state: 'submittedOnTime', standing: ['按时报送', 'Handed in on time'], overdueBy: 0, ...still }
    return {
      state: 'submittedLate',
      standing: [`迟报 ${humanize(by)}`, `Handed in ${inEnglish(by)} late`],
      overdueBy: by,
      ...still,
    }
  }
  if (isHandedIn(request.times, times)) {
    problems.push({
      code: 'submitted-unknown',
      text: ['状态为已报送，但没有填报送时间', 'Marked as handed in, but not when'],
      key: '报送时间',
    })
    return { state: 'submitted', standing: ['已报送', 'Handed in'], overdueBy: 0, ...still }
  }
  if (now > due) {
    const by = now - due
    return {
      state: 'overdue',
      standing: [`已超 ${humanize(by)}`, `${inEnglish(by)} late`],
      overdueBy: by,
      nextChangeAt: undefined,
      nextWordingAt: due + (Math.floor(by / wordingStep(by)) + 1) * wordingStep(by),
    }
  }
  const left = due - now
  const soonAt = due - soonBefore(due, clock, settings)
  const state: DeadlineState = now >= soonAt ? 'dueSoon' : 'notDue'
  const step = wordingStep(left)
  return {
    state,
    standing: [`还剩 ${humanize(left)}`, `${inEnglish(left)} left`],
    overdueBy: 0,
    nextChangeAt: state === 'notDue' ? soonAt : due + 1,
    // Just after the next full step down, when fewer whole units are left.
    nextWordingAt: Math.min(due + 1, due - Math.floor(left / step) * step + 1),
  }
}

function milestonesOf(
  choice: LimitChoice,
  clock: Clock | undefined,
  request: DeadlineRequest,
): ReportDeadline['milestones'] {
  if (!clock) return []
  return choice.before.flatMap(step => {
    const span = step.span === undefined ? undefined : parseSpan(step.span)
    if (!span?.ok) return []
    const { due } = addSpan(clock.instant, span.span, request.settings.timeZone, request.calendar)
    return [{ by: step.by, due, passed: request.now > due }]
  })
}

/** `8 minutes`, `2 h 10 min`, `3 days`. */
export function inEnglish(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / minuteMs)
  if (minutes < 120) return `${Math.max(1, minutes)} minute${minutes > 1 ? 's' : ''}`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`
  const days = Math.floor(Math.abs(ms) / dayMs)
  return `${days} day${days > 1 ? 's' : ''}`
}
