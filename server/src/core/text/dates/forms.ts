// What the form of a written time tells by itself.

import type { RawTime } from './point'

/** Hours without a day. */
export const isClock = (point: RawTime['point']): boolean =>
  point !== undefined &&
  point.hour !== undefined &&
  point.day === undefined &&
  point.month === undefined &&
  point.dayShift === undefined &&
  point.weekday === undefined &&
  point.weekShift === undefined &&
  point.monthShift === undefined &&
  point.festival === undefined

export const namesDay = (point: NonNullable<RawTime['point']>): boolean =>
  point.day !== undefined || point.weekday !== undefined || point.festival !== undefined

/** 前, 止, 内: the form of a limit. */
export function isLimit(raw: RawTime): boolean {
  if (raw.form === 'span') return raw.suffix === 'within'
  if (raw.form === 'range' && raw.suffix === 'until') return false
  return raw.suffix === 'before' || raw.suffix === 'until' || raw.suffix === 'within'
}

/** 月底, 季度末, 上半年, 年内: periods that are named for their end. */
export function isEnd(raw: RawTime): boolean {
  const point = raw.point
  return (
    raw.form === 'point' &&
    point !== undefined &&
    (point.part === 'end' || point.half !== undefined || point.planEnd !== undefined)
  )
}
