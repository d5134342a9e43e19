// Finds the words of words.ts in running text and reads on where a word opens a longer date (明年3月底, 下周五下午3点).

import { isDigit, isNumeral, readNumber } from './numerals'
import { hourOf } from './parseInstant'
import { newPoint, type Point, type VagueWord } from './point'
import { readClock, readDayPart } from './readClock'
import { readAfterMonth, readAfterYear, readFestival, readPeriodEnd, weekdayOfChar } from './readDate'
import {
  beginsWord,
  festivalWords,
  isWeather,
  type Meaning,
  seasonAnyway,
  seasonWords,
  type TimeWord,
  timeWords,
  vagueWords,
} from './words'

const byFirst = new Map<number, TimeWord[]>()
for (const each of [...timeWords].sort((a, b) => b.word.length - a.word.length)) {
  const code = each.word.charCodeAt(0)
  byFirst.set(code, [...(byFirst.get(code) ?? []), each])
}
const vagueByFirst = new Map<number, (readonly [string, VagueWord])[]>()
for (const each of [...vagueWords].sort((a, b) => b[0].length - a[0].length)) {
  const code = each[0].charCodeAt(0)
  vagueByFirst.set(code, [...(vagueByFirst.get(code) ?? []), each])
}

/** Every word that may begin a time; the scanner looks at their first two characters. */
export const leadWords: readonly string[] = [
  ...timeWords.map(each => each.word),
  ...festivalWords.map(([word]) => word),
  ...vagueWords.map(([word]) => word),
  ...seasonWords,
  ...seasonAnyway,
]
const seasonsByFirst = groupByFirst(seasonWords)
const anywayByFirst = groupByFirst(seasonAnyway)
export const vagueLeads: ReadonlySet<number> = new Set([
  ...vagueByFirst.keys(),
  ...seasonsByFirst.keys(),
  ...anywayByFirst.keys(),
  '待'.charCodeAt(0),
])

function groupByFirst(words: readonly string[]): Map<number, string[]> {
  const groups = new Map<number, string[]>()
  for (const word of words) groups.set(word.charCodeAt(0), [...(groups.get(word.charCodeAt(0)) ?? []), word])
  return groups
}

/** 待资金到位后: nothing that could be put on a calendar, and bound to what comes first. 接待, 等待, 期待 are other words. */
const awaits = /^待(?!遇|办|定|命|续)[^，。；、：\s\d]{2,14}?(?:之后|以后|后)(?![续勤备方果者台])/
const otherAwaits = /[接招等款善虐期对看优亟有急尚仍留交]/

export function readVague(text: string, at: number): { sense: VagueWord; end: number } | undefined {
  if (text[at] === '待') {
    const found = otherAwaits.test(text[at - 1] ?? '') ? null : awaits.exec(text.slice(at, at + 20))
    return found ? { sense: 'awaits', end: at + found[0].length } : undefined
  }
  for (const [word, sense] of vagueByFirst.get(text.charCodeAt(at)) ?? []) {
    if (!text.startsWith(word, at)) continue
    // 一定时限时… and 每日内: the characters belong to what stands before them.
    if (
      word === '日内' &&
      /[\d一二三四五六七八九十两几数百作然近当今本同平假生节首终每逐周整]/.test(text[at - 1] ?? '')
    )
      return undefined
    if (word === '日内' && text[at + 2] === '瓦') return undefined
    if (word === '限时' && /[时超不权年期]/.test(text[at - 1] ?? '')) return undefined
    return { sense, end: at + word.length }
  }
  for (const word of seasonsByFirst.get(text.charCodeAt(at)) ?? [])
    if (text.startsWith(word, at)) {
      const rest = /^(?:来临|到来|开始|结束|期间)?(?:之前|以前|前)(?![期往来])/.exec(
        text.slice(at + word.length, at + word.length + 6),
      )
      if (rest) return { sense: 'season', end: at + word.length + rest[0].length }
    }
  for (const word of anywayByFirst.get(text.charCodeAt(at)) ?? [])
    if (text.startsWith(word, at)) return { sense: 'season', end: at + word.length }
  return undefined
}

/** A point that begins with a word; undefined when none does. `suffix`: 内 or 前 was already part of the word. */
export function readWordPoint(
  text: string,
  at: number,
): { point: Point; suffix: 'within' | 'before' | undefined } | undefined {
  const found = byFirst.get(text.charCodeAt(at))
  if (found)
    for (const each of found) {
      if (!text.startsWith(each.word, at)) continue
      if (each.notAfter && at > 0 && each.notAfter.test(text[at - 1]!)) continue
      if (each.after && at > 0 && !each.after.test(text[at - 1]!)) continue
      const end = at + each.word.length
      if (each.notBefore?.test(text.slice(end, end + 5))) continue
      const point = from(at, each.meaning)
      point.end = continueWord(text, end, each, point)
      return point.end > 0 ? { point, suffix: each.suffix } : undefined
    }
  return undefined
}

function from(at: number, meaning: Meaning): Point {
  return Object.assign(newPoint(at), meaning)
}

function continueWord(text: string, end: number, word: TimeWord, point: Point): number {
  switch (word.continues) {
    case 'year': {
      const to = readAfterYear(text, end, point)
      // 今年以来, 去年: the year alone is no more than a year.
      return to
    }
    case 'month':
      return readAfterMonth(text, end, point)
    case 'week': {
      // 下周周五 and 下星期周五 say the week twice.
      const skip = weekWidth(text, end)
      const weekday = weekdayOfChar(text[end + skip])
      if (weekday && !(skip === 0 && text[end] === '一' && /[次周]/.test(text[end + 1] ?? ''))) {
        point.weekday = weekday
        return readClock(text, end + skip + 1, point, true)
      }
      return end
    }
    case 'clock':
      return point.dayPart ? readPartOfDay(text, end, point) : readClock(text, end, point, true)
    default:
      return point.quarterShift !== undefined ? readPeriodEnd(text, end, point) : end
  }
}

/** How many characters 周, 星期 or 礼拜 takes at a place; 0 when none stands there. */
const weekWidth = (text: string, at: number): number =>
  text[at] === '周' ? 1 : text.startsWith('星期', at) || text.startsWith('礼拜', at) ? 2 : 0

/** 明早8时, 当晚9点, 今晚12点: the word already said the part of the day. */
function readPartOfDay(text: string, end: number, point: Point): number {
  const part = point.dayPart
  const to = readClock(text, end, point, true)
  if (to > end && point.hour !== undefined && point.dayPart === undefined)
    point.hour = hourOf(point.hour, part)
  point.dayPart = part
  return to
}

/** 周五, 星期五, 礼拜五, 周末; 上 and 下 were read before. */
export function readWeekday(text: string, at: number): Point | undefined {
  const width = text[at] === '周' ? 1 : 2
  if (width === 2 && !text.startsWith('星期', at) && !text.startsWith('礼拜', at)) return undefined
  const weekday = weekdayOfChar(text[at + width])
  if (!weekday || (weekday === 8 && width === 2)) return undefined
  const before = text.charCodeAt(at - 1)
  if (isDigit(before) || isNumeral(before) || /[半个逐四上下庄]/.test(text[at - 1] ?? '')) return undefined
  const next = text[at + width + 1] ?? '。'
  // 周一鸣, 周三多 are people, 周一次 is a rate: a bare weekday must be followed by what follows a time.
  if (
    width === 1 &&
    weekday < 8 &&
    !/[前之以上下早晚中凌傍夜至到—\-、，。；：（(）)\d一二三四五六七八九十要须应需将报提完召开组例反通集统]/.test(
      next,
    )
  )
    return undefined
  const point = newPoint(at)
  point.weekday = weekday
  point.weekShift = undefined
  point.end = readClock(text, at + width + 1, point, true)
  return point
}

const plans: Readonly<Record<string, number>> = {
  十二五: 2015,
  十三五: 2020,
  十四五: 2025,
  十五五: 2030,
  十六五: 2035,
}

/** “十五五”末, 十四五期末: only with its end, which is a date. */
export function readPlan(text: string, at: number): Point | undefined {
  const open = text[at] === '“' || text[at] === '"' ? 1 : 0
  const end = plans[text.slice(at + open, at + open + 3)]
  if (!end) return undefined
  let i = at + open + 3
  if (text[i] === '”' || text[i] === '"') i++
  const tail = /^(?:规划)?(?:时期末|期末|末期|末|收官之年)/.exec(text.slice(i, i + 6))
  if (!tail) return undefined
  const point = newPoint(at)
  point.planEnd = end
  point.end = i + tail[0].length
  return point
}

/** “五一”前, 国庆节后, 春节期间; without 前, 后 or 期间 a festival is a topic. */
export function readFestivalPoint(text: string, at: number): Point | undefined {
  const festival = readFestival(text, at)
  // 大雪前 is weather, unless 节气 or a quotation mark says otherwise.
  if (festival && isWeather.has(festival.name) && festival.end - at <= 2) return undefined
  if (
    !festival ||
    !/^(?:前(?![往来])|后(?!续)|期间|之前|以前|之后)/.test(text.slice(festival.end, festival.end + 2))
  )
    return undefined
  // 环节前, 情节后, 苗族某某节前: 节 alone is a festival only where it begins a word.
  if (festival.name === 'next' && festival.end - at < 2 && at > 0 && !beginsWord.test(text[at - 1]!))
    return undefined
  if (isDigit(text.charCodeAt(at - 1)) || isNumeral(text.charCodeAt(at - 1)) || text[at - 1] === '第')
    return undefined
  const point = newPoint(at)
  point.festival = festival.name
  point.end = festival.end
  return point
}

const lunarMonth =
  /^(农历|阴历|旧历)?(闰)?(正|腊|冬|[一二三四五六七八九十]{1,2})月(?:(初)?([一二三四五六七八九十廿卅]{1,3})日?|([底末初]|上旬|中旬|下旬))?/
const lunarParts: Readonly<Record<string, Point['part']>> = {
  底: 'end',
  末: 'end',
  初: 'start',
  上旬: 'start',
  中旬: 'middle',
  下旬: 'late',
}

/**
 * 农历八月十五, 正月十五, 腊月底. A number alone names a month of the sun, so that it wants 农历 before it. What is written
 * by the moon and cannot be put on a calendar (a leap month) has an end and no point: nothing of it is read by the sun.
 */
export function readLunar(text: string, at: number): { point: Point | undefined; end: number } | undefined {
  const written = lunarMonth.exec(text.slice(at, at + 12))
  if (!written) return undefined
  const [all, named, leap, name, , dayText, part] = written
  const byName = name === '正' || name === '腊' || name === '冬'
  if (!named && !leap && !byName) return undefined
  const end = at + all!.length
  const month = name === '正' ? 1 : name === '腊' ? 12 : name === '冬' ? 11 : readNumber(name!, 0)?.value
  const day = dayText === undefined ? undefined : readNumber(dayText, 0)?.value
  const known =
    month !== undefined && month <= 12 && (dayText === undefined || (day !== undefined && day <= 30))
  if (!known || leap || (dayText === undefined && part === undefined && !named && !byName))
    return { point: undefined, end }
  const point = newPoint(at)
  point.lunar = true
  point.month = month
  point.day = day
  point.part = part === undefined ? undefined : lunarParts[part]
  point.end = end
  return { point, end }
}

/** 下午3点, 晚8时 without a date. */
export function readTimeOfDay(text: string, at: number): Point | undefined {
  if (!readDayPart(text, at)) return undefined
  const point = newPoint(at)
  point.end = readClock(text, at, point, false)
  return point.hour !== undefined ? point : undefined
}
