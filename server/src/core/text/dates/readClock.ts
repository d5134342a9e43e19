// Reads a time of day in running text: 17时, 8:30, 下午3点半, 24时, 下班, 八时三十分.

import { isDigit, readNumber } from './numerals'
import { hourOf } from './parseInstant'
import type { Point } from './point'

export const dayParts = [
  '凌晨',
  '清晨',
  '早上',
  '早晨',
  '上午',
  '中午',
  '正午',
  '午后',
  '下午',
  '傍晚',
  '晚上',
  '晚间',
  '夜间',
  '深夜',
  '当晚',
  '早',
  '晚',
] as const
const dayPartsBy = new Map<number, string[]>()
for (const part of dayParts) {
  const code = part.charCodeAt(0)
  dayPartsBy.set(code, [...(dayPartsBy.get(code) ?? []), part])
}

export function readDayPart(text: string, at: number): string | undefined {
  return dayPartsBy.get(text.charCodeAt(at))?.find(part => text.startsWith(part, at))
}

const colon = 0x3a
const fullColon = 0xff1a
const space = 0x20

export const skipBlank = (text: string, at: number): number => (text.charCodeAt(at) === space ? at + 1 : at)

// 时期 时间 时代 时段 时刻 …: words that begin with 时 and make the number before it something else.
const notHour = /[期间代段候限效节序空政事速光尚装]/
// 点 is far more often "point"; it is an hour only with one of these behind it, a day part or a date before it.
const afterPoint = /[前半整钟许至到左开起止召举以之，。；、）)]/

/**
 * Fills hour, minute and second of `point` from `at` and returns the end, or `at` when there is no time of day.
 * `dated`: a date stands before it, so that a bare 8点 or 8:30 is surely a time.
 */
export function readClock(text: string, at: number, point: Point, dated: boolean): number {
  let i = skipBlank(text, at)
  if (text.startsWith('下班', i) && (dated || text.charCodeAt(i + 2) === 0x524d)) {
    point.officeEnd = true
    return i + 2
  }
  const part = readDayPart(text, i)
  const partEnd = part ? i + part.length : i
  if (part) i = skipBlank(text, partEnd)
  if (part && dated && text.startsWith('下班', i)) {
    point.officeEnd = true
    return i + 2
  }
  const number = readNumber(text, i)
  if (!number || number.length > 3 || number.low !== number.value || number.value > 99)
    return dayPartAlone(at, partEnd, part, point, dated)
  let end = number.end
  const mark = text.charCodeAt(skipBlank(text, end))
  if (mark === colon || mark === fullColon) {
    const minutes = readNumber(text, end + 1)
    if (!number.arabic || number.length > 2 || minutes?.length !== 2 || !minutes.arabic)
      return dayPartAlone(at, partEnd, part, point, dated)
    if (!dated && !part && !standsAlone(text, at, minutes.end)) return at
    point.minute = minutes.value
    end = minutes.end
    if (text.charCodeAt(end) === colon || text.charCodeAt(end) === fullColon) {
      const seconds = readNumber(text, end + 1)
      if (seconds?.length !== 2) return dayPartAlone(at, partEnd, part, point, dated)
      point.second = seconds.value
      end = seconds.end
    }
  } else {
    end = skipBlank(text, end)
    const unit = text[end]
    if (unit !== '时' && unit !== '点') return dayPartAlone(at, partEnd, part, point, dated)
    const next = text[end + 1] ?? '。'
    const minutes = readNumber(text, skipBlank(text, end + 1))
    const hasMinutes = minutes !== undefined && text[minutes.end] === '分' && text[minutes.end + 1] !== '之'
    if (unit === '时' && notHour.test(next)) return dayPartAlone(at, partEnd, part, point, dated)
    if (
      unit === '点' &&
      !hasMinutes &&
      !part &&
      !(dated
        ? !/[点要建意问启对看措]/.test(next)
        : afterPoint.test(next) && number.arabic && isHour(text, end))
    )
      return at
    if (!dated && !part && !number.arabic && !hasMinutes && number.value < 10 && !/[前许整至]/.test(next))
      return at
    end++
    if (unit === '点' && text[end] === '钟') end++
    if (hasMinutes) {
      point.minute = minutes.value
      end = minutes.end + 1
      const seconds = readNumber(text, end)
      if (seconds && text[seconds.end] === '秒') {
        point.second = seconds.value
        end = seconds.end + 1
      }
    } else if (text[end] === '半') {
      point.minute = 30
      end++
    } else if (text[end] === '整') end++
  }
  point.hour = hourOf(number.value, part)
  point.dayPart = part
  if (text[end] === '许' || text.startsWith('左右', end)) {
    point.approximate = true
    end += text[end] === '许' ? 1 : 2
  }
  return end
}

function dayPartAlone(
  at: number,
  end: number,
  part: string | undefined,
  point: Point,
  dated: boolean,
): number {
  if (!part || !dated || part === '早') return at
  point.dayPart = part
  return end
}

/** 8:30 without a date: not a ratio or a score, and not inside a longer figure. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1)
  if (isDigit(before) || before === 0x2e || before === colon || before === 0x2f) return false
  const after = text[end] ?? '。'
  return /[前至到开起止—\-~～，。；）)许左、]/.test(after) && !/[比分率约为例]/.test(text[start - 1] ?? '')
}

/** 8点前 is an hour; 3点前… as "3 points" never has a limit behind it. */
function isHour(text: string, at: number): boolean {
  return /^点(?:前|之前|以前|半|整|钟|许|至|到|左右|开始|起|止)/.test(text.slice(at, at + 4))
}
