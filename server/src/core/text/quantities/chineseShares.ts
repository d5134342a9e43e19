// 百分之八, 三分之一, 一半: shares in Chinese numerals.

import { isDigitAt } from './chars'
import { readChinese } from './chineseNumerals'
import { isQuotedName } from './exclusions'
import { approxOf } from './make'
import { isMore, type Numeral, readArabic } from './numerals'
import type { Approximation, Quantity } from './quantity'
import type { Scan } from './scan'

/** Length of 百分之, 千分之 or 万分之 at `at`. */
export function sharePrefix(text: string, at: number): number {
  return text.charCodeAt(at + 1) === 0x5206 &&
    text.charCodeAt(at + 2) === 0x4e4b &&
    /[百千万]/.test(text[at]!)
    ? 3
    : 0
}

export function scanShare(scan: Scan, start: number, prefix: number): number {
  const { text } = scan
  const at = start + prefix
  const numeral = isDigitAt(text, at) ? readArabic(text, at) : readChinese(text, at)
  if (!numeral) return at
  let end = numeral.end
  const over = isMore(text, end)
  if (over) end++
  const unit = text[start] === '百' ? '%' : text[start] === '千' ? '‰' : '‱'
  if (!numeral.amount || isQuotedName(text, start, end)) return end
  scan.out.push({
    start,
    end,
    value: numeral.value,
    unit,
    kind: 'percent',
    approx: approxOf(text, start, end, over),
    decimals: numeral.decimals,
    scale: 1,
    chinese: true,
    vague: false,
    structural: false,
  })
  return end
}

export function scanFraction(scan: Scan, start: number, below: Numeral): number {
  const { text } = scan
  const above = readChinese(text, below.end + 2)
  if (!above) return below.end + 2
  if (!above.amount || below.value === 0) return above.end
  const approx = approxOf(text, start, above.end, false)
  scan.out.push(ratio(start, above.end, above.value / below.value, approx))
  return above.end
}

/** 一半 is a share; 一半 in 一半天 and the like is left alone. */
export function scanHalf(scan: Scan, start: number, numeral: Numeral): number {
  const { text } = scan
  const end = numeral.end + 1
  if (!numeral.lone || '年天个月日小径导岛'.includes(text[end] ?? '。') || text[start - 1] === '另')
    return end
  const approx = text[start - 1] === '过' ? 'over' : approxOf(text, start, end, false)
  scan.out.push(ratio(start, end, 0.5, approx))
  return end
}

export function ratio(start: number, end: number, value: number, approx: Approximation): Quantity {
  return {
    start,
    end,
    value,
    unit: '',
    kind: 'ratio',
    approx,
    decimals: 0,
    scale: 1,
    chinese: true,
    vague: false,
    structural: false,
  }
}
