// Finds the time expressions of a sentence or paragraph, says what each is and computes when it is due.

import type { Instant } from '../../types'
import { type Ambiguity, type AmbiguityCode, ambiguity } from './ambiguity'
import { workdayOnOrAfter, workdayOnOrBefore } from './calendar'
import { dateOf, dayOf, minuteMs } from './civil'
import { type Cue, findCues } from './cues'
import { defaultOfficeEnd, everyDue } from './every-due'
import type { Alternative, TimeExpression, TimeOptions } from './expression'
import {
  isLimit,
  judge,
  type Nature,
  type ReasonCode,
  reasonText,
  type Surroundings,
  type Verdict,
} from './nature'
import type { Point, RawTime } from './point'
import {
  type Fault,
  type Frame,
  type Precision,
  type Resolved,
  resolvePoint,
  resolveRange,
  type TextDate,
} from './resolve'
import { type Scan, scanTimes } from './scan'
import { chooseStart, closeDue, intervalDue, type SpanStart, spanDue } from './span-due'
import { endOfDay, instantAt, startOfDay, wallTime } from './zone'

/** Nothing without one of these can hold a time: the cheapest of all tests, for callers that look at many blocks. */
export const timeCue = /[0-9０-９年月日时点周旬季节期晚早午天尽近择适限立即前内每末马汛待]/

/** `scanned`: what `scanTimes` gave for the same text, where a caller keeps it. */
export function findTimeExpressions(
  text: string,
  options: TimeOptions,
  scanned: Scan = scanTimes(text),
): TimeExpression[] {
  const { found } = scanned
  if (found.length === 0) return []
  const base = wallTime(options.zone, options.base)
  const seen: TextDate = { year: options.year, month: undefined, full: undefined }
  const pass: Pass = {
    text,
    options,
    found,
    quotations: text.includes('《') || text.includes('“') ? quotedZones(text) : [],
    frame: {
      baseDay: base.day,
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

interface Zone {
  readonly start: number
  readonly end: number
  readonly kind: 'title' | 'quotation'
}

interface Pass {
  readonly text: string
  readonly options: TimeOptions
  readonly found: readonly RawTime[]
  readonly quotations: readonly Zone[]
  readonly frame: Frame
  sentence: { start: number; end: number }
  cues: Cue[]
  cuesFrom: number
  cuesTo: number
  /** The last dated event of the narrative: what was demanded then counts from then. */
  told: { readonly day: number; readonly end: number } | undefined
  moments: { occurred: Instant | undefined; received: Instant | undefined } | undefined
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
  if (raw.form === 'vague') return vagueExpression(raw, around)
  if (raw.form === 'span') return spanExpression(pass, raw, verdict, around)
  return raw.every ? everyExpression(pass, raw, verdict) : pointExpression(pass, raw, verdict, around)
}

function surroundings(pass: Pass, raw: RawTime, index: number): Surroundings {
  if (raw.start >= pass.sentence.end) {
    pass.sentence = sentenceAround(pass.text, raw.start, raw.end)
    pass.cuesTo = -1
  }
  const { sentence } = pass
  const from = Math.max(sentence.start, raw.start - 120)
  const to = Math.min(sentence.end, raw.end + 120)
  if (pass.cuesTo < to || pass.cuesFrom > from) {
    pass.cuesFrom = from
    pass.cuesTo = Math.min(sentence.end, to + 60)
    pass.cues = findCues(pass.text, from, pass.cuesTo)
  }
  const zone = zoneAt(pass.quotations, raw)
  return {
    text: pass.text,
    sentence,
    cues: pass.cues.some(cue => cue.start < raw.end && cue.end > raw.start)
      ? pass.cues.filter(cue => cue.end <= raw.start || cue.start >= raw.end)
      : pass.cues,
    zone: zone?.kind,
    afterZone: zone ? pass.text.slice(zone.end, zone.end + 4) : '',
    beforeZone: zone ? pass.text.slice(Math.max(0, zone.start - 4), zone.start) : '',
    quotesDocument: zone?.kind === 'quotation' && quotesDocument(pass.text.slice(sentence.start, zone.start)),
    next: pass.found[index + 1],
    previous: pass.found[index - 1],
  }
}

const farthest = 400
function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  while (from > 0 && start - from < farthest && !endsSentence(text.charCodeAt(from - 1))) from--
  let to = end
  while (to < text.length && to - end < farthest && !endsSentence(text.charCodeAt(to))) to++
  return { start: from, end: to }
}

const enders = new Set([...'。！？!?；;\n|'].map(char => char.charCodeAt(0)))
const endsSentence = (code: number): boolean => enders.has(code)

function quotedZones(text: string): Zone[] {
  const zones: Zone[] = []
  for (const [open, close, kind] of [
    ['《', '》', 'title'],
    ['“', '”', 'quotation'],
  ] as const)
    for (let at = text.indexOf(open); at >= 0; ) {
      const end = text.indexOf(close, at + 1)
      if (end < 0) break
      if (end - at < 600) zones.push({ start: at, end: end + 1, kind })
      at = text.indexOf(open, end)
    }
  return zones
}

/** 《整改指令书》要求“…”, 省厅文件明确：“…”: its words, whoever they bind. */
const quotesDocument = (lead: string): boolean =>
  /(?:》|文件|通知书?|指令书|意见书|决定书|通报|批复|纪要|方案|办法|条例|预案|公告|函)[^，。；》]{0,10}(?:要求|规定|明确|提出|指出|强调|写明|注明|载明|约定)[，：:]?$/.test(
    lead,
  )

function zoneAt(zones: readonly Zone[], raw: RawTime): Zone | undefined {
  let found: Zone | undefined
  for (const zone of zones)
    if (zone.start < raw.start && zone.end > raw.end && found?.kind !== 'title') found = zone
  return found
}

const weak: readonly Nature[] = ['obligation', 'plan', 'condition']

/** A condition binds nobody by itself; only what enters into force or expires has a day of its own. */
const hasDue = (nature: Nature, reason: ReasonCode): boolean =>
  weak.includes(nature) && (nature !== 'condition' || reason === 'effective')

function make(
  pass: Pass,
  raw: RawTime,
  nature: Nature,
  reason: ReasonCode,
  rest: {
    due?: Instant | null
    from?: Instant | null
    to?: Instant | null
    precision?: Precision
    codes?: readonly AmbiguityCode[]
    alternatives?: readonly Alternative[]
    faults?: readonly Fault[]
    arithmetic?: string
    superseded?: boolean
    open?: boolean
  },
): TimeExpression {
  return {
    start: raw.start,
    end: raw.end,
    text: pass.text.slice(raw.start, raw.end),
    nature,
    due: hasDue(nature, reason) ? (rest.due ?? null) : null,
    from: rest.from ?? null,
    to: rest.to ?? null,
    precision: rest.precision ?? 'none',
    recurring: raw.every !== undefined,
    superseded: rest.superseded ?? false,
    open: rest.open ?? false,
    ambiguities: rest.codes?.length ? toAmbiguities(rest.codes) : none,
    alternatives: rest.alternatives?.length ? distinct(rest.alternatives) : none,
    faults: rest.faults ?? none,
    reason: reasonText(reason),
    arithmetic: rest.arithmetic,
  }
}

const none: readonly never[] = []
const distinct = (all: readonly Alternative[]) =>
  all.filter((each, i) => all.findIndex(other => other.due === each.due) === i)
const toAmbiguities = (codes: readonly AmbiguityCode[]): Ambiguity[] => [...new Set(codes)].map(ambiguity)

function vagueExpression(raw: RawTime, around: Surroundings): TimeExpression | undefined {
  const { text, cues, sentence } = around
  if (raw.vague === 'awaits') return undated(raw, text, 'condition', none)
  const right = text.slice(raw.end, Math.min(sentence.end, raw.end + 24))
  const bare =
    /^[\s。；、/）)]*$/.test(right) && /^[\s（(/、：:]*$/.test(text.slice(sentence.start, raw.start))
  const wanted = cues.some(cue => cue.kind === 'oblige' || cue.kind === 'plan' || cue.kind === 'target')
  const settled =
    cues.some(
      cue =>
        (cue.kind === 'perfective' || cue.kind === 'done') &&
        cue.start >= raw.end - 1 &&
        cue.start - raw.end < 20,
    ) || /已\S{0,2}$/.test(text.slice(sentence.start, raw.start))
  if (settled && !bare) return undefined
  const told =
    cues.some(cue => cue.kind === 'perfective' || cue.kind === 'done') ||
    /(?:去年|前年|上年|往年|\d年)$/.test(text.slice(Math.max(0, raw.start - 4), raw.start))
  if (raw.vague === 'season' && told && !wanted) return undefined
  if (raw.vague === 'recent' && !bare && !(wanted && !right.startsWith('，'))) return undefined
  if (raw.vague === 'at-once' && !bare) {
    const ordered = cues.some(cue => cue.kind === 'oblige' && Math.abs(cue.end - raw.start) <= 12)
    if (!ordered) return undefined
  }
  if ((text.startsWith('限期', raw.start) || text.startsWith('限时', raw.start)) && !bare) {
    if (/^[内为：:]|^\S{0,3}[\d一二三四五六七八九十]/.test(right)) return undefined
    const ordered = cues.some(
      cue => cue.kind === 'oblige' && cue.end <= raw.start && raw.start - cue.end <= 12,
    )
    if (!ordered) return undefined
  }
  const asks: AmbiguityCode = raw.vague === 'season' ? 'local-season' : 'no-date'
  return undated(raw, text, 'vague', [ambiguity(asks)])
}

function undated(
  raw: RawTime,
  text: string,
  nature: 'vague' | 'condition',
  ambiguities: readonly Ambiguity[],
): TimeExpression {
  return {
    start: raw.start,
    end: raw.end,
    text: text.slice(raw.start, raw.end),
    nature,
    due: null,
    from: null,
    to: null,
    precision: 'none',
    recurring: false,
    superseded: false,
    open: false,
    ambiguities,
    alternatives: none,
    faults: none,
    reason: reasonText(nature),
    arithmetic: undefined,
  }
}

function everyExpression(pass: Pass, raw: RawTime, verdict: Verdict): TimeExpression {
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

function spanExpression(
  pass: Pass,
  raw: RawTime,
  verdict: Verdict,
  around: Surroundings,
): TimeExpression | undefined {
  const { options } = pass
  if (raw.every?.cycle === 'interval') {
    const due = intervalDue(raw, options)
    return make(pass, raw, verdict.nature ?? 'plan', verdict.reason, {
      due,
      to: due,
      precision: raw.span!.minutes > 0 ? 'minute' : 'day',
    })
  }
  if (raw.every) {
    const close = closeDue(raw, options)
    const nature = verdict.nature === 'historical' ? 'obligation' : (verdict.nature ?? 'obligation')
    return make(pass, raw, nature, 'cycle', {
      due: close.due,
      from: close.from,
      to: close.due,
      precision: 'day',
      codes: close.asks,
      arithmetic: close.arithmetic,
    })
  }
  let { nature, reason } = verdict
  nature ??= verdict.ifFuture
  const demanded = nature === 'obligation' || nature === 'plan' ? demandDay(pass, raw) : undefined
  const start = startOfSpan(pass, raw, verdict, demanded, around)
  if (start.unknown)
    return make(pass, raw, nature, reason, {
      codes: weak.includes(nature) ? start.asks : none,
      open: verdict.open,
    })
  const sum = spanDue(raw, start, options, nature !== 'plan')
  if (
    nature === 'obligation' &&
    demanded !== undefined &&
    sum.due < startOfDay(options.zone, pass.frame.baseDay) &&
    !verdict.open
  ) {
    nature = 'historical'
    reason = 'past-demand'
  }
  return make(pass, raw, nature, reason, {
    due: sum.due,
    from: sum.from,
    to: sum.due,
    precision: sum.precision,
    codes: weak.includes(nature) ? sum.asks : none,
    alternatives:
      nature === 'obligation'
        ? sum.others.map(other => ({ due: other.due, why: ambiguity(other.ask).text }))
        : none,
    arithmetic: sum.arithmetic,
    open: verdict.open,
  })
}

function startOfSpan(
  pass: Pass,
  raw: RawTime,
  verdict: Verdict,
  demanded: number | undefined,
  around: Surroundings,
): SpanStart {
  const { options, frame } = pass
  if (raw.anchor) {
    const resolved = resolvePoint(raw.anchor, frame, verdict.open ? 'past' : 'none', true)
    remember(pass, raw.anchor, resolved)
    const instant =
      resolved.ms === undefined
        ? startOfDay(options.zone, resolved.last)
        : instantAt(options.zone, resolved.last, resolved.ms)
    return { instant, dayOnly: resolved.ms === undefined, asks: none, name: '起算' }
  }
  if (demanded !== undefined)
    return { instant: startOfDay(options.zone, demanded), dayOnly: true, asks: none, name: '提出要求' }
  const left = pass.text.slice(Math.max(around.sentence.start, raw.start - 24), raw.start)
  return chooseStart(
    raw,
    left,
    options,
    raw.span!.minutes > 0 ? momentsIn(pass) : { occurred: undefined, received: undefined },
  )
}

const demands = /要求|责令|函告|发函|下达|下发|交办|督办|约谈|立案|提出|承诺|明确|批示|移交|督促|通知/
const backToNow = /下一步|下步|接下来|今后|目前|请|现[要需将]/

/** 4月12日函告…要求在15日内报送: the days count from the day on which it was demanded. */
function demandDay(pass: Pass, raw: RawTime): number | undefined {
  const { told } = pass
  if (!told || raw.start - told.end > 120 || raw.start < told.end) return undefined
  const between = pass.text.slice(told.end, raw.start)
  return demands.test(between) && !backToNow.test(between) ? told.day : undefined
}

/** Moments of the event that the text itself gives, wherever they stand: (事发4月26日14时). */
function momentsIn(pass: Pass): { occurred: Instant | undefined; received: Instant | undefined } {
  if (pass.moments) return pass.moments
  const moments: { occurred: Instant | undefined; received: Instant | undefined } = {
    occurred: undefined,
    received: undefined,
  }
  for (const raw of pass.found.slice(0, 200)) {
    if (raw.form !== 'point' || raw.suffix !== 'none' || raw.point?.hour === undefined || raw.every) continue
    const left = pass.text.slice(Math.max(0, raw.start - 8), raw.start)
    const right = pass.text.slice(raw.end, raw.end + 40)
    const received =
      /(?:接报|接到报告|接警|获悉|获知)(?:时间|于|时|：|:)*\s*$/.test(left) ||
      /^[^，。；]{0,14}(?:接报|接到[^，。；]{0,8}(?:报告|报警|电话|举报)|接警|获悉)/.test(right)
    const occurred =
      /(?:事发|发生|案发)(?:时间|于|时|：|:)*\s*$/.test(left) || /^[^。；]{0,30}发生/.test(right)
    if (!received && !occurred) continue
    const resolved = resolvePoint(raw.point, pass.frame, 'past', true)
    if (resolved.fault || resolved.ms === undefined) continue
    const instant = instantAt(pass.options.zone, resolved.first, resolved.ms)
    if (received) moments.received ??= instant
    else moments.occurred ??= instant
  }
  pass.moments = moments
  return moments
}

function pointExpression(
  pass: Pass,
  raw: RawTime,
  verdict: Verdict,
  around: Surroundings,
): TimeExpression | undefined {
  const { options, frame } = pass
  const { zone } = options
  // Times of day alone belong to the date of their own sentence; a duty does not take its day from a story before it.
  const frameHere =
    verdict.lean === 'future' &&
    raw.point &&
    isTimeOnly(raw) &&
    pass.told &&
    pass.told.end < around.sentence.start
      ? { ...frame, seen: { ...frame.seen, full: undefined } }
      : frame
  const ends = resolveEnds(raw, frameHere, verdict)
  let { first, last } = ends
  let nature = verdict.nature
  let { reason } = verdict
  if (nature === undefined) {
    // 当日报送 said without a story before it speaks of the report's own day, which is not over.
    const stillToday =
      reason === 'report' && last.last === frame.baseDay && last.ms === undefined && pass.told === undefined
    const impossible = isLimit(raw) && (first.fault ?? last.fault) !== undefined
    const ahead = impossible || stillToday || isAhead(pass, first, last, raw)
    nature = ahead && !toldOfFestival(pass, raw, around, reason, last) ? verdict.ifFuture : verdict.ifPast
    if (
      !ahead &&
      isLimit(raw) &&
      reason === 'form' &&
      isYearless(raw) &&
      frame.baseDay - last.last > longPast &&
      frame.seen.year === undefined &&
      promises(around, raw)
    ) {
      // 3月底前完成 in a draft of November is next spring's, not a story of last spring.
      const again = resolveEnds(raw, frame, { ...verdict, lean: 'future' })
      first = again.first
      last = again.last
      nature = verdict.ifFuture
    } else if (!ahead && nature === 'historical') reason = 'narrative'
    else if (!ahead && nature === 'done') reason = 'done'
    else if (nature === 'historical' && raw.point?.festival) reason = 'narrative'
    else if (ahead && nature === 'plan' && reason === 'narrative') reason = 'ahead'
  }
  if (raw.suffix === 'during' && raw.point?.festival && nature !== 'historical')
    last.last = endOfHoliday(options, last.last)
  const faults = [first.fault, last === first ? undefined : last.fault].filter(fault => fault !== undefined)
  const invalid = faults.some(fault => fault.code !== 'weekday-mismatch')
  let from = invalid
    ? null
    : first.ms === undefined
      ? startOfDay(zone, first.first)
      : instantAt(zone, first.first, first.ms)
  let to: Instant | null = invalid ? null : endOf(zone, last)
  const codes: AmbiguityCode[] = []
  const alternatives: Alternative[] = []
  const owed = nature === 'obligation' || nature === 'plan'
  if (owed) codes.push(...first.asks, ...(last === first ? none : last.asks))
  if (to !== null && raw.suffix === 'before' && raw.form === 'point')
    to = beforePoint(pass, raw, last, to, owed, codes, alternatives)
  // 春节前 ends before the day it names.
  if (from !== null && to !== null && from > to && faults.length === 0)
    from = startOfDay(zone, wallTime(zone, to).day)
  if (owed && to !== null) {
    if (last.other !== undefined)
      alternatives.push({ due: endOfDay(zone, last.other), why: ambiguity('year-missing').text })
    if (raw.suffix === 'about') codes.push('about')
    if (raw.point?.dayFrom === 'event' && raw.point.dayShift === 0 && raw.point.hour === undefined)
      codes.push('same-day-late')
    if (last.ms === undefined && raw.suffix !== 'since')
      addDayDoubts(pass, raw, wallTime(zone, to).day, nature, codes, alternatives)
  }
  if (nature === 'as-of') {
    if (to !== null && wallTime(zone, to).day > frame.baseDay && last.precision === 'day')
      codes.push('cut-off-later')
    if (/截止[到至]?$/.test(pass.text.slice(Math.max(0, raw.start - 3), raw.start)))
      codes.push('cut-off-word')
  }
  if (verdict.reason === 'relative') codes.push('clock-start')
  if (nature === 'condition' && raw.point?.dayShift === 0 && raw.suffix === 'since')
    codes.push('today-from-date')
  if (nature !== 'quoted' && !invalid && raw.point) {
    remember(pass, raw.point, first)
    if (raw.last) remember(pass, raw.last, last)
    if (
      (nature === 'historical' || nature === 'done') &&
      !verdict.superseded &&
      first.precision !== 'month' &&
      first.first === first.last
    )
      pass.told = { day: first.first, end: raw.end }
  }
  if (
    raw.point?.bareYear &&
    raw.form === 'point' &&
    (raw.suffix === 'none' || raw.suffix === 'during' || raw.suffix === 'since') &&
    !/[到至]$/.test(pass.text.slice(Math.max(0, raw.start - 1), raw.start)) &&
    reason !== 'label'
  )
    return undefined
  const openEnded =
    raw.suffix === 'after' ||
    verdict.reason === 'relative' ||
    (raw.suffix === 'since' && raw.form === 'point')
  const due = openEnded ? (raw.suffix === 'since' ? from : null) : to
  return make(pass, raw, nature, reason, {
    due,
    from: raw.suffix === 'after' ? to : from,
    to: openEnded ? null : to,
    precision: invalid ? 'none' : last.precision,
    codes,
    alternatives,
    faults,
    superseded: verdict.superseded,
    open: verdict.open,
  })
}

/** 春节前，走访困难群众86户 in a draft of April: the festival just past, unless the words promise something. */
function toldOfFestival(
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

function endOfHoliday(options: TimeOptions, day: number): number {
  let last = day
  while (
    last - day < 12 &&
    options.calendar.holidayName(last) !== undefined &&
    options.calendar.holidayName(last + 1) !== undefined
  )
    last++
  return last
}

/** A yearless limit this many days back is more likely next year's than a story without 了 or 已. */
const longPast = 90

function promises(around: Surroundings, raw: RawTime): boolean {
  const right = around.text.slice(raw.end, Math.min(around.sentence.end, raw.end + 24))
  return (
    /^[，。；、）)\s]*$/.test(right) ||
    /^[^，。；\d]{0,10}(?:完成|建成|办结|报送|上报|提交|整改到位|竣工|交付)(?![^，。；]{0,12}\d)/.test(right)
  )
}

function resolveEnds(raw: RawTime, frame: Frame, verdict: Verdict): { first: Resolved; last: Resolved } {
  if (raw.last) return resolveRange(raw.point!, raw.last, frame, verdict.lean, verdict.open)
  const only = resolvePoint(raw.point!, frame, verdict.lean, verdict.open)
  return { first: only, last: only }
}

const isTimeOnly = (raw: RawTime): boolean => {
  const p = raw.point!
  return (
    (p.hour !== undefined || p.officeEnd) &&
    p.day === undefined &&
    p.month === undefined &&
    p.dayShift === undefined &&
    p.weekday === undefined &&
    p.weekShift === undefined &&
    p.monthShift === undefined &&
    p.festival === undefined
  )
}

const isYearless = (raw: RawTime): boolean =>
  raw.point!.month !== undefined &&
  raw.point!.year === undefined &&
  raw.point!.yearShift === undefined &&
  raw.point!.yearFromText === undefined

function endOf(zone: string, resolved: Resolved): Instant {
  if (resolved.untilMs !== undefined) return instantAt(zone, resolved.last, resolved.untilMs)
  return resolved.ms === undefined
    ? endOfDay(zone, resolved.last)
    : instantAt(zone, resolved.last, resolved.ms)
}

/** Whether the time lies ahead of the report. What happened on the report's own day has happened. */
function isAhead(pass: Pass, first: Resolved, last: Resolved, raw: RawTime): boolean {
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
    pass.text[raw.end] === '，'
  )
    return false
  const day = limit || last.precision !== 'day' ? last.last : first.first
  if (day !== baseDay) return day > baseDay
  if (limit) return last.ms === undefined || pass.options.basePrecision === 'day' || last.ms >= baseMs
  const exact = pass.options.basePrecision !== 'day'
  return exact && (last.untilMs ?? last.ms ?? -1) > baseMs
}

/** 前 behind a day includes it; behind a longer period it is read as its end, and asked about. */
function beforePoint(
  pass: Pass,
  raw: RawTime,
  last: Resolved,
  to: Instant,
  owed: boolean,
  codes: AmbiguityCode[],
  alternatives: Alternative[],
): Instant {
  const { zone } = pass.options
  if (raw.point!.festivalOrYearEnd && owed) {
    codes.push('before-new-year')
    alternatives.push({
      due: endOfDay(zone, dayOf(dateOf(pass.frame.baseDay).year, 12, 31)),
      why: ambiguity('before-new-year').text,
    })
  }
  if (raw.point!.festival !== undefined) return endOfDay(zone, last.first - 1)
  if (!owed || last.ms !== undefined) return to
  const period = last.precision !== 'day'
  const code: AmbiguityCode = period ? 'before-period' : 'before-inclusive'
  if (raw.point!.part === 'end' || raw.point!.planEnd !== undefined) return to
  codes.push(code)
  alternatives.push({ due: endOfDay(zone, last.first - 1), why: ambiguity(code).text })
  return to
}

/** A day on which nobody works: say so, and give the working days around it. */
function addDayDoubts(
  pass: Pass,
  raw: RawTime,
  day: number,
  nature: Nature,
  codes: AmbiguityCode[],
  alternatives: Alternative[],
): void {
  if (nature !== 'obligation') return
  const { calendar, zone } = pass.options
  if (calendar.isWorkday(day)) return
  // Who writes 10月5日前 has chosen the day; 本周五 is said without looking at the calendar.
  const holiday = calendar.holidayName(day) !== undefined && isWeekdayOrCycle(raw)
  const code: AmbiguityCode = holiday ? 'due-on-holiday' : 'month-end-workday'
  codes.push(code)
  alternatives.push({ due: endOfDay(zone, workdayOnOrBefore(calendar, day)), why: ambiguity(code).text })
  if (holiday)
    alternatives.push({ due: endOfDay(zone, workdayOnOrAfter(calendar, day)), why: ambiguity(code).text })
}

const isWeekdayOrCycle = (raw: RawTime): boolean =>
  raw.every !== undefined || [raw.point, raw.last].some(point => point?.weekday !== undefined)

function remember(pass: Pass, point: Point, resolved: Resolved): void {
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
}
