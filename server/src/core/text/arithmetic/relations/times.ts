// NUM07: 旅游收入69亿元，是2010年26.5亿元的2.6倍 · 完成3500万元，完成过半.

import type { Quantity } from '../../quantities'
import { quantum } from '../../quantities'
import { amount, inUnitsOf, isPlainAmount, plain, quotientRange, sameDimension } from '../reading/amounts'
import { isChange } from '../reading/roles'
import { gapBefore, textBefore, write } from '../reading/sentence'
import { type FigureMismatch, type FigureSentence, type SentenceCheck, spanOf } from '../reading/types'

/** b，是a的N倍 */
export const times: SentenceCheck = { figures: 3, kind: 'multiple', check: checkTimes }

function checkTimes(sentence: FigureSentence): FigureMismatch[] {
  const { figures } = sentence
  const found: FigureMismatch[] = timesInFront(sentence)
  for (let i = 2; i < figures.length; i++) {
    const [to, from, times] = [figures[i - 2]!, figures[i - 1]!, figures[i]!]
    if (times.kind !== 'multiple' || times.unit !== '倍' || times.approx !== 'exact') continue
    if (!isPlainAmount(to) || !isPlainAmount(from) || !sameDimension(to, from) || isChange(sentence, to))
      continue
    if (!/^[）)]?的$/.test(gapBefore(sentence, i))) continue
    if (!/^[^，。；]{0,8}，?(?:是|为|相当于|达到?)[^，。；、]{0,16}[（(]?$/.test(gapBefore(sentence, i - 1)))
      continue
    if (timesFit(times, quotientRange(to, from))) continue
    const ratio = plain(amount(to) / amount(from), Math.max(1, times.decimals))
    const reckoning = `${inUnitsOf(to, amount(to))}÷${inUnitsOf(to, amount(from))}=${ratio}`
    found.push(report(sentence, times, `${ratio}倍`, reckoning, [to, from]))
  }
  return found
}

/** 3倍 is said of 2.5 and, cut off, of 3.9; of 2.3 it is wrong. */
function timesFit(times: Quantity, [least, most]: readonly [number, number]): boolean {
  const step = quantum(times) * 1.0001
  return times.value + step > least && times.value - 0.6 * step < most
}

const timesOf =
  /(?:是|为|相当于|达到?)(?:了)?(?:上年|去年|前年|上月|原来|此前|改造前|整治前|年初|上季度)[^，。；、]{0,6}的$/
const fromTo =
  /^[^，。；、]{0,8}(?:增加|增长|增|上升|提高|升|扩大|发展|扩|涨|攀升|跃升|壮大|变|提升|变化)(?:到|至|为)[^，。；、]{0,8}$/

/** 是上年同期的3倍，由45起上升到105起: the multiple stands in front. */
function timesInFront(sentence: FigureSentence): FigureMismatch[] {
  const { figures } = sentence
  const found: FigureMismatch[] = []
  for (let i = 0; i + 2 < figures.length; i++) {
    const [times, from, to] = [figures[i]!, figures[i + 1]!, figures[i + 2]!]
    if (times.kind !== 'multiple' || times.unit !== '倍' || times.approx !== 'exact') continue
    if (!isPlainAmount(to) || !isPlainAmount(from) || !sameDimension(to, from)) continue
    if (!timesOf.test(textBefore(sentence, times.start, 20))) continue
    if (!/^[，（(：]?即?(?:由|从)[^，。；]{0,10}$/.test(gapBefore(sentence, i + 1))) continue
    if (!fromTo.test(gapBefore(sentence, i + 2))) continue
    if (timesFit(times, quotientRange(to, from))) continue
    const ratio = plain(amount(to) / amount(from), Math.max(1, times.decimals))
    const reckoning = `${inUnitsOf(to, amount(to))}÷${inUnitsOf(to, amount(from))}=${ratio}`
    found.push(report(sentence, times, `${ratio}倍`, reckoning, [to, from]))
  }
  return found
}

/** 总投资3.5亿元，已完成3500万元，完成过半 */
export const halves: SentenceCheck = { figures: 3, kind: 'ratio', check: checkHalves }

function checkHalves(sentence: FigureSentence): FigureMismatch[] {
  const { figures } = sentence
  const found: FigureMismatch[] = []
  for (let i = 2; i < figures.length; i++) {
    const [whole, part, half] = [figures[i - 2]!, figures[i - 1]!, figures[i]!]
    if (half.kind !== 'ratio' || half.value !== 0.5 || half.approx !== 'over') continue
    if (
      write(sentence, half) !== '过半' ||
      !isPlainAmount(whole) ||
      !isPlainAmount(part) ||
      !sameDimension(whole, part)
    )
      continue
    if (!/(?:总投资|计划|任务|目标|总数|应)[^，。；]{0,8}$/.test(textBefore(sentence, whole.start, 14)))
      continue
    if (!/完成[^，。；]{0,8}$/.test(textBefore(sentence, part.start, 12)) || isChange(sentence, part))
      continue
    if (!/^，(?:已|任务|投资)?(?:完成|实现)?$/.test(gapBefore(sentence, i))) continue
    if (amount(part) >= 0.5 * amount(whole)) continue
    const ratio = `${plain((amount(part) / amount(whole)) * 100, 1)}%`
    const reckoning = `${inUnitsOf(whole, amount(part))}÷${inUnitsOf(whole, amount(whole))}=${ratio}`
    found.push(report(sentence, half, ratio, reckoning, [whole, part]))
  }
  return found
}

function report(
  sentence: FigureSentence,
  stated: Quantity,
  expected: string,
  reckoning: string,
  related: readonly Quantity[],
): FigureMismatch {
  return {
    start: stated.start,
    end: stated.end,
    check: stated.kind === 'ratio' ? 'share' : 'multiple',
    stated: write(sentence, stated),
    expected,
    working: `${reckoning}，文中写${write(sentence, stated)}`,
    workingEnglish: `${reckoning}; the text says ${write(sentence, stated)}`,
    related: related.map(spanOf),
  }
}
