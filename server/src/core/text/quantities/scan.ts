// The one pass over prose that finds its figures. Runs at every edit, so it looks at each character once.

import { scanArabic } from './arabic'
import { chinesePower, classes, digitClassEnd, starters } from './chars'
import { scanChinese } from './chinese'
import { scanHalfAndFold } from './folds'
import type { Quantity } from './quantity'

/** What one numeral leaves for the next. */
export interface Scan {
  readonly text: string
  readonly out: Quantity[]
  /** End of the clock time just read, so that the minutes behind it are not taken for an amount. */
  clockEnd: number
}

/** All figures of `text` in order. Dates, clock times, ordinals, document numbers, labels and nicknames are left out. */
export function findQuantities(text: string): Quantity[] {
  const scan: Scan = { text, out: [], clockEnd: -1 }
  const length = text.length
  let at = 0
  while (at < length) {
    const code = text.charCodeAt(at)
    if (((starters[code >> 5]! >>> (code & 31)) & 1) === 0) {
      at++
      continue
    }
    const kind = classes[code]!
    if (kind <= digitClassEnd) at = scanArabic(scan, at)
    else if (kind <= chinesePower) at = scanChinese(scan, at)
    else at = scanHalfAndFold(scan, at)
  }
  return scan.out
}
