// Dates and clock times in Arabic digits, which are no amounts.

import { isDigitAt } from './chars'
import { isStructural } from './exclusions'
import type { Numeral } from './numerals'
import { readArabic } from './numerals'
import { fraction, middleDot, ratioOrClock } from './ratios'
import type { Scan } from './scan'

const year = 0x5e74

const month = 0x6708

const day = 0x65e5

const hour = 0x65f6

const oClock = 0x70b9

const minute = 0x5206

const second = 0x79d2

const number = 0x53f7

/** End of the date or time that the bare number starts; 0 when it is none. */
export function timeEnd(scan: Scan, start: number, numeral: Numeral): number {
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
