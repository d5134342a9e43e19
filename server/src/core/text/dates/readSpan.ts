// Reads lengths of time in running text: 3个工作日内, 24小时内, 半个月内, 5—7日内, 两天后.

import { expressionOf } from '../../knowledge/cue'
import * as datesWords from '../../knowledge/dates.generated'
import { type ReadNumber, readNumber } from './numerals'
import { newRaw, type RawTime } from './point'
import { skipBlank } from './readClock'
import { readSuffix } from './readSuffix'
import { type SpanUnit, spanOf } from './span'

interface UnitAt {
  readonly unit: SpanUnit
  readonly end: number
  readonly half: boolean
}

const measured: readonly (readonly [string, SpanUnit])[] = [
  ['工作日', 'workday'],
  ['工作天', 'workday'],
  ['自然日', 'day'],
  ['日历日', 'day'],
  ['小时', 'hour'],
  ['钟头', 'hour'],
  ['分钟', 'minute'],
  ['星期', 'week'],
  ['礼拜', 'week'],
  ['季度', 'quarter'],
  ['昼夜', 'day'],
]

function readUnit(text: string, at: number): UnitAt | undefined {
  let i = skipBlank(text, at)
  const counted = text[i] === '个'
  if (counted) i++
  let half = counted && text[i] === '半'
  if (half) i++
  let unit: SpanUnit | undefined
  for (const [word, each] of measured)
    if (text.startsWith(word, i)) {
      unit = each
      i += word.length
      break
    }
  if (!unit) {
    const char = text[i]
    if (char === '月' && (counted || half)) unit = 'month'
    else if (char === '日' || char === '天') unit = 'day'
    else if (char === '周' && !/[年边围转期岁]/.test(text[i + 1] ?? '')) unit = 'week'
    else if (char === '年' && !counted && !/[级龄度代份来均产]/.test(text[i + 1] ?? '')) unit = 'year'
    else if ((char === 'h' || char === 'H') && !/[a-zA-Z]/.test(text[i + 1] ?? '')) unit = 'hour'
    if (!unit) return undefined
    i++
  }
  if (text[i] === '半' && !half) {
    half = true
    i++
  }
  return { unit, end: i, half }
}

const restricted = expressionOf(datesWords.restricted)
const exceeded = /(?:超过|超出|逾期?|超期|满|达到?)$/
const duration = /(?:为期|历时|连续|用时|耗时|持续|仅用|共计?|不少于|不低于|至少|不足|提前|每隔?|平均|累计)$/
// 3天小长假, 5年规划, 100天攻坚: a length that is part of a name has no suffix, so it never gets here.

/** From one or two numbers (3至5日内), or 半. Undefined: a length that limits nothing. */
export function readSpan(
  text: string,
  start: number,
  first: ReadNumber,
  last: ReadNumber | undefined,
): RawTime | undefined {
  const upper = last ?? first
  return finish(
    text,
    start,
    upper.value,
    last !== undefined || first.low !== first.value,
    readUnit(text, upper.end),
  )
}

/** 1.5小时内. */
export function readDecimalSpan(text: string, start: number, value: number, at: number): RawTime | undefined {
  const unit = readUnit(text, at)
  return unit &&
    (unit.unit === 'hour' || unit.unit === 'year' || unit.unit === 'month') &&
    (value * 2) % 1 === 0
    ? finish(text, start, value, false, unit)
    : undefined
}

/** 半小时内, 半个月内, 半年内, 半天内. */
export function readHalf(text: string, at: number): RawTime | undefined {
  const unit = readUnit(text, at + 1)
  return unit && !unit.half && !/[\d一二三四五六七八九十两个]/.test(text[at - 1] ?? '')
    ? finish(text, at, 0.5, false, unit)
    : undefined
}

function finish(
  text: string,
  start: number,
  value: number,
  range: boolean,
  unit: UnitAt | undefined,
): RawTime | undefined {
  if (!unit || value <= 0) return undefined
  const count = unit.half ? value + 0.5 : value
  const span = spanOf(count, unit.unit)
  if (!span) return undefined
  const before = text.slice(Math.max(0, start - 8), start)
  if (duration.test(before)) return undefined
  const suffix = readSuffix(text, unit.end)
  const raw = newRaw('span', start, suffix.suffix === 'none' ? unit.end : suffix.end)
  raw.span = span
  raw.spanUnit = unit.unit
  raw.count = count
  raw.spanRange = range
  raw.suffix = suffix.suffix
  if (suffix.suffix === 'within' || suffix.suffix === 'after') return raw
  if (suffix.suffix === 'about') {
    // 两个月左右内 and 一个月左右完成 are both said; without a limit word it is only a length.
    const tail = readSuffix(text, suffix.end)
    if (
      tail.suffix !== 'within' &&
      !restricted.test(before) &&
      !/^(?:完成|完工|办结|竣工|建成)/.test(text.slice(suffix.end, suffix.end + 2))
    )
      return undefined
    raw.end = tail.suffix === 'within' ? tail.end : suffix.end
    return raw
  }
  if (suffix.suffix !== 'none' && suffix.suffix !== 'before') return undefined
  if (suffix.suffix === 'before') return undefined
  if (restricted.test(before)) {
    raw.suffix = 'within'
    return raw
  }
  return exceeded.test(before) && !/^[以之]?[上外]?(?:降|的?降水)/.test(text.slice(unit.end, unit.end + 3))
    ? raw
    : undefined
}

/** The second number of `3至5`, `5—7`, with the place of its end. */
export function readSecondNumber(text: string, at: number): ReadNumber | undefined {
  let i = at
  const char = text[i]
  if (char === '—' && text[i + 1] === '—') i += 2
  else if (char !== undefined && /[至到—\-–－~～]/.test(char)) i += 1
  else return undefined
  const number = readNumber(text, i)
  return number && number.length <= 4 && number.low === number.value ? number : undefined
}
