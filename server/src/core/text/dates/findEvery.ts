// 每月5日前, 每周五: what comes again.

import type { AmbiguityCode } from './ambiguity'
import { everyDue } from './everyDue'
import type { Alternative, TimeExpression } from './expression'
import { addDayDoubts, make, none } from './make'
import type { Pass } from './pass'
import type { RawTime } from './point'
import type { Verdict } from './verdict'

export function everyExpression(pass: Pass, raw: RawTime, verdict: Verdict): TimeExpression {
  const { options } = pass
  const next = everyDue(raw, pass.frame, options)
  const codes: AmbiguityCode[] = []
  const alternatives: Alternative[] = []
  if (raw.every!.dayless) codes.push('no-day-in-cycle')
  else if (!next.fault && !next.timed)
    addDayDoubts(pass, raw, next.day, verdict.nature ?? 'plan', codes, alternatives)
  return make(pass, raw, verdict.nature ?? 'plan', verdict.reason, {
    due: next.fault ? null : next.due,
    from: next.from,
    to: next.due,
    precision: next.timed ? 'minute' : 'day',
    codes,
    alternatives,
    faults: next.fault ? [next.fault] : none,
  })
}
