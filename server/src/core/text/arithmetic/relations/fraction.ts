// A share in words: 75人中41人表示愿意，超过三分之二 · 22个村有13个村开通，三分之二以上的村 · 占八成以上 · 不足一半.

import type { Quantity } from '../../quantities'
import { amount, inUnitsOf, isPlainAmount, plain } from '../reading/amounts'
import { exactAmounts, shareReadings } from '../reading/candidates'
import { tell } from '../reading/report'
import { isChange, isElsewhere } from '../reading/roles'
import { gapBefore, textBefore, write } from '../reading/sentence'
import type { FigureMismatch, FigureSentence, SentenceCheck } from '../reading/types'

export const fractions: SentenceCheck = { figures: 3, check: checkFractions }

/** With more amounts some reading fits whatever is written. */
const mostAmounts = 3
/** What a word of a share leaves open, in hundredths: 近八成 is said of 75 as well, 一半 of 47. */
const slack = 2
const loose = 12

function checkFractions(sentence: FigureSentence): FigureMismatch[] {
  const found: FigureMismatch[] = []
  sentence.figures.forEach((claim, i) => {
    if (i < 2 || !isShareInWords(claim)) return
    const mismatch = checkAt(sentence, claim, i)
    if (mismatch) found.push(mismatch)
  })
  return found
}

const isShareInWords = (q: Quantity): boolean =>
  (q.kind === 'ratio' && q.chinese) || (q.kind === 'percent' && q.unit === '成')

function checkAt(sentence: FigureSentence, claim: Quantity, index: number): FigureMismatch | undefined {
  const part = sentence.figures[index - 1]!
  if (!isPlainAmount(part) || isChange(sentence, part) || isElsewhere(sentence, part)) return undefined
  if (!attached.test(gapBefore(sentence, index))) return undefined
  const amounts = exactAmounts(sentence, part, claim.start)
  if (!amounts || amounts.length < 2 || amounts.length > mostAmounts) return undefined
  const whole = amounts[0]!
  if (whole === part || amount(whole) <= amount(part) || isElsewhere(sentence, whole)) return undefined
  if (/[。；]/.test(sentence.text.slice(whole.end, part.start))) return undefined
  const bounds = boundsOf(sentence, claim)
  if (!bounds) return undefined
  const [least, most] = bounds
  for (const [low, high] of shareReadings(amounts, speaksOfRest(sentence, part, claim)))
    if (high * 100 >= least && low * 100 <= most) return undefined
  const ratio = plain((amount(part) / amount(whole)) * 100, 1)
  return tell(sentence, {
    check: 'share',
    blamed: claim,
    expected: `${ratio}%`,
    reckoning: `${inUnitsOf(whole, amount(part))}÷${inUnitsOf(whole, amount(whole))}=${ratio}%`,
    related: [part, whole],
  })
}

/** 其余超过一半; 9个未通，超过一半已通: the claim's own words turn from the part to what it leaves. */
function speaksOfRest({ text, end }: FigureSentence, part: Quantity, claim: Quantity): boolean {
  const ahead = text.slice(part.end, claim.start).replace(/(?:不[足到]|未[及到]|不少于|不低于)$/, '')
  const behind = /^(?:[以之]上)?([^，。；]*)/.exec(text.slice(claim.end, Math.min(end, claim.end + 20)))![1]!
  const own = ahead.slice(ahead.lastIndexOf('，') + 1) + behind
  return turning.test(own) || (behind !== '' && turning.test(ahead))
}
const turning = /[未不没无非余剩还仍]|其他/

/** Between the part and the claim stands what the part does, and at most one pause. */
const attached = /^[^，。；、]{0,14}(?:[，（(、][^，。；、\d]{0,6})?$/

/** Hundredths of the whole that the words allow; undefined where they say nothing that could fail. */
function boundsOf(sentence: FigureSentence, claim: Quantity): readonly [number, number] | undefined {
  const value = claim.kind === 'ratio' ? claim.value * 100 : claim.value
  const high = claim.high === undefined ? value : claim.kind === 'ratio' ? claim.high * 100 : claim.high
  if (value <= 0 || value >= 100) return undefined
  const over = claim.approx === 'over' || write(sentence, claim).startsWith('过')
  if (over || /过$/.test(textBefore(sentence, claim.start, 1))) return [value - slack / 2, 100]
  if (claim.approx === 'under') return [0, value + slack / 2]
  if (/近$/.test(textBefore(sentence, claim.start, 2))) return [value - loose, value + slack]
  return [value - loose, high + loose]
}
