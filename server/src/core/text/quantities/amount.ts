// A numeral with what belongs to it: 多/余, the unit, the far end of a range.

import { isDigitAt, isLatin, isRangeMark } from './chars'
import { isMore, type Numeral, readArabic } from './numerals'
import { type Unit, unitAt } from './units'

/** 年月日时点号 behind the far end make the range one of dates. */
const dateMarks = '年月日时点号'

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
  } else if (code === 0xff08 && text.charCodeAt(end + 2) === 0xff09) {
    const inside = text[end + 1]
    if (inside === '次') unitText = `${unit.text}次`
    if (inside === '次' || inside === '架' || inside === '套') end += 3
  }
  return { end, numeral, unit, unitText, unitStart: at, over }
}

/** A second end behind ～ — - 至 到: an amount, the end of a date range to skip to, or 'skip' for a code. */
export function rangeBehind(text: string, start: number, low: Amount): Amount | number | 'skip' | undefined {
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
    if (numeral.bare && dateMarks.includes(text[numeral.end] ?? '，')) return numeral.end + 1
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
export function inheritsPower(low: Amount, high: Amount): boolean {
  return (
    low.unit === undefined &&
    low.numeral.scale === 1 &&
    high.numeral.scale > 1 &&
    low.numeral.value * high.numeral.scale < high.numeral.value
  )
}

/** 0746-4714990, 85-16, 1.2.3-4: goes on to the end of the code, so that its tail is not read as an amount. */
export function skipCode(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if ((isRangeMark(code) || code === 0x2e || code === 0x2f || code === 0x3a) && isDigitAt(text, at + 1))
      at += 2
    else if (isDigitAt(text, at)) at++
    else return at
  }
}
