// Figures in Arabic digits: decides what is an amount and what a date, a clock, a code or a label.

import { approxAfter, approxBefore } from './approximation'
import { classAt, isDigitAt, isLatin, isRangeMark } from './chars'
import { isLabelHead, isLabelTail, isQuotedName, isStructural } from './exclusions'
import { isMore, type Numeral, readArabic } from './numerals'
import type { Approximation, Quantity } from './quantity'
import type { Scan } from './scan'
import { type QuantityKind, type Unit, unitAt } from './units'

const year = 0x5e74
const month = 0x6708
const day = 0x65e5
const hour = 0x65f6
const oClock = 0x70b9
const minute = 0x5206
const second = 0x79d2
const number = 0x53f7

/** Reads the figure at `start`, adds it if it is one, and says where to go on. */
export function scanArabic(scan: Scan, start: number): number {
  const { text } = scan
  const numeral = readArabic(text, start)
  const before = start > 0 ? text.charCodeAt(start - 1) : 0
  if (isLatin(before)) return numeral.end
  if (isContinuation(text, start, before)) return numeral.end
  if (!numeral.amount) return skipCode(text, numeral.end)
  if (numeral.bare) {
    const end = numeral.decimals === 0 ? timeEnd(scan, start, numeral) : compositionEnd(scan, start, numeral)
    if (end > 0) return end
    const chain = sharedUnitEnd(scan, start, numeral)
    if (chain > 0) return chain
  }
  const low = readAmount(text, numeral)
  const range = rangeBehind(text, start, low)
  if (range === 'skip') return numeral.end
  if (typeof range === 'number') return range
  const last = range ?? low
  const end = last.end
  const unit = last.unit
  if (isExcluded(text, start, end, numeral, unit, range !== undefined)) return end
  const rank = rankOf(text, start, end, unit)
  if (rank === 'label') return end
  scan.out.push(toQuantity(text, start, numeral, low, range, rank === 'rank'))
  return end
}

export interface Amount {
  readonly end: number
  readonly numeral: Numeral
  readonly unit: Unit | undefined
  readonly unitText: string
  readonly unitStart: number
  readonly over: boolean
}

/** The numeral with what belongs to it: 多/余, a blank, the unit, the unit it is counted per (元/公斤). */
export function readAmount(text: string, numeral: Numeral): Amount {
  let at = numeral.end
  let over = numeral.over
  if (isMore(text, at) || text.charCodeAt(at) === 0x6765) {
    const behind = unitAt(text, at + 1)
    if (behind !== undefined || text.charCodeAt(at) !== 0x6765) {
      at++
      over = true
    }
  }
  if (text.charCodeAt(at) === 0x20 && unitAt(text, at + 1)) at++
  const unit = unitAt(text, at)
  if (
    !unit ||
    (isLatin(unit.text.charCodeAt(unit.text.length - 1)) && isLatin(text.charCodeAt(at + unit.text.length)))
  ) {
    return { end: at, numeral, unit: undefined, unitText: '', unitStart: at, over }
  }
  let end = at + unit.text.length
  let unitText = unit.text
  const code = text.charCodeAt(end)
  if (code === 0x2f || code === 0xff0f) {
    const per = unitAt(text, end + 1)
    if (per) {
      end += 1 + per.text.length
      unitText = `${unit.text}/${per.text}`
    }
  } else if (unitText === '个' && text.startsWith('多月', end)) {
    end += 2
    unitText = '个月'
    over = true
  } else if (text.startsWith('（次）', end)) {
    end += 3
    unitText = `${unit.text}次`
  } else if (text.startsWith('（架）', end) || text.startsWith('（套）', end)) end += 3
  return { end, numeral, unit, unitText, unitStart: at, over }
}

/** A second end behind ～ — - 至 到: an amount, the end of a date range to skip to, or 'skip' for a code. */
function rangeBehind(text: string, start: number, low: Amount): Amount | number | 'skip' | undefined {
  let at = low.end
  const code = text.charCodeAt(at)
  const spoken = code === 0x81f3 || code === 0x5230 // 至 到
  if (isRangeMark(code)) {
    at++
    if (text.charCodeAt(at) === 0x2014 || text.charCodeAt(at) === 0x2d) return undefined
  } else if (spoken) at++
  else return undefined
  if (!isDigitAt(text, at)) return undefined
  if (spoken && /[由从][^，。；：]{0,24}$/.test(text.slice(Math.max(0, start - 26), start))) return undefined
  const numeral = readArabic(text, at)
  const high = readAmount(text, numeral)
  if (!low.unit && low.numeral.bare) {
    const next = text.charCodeAt(numeral.end)
    if (
      next === year ||
      next === month ||
      next === day ||
      next === hour ||
      next === oClock ||
      next === number
    )
      if (numeral.bare) return numeral.end + 1
    if (isRangeMark(next) && isDigitAt(text, numeral.end + 1)) return skipCode(text, numeral.end)
  }
  if (!numeral.amount) return skipCode(text, numeral.end)
  if (low.unit && high.unit && low.unitText !== high.unitText) return undefined
  if (low.unit && !high.unit) return undefined
  const value = high.numeral.value
  const lowValue = inheritsPower(low, high) ? low.numeral.value * high.numeral.scale : low.numeral.value
  if (lowValue >= value) return low.unit ? undefined : skipCode(text, numeral.end)
  return high
}

/** 5～8万元 means 5万; 8000～1万元 does not. */
function inheritsPower(low: Amount, high: Amount): boolean {
  return (
    low.unit === undefined &&
    low.numeral.scale === 1 &&
    high.numeral.scale > 1 &&
    low.numeral.value * high.numeral.scale < high.numeral.value
  )
}

/** End of the date or time that the bare number starts; 0 when it is none. */
function timeEnd(scan: Scan, start: number, numeral: Numeral): number {
  const { text } = scan
  const { end, value, digits } = numeral
  switch (text.charCodeAt(end)) {
    case year:
      if (digits === 4 && value >= 1900 && value <= 2100) return end + 1
      return digits === 2 && /^年(?:1[0-2]|[1-9])月/.test(text.slice(end, end + 4)) ? end + 1 : 0
    case month:
      return value <= 12 ? end + 1 : 0
    case day:
      return value <= 31 ? end + 1 : 0
    case number:
      return end + 1
    case hour:
      if (value > 24) return 0
      scan.clockEnd = end + 1
      return end + 1
    case oClock:
      if (value > 24 || isStructural(text, end, true)) return 0
      scan.clockEnd = end + 1
      return end + 1
    case minute:
      if (start !== scan.clockEnd) return 0
      scan.clockEnd = end + 1
      return end + 1
    case second:
      return start === scan.clockEnd ? end + 1 : 0
    case 0x3a: // :
    case 0xff1a:
    case 0x2236: // ∶
      return ratioOrClock(scan, start, numeral)
    case 0x2f: // /
    case 0xff0f:
      return fraction(scan, start, numeral)
    case 0xb7: // ·
    case 0x30fb:
      return middleDot(scan, start, numeral)
    case 0xd7: // ×
      return isDigitAt(text, end + 1) ? readArabic(text, end + 1).end : 0
    default:
      return 0
  }
}

/** 8.7:48.5:42.8 is one figure. */
function compositionEnd(scan: Scan, start: number, numeral: Numeral): number {
  const mark = scan.text.charCodeAt(numeral.end)
  return mark === 0x3a || mark === 0xff1a || mark === 0x2236 ? ratioOrClock(scan, start, numeral) : 0
}

const longestChain = 12

/** 分别为58、46、28户: the numbers share the unit of the last. */
function sharedUnitEnd(scan: Scan, start: number, first: Numeral): number {
  const { text } = scan
  if (!isListMark(text, first.end) || !isDigitAt(text, first.end + 1)) return 0
  if (!/(?:分别|依次|各)[^，。；]{0,14}$/.test(text.slice(Math.max(0, start - 16), start))) return 0
  const members: [at: number, numeral: Numeral][] = [[start, first]]
  let last = first
  while (members.length < longestChain && isListMark(text, last.end) && isDigitAt(text, last.end + 1)) {
    const at = last.end + 1
    last = readArabic(text, at)
    if (!last.amount) return 0
    members.push([at, last])
  }
  const amount = readAmount(text, last)
  if (!amount.unit || members.some(([, numeral]) => !numeral.bare && numeral !== last)) return 0
  const kind = kindOf(amount.unit, amount.unitText)
  for (const [at, numeral] of members) {
    const end = numeral === last ? amount.end : numeral.end
    const { scale } = last
    const value = numeral.value * (numeral === last ? 1 : scale)
    const approx = approxOf(text, at, end, amount.over)
    scan.out.push(base(at, end, value, amount.unitText, kind, approx, numeral.decimals, scale))
  }
  return amount.end
}

/** 、 or 和 */
function isListMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x3001 || code === 0x548c
}

function ratioOrClock(scan: Scan, start: number, numeral: Numeral): number {
  const { text } = scan
  const mark = text.charCodeAt(numeral.end)
  if (!isDigitAt(text, numeral.end + 1)) return 0
  let end = numeral.end
  let parts = 1
  let right: Numeral = numeral
  while (text.charCodeAt(end) === mark && isDigitAt(text, end + 1)) {
    right = readArabic(text, end + 1)
    end = right.end
    parts++
  }
  const clock =
    mark !== 0x2236 &&
    numeral.decimals === 0 &&
    numeral.value <= 24 &&
    right.digits === 2 &&
    right.decimals === 0 &&
    right.value < 60
  if (clock || parts > 3 || right.value === 0 || !right.amount) return end
  const ratio = base(start, end, numeral.value / right.value, '', 'ratio', 'exact', 0, 1)
  scan.out.push(ratio)
  return end
}

function fraction(scan: Scan, start: number, numeral: Numeral): number {
  const { text } = scan
  if (!isDigitAt(text, numeral.end + 1)) return 0
  const below = readArabic(text, numeral.end + 1)
  let end = below.end
  let chain = false
  while (text.charCodeAt(end) === 0x2f && isDigitAt(text, end + 1)) {
    end = readArabic(text, end + 1).end
    chain = true
  }
  if (chain || !below.amount || below.value === 0 || numeral.value > below.value) return end
  scan.out.push(
    base(start, end, numeral.value / below.value, '', 'ratio', approxOf(text, start, end, false), 0, 1),
  )
  return end
}

/** 40·5万台 is an old way to write 40.5万台; 3·15 and 8·12 are names of days. */
function middleDot(scan: Scan, start: number, numeral: Numeral): number {
  const { text } = scan
  const at = numeral.end + 1
  if (!isDigitAt(text, at)) return 0
  const right = readArabic(text, at)
  const decimals = right.digits
  const scale = right.scale
  const amount = readAmount(text, right)
  if (!right.amount || !(amount.unit || scale > 1)) return right.end
  const value = ((numeral.value * 10 ** decimals + right.value / scale) * scale) / 10 ** decimals
  const kind = amount.unit?.kind ?? 'count'
  scan.out.push(
    base(
      start,
      amount.end,
      value,
      amount.unitText,
      kind,
      approxOf(text, start, amount.end, amount.over),
      decimals,
      scale,
    ),
  )
  return amount.end
}

/** 0746-4714990, 85-16, 1.2.3-4: goes on to the end of the code, so that its tail is not read as an amount. */
function skipCode(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if ((isRangeMark(code) || code === 0x2e || code === 0x2f || code === 0x3a) && isDigitAt(text, at + 1))
      at += 2
    else if (isDigitAt(text, at)) at++
    else return at
  }
}

/** The number goes on a code that was given up: the 16 of PH85-16. */
function isContinuation(text: string, start: number, before: number): boolean {
  if (before !== 0x2d && before !== 0x2f && before !== 0x2e) return false
  const further = start > 1 ? text.charCodeAt(start - 2) : 0
  return isLatin(further) || (before !== 0x2d && isDigitAt(text, start - 2))
}

const roundTheClock =
  /^(?:值班|值守|不间断|在岗|开放|热线|专人|服务|自助|监测|备勤|待命|轮|全天|在线|巡|响应机制|营业|客服)/

function isExcluded(
  text: string,
  start: number,
  end: number,
  numeral: Numeral,
  unit: Unit | undefined,
  range: boolean,
): boolean {
  if (isQuotedName(text, start, end)) return true
  if (unit) {
    if (isRoadOrUnit(text, end - unit.text.length)) return true
    if (unit.text === '成') return notTenths(text, end)
    if (unit.text === '小时' && numeral.value === 24) return roundTheClock.test(text.slice(end, end + 4))
    if (unit.text === '年') return numeral.digits === 4 || text[end] === '代' || text[end] === '级'
    if (unit.text === '期' || unit.text === '节' || unit.text === '部' || unit.text === '组')
      return text[start - 1] === '第'
    return false
  }
  if (isLatin(text.charCodeAt(end)) || text[end] === '×' || text[end] === '版') return true
  if (!numeral.bare) return false
  if (numeral.decimals === 0) {
    if (numeral.digits >= 7) return true
    if (numeral.digits === 4 && numeral.value >= 1900 && numeral.value <= 2100) return true
    const next = text[end]
    if (next !== undefined && '、.．)）]】〕#-—:：'.includes(next)) {
      if (next !== ')' && next !== '）') return true
      const opener = text[start - 1]
      if (opener === '(' || opener === '（' || opener === undefined) return true
    }
  }
  if (range) return true
  const before = text.charCodeAt(start - 1)
  if (before === 0x20 && isLatin(text.charCodeAt(start - 2))) return true
  return isLabelTail(text, end) || isLabelHead(text, start)
}

/** 323省道, 2单元: the unit is the head of a longer word. */
function isRoadOrUnit(text: string, at: number): boolean {
  const next = text[at + 1]
  if (next === '道') return '省县乡国'.includes(text[at]!)
  return (next === '元' && text[at] === '单') || (next === '款' && text[at] === '条')
}

/** 三成 is a share, 三成立 is not. */
export function notTenths(text: string, end: number): boolean {
  return end < text.length && '立为功果员效本绩交熟长套片型品人年分份色就因活才像了群'.includes(text[end]!)
}

const ranked = /[居列排](?:名|在|到|至|全|第)?[^，。；：]{0,14}$/

/** 第2位 and 前3名 are ranks; any other 第N is a label. */
export function rankOf(
  text: string,
  start: number,
  end: number,
  unit: Unit | undefined,
): 'rank' | 'label' | undefined {
  const before = text[start - 1]
  if (before === '第') {
    if (unit?.text === '位' || unit?.text === '名') return 'rank'
    if (unit) return 'label'
    const closed = end >= text.length || '，。；、）)！'.includes(text[end]!)
    return closed && ranked.test(text.slice(Math.max(0, start - 18), start - 1)) ? 'rank' : 'label'
  }
  if (before === '前') {
    if (unit?.text === '位' || unit?.text === '名') return 'rank'
    if (text[end] === '强') return 'rank'
  }
  return undefined
}

export function approxOf(text: string, start: number, end: number, over: boolean): Approximation {
  const before = approxBefore(text, start)
  if (before !== 'exact') return before
  if (over) return 'over'
  return approxAfter(text, end)
}

function toQuantity(
  text: string,
  start: number,
  numeral: Numeral,
  low: Amount,
  high: Amount | undefined,
  rank: boolean,
): Quantity {
  const last = high ?? low
  const { unit, unitText } = last
  const powered = last.numeral.scale > 1 || !last.numeral.bare
  const kind: QuantityKind = rank ? 'rank' : unit ? kindOf(unit, unitText) : powered ? 'count' : 'other'
  const value = high && inheritsPower(low, high) ? numeral.value * high.numeral.scale : numeral.value
  const shown = unitText === '成' ? value * 10 : value
  const negative = isNegative(text, start, unit)
  const from = negative ? start - 1 : start
  const approx = high ? 'range' : approxOf(text, from, last.end, low.over)
  const q = base(
    from,
    last.end,
    negative ? -shown : shown,
    unitText,
    kind,
    approx,
    last.numeral.decimals,
    last.numeral.scale,
  )
  const structural = kind === 'count' && isStructural(text, last.unitStart, false)
  if (!high && !structural) return q
  return high
    ? { ...q, structural, high: unitText === '成' ? high.numeral.value * 10 : high.numeral.value }
    : { ...q, structural }
}

export function kindOf(unit: Unit, unitText: string): QuantityKind {
  return unitText.includes('/') || unitText === '个月' ? 'measure' : unit.kind
}

/** -2.3℃: a minus sign in front of a measure. */
function isNegative(text: string, start: number, unit: Unit | undefined): boolean {
  const before = text.charCodeAt(start - 1)
  if (before !== 0x2d && before !== 0x2212 && before !== 0xff0d) return false
  if (!unit || classAt(text, start - 2) !== 0) return false
  return (
    unit.kind === 'percent' ||
    unit.kind === 'points' ||
    unit.text === '℃' ||
    unit.text === '°C' ||
    unit.kind === 'money'
  )
}

/** One literal for all figures keeps their shape the same, which the pass over long drafts profits from. */
export function base(
  start: number,
  end: number,
  value: number,
  unit: string,
  kind: QuantityKind,
  approx: Approximation,
  decimals: number,
  scale: number,
): Quantity {
  return {
    start,
    end,
    value,
    unit,
    kind,
    approx,
    decimals,
    scale,
    chinese: false,
    vague: false,
    structural: false,
  }
}
