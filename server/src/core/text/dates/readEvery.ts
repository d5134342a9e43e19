// Reads recurring times: 每月5日前, 每周五, 每季度末, 每日17时前, 每2小时, 月度结束后5日内.

import { readNumber } from './numerals'
import { type Cycle, type Every, newPoint, newRaw, type Point, type RawTime } from './point'
import { readClock, skipBlank } from './readClock'
import { readAfterMonth, readAfterYear, readPeriodEnd, weekdayOfChar } from './readDate'
import { readSuffix } from './readSuffix'
import { spanOf } from './span'

const cycles: readonly (readonly [string, Cycle])[] = [
  ['半年', 'half-year'],
  ['季度', 'quarter'],
  ['星期', 'week'],
  ['工作日', 'day'],
  ['季', 'quarter'],
  ['月', 'month'],
  ['周', 'week'],
  ['年', 'year'],
  ['日', 'day'],
  ['天', 'day'],
]

/** From 每. Undefined when no time within the cycle is named (每月开展2次). */
export function readEvery(text: string, start: number): RawTime[] | undefined {
  let i = start + 1
  if (text[i] === '逢' || text[i] === '个') i++
  const interval = readInterval(text, start, i)
  if (interval) return [interval]
  const found = cycles.find(([word]) => text.startsWith(word, i))
  if (!found) return undefined
  const every: Every = {
    cycle: found[1],
    monthOfQuarter: undefined,
    workdayNumber: undefined,
    dayless: false,
  }
  i += found[0].length
  if (text[i] === '度' || text[i] === '的') i++
  const point = newPoint(start)
  point.end = readWithin(text, i, every, point)
  if (point.end <= i) {
    if (
      !/^(?:至少|定期|按时|均|须|应|要|书面|集中)*(?:报送|上报|报告|续报|反馈|提交|汇报)/.test(
        text.slice(i, i + 12),
      )
    )
      return undefined
    every.dayless = true
    point.end = i
  }
  const raws = [finish(text, start, point, every)]
  // 每月5日、20日前 and 每日8时、17时前 name the cycle once.
  for (let last = raws[0]!; /[、和及]/.test(text[last.end] ?? '') && raws.length < 6; ) {
    const next = newPoint(last.end + 1)
    next.end = readWithin(text, last.end + 1, every, next)
    if (next.end <= next.start) break
    last = finish(text, next.start, next, every)
    raws.push(last)
  }
  // 每月5日、20日前: 前 belongs to both.
  const suffix = raws[raws.length - 1]!.suffix
  if (suffix === 'before') for (const raw of raws) raw.suffix = suffix
  return raws
}

function finish(text: string, start: number, point: Point, every: Every): RawTime {
  const raw = newRaw('point', start, point.end)
  raw.point = point
  raw.every = every
  const suffix = readSuffix(text, point.end)
  if (suffix.suffix !== 'none') {
    raw.suffix = suffix.suffix
    raw.end = suffix.end
  }
  return raw
}

function readWithin(text: string, at: number, every: Every, point: Point): number {
  const i = skipBlank(text, at)
  switch (every.cycle) {
    case 'month': {
      const nth = /^(?:第|前)(.{1,2})个工作日/.exec(text.slice(i, i + 8))
      const count = nth && readNumber(nth[1]!, 0)
      if (nth && count) {
        every.workdayNumber = count.value
        return i + nth[0].length
      }
      const end = readAfterMonth(text, i, point)
      return point.day !== undefined || point.part !== undefined ? end : at
    }
    case 'week': {
      const skip = text[i] === '周' ? 1 : text.startsWith('星期', i) ? 2 : 0
      const weekday = weekdayOfChar(text[i + skip])
      if (!weekday || /[次轮场期份篇条项个]/.test(text[i + skip + 1] ?? '')) return at
      point.weekday = weekday
      return readClock(text, i + skip + 1, point, true)
    }
    case 'day':
      return readClock(text, i, point, true)
    case 'quarter': {
      const first = /^(?:的)?(?:(首|末|最后一)个?月|第([一二三1-3])个?月)(?:份)?(?:的)?/.exec(
        text.slice(i, i + 8),
      )
      if (first) {
        every.monthOfQuarter = first[1] === '首' ? 1 : first[1] ? 3 : readNumber(first[2]!, 0)!.value
        return readAfterMonth(text, i + first[0].length, point)
      }
      const end = readPeriodEnd(text, i, point)
      return point.part === 'end' ? end : at
    }
    case 'half-year':
      return text[i] === '末' || text[i] === '底' ? i + 1 : at
    case 'year': {
      const end = readAfterYear(text, i, point)
      return point.month !== undefined ||
        point.half !== undefined ||
        point.quarter !== undefined ||
        point.festival !== undefined
        ? end
        : at
    }
    default:
      return at
  }
}

/** 每2小时(报告一次), 每隔3天. */
function readInterval(text: string, start: number, at: number): RawTime | undefined {
  const i = text[at] === '隔' ? at + 1 : at
  const number = text[i] === '半' ? undefined : readNumber(text, i)
  if (!number && text[i] !== '半') return undefined
  const rest = number ? number.end : i + 1
  const unit = /^(?:个)?(小时|工作日|天|日|周|月)/.exec(text.slice(rest, rest + 4))
  if (!unit || (number && number.low !== number.value)) return undefined
  const of =
    unit[1] === '小时'
      ? 'hour'
      : unit[1] === '工作日'
        ? 'workday'
        : unit[1] === '周'
          ? 'week'
          : unit[1] === '月'
            ? 'month'
            : 'day'
  const count = number ? number.value : 0.5
  const span = spanOf(count, of)
  if (!span) return undefined
  const raw = newRaw('span', start, rest + unit[0].length)
  raw.span = span
  raw.spanUnit = of
  raw.count = count
  raw.every = { cycle: 'interval', monthOfQuarter: undefined, workdayNumber: undefined, dayless: false }
  return raw
}

/** 季度结束后15日内, 每月终了后5个工作日内: `at` is where 季度 or 月 begins. */
export function readPeriodClose(text: string, at: number): { cycle: Cycle; end: number } | undefined {
  const found = /^(月度?|季度|半年度?|年度)(?:结束|终了)(?:之日起|之后|后|起)?/.exec(text.slice(at, at + 9))
  if (!found) return undefined
  const cycle: Cycle = found[1]!.startsWith('月')
    ? 'month'
    : found[1] === '季度'
      ? 'quarter'
      : found[1]!.startsWith('半')
        ? 'half-year'
        : 'year'
  return { cycle, end: at + found[0].length }
}
