// Numbers that hang together: 8.7:48.5:42.8, 1/3, 40·5万, 分别为58、46和27户; and clock times that look like ratios.

import { readAmount } from './amount'
import { isDigitAt } from './chars'
import { approxOf, base, kindOf } from './make'
import { type Numeral, readArabic } from './numerals'
import type { Scan } from './scan'

/** 8.7:48.5:42.8 is one figure. */
export function compositionEnd(scan: Scan, start: number, numeral: Numeral): number {
  const mark = scan.text.charCodeAt(numeral.end)
  return mark === 0x3a || mark === 0xff1a || mark === 0x2236 ? ratioOrClock(scan, start, numeral) : 0
}

const longestChain = 12

/** 分别为58、46、28户: the numbers share the unit of the last. */
export function sharedUnitEnd(scan: Scan, start: number, first: Numeral): number {
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

export function ratioOrClock(scan: Scan, start: number, numeral: Numeral): number {
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

export function fraction(scan: Scan, start: number, numeral: Numeral): number {
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
export function middleDot(scan: Scan, start: number, numeral: Numeral): number {
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
