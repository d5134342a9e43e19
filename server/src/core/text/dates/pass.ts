// One reading of a text from left to right, and what it carries along from time to time.

import type { Instant } from '../../types'
import { dateOf } from './civil'
import type { Cue } from './cues'
import type { TextPlace, TimeOptions } from './expression'
import type { Point, RawTime } from './point'
import type { ZoneAround } from './quoted'
import type { Frame, Resolved } from './resolve'

export interface Pass {
  readonly text: string
  readonly options: TimeOptions
  readonly place: TextPlace
  readonly found: readonly RawTime[]
  readonly zoneAround: ZoneAround
  readonly frame: Frame
  sentence: { start: number; end: number }
  cues: Cue[]
  cuesFrom: number
  cuesTo: number
  /** The last dated event of the narrative: what was demanded then counts from then. */
  told: { readonly day: number; readonly end: number } | undefined
  moments: { occurred: Instant | undefined; received: Instant | undefined } | undefined
}

/** A later 30日 or 次日 counts from what was named here. */
export function remember(pass: Pass, point: Point, resolved: Resolved): void {
  if (resolved.fault) return
  const { seen } = pass.frame
  const relative = point.dayShift !== undefined || point.weekday !== undefined
  const written =
    point.year !== undefined ||
    (point.yearShift !== undefined && point.yearShift !== 0) ||
    point.yearFromText !== undefined
  if (
    !written &&
    !relative &&
    point.month === undefined &&
    point.day === undefined &&
    point.monthShift === undefined
  )
    return
  const date = dateOf(resolved.first)
  // A year carries on only when it was written; a month carries on with the year it was put in.
  if (written || (seen.year !== undefined && point.month !== undefined)) seen.year = date.year
  if (point.month !== undefined || point.monthShift !== undefined || point.day !== undefined)
    seen.month = { year: date.year, month: date.month }
  if (resolved.first === resolved.last) seen.full = resolved.first
  seen.latest = resolved.first
}
