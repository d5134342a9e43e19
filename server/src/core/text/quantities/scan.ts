// The one pass over prose that finds its figures. Runs at every edit, so it looks at each character once.

import { scanArabic } from './arabic'
import { chinesePower, classes, digitClassEnd } from './chars'
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

/** Where the next figure may start. A loop of its own, because nearly all characters of prose pass through it. */
function nextStart(text: string, from: number): number {
  let at = from
  while (at < text.length && classes[text.charCodeAt(at)] === 0) at++
  return at
}

/** All figures of `text` in order. Dates, clock times, ordinals, document numbers, labels and nicknames are left out. */
export function findQuantities(text: string): Quantity[] {
  const scan: Scan = { text, out: [], clockEnd: -1 }
  for (let at = nextStart(text, 0); at < text.length; at = nextStart(text, at)) {
    const kind = classes[text.charCodeAt(at)]!
    if (kind <= digitClassEnd) at = scanArabic(scan, at)
    else if (kind <= chinesePower) at = scanChinese(scan, at)
    else at = scanHalfAndFold(scan, at)
  }
  return scan.out
}
