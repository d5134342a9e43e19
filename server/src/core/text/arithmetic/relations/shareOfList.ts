// NUM02 in lists: 立案2937件，其中经济类1257件，占42.8%; 18个村中15个通过验收，占83.3%.

import type { Quantity } from '../../quantities'
import { isExactPercent, isPlainAmount, sameDimension } from '../reading/amounts'
import { isChange, isElsewhere } from '../reading/roles'
import { clauseOf } from '../reading/sentence'
import type { FigureMismatch, FigureSentence, SentenceCheck } from '../reading/types'
import { shareMismatch } from './share'

/** 占农户总数的: the whole is named, not given again. */
const namedShare =
  /^([^占]*)占(?:全[村镇乡县市区街])?([^，。；：、\d]{0,6}?)(?:总数|总量|总户数|总人数|总额)的$/

/** Directly behind the part, or behind a short noun: 1257件，占; 58户（占. */
const bareShare = /^[^，。；：、（）()]{0,10}[，、（(]?(?:约|共)?占(?:比|比为|比达|总数的|总量的|全部的)?$/

export const sharesOfList: SentenceCheck = {
  figures: 3,
  kind: 'percent',
  cue: /占/,
  check: checkSharesOfList,
}

function checkSharesOfList(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end, figures } = sentence
  if (!text.slice(start, end).includes('占')) return []
  const found: FigureMismatch[] = []
  figures.forEach((percent, i) => {
    if (!isExactPercent(percent) || i < 2) return
    const part = figures[i - 1]!
    if (!isPlainAmount(part) || isChange(sentence, part) || isElsewhere(sentence, part)) return
    const gap = text.slice(part.end, percent.start)
    const namedWhole = namedShare.exec(gap)
    const named = namedWhole?.[2]
    if (namedWhole && hasOwnSubject(namedWhole[1]!)) return
    if (named === undefined && !bareShare.test(gap)) return
    const whole = wholeOf(sentence, i - 1)
    if (!whole || (named && !clauseOf(sentence, whole).includes(named))) return
    const mismatch = shareMismatch(sentence, percent, part, whole)
    if (mismatch) found.push(mismatch)
  })
  return found
}

/** 民办学校就读1612人，进城落户子女占新生总数的…: the clause speaks of something else than the figure before it. */
const hasOwnSubject = (gap: string): boolean => /[，；：][^，；：]{3,}$/.test(gap)

/** The total that the list breaks down: the amount of the same dimension in front of 其中, 中 or 已. */
function wholeOf(sentence: FigureSentence, index: number): Quantity | undefined {
  const { text, start, figures } = sentence
  const part = figures[index]!
  const marker = text.slice(start, part.start).lastIndexOf('其中')
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
  if (previous && sameDimension(previous, part) && isPlainAmount(previous)) {
    const gap = text.slice(previous.end, part.start)
    if (/^[^，。；、]{0,8}，(?:现|目前|均)?已[^，。；、]{2,8}$/.test(gap)) return previous
  }
  // 22个村中，收入超10万元的有15个: the words 中 mark the whole, whatever stands between.
  return figures
    .slice(0, index)
    .filter(
      q =>
        sameDimension(q, part) &&
        isPlainAmount(q) &&
        /^[^，。；、]{0,10}中(?![心小学学型央])/.test(text.slice(q.end, q.end + 14)),
    )
    .at(-1)
}
