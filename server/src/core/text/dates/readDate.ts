// Reads a date that begins with a number (or after a word that names the year or month), into the fields of a Point.

import { expressionOf } from '../../knowledge/cue'
import * as datesWords from '../../knowledge/dates.generated'
import { type ReadNumber, readNumber } from './numerals'
import type { Point } from './point'
import { readClock, skipBlank } from './readClock'
import { festivalWords } from './words'

const weekdays: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  末: 8,
}
export const weekdayOfChar = (char: string | undefined): number | undefined =>
  char ? weekdays[char] : undefined

/** A written year: four digits, or two before a month (98年5月). */
function yearOf(number: ReadNumber, text: string): number | undefined {
  if (number.length === 4 && number.value >= 1900 && number.value <= 2199) return number.value
  if (number.arabic && number.length === 2 && readNumber(text, number.end + 1))
    return number.value + (number.value >= 50 ? 1900 : 2000)
  return undefined
}

/** From the number at `point.start`, which is `number`. Returns the end, or 0 when it is no date. */
export function readNumericDate(text: string, number: ReadNumber, point: Point): number {
  const at = number.arabic ? skipBlank(text, number.end) : number.end
  const unit = text[at]
  if (unit === '年') {
    const year = yearOf(number, text)
    if (year === undefined) return 0
    point.year = year
    return readAfterYear(text, at + 1, point)
  }
  if (unit === '月') return readMonth(text, number, at, point)
  if (unit === '日' || unit === '号') return readDayOnly(text, number, at, point)
  if (unit === '-' || unit === '/' || unit === '.') return readIso(text, number, unit, point)
  return 0
}

/** After 2026年, 今年, 次年. A year with nothing finer behind it leaves `bareYear`. */
export function readAfterYear(text: string, at: number, point: Point): number {
  const i = skipStray(text, at, '月')
  const number = readNumber(text, i)
  if (number) {
    const unitAt = skipBlank(text, number.end)
    if (text[unitAt] === '月') {
      const end = readMonth(text, number, unitAt, point)
      if (end) return end
    }
    if (text.startsWith('季度', number.end) && number.value >= 1 && number.value <= 4) {
      point.quarter = number.value
      return readPeriodEnd(text, number.end + 2, point)
    }
  }
  if (text[i] === '元' && text[i + 1] === '月') {
    return readMonth(text, { end: i + 1, value: 1, low: 1, arabic: false, length: 1 }, i + 1, point)
  }
  if (text[i] === '第' || text[i] === '前') {
    const quarter = readNumber(text, i + 1)
    if (
      quarter &&
      quarter.value >= 1 &&
      quarter.value <= 4 &&
      /^季(?!度?[一-十]月)/.test(text.slice(quarter.end, quarter.end + 4))
    ) {
      point.quarter = quarter.value
      point.quartersFromJanuary = text[i] === '前'
      return readPeriodEnd(text, quarter.end + (text[quarter.end + 1] === '度' ? 2 : 1), point)
    }
  }
  if (text.startsWith('上半年', i) || text.startsWith('下半年', i)) {
    point.half = text[i] === '上' ? 1 : 2
    return i + 3
  }
  const named = text[i] === '年' ? i + 1 : i
  const next = text[named]
  if (
    (next === '底' && !/[部线数]/.test(text[named + 1] ?? '')) ||
    (next === '末' && text[named + 1] !== '端')
  ) {
    point.month = 12
    point.part = 'end'
    return named + 1
  }
  if (next === '初' && !/[步期级中]/.test(text[named + 1] ?? '')) {
    point.month = 1
    point.part = 'start'
    return named + 1
  }
  if (text[i] === '年' && (next === '内' || next === '中')) {
    if (next === '中') {
      point.month = 6
      point.part = 'end'
      return named + 1
    }
    point.bareYear = true
    return named
  }
  const festival = readFestival(text, i)
  if (festival && festival.end < text.length && /[前后期]/.test(text[festival.end]!)) {
    point.festival = festival.name
    return festival.end
  }
  point.bareYear = true
  return text[at] === '度' ? at + 1 : at
}

/** What shows that a number behind a month is a day although 日 is missing. */
const dayWithoutUnit = /^(?:前(?![后三几\d])|之前|以前|止|[上下中]午(?!餐|饭))/

/** 2026年、11月.20日: a mark typed between the numbers is passed when the unit that must follow does follow. */
function skipStray(text: string, at: number, units: string): number {
  const i = skipBlank(text, at)
  if (!/[、.．·/-]/.test(text[i] ?? '')) return i
  const number = readNumber(text, skipBlank(text, i + 1))
  if (!number?.arabic || number.length > 2) return i
  return units.includes(text[skipBlank(text, number.end)] ?? ' ') ? skipBlank(text, i + 1) : i
}

/** From 月 on: the day, a part of the month, or the whole month. */
function readMonth(text: string, number: ReadNumber, at: number, point: Point): number {
  if (number.low !== number.value || number.length > 3) return 0
  if (/[龄嫂饼球亮光]/.test(text[at + 1] ?? '')) return 0
  point.month = number.value
  const end = readAfterMonth(text, at + 1, point)
  // 13月 alone is more likely a slip of the reader than of the writer; 13月5日 is not.
  const certain = point.year !== undefined || point.day !== undefined || point.part !== undefined
  return (number.value >= 1 && number.value <= 12) || (certain && number.arabic) ? end : 0
}

/** After 4月 or 本月. */
export function readAfterMonth(text: string, at: number, point: Point): number {
  const i = skipStray(text, at, '日号')
  const number = readNumber(text, i)
  if (number && number.length <= 3 && number.low === number.value) {
    const unitAt = skipBlank(text, number.end)
    if ((text[unitAt] === '日' || text[unitAt] === '号') && text[unitAt + 1] !== '楼') {
      point.day = number.value
      return readAfterDay(text, unitAt + 1, point)
    }
    // 4月25前, 截至11月25，: 日 was left out in a hurry. 11月25人 is a month and a count.
    if (
      number.arabic &&
      number.value >= 1 &&
      number.value <= 31 &&
      dayWithoutUnit.test(text.slice(number.end, number.end + 3))
    ) {
      point.day = number.value
      return number.end
    }
    // 4月28-30日: the unit stands once, behind the second number.
    const joined = readJoinedDay(text, number.end)
    if (joined && number.value <= 31) {
      point.day = number.value
      return number.end
    }
  }
  if (text.startsWith('中下旬', i) || text.startsWith('上中旬', i)) {
    point.part = text[i] === '中' ? 'second-and-third' : 'first-and-second'
    return i + 3
  }
  const two = text.slice(i, i + 2)
  const part = monthParts[two]
  if (part) {
    point.part = part
    return i + 2
  }
  if (text.startsWith('上半月', i) || text.startsWith('下半月', i)) {
    point.part = text[i] === '上' ? 'first-half' : 'second-half'
    return i + 3
  }
  const bare = text[i] === '月' ? i + 1 : i
  const next = text[bare + 1] ?? ''
  if ((text[bare] === '底' && !/[部线数层册]/.test(next)) || (text[bare] === '末' && !/[端位]/.test(next))) {
    point.part = 'end'
    return bare + 1
  }
  if (text[i] === '初' && !/[步期级中审报验]/.test(text[i + 1] ?? '')) {
    point.part = 'start'
    return i + 1
  }
  if (text[i] === '中' && !/[国央心共标考学小医秋华途]/.test(text[i + 1] ?? '')) {
    point.part = 'middle'
    return i + 1
  }
  return text[at] === '份' ? at + 1 : at
}

const monthParts: Readonly<Record<string, Point['part']>> = {
  上旬: 'start',
  中旬: 'middle',
  下旬: 'late',
  月底: 'end',
  月末: 'end',
}
const dash = /^(?:至|到|—{1,2}|－|–|-|~|～|―{1,2})$/

/** `-30日` behind 4月28: whether another day number with its unit follows. */
function readJoinedDay(text: string, at: number): boolean {
  const width = text.startsWith('——', at) ? 2 : 1
  if (!dash.test(text.slice(at, at + width))) return false
  const number = readNumber(text, at + width)
  return (
    number !== undefined && number.length <= 3 && (text[number.end] === '日' || text[number.end] === '号')
  )
}

/** After 28日: a weekday in brackets, 当天, a time of day. */
function readAfterDay(text: string, at: number, point: Point): number {
  let i = at
  const bracket = text[i]
  if (bracket === '（' || bracket === '(') {
    const named = /^[（(]\s*(?:星期|周|礼拜)([一二三四五六日天])\s*[)）]/.exec(text.slice(i, i + 9))
    if (named) {
      point.statedWeekday = weekdayOfChar(named[1])
      i += named[0].length
    }
  } else if (bracket === '星' || (bracket === '周' && weekdayOfChar(text[i + 1]) && text[i + 1] !== '末')) {
    const width = text.startsWith('星期', i) ? 2 : 1
    const weekday = weekdayOfChar(text[i + width])
    if (weekday && weekday < 8 && (width === 2 || bracket === '周')) {
      point.statedWeekday = weekday
      i += width + 1
    }
  }
  if (text.startsWith('当天', i) || text.startsWith('当日', i)) i += 2
  const clock = skipBlank(text, i)
  return readClock(text, clock, point, true) > clock ? readClock(text, clock, point, true) : i
}

/** 30日前, 21日上午, 28日至30日: a day whose month must come from the text around it. */
function readDayOnly(text: string, number: ReadNumber, at: number, point: Point): number {
  if (number.low !== number.value || number.length > 3 || number.value < 1 || number.value > 31) return 0
  const next = text.slice(at + 1, at + 4)
  if (text[at] === '号') {
    if (!/^(?:前|之前|以前|上午|下午|至|到|晚|[（(](?:星期|周))/.test(next)) return 0
  } else if (/^(?:[游均龄常志子益报本用产心增夜内后制]|之内|以内|之后|以后)/.test(next)) return 0
  // 三日 and 一日 are lengths and idioms unless something shows that a date is meant.
  if (
    !number.arabic &&
    number.length === 1 &&
    (!/^(?:前|之前|以前|上午|下午|晚|凌晨|清晨|早|夜|中午|至|到|[（(](?:星期|周))/.test(next) ||
      text[point.start - 1] === '前')
  )
    return 0
  if (lengthBefore.test(text.slice(Math.max(0, point.start - 4), point.start))) return 0
  point.day = number.value
  return readAfterDay(text, at + 1, point)
}

/** 逾期7日, 停产15日: the number before 日 is a length. */
const lengthBefore = expressionOf(datesWords.lengthBefore)

/** 2026-04-30, 2026/4/30, 2026.4.30; 4.28-30 as a range of days. */
function readIso(text: string, number: ReadNumber, mark: string, point: Point): number {
  if (!number.arabic) return 0
  const second = readNumber(text, number.end + 1)
  if (!second?.arabic || second.length > 2) return 0
  if (number.length === 4 && number.value >= 1900 && number.value <= 2199) {
    if (text[second.end] !== mark) return 0
    const third = readNumber(text, second.end + 1)
    if (!third?.arabic || third.length > 2 || second.value > 99) return 0
    if (text[third.end] === mark || (mark === '/' && text[point.start - 1] === '/')) return 0
    point.year = number.value
    point.month = second.value
    point.day = third.value
    const end = text[third.end] === '日' ? third.end + 1 : third.end
    return readAfterDay(text, text[end] === 'T' ? end + 1 : end, point)
  }
  if (
    mark !== '.' ||
    number.length > 2 ||
    number.value < 1 ||
    number.value > 12 ||
    second.value < 1 ||
    second.value > 31
  )
    return 0
  // 12.5前报: a decimal has no 前 behind it.
  if (/^(?:前(?![后三几\d])|之前|以前)/.test(text.slice(second.end, second.end + 2))) {
    point.month = number.value
    point.day = second.value
    point.dotted = true
    return second.end
  }
  const rest = /^(?:-|—|–|~|～|至)(?:(\d{1,2})\.)?(\d{1,2})(?=$|[前，。；、,;）)\s举召开组进]|期间|日)/.exec(
    text.slice(second.end, second.end + 8),
  )
  if (!rest || Number(rest[2]) > 31 || (!rest[1] && Number(rest[2]) <= second.value)) return 0
  point.month = number.value
  point.day = second.value
  point.dotted = true
  return second.end
}

/** 末 底 初 behind 二季度. */
export function readPeriodEnd(text: string, at: number, point: Point): number {
  if (text[at] === '末' || text[at] === '底') {
    point.part = 'end'
    return at + 1
  }
  if (text[at] === '初' && !/[步期]/.test(text[at + 1] ?? '')) {
    point.part = 'start'
    return at + 1
  }
  return at
}

const festivalsByFirst = new Map<number, (readonly [string, string])[]>()
for (const each of festivalWords) {
  const code = each[0].charCodeAt(0)
  festivalsByFirst.set(code, [...(festivalsByFirst.get(code) ?? []), each])
}

/** 国庆, 国庆节, “五一”, 五一劳动节, 春节假期. */
export function readFestival(text: string, at: number): { name: string; end: number } | undefined {
  const open = text[at] === '“' || text[at] === '"' ? 1 : 0
  for (const [word, name] of festivalsByFirst.get(text.charCodeAt(at + open)) ?? []) {
    if (!text.startsWith(word, at + open)) continue
    let end = at + open + word.length
    if (open && (text[end] === '”' || text[end] === '"')) end++
    for (const tail of [
      '国际劳动节',
      '劳动节',
      '国庆节',
      '佳节',
      '黄金周',
      '小长假',
      '长假',
      '假期',
      '节假日',
      '节日',
      '节气',
      '节',
    ]) {
      if (text.startsWith(tail, end)) {
        end += tail.length
        break
      }
    }
    if (open && (text[end] === '”' || text[end] === '"')) end++
    return { name, end }
  }
  return undefined
}
