// Figures in Arabic digits: decides what is an amount and what a date, a clock, a code or a label.

import { rangeBehind, readAmount, skipCode } from './amount'
import { isDigitAt, isLatin } from './chars'
import { isLabelHead, isLabelTail, isQuotedName } from './exclusions'
import { toQuantity } from './make'
import { type Numeral, readArabic } from './numerals'
import { notTenths, rankOf } from './rank'
import { compositionEnd, sharedUnitEnd } from './ratios'
import type { Scan } from './scan'
import { timeEnd } from './times'
import type { Unit } from './units'

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

/** The number goes on a code that was given up: the 16 of PH85-16. */
function isContinuation(text: string, start: number, before: number): boolean {
  if (before !== 0x2d && before !== 0x2f && before !== 0x2e) return false
  const further = start > 1 ? text.charCodeAt(start - 2) : 0
  // 〇.59元: half a numeral in characters, half in digits.
  if (before === 0x2e && '〇零○'.includes(text[start - 2] ?? '，')) return true
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
