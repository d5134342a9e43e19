// Finds every time expression in a text in one pass. Characters that cannot begin one cost a table look-up.

import { isDigit, type ReadNumber, readNumber, skipNumber } from './numerals'
import { newPoint, newRaw, type Point, type RawTime, type Suffix } from './point'
import { openingMarks } from './quoted'
import { dayParts, readClock, skipBlank } from './readClock'
import { readNumericDate, readPeriodEnd } from './readDate'
import { readEvery, readPeriodClose } from './readEvery'
import { readDecimalSpan, readHalf, readSecondNumber, readSpan } from './readSpan'
import { readSuffix } from './readSuffix'
import {
  leadWords,
  readFestivalPoint,
  readLunar,
  readPlan,
  readTimeOfDay,
  readVague,
  readWeekday,
  readWordPoint,
  vagueLeads,
} from './readWords'
import { spanOf } from './span'
import { festivalWords } from './words'

const number = 1
const lead = 2
/** A mark that opens a title or a quotation. */
const opens = 4
const table = new Uint8Array(0x10000)
for (let code = 0; code < 0x10000; code++) if (readNumber(String.fromCharCode(code), 0)) table[code] = number

// Most characters that can begin a time word (上 下 中 前 年 …) are followed by something else; two characters decide.
const pairs = new Uint8Array(0x10000)
const pairOf = (first: number, second: number): number => ((first * 31) ^ (second * 7)) & 0xffff
const numbers = '0123456789０１２３４５６７８９一二三四五六七八九十两'
const addPairs = (firsts: string, seconds: string): void => {
  for (const first of firsts) {
    table[first.charCodeAt(0)]! |= lead
    for (const second of seconds) pairs[pairOf(first.charCodeAt(0), second.charCodeAt(0))] = 1
  }
}
for (const word of leadWords) addPairs(word[0]!, word.length > 1 ? word[1]! : '前后期之以日来到')
for (const mark of openingMarks) table[mark.charCodeAt(0)]! |= opens
addPairs('“"', festivalWords.map(([word]) => word[0]).join(''))
addPairs('闰', '正腊冬一二三四五六七八九十')
addPairs('每', `逢个年季月周星日天工半旬隔${numbers}`)
addPairs('半', '个小天日年月')
const awaiting = '待'.charCodeAt(0)
table[awaiting]! |= lead
addPairs('第前', numbers)
addPairs('周', '一二三四五六日天末')
addPairs('早晚', numbers)
addPairs('十', '二三四五六')
addPairs('月', '度结终')
for (const word of [
  '即日',
  '星期',
  '礼拜',
  '农历',
  '阴历',
  '旧历',
  '正月',
  '腊月',
  '冬月',
  '季度',
  '下班',
  ...dayParts,
])
  if (word.length > 1) addPairs(word[0]!, word[1]!)

/** Numbers that are not followed by one of these are no times; most figures of a report end here. */
const afterNumber = new Uint8Array(0x10000)
for (const char of '年月日号时点:：小分个工自天周星礼钟季昼hH半-—–－~～至到./ ')
  afterNumber[char.charCodeAt(0)] = 1
/** And after 个, 小, 分 or a blank the next character must fit as well. */
const afterMeasure = new Uint8Array(0x10000)
for (const char of '月工小星半季自日礼钟') afterMeasure[char.charCodeAt(0)] = 1
const afterBlank = new Uint8Array(0x10000)
for (const char of '年月日号时点小分个工自天周星季-—至到') afterBlank[char.charCodeAt(0)] = 1

/** What behind a number, and perhaps a blank, makes it part of a date or of a time of day. */
const ofDate = 1
const ofClock = 2
const units = new Uint8Array(0x10000)
for (const char of '年月日号-/.') units[char.charCodeAt(0)] = ofDate
for (const char of ':：时点') units[char.charCodeAt(0)] = ofClock

export interface Scan {
  readonly found: RawTime[]
  /** Later expressions were not read: the text holds more than the limit. */
  readonly truncated: boolean
  /** The text holds a mark that opens a title or a quotation. */
  readonly quotes: boolean
}

export function scanTimes(text: string, limit = 20_000): Scan {
  const found: RawTime[] = []
  const length = text.length
  let kinds = 0
  for (let i = 0; i < length; ) {
    const kind = table[text.charCodeAt(i)]!
    if (kind === 0) {
      i++
      continue
    }
    kinds |= kind
    // Plain figures (3200亩, 12个, 25.2%) are most of the work, so they are passed over without reading their value.
    const past = kind === number ? passFigure(text, i) : 0
    if (past !== 0) {
      i = past
      continue
    }
    const leads = (kind & lead) !== 0 && opensWord(text, i)
    if (!leads && (kind & number) === 0) {
      i++
      continue
    }
    if (found.length >= limit) return { found, truncated: true, quotes: true }
    const end = (leads && readLead(text, i, found)) || (kind & number ? readFigure(text, i, found) : 0)
    for (i++; i < end; i++) kinds |= table[text.charCodeAt(i)]!
  }
  return { found, truncated: false, quotes: (kinds & opens) !== 0 }
}

const opensWord = (text: string, at: number): boolean => {
  const first = text.charCodeAt(at)
  return pairs[pairOf(first, text.charCodeAt(at + 1))] === 1 || first === awaiting
}

const lunarLeads = '农阴旧正腊冬闰'

/** A word at `at`. Returns the end of what was taken, or 0. */
function readLead(text: string, at: number, found: RawTime[]): number {
  const char = text[at]!
  if (char === '每') {
    const raws = readEvery(text, at)
    if (!raws) return readsClose(text, at + 1, at, found)
    found.push(...raws)
    return raws[raws.length - 1]!.end
  }
  if (char === '半') {
    const raw = readHalf(text, at)
    return raw ? take(text, raw, found) : 0
  }
  if (char === '即') {
    const from = /^即日起/.test(text.slice(at, at + 3))
    if (from) return takeToday(text, at, found)
  }
  if (char === '第' || char === '前') {
    const quarter = readNumber(text, at + 1)
    if (quarter && quarter.value >= 1 && quarter.value <= 4 && text.startsWith('季度', quarter.end))
      return takeQuarter(text, at, quarter, char === '前', found)
  }
  if (char === '月' || char === '季') {
    const close = readsClose(text, at, at, found)
    if (close) return close
  }
  const lunar = lunarLeads.includes(char) ? readLunar(text, at) : undefined
  if (lunar) return lunar.point ? takePoint(text, lunar.point, undefined, found) : lunar.end
  const plan = char === '十' || char === '“' || char === '"' ? readPlan(text, at) : undefined
  const special = plan ?? readFestivalPoint(text, at)
  if (special) return takePoint(text, special, undefined, found)
  const word = readWordPoint(text, at)
  if (word) return takePoint(text, word.point, word.suffix, found)
  if (char === '周' || char === '星' || char === '礼') {
    const weekday = readWeekday(text, at)
    if (weekday) return takePoint(text, weekday, undefined, found)
  }
  const clock = readTimeOfDay(text, at)
  if (clock) return takePoint(text, clock, undefined, found)
  if (vagueLeads.has(text.charCodeAt(at))) {
    const vague = readVague(text, at)
    if (vague) {
      const raw = newRaw('vague', at, vague.end)
      raw.vague = vague.sense
      found.push(raw)
      return raw.end
    }
  }
  if (text.startsWith('下班前', at)) {
    const point = newPoint(at)
    point.officeEnd = true
    point.end = at + 2
    return takePoint(text, point, undefined, found)
  }
  return 0
}

/** A number at `at`: a date, a time of day, a length or, mostly, none of them. Returns the place to go on. */
function readFigure(text: string, at: number, found: RawTime[]): number {
  const first = readNumber(text, at)
  if (!first) return skipNumber(text, at)
  const next = text.charCodeAt(first.end)
  const before = text.charCodeAt(at - 1)
  if (isPartOfLonger(text, at, before)) return first.end

  const unit = units[text.charCodeAt(skipBlank(text, first.end))]!
  if (unit === ofDate) {
    const point = newPoint(at)
    point.end = readNumericDate(text, first, point)
    if (point.end) return takePoint(text, point, undefined, found)
  }
  if (next === 0x2e && first.arabic && isDigit(text.charCodeAt(first.end + 1)))
    return readDecimal(text, at, first, found)
  const second = readSecondNumber(text, first.end)
  if (second) {
    const range = readRange(text, at, first, second, found)
    if (range) return range
  }
  if (unit === ofClock) {
    const clock = newPoint(at)
    clock.end = readClock(text, at, clock, false)
    if (clock.hour !== undefined && clock.end > at) return takePoint(text, clock, undefined, found)
  }
  if (text.startsWith('季度', first.end) && first.value >= 1 && first.value <= 4)
    return takeQuarter(text, at, first, false, found)
  const span = readSpan(text, at, first, undefined)
  return span ? take(text, span, found) : first.end
}

/** The end of a number that what follows shows to be no time; 0 when it has to be read. Allocates nothing. */
function passFigure(text: string, at: number): number {
  let end = at + 1
  while (table[text.charCodeAt(end)]! & number) end++
  const next = text.charCodeAt(end)
  if (!afterNumber[next]) return end
  const second = text.charCodeAt(end + 1)
  switch (next) {
    case 0x4e2a: // 个
      return afterMeasure[second] ? 0 : end
    case 0x5c0f: // 小
      return second === 0x65f6 ? 0 : end
    case 0x5206: // 分
      return second === 0x949f ? 0 : end
    case 0x20:
      return afterBlank[second] ? 0 : end
    case 0x2e:
      return passDecimal(text, at, end)
    case 0x2d:
    case 0x2f:
    case 0x7e:
    case 0x2014:
    case 0x2013:
    case 0xff0d:
    case 0xff5e:
    case 0x81f3: // 至
    case 0x5230: // 到
    case 0x3a:
    case 0xff1a:
      return table[second]! & number || second === 0x2014 ? 0 : end
    default:
      return 0
  }
}

/** 2026.4.30, 4.28-30 and 1.5小时 are read; every other decimal is passed. */
function passDecimal(text: string, at: number, dot: number): number {
  let end = dot + 1
  while (isDigit(text.charCodeAt(end))) end++
  const after = text.charCodeAt(end)
  if (after === 0x2e) return dot - at === 4 ? 0 : end
  // 小 个 年
  if (after === 0x5c0f || after === 0x4e2a || after === 0x5e74)
    return afterMeasure[text.charCodeAt(end + 1)] || after === 0x5e74 ? 0 : end
  // 前 之前 以前 behind 12.5 makes it a day.
  const limits = after === 0x524d || after === 0x4e4b || after === 0x4ee5
  return dot - at <= 2 && end - dot <= 3 && (limits || afterNumber[after]) ? 0 : end
}

/** 1,200日, 12.5日, 第3日, 〔2026〕, B5日: a number that belongs to something longer. */
function isPartOfLonger(text: string, at: number, before: number): boolean {
  if (before === 0x2e || before === 0x2c) return isDigit(text.charCodeAt(at - 2))
  return (
    before === 0x3014 ||
    before === 0x7b2c ||
    (before >= 0x41 && before <= 0x5a) ||
    (before >= 0x61 && before <= 0x7a)
  )
}

function readDecimal(text: string, at: number, first: ReadNumber, found: RawTime[]): number {
  const end = skipNumber(text, first.end + 1)
  if (end - first.end > 3) return end
  const span = readDecimalSpan(text, at, Number(text.slice(at, end)), end)
  return span ? take(text, span, found) : end
}

/** 1—3月, 28日至30日 written 28—30日, 一至三季度, 5—7日内. */
function readRange(
  text: string,
  at: number,
  first: ReadNumber,
  second: ReadNumber,
  found: RawTime[],
): number {
  const unit = text[second.end]
  if (first.low !== first.value) return 0
  if (unit === '月' && first.value >= 1 && first.value <= 12) {
    const from = newPoint(at)
    from.month = first.value
    from.end = first.end
    const last = newPoint(second.end)
    last.end = readNumericDate(text, second, last)
    if (last.end && last.day === undefined) return takeRange(text, from, last, found)
    return 0
  }
  if (text.startsWith('季度', second.end) && first.value >= 1 && second.value <= 4) {
    const from = newPoint(at)
    from.quarter = first.value
    from.end = first.end
    const last = newPoint(second.end)
    last.quarter = second.value
    last.end = readPeriodEnd(text, second.end + 2, last)
    return takeRange(text, from, last, found)
  }
  if (unit === '日') {
    const last = newPoint(second.end)
    last.end = readNumericDate(text, second, last)
    if (last.end && first.value >= 1 && first.value < second.value) {
      const from = newPoint(at)
      from.day = first.value
      from.end = first.end
      return takeRange(text, from, last, found)
    }
  }
  if (unit === '时' || unit === '点') {
    const last = newPoint(first.end + 1)
    last.end = readClock(text, second.end - second.length, last, true)
    if (last.hour !== undefined && first.value <= 24 && (unit === '时' || last.end < second.end + 2)) {
      const from = newPoint(at)
      from.hour = first.value
      from.end = first.end
      return takeRange(text, from, last, found)
    }
  }
  const span = readSpan(text, at, first, second)
  return span ? take(text, span, found) : 0
}

function takeRange(text: string, from: Point, last: Point, found: RawTime[]): number {
  const raw = newRaw('range', from.start, last.end)
  raw.point = from
  raw.last = last
  return takeSuffix(text, raw, found)
}

function takeQuarter(
  text: string,
  at: number,
  quarter: ReadNumber,
  fromJanuary: boolean,
  found: RawTime[],
): number {
  const point = newPoint(at)
  point.quarter = quarter.value
  point.quartersFromJanuary = fromJanuary
  point.end = readPeriodEnd(text, quarter.end + 2, point)
  return takePoint(text, point, undefined, found)
}

function takeToday(text: string, at: number, found: RawTime[]): number {
  const point = newPoint(at)
  point.dayShift = 0
  point.end = at + 2
  return takePoint(text, point, undefined, found)
}

/** 季度结束后15日内: the point is the end of the running period, the span counts from it. */
function readsClose(text: string, at: number, start: number, found: RawTime[]): number {
  const close = readPeriodClose(text, at)
  if (!close) return 0
  const count = readNumber(text, close.end)
  const span = count && readSpan(text, close.end, count, undefined)
  if (span?.suffix !== 'within') return 0
  span.start = start
  span.every = { cycle: close.cycle, monthOfQuarter: undefined, workdayNumber: undefined, dayless: false }
  found.push(span)
  return span.end
}

const separator = /^(?:直?至|到|——?|－|–|-|~|～)/
/** A separator or a blank before it begins below the ideographs, or with one of these. */
const separatesAbove = [...'直至到－～\ufeff'].map(char => char.charCodeAt(0))
const maySeparate = (code: number): boolean => code <= 0x3000 || separatesAbove.includes(code)

/** A date or time was read; see whether it opens a range, and what stands behind it. */
function takePoint(text: string, point: Point, suffix: Suffix | undefined, found: RawTime[]): number {
  const raw = newRaw('point', point.start, point.end)
  raw.point = point
  if (suffix) {
    raw.suffix = suffix
    found.push(raw)
    return raw.end
  }
  const opened = text[point.end] === '起' ? point.end + 1 : point.end
  const comma = opened > point.end && text[opened] === '，' ? opened + 1 : opened
  if (!maySeparate(text.charCodeAt(comma))) return takeSuffix(text, raw, found)
  const rest = text.slice(comma, comma + 3)
  const mark = separator.exec(rest.trimStart())
  if (mark) {
    const at = comma + (rest.length - rest.trimStart().length) + mark[0].length
    const last = readPointAt(text, text[at] === ' ' ? at + 1 : at, point)
    if (last) {
      raw.form = 'range'
      raw.last = last
      raw.end = last.end
      return takeSuffix(text, raw, found)
    }
    if (/^[至到]今/.test(rest)) {
      raw.suffix = 'since'
      raw.end = comma + 2
      found.push(raw)
      return raw.end
    }
  }
  return takeSuffix(text, raw, found)
}

function takeSuffix(text: string, raw: RawTime, found: RawTime[]): number {
  const suffix = readSuffix(text, raw.end)
  if (suffix.suffix !== 'none') {
    raw.suffix = suffix.suffix
    raw.end = suffix.end
    const only = raw.point
    if (
      suffix.suffix === 'before' &&
      raw.form === 'point' &&
      only &&
      only.day !== undefined &&
      only.month === undefined &&
      only.hour === undefined
    )
      raw.maybeAgo = true
    const workday =
      suffix.suffix === 'after' && only && raw.form === 'point' ? readNthWorkday(text, raw) : undefined
    if (workday) {
      found.push(workday)
      return workday.end
    }
  }
  found.push(raw)
  return raw.end
}

/** 节后第一个工作日(前): working days counted from a holiday. */
function readNthWorkday(text: string, raw: RawTime): RawTime | undefined {
  const nth = /^的?(?:首|第([一二两三四五六七八九十\d]{1,2}))个工作日(?:之前|前|内)?/.exec(
    text.slice(raw.end, raw.end + 12),
  )
  if (!nth) return undefined
  const count = nth[1] ? readNumber(nth[1], 0)?.value : 1
  const span = count === undefined ? undefined : spanOf(count, 'workday')
  if (!span) return undefined
  const workday = newRaw('span', raw.start, raw.end + nth[0].length)
  workday.span = span
  workday.spanUnit = 'workday'
  workday.count = count!
  workday.suffix = 'within'
  workday.anchor = raw.point
  workday.anchorAfterEnd = true
  return workday
}

/** The second end of a range, which may leave out what the first said. */
function readPointAt(text: string, at: number, first: Point): Point | undefined {
  const figure = readNumber(text, at)
  if (figure) {
    const point = newPoint(at)
    point.end = readNumericDate(text, figure, point)
    if (point.end) return point
    if (first.dotted) {
      const dotted = /^(?:(\d{1,2})\.)?(\d{1,2})日?/.exec(text.slice(at, at + 6))
      if (dotted) {
        point.month = dotted[1] ? Number(dotted[1]) : undefined
        point.day = Number(dotted[2])
        point.end = at + dotted[0].length
        return point
      }
    }
    const clock = newPoint(at)
    clock.end = readClock(text, at, clock, first.hour !== undefined)
    if (clock.hour !== undefined && clock.end > at) return clock
    if (text.startsWith('季度', figure.end) && figure.value >= 1 && figure.value <= 4) {
      const quarter = newPoint(at)
      quarter.quarter = figure.value
      quarter.end = readPeriodEnd(text, figure.end + 2, quarter)
      return quarter
    }
    return undefined
  }
  const quarter = text[at] === '第' ? readNumber(text, at + 1) : undefined
  if (quarter && text.startsWith('季度', quarter.end) && quarter.value >= 1 && quarter.value <= 4) {
    const point = newPoint(at)
    point.quarter = quarter.value
    point.end = quarter.end + 2
    return point
  }
  return (
    readWordPoint(text, at)?.point ??
    readPlan(text, at) ??
    readFestivalPoint(text, at) ??
    readWeekday(text, at) ??
    (first.hour !== undefined ? readTimeOfDay(text, at) : undefined)
  )
}

/** A length was read; tie it to the date that it counts from, when that stands right before it. */
function take(text: string, raw: RawTime, found: RawTime[]): number {
  const last = found[found.length - 1]
  if (
    last?.point &&
    last.form === 'point' &&
    !last.every &&
    (last.suffix === 'since' || last.suffix === 'after') &&
    raw.start - last.end <= 8 &&
    /^(?:的|，|,|算|计算|开始|（含当[日天]）|在)*$/.test(text.slice(last.end, raw.start))
  ) {
    raw.anchor = last.point
    raw.anchorAfterEnd = last.suffix === 'after'
    raw.start = /[自从]/.test(text[last.start - 1] ?? '') ? last.start - 1 : last.start
    found[found.length - 1] = raw
    return raw.end
  }
  found.push(raw)
  return raw.end
}
