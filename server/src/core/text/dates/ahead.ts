// Does a time lie ahead of the report or behind it, where the words leave that to the calendar?

import { isLimit } from './forms'
import type { Pass } from './pass'
import type { RawTime } from './point'
import { type Resolved, resolvePoint } from './resolve'
import type { ReasonCode, Surroundings } from './verdict'

/** 春节前，走访困难群众86户 in a draft of April: the festival just past, unless the words promise something. */
export function toldOfFestival(
  pass: Pass,
  raw: RawTime,
  around: Surroundings,
  reason: ReasonCode,
  ahead: Resolved,
): boolean {
  if (reason !== 'form' || !raw.point?.festival || raw.point.festival === 'next' || promises(around, raw))
    return false
  if (raw.point.year !== undefined || raw.point.yearShift !== undefined) return false
  if (!/\d/.test(around.text.slice(raw.end, around.sentence.end))) return false
  const before = resolvePoint(raw.point, pass.frame, 'past', false)
  return pass.frame.baseDay - before.first < ahead.first - pass.frame.baseDay
}

/** A yearless limit this many days back is more likely next year's than a story without 了 or 已. */
export const longPast = 90

export function promises(around: Surroundings, raw: RawTime): boolean {
  const right = around.text.slice(raw.end, Math.min(around.sentence.end, raw.end + 24))
  return (
    /^[，。；、）)\s]*$/.test(right) ||
    /^[^，。；\d]{0,10}(?:完成|建成|办结|报送|上报|提交|整改到位|竣工|交付)(?![^，。；]{0,12}\d)/.test(right)
  )
}

export const isYearless = (raw: RawTime): boolean =>
  raw.point!.month !== undefined &&
  raw.point!.year === undefined &&
  raw.point!.yearShift === undefined &&
  raw.point!.yearFromText === undefined

/** 12月启动的管网改造, said in December: it has been. */
const begun =
  /^(?:启动|开工|开展|实施|立项|建成|印发|出台|发生|成立|投用|召开|举办|举行|下达|签订|受理|修建|开建)的/

/** Whether the time lies ahead of the report. What happened on the report's own day has happened. */
export function isAhead(pass: Pass, first: Resolved, last: Resolved, raw: RawTime): boolean {
  const { baseDay, baseMs } = pass.frame
  const limit = isLimit(raw) || raw.form === 'range'
  // 7月3日20时至7月4日8时 in a report that is dated 4 July and no more: it tells of those hours.
  if (!isLimit(raw) && last.last === baseDay && last.ms !== undefined && pass.options.basePrecision === 'day')
    return false
  // A period that is running: 1—4月，受理信访47件 tells, 4—6月集中攻坚 announces.
  if (
    !isLimit(raw) &&
    last.precision !== 'day' &&
    last.precision !== 'minute' &&
    first.first <= baseDay &&
    (pass.text[raw.end] === '，' || begun.test(pass.text.slice(raw.end, raw.end + 4)))
  )
    return false
  const day = limit || last.precision !== 'day' ? last.last : first.first
  if (day !== baseDay) return day > baseDay
  if (limit) return last.ms === undefined || pass.options.basePrecision === 'day' || last.ms >= baseMs
  const exact = pass.options.basePrecision !== 'day'
  return exact && (last.untilMs ?? last.ms ?? -1) > baseMs
}
