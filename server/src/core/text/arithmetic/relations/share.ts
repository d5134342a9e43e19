// NUM02: 完成1.2亿元，占年度计划5亿元的28%. A percentage must fit the two amounts it stands between.

import type { Quantity } from '../../quantities'
import { someChoiceFits } from '../reading/addition'
import {
  amount,
  inUnitsOf,
  isExactPercent,
  isPlainAmount,
  percentFits,
  percentText,
  quotientRange,
  sameDimension,
} from '../reading/amounts'
import { isChange, isElsewhere, isPlanned } from '../reading/roles'
import { textBefore, write } from '../reading/sentence'
import { type FigureMismatch, type FigureSentence, type SentenceCheck, spanOf } from '../reading/types'

/** 占…的, 完成…的, 为…的: what the percentage is taken of stands between. */
const shareOf = /(?:占|完成了?|达到?|为|是|相当于)([^，。；：]*)$/

export const shares: SentenceCheck = { figures: 3, kind: 'percent', check: checkShares }

function checkShares(sentence: FigureSentence): FigureMismatch[] {
  const found: FigureMismatch[] = []
  sentence.figures.forEach((percent, i) => {
    if (!isExactPercent(percent) || i < 2) return
    const mismatch = checkShareOf(sentence, percent, i)
    if (mismatch) found.push(mismatch)
  })
  return found
}

function checkShareOf(
  sentence: FigureSentence,
  percent: Quantity,
  index: number,
): FigureMismatch | undefined {
  const { text, figures } = sentence
  const whole = figures[index - 1]!
  if (!isPlainAmount(whole)) return undefined
  const behind = text.slice(whole.end, percent.start)
  if (!/^[^，。；：、]{0,14}?[）)]?[^，。；：、（]{0,8}的(?:比重|比例)?(?:约|达到?|为)?$/.test(behind))
    return undefined
  const ahead = textBefore(sentence, whole.start, 40)
  const hit = shareOf.exec(ahead)
  if (!hit || /\d|增|减|降|升|比上|较/.test(hit[1]!)) return undefined
  const trigger = whole.start - hit[0].length
  const share = ahead.startsWith('占', ahead.length - hit[0].length)
  const part = numerator(sentence, index - 1, whole, trigger, share)
  if (!part) return undefined
  return shareMismatch(sentence, percent, part, whole)
}

/** The amount the percentage speaks of: the nearest one of the same dimension in front. */
function numerator(
  sentence: FigureSentence,
  index: number,
  whole: Quantity,
  trigger: number,
  share: boolean,
): Quantity | undefined {
  const { text, figures } = sentence
  for (let i = index - 1; i >= 0; i--) {
    const q = figures[i]!
    if (!sameDimension(q, whole)) continue
    if (!isPlainAmount(q) || isChange(sentence, q) || isElsewhere(sentence, q)) return undefined
    const between = text.slice(q.end, trigger)
    // 完成1.2亿元（其中3月0.6亿元），占…: what stands in brackets is not what the share speaks of.
    if (/[）)]/.test(between) && !/[（(]/.test(between)) continue
    if (/其中|。/.test(between)) return undefined
    const near = share ? /^[^；]{0,36}$/ : /^[^，；、（）]{0,8}，?(?:已|仅|约|占)?$/
    return near.test(between) ? q : undefined
  }
  return undefined
}

/** A mismatch, unless some other pair or sum of amounts in the sentence gives the percentage. */
export function shareMismatch(
  sentence: FigureSentence,
  percent: Quantity,
  part: Quantity,
  whole: Quantity,
): FigureMismatch | undefined {
  if (amount(whole) <= 0 || amount(part) < 0) return undefined
  // 5项指标…，其中5项指标超标断面占…: the number names what is counted elsewhere.
  if (amount(whole) === amount(part) && percent.value < 90) return undefined
  if (shareFits(percent, part, whole, isPlanned(sentence, whole))) return undefined
  if (otherPairFits(sentence, percent, part, whole)) return undefined
  const ratio = (amount(part) / amount(whole)) * 100
  const expected = percentText(percent, ratio)
  const reckoning = `${inUnitsOf(whole, amount(part))}÷${inUnitsOf(whole, amount(whole))}=${expected}`
  return {
    start: percent.start,
    end: percent.end,
    check: 'share',
    stated: write(sentence, percent),
    expected,
    working: `${write(sentence, part)}占${write(sentence, whole)}：${reckoning}，文中写${write(sentence, percent)}`,
    workingEnglish: `${reckoning}; the text says ${write(sentence, percent)}`,
    related: [spanOf(part), spanOf(whole)],
  }
}

function shareFits(percent: Quantity, part: Quantity, whole: Quantity, planned = false): boolean {
  const [least, most] = quotientRange(part, whole, planned)
  return percentFits(percent, least * 100, most * 100)
}

function otherPairFits(
  sentence: FigureSentence,
  percent: Quantity,
  part: Quantity,
  whole: Quantity,
): boolean {
  const amounts = sentence.figures.filter(q => sameDimension(q, whole) && amount(q) > 0 && q.kind !== 'rank')
  for (const b of amounts)
    for (const a of amounts)
      if (a !== b && !(a === part && b === whole) && shareFits(percent, a, b)) return true
  // A、B两类合计占…: the numerator may be a sum.
  const parts = amounts.filter(q => q !== whole && q.start < percent.start)
  const target = {
    ...whole,
    value: (whole.value * percent.value) / 100,
    decimals: whole.decimals + 2,
    scale: whole.scale,
  }
  return parts.length > 2 && someChoiceFits(parts, [], { ...target, decimals: whole.decimals })
}
