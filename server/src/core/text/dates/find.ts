// Finds the time expressions of a sentence or paragraph, says what each is and computes when it is due.

import { dateOf, minuteMs } from './civil'
import { defaultOfficeEnd } from './everyDue'
import type { TextPlace, TimeExpression, TimeOptions } from './expression'
import { everyExpression } from './findEvery'
import { pointExpression } from './findPoint'
import { spanExpression } from './findSpan'
import { vagueExpression } from './findVague'
import { judge } from './nature'
import type { Pass } from './pass'
import { type ZoneAround, zonesOf } from './quoted'
import type { TextDate } from './resolve'
import { type Scan, scanTimes } from './scan'
import { surroundings } from './surroundings'
import { wallTime } from './zone'

/** Nothing without one of these can hold a time: the cheapest of all tests, for callers that look at many blocks. */
export const timeCue = /[0-9０-９年月日时点周旬季节期晚早午天尽近择适限立即前内每末马汛待]/

const nowhere: ZoneAround = () => undefined
const byItself: TextPlace = { block: 0, start: 0 }

/** `scanned`: what `scanTimes` gave for the same text, where a caller keeps it. */
export function findTimeExpressions(
  text: string,
  options: TimeOptions,
  scanned: Scan = scanTimes(text),
  place: TextPlace = byItself,
): TimeExpression[] {
  const { found } = scanned
  if (found.length === 0) return []
  const base = wallTime(options.zone, options.base)
  const seen: TextDate = { year: options.year, month: undefined, full: undefined, latest: undefined }
  const pass: Pass = {
    text,
    options,
    place,
    found,
    zoneAround: scanned.quotes ? zonesOf(text) : nowhere,
    frame: {
      baseDay: base.day,
      baseDate: dateOf(base.day),
      baseMs: base.ms,
      eventDay: eventDay(options),
      officeEndMs: (options.officeEnd ?? defaultOfficeEnd) * minuteMs,
      seen,
    },
    sentence: { start: 0, end: -1 },
    cues: [],
    cuesFrom: 0,
    cuesTo: -1,
    told: undefined,
    moments: undefined,
  }
  const result: TimeExpression[] = []
  for (let i = 0; i < found.length; i++) {
    const expression = examine(pass, i)
    if (expression) result.push(expression)
  }
  return result
}

function eventDay(options: TimeOptions): number | undefined {
  const event = options.occurred ?? options.received
  return event === undefined ? undefined : wallTime(options.zone, event).day
}

function examine(pass: Pass, index: number): TimeExpression | undefined {
  const raw = pass.found[index]!
  const around = surroundings(pass, raw, index)
  let verdict = judge(raw, around)
  if (pass.options.label && verdict.nature !== 'done' && raw.form !== 'vague')
    verdict = { ...verdict, nature: 'obligation', lean: 'future', reason: 'label' }
  if (raw.form === 'vague') return vagueExpression(pass, raw, around)
  if (raw.form === 'span') return spanExpression(pass, raw, verdict, around)
  return raw.every ? everyExpression(pass, raw, verdict) : pointExpression(pass, raw, verdict, around)
}
