// Which figures of a sentence a share, a remainder or a fraction may have been reckoned from, and every way to do it.

import type { Quantity } from '../../quantities'
import { amount, isPlainAmount, quotientRange, sameDimension } from './amounts'
import type { FigureSentence } from './types'

/**
 * The amounts in front of `at` in the dimension of `like`, in text order; undefined where one of them is approximate or
 * nobody counted it, because then no reading can be shown to fail.
 */
export function exactAmounts(
  sentence: FigureSentence,
  like: Quantity,
  at: number,
): readonly Quantity[] | undefined {
  const same = sentence.figures.filter(q => q.end <= at && sameDimension(q, like) && !isKind(q))
  return same.every(isPlainAmount) ? same : undefined
}

/** 80岁老人, 三个方面: named among the figures, never reckoned with. */
const isKind = (q: Quantity): boolean => q.structural || (q.vague && q.approx === 'exact')

/** Lowest and highest value of a share in some reading. */
export type Range = readonly [least: number, most: number]

/**
 * Every share that amounts can make: one of another, what one leaves of another, two of them of a third. As fractions of
 * 1, with what the rounding of the digits allows. `ofRest` is false where the words say that the share is that of the part.
 */
export function* shareReadings(amounts: readonly Quantity[], ofRest = true): Generator<Range> {
  for (const whole of amounts) {
    if (amount(whole) <= 0) continue
    for (const part of amounts) {
      if (part === whole) continue
      const [least, most] = quotientRange(part, whole)
      yield [least, most]
      if (ofRest) yield [1 - most, 1 - least]
      for (const other of amounts) {
        if (other === whole || other === part) continue
        const [more, atMost] = quotientRange(other, whole)
        yield [least + more, most + atMost]
      }
    }
  }
}

/** Two characters in a row of `name` stand in `text`: 建成比例 and 已建成 speak of the same. */
export function sharesWord(name: string, text: string): boolean {
  for (let i = 0; i + 2 <= name.length; i++) if (text.includes(name.slice(i, i + 2))) return true
  return false
}
