// NUM02 in lists: 立案2937件，其中经济类1257件，占42.8%; 18个村中15个通过验收，占83.3%.

import type { Quantity } from '../quantities'
import { isExactPercent, isPlainAmount, sameDimension } from './amounts'
import { isChange, isElsewhere } from './roles'
import { shareMismatch } from './share'
import type { FigureMismatch, FigureSentence } from './types'

/** Directly behind the part, or behind a short noun: 1257件，占; 58户（占. */
const bareShare =
  /^[^，。；：、（）()]{0,10}[，、（(]?(?:约|分别|共)?占(?:比|比为|比达|总数的|总量的|全部的)?$/

export function checkSharesOfList(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end, figures } = sentence
  if (figures.length < 3 || !text.slice(start, end).includes('占')) return []
  const found: FigureMismatch[] = []
  figures.forEach((percent, i) => {
    if (!isExactPercent(percent) || i < 2) return
    const part = figures[i - 1]!
    if (!isPlainAmount(part) || isChange(sentence, part) || isElsewhere(sentence, part)) return
    if (!bareShare.test(text.slice(part.end, percent.start))) return
    const whole = wholeOf(sentence, i - 1)
    if (!whole) return
    const mismatch = shareMismatch(sentence, percent, part, whole)
    if (mismatch) found.push(mismatch)
  })
  return found
}

/** The total that the list breaks down: the amount of the same dimension in front of 其中 or 中. */
function wholeOf(sentence: FigureSentence, index: number): Quantity | undefined {
  const { text, start, figures } = sentence
  const part = figures[index]!
  const before = text.slice(start, part.start)
  const marker = before.lastIndexOf('其中')
  if (marker >= 0) {
    const wholes = figures
      .slice(0, index)
      .filter(
        q =>
          q.end <= start + marker &&
          sameDimension(q, part) &&
          isPlainAmount(q) &&
          !isChange(sentence, q) &&
          !isElsewhere(sentence, q),
      )
    return wholes.at(-1)
  }
  const previous = figures[index - 1]
  if (!previous || !sameDimension(previous, part) || !isPlainAmount(previous)) return undefined
  return /^[^，。；、]{0,10}中，?[^，。；、]{0,10}$/.test(text.slice(previous.end, part.start))
    ? previous
    : undefined
}
