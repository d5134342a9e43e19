// Is the change stated the change that the two amounts make? Growth rates, differences, percentage points, multiples.

import { type Quantity, quantum } from '../../quantities'
import {
  amount,
  inUnitsOf,
  isExactPercent,
  isPlainAmount,
  percentFits,
  percentText,
  plain,
  quotientRange,
  sameDimension,
  spell,
  stepOf,
} from '../reading/amounts'
import { textBefore, write } from '../reading/sentence'
import { type FigureCheck, type FigureMismatch, type FigureSentence, spanOf } from '../reading/types'
import type { Direction, Movement } from './change'

/** Growth reckoned otherwise than from the two amounts shown. */
const otherBasis = /可比|不变价|现价|口径|剔除|还原|扣除|扣减|实际增|名义|调整后|核减|同样本|加权|汇率|基数/
/** Indicators whose official growth is real growth or follows a revised base. */
const officialGrowth =
  /生产总值|GDP|增加值|总产值|工业产值|农业产值|固定资产投资|社会消费品|社零|规模以上|规上|限额以上|限上|进出口|物价|用电量/

export function judgeChange(
  sentence: FigureSentence,
  movement: Movement,
  stated: Quantity,
  direction: Direction,
): FigureMismatch | undefined {
  const { from, to } = movement
  const annual = /年均|平均每年|每年|年平均|月均|递/.test(textBefore(sentence, stated.start, 8))
  if (annual && stated.kind !== 'percent') return undefined
  if (stated.approx !== 'exact' || amount(from) <= 0 || amount(to) < 0) return undefined
  const body = sentence.text.slice(sentence.start, sentence.end)
  if (otherBasis.test(body)) return undefined
  const percentages = from.kind === 'percent'
  if (percentages)
    return isExactPercent(stated) || stated.kind === 'points'
      ? judgePoints(sentence, movement, stated, direction)
      : undefined
  if (stated.kind === 'percent') {
    if (stated.unit === '成') return judgeTenths(sentence, movement, stated, direction)
    if (!isExactPercent(stated) || officialGrowth.test(body.slice(0, to.start - sentence.start)))
      return undefined
    return judgeGrowth(sentence, movement, stated, direction)
  }
  if (stated.kind === 'multiple') return judgeMultiple(sentence, movement, stated, direction)
  if (isPlainAmount(stated) && sameDimension(stated, from))
    return judgeDifference(sentence, movement, stated, direction)
  return undefined
}

const sign = (direction: Direction) => (direction === 'up' ? 1 : -1)

function judgeGrowth(
  sentence: FigureSentence,
  movement: Movement,
  stated: Quantity,
  direction: Direction,
): FigureMismatch | undefined {
  const { from, to } = movement
  const annual = /年均|平均每年|每年|年平均|递增|递减/.test(textBefore(sentence, stated.start, 8))
  if (annual) return judgeAnnual(sentence, movement, stated)
  const s = sign(direction)
  const [least, most] = quotientRange(to, from).map(ratio => (ratio - 1) * 100 * s) as [number, number]
  if (percentFits(stated, Math.min(least, most), Math.max(least, most))) return undefined
  const growth = (amount(to) / amount(from) - 1) * 100
  const [a, b] = [inUnitsOf(to, amount(from)), inUnitsOf(to, amount(to))]
  const reckoning =
    growth >= 0
      ? `(${b}−${a})÷${a}=${percentText(stated, growth)}`
      : `(${a}−${b})÷${a}=${percentText(stated, -growth)}`
  const moved = growth >= 0 ? '增长' : '下降'
  return report(
    sentence,
    'growth',
    stated,
    movement,
    `${moved}${percentText(stated, Math.abs(growth))}`,
    reckoning,
  )
}

/** 下降两成: a round word, so only what no rounding to tenths would give is wrong. */
function judgeTenths(
  sentence: FigureSentence,
  movement: Movement,
  stated: Quantity,
  direction: Direction,
): FigureMismatch | undefined {
  const { from, to } = movement
  if (annualWords.test(textBefore(sentence, stated.start, 8))) return undefined
  const growth = (amount(to) / amount(from) - 1) * 100 * sign(direction)
  if (Math.abs(growth - stated.value) <= 6) return undefined
  const [a, b] = [inUnitsOf(to, amount(from)), inUnitsOf(to, amount(to))]
  const rising = amount(to) >= amount(from)
  const size = `${Math.abs(growth).toFixed(1)}%`
  const reckoning = rising ? `(${b}−${a})÷${a}=${size}` : `(${a}−${b})÷${a}=${size}`
  return report(sentence, 'growth', stated, movement, `${rising ? '增长' : '下降'}${size}`, reckoning)
}

const annualWords = /年均|平均每年|每年|年平均|递增|递减/

/** Mean yearly growth between two years named in front of the amounts. */
function judgeAnnual(
  sentence: FigureSentence,
  movement: Movement,
  stated: Quantity,
): FigureMismatch | undefined {
  const { from, to } = movement
  const first = yearBefore(sentence, from)
  const last = yearBefore(sentence, to)
  if (!first || !last || last <= first || last - first > 30) return undefined
  const years = last - first
  const ratio = amount(to) / amount(from)
  // Also accepted: one year more or fewer, and the plain mean. Writers count the span in several ways.
  for (const n of [years, years + 1, years - 1]) {
    if (n < 1) continue
    const compound = (ratio ** (1 / n) - 1) * 100
    if (percentFits(stated, compound - 0.15, compound + 0.15)) return undefined
  }
  const mean = ((ratio - 1) * 100) / years
  if (percentFits(stated, mean - 0.15, mean + 0.15)) return undefined
  const growth = (ratio ** (1 / years) - 1) * 100
  const [a, b] = [inUnitsOf(to, amount(from)), inUnitsOf(to, amount(to))]
  const reckoning = `(${b}÷${a})的${years}次方根−1=${percentText(stated, growth)}`
  return report(sentence, 'growth', stated, movement, `年均${percentText(stated, growth)}`, reckoning)
}

function yearBefore(sentence: FigureSentence, q: Quantity): number | undefined {
  const hit = /((?:19|20)\d\d)年[^，。；\d]{0,14}$/.exec(textBefore(sentence, q.start, 26))
  return hit ? Number(hit[1]) : undefined
}

function judgeDifference(
  sentence: FigureSentence,
  movement: Movement,
  stated: Quantity,
  direction: Direction,
): FigureMismatch | undefined {
  const { from, to } = movement
  const difference = amount(to) - amount(from)
  const steps = [from, to, stated].map(stepOf)
  // Of figures with the same digits one step; where one is much coarser than the others, half of its step.
  const step = Math.min(Math.max(...steps), 0.6 * steps.reduce((sum, one) => sum + one, 0))
  if (Math.abs(difference - sign(direction) * amount(stated)) <= step * 1.0001 + 1e-9) return undefined
  const [a, b, d] = [from, to].map(q => inUnitsOf(to, amount(q))).concat(inUnitsOf(to, Math.abs(difference)))
  const reckoning = difference >= 0 ? `${b}−${a}=${d}` : `${a}−${b}=${d}`
  const expected = `${difference >= 0 ? '增加' : '减少'}${spell(to, Math.abs(difference))}`
  return report(sentence, 'increment', stated, movement, expected, reckoning)
}

/** Both amounts are percentages: the difference is stated in 个百分点. */
function judgePoints(
  sentence: FigureSentence,
  movement: Movement,
  stated: Quantity,
  direction: Direction,
): FigureMismatch | undefined {
  const { from, to } = movement
  if (from.unit === '成' || to.unit === '成' || from.unit !== to.unit) return undefined
  const difference = (to.value - from.value) * sign(direction)
  const step = Math.max(quantum(from), quantum(to), quantum(stated))
  const points = Math.abs(difference - stated.value) <= step * 1.0001 + 1e-9
  if (stated.kind === 'points' && points) return undefined
  if (stated.kind === 'percent' && !points) {
    const relative = (to.value / from.value - 1) * 100 * sign(direction)
    if (Math.abs(relative - stated.value) <= 2 * quantum(stated)) return undefined
  }
  const d = plain(Math.abs(to.value - from.value), 4)
  const rising = to.value >= from.value
  const reckoning = rising
    ? `${plain(to.value)}−${plain(from.value)}=${d}`
    : `${plain(from.value)}−${plain(to.value)}=${d}`
  return report(
    sentence,
    stated.kind === 'points' ? 'increment' : 'points',
    stated,
    movement,
    `${rising ? '提高' : '下降'}${d}个百分点`,
    reckoning,
  )
}

function judgeMultiple(
  sentence: FigureSentence,
  movement: Movement,
  stated: Quantity,
  direction: Direction,
): FigureMismatch | undefined {
  const { from, to } = movement
  if (direction === 'down') return undefined
  const folds = stated.unit === '番'
  const extra = folds ? 0 : 1
  const [least, most] = quotientRange(to, from).map(ratio => ratio - extra) as [number, number]
  const step = folds ? 0.05 : 0.6 * quantum(stated)
  if (stated.value + step * 1.0001 > least && stated.value - step * 1.0001 < most) return undefined
  const ratio = amount(to) / amount(from)
  const [a, b] = [inUnitsOf(to, amount(from)), inUnitsOf(to, amount(to))]
  const reckoning = `${b}÷${a}=${plain(ratio, 2)}，即增长${plain((ratio - 1) * 100, 1)}%${folds ? `；${write(sentence, stated)}应为原来的${stated.value}倍` : ''}`
  return report(
    sentence,
    'multiple',
    stated,
    movement,
    ratio >= 1 ? `增长${plain((ratio - 1) * 100, 1)}%` : `下降${plain((1 - ratio) * 100, 1)}%`,
    reckoning,
  )
}

function report(
  sentence: FigureSentence,
  check: FigureCheck,
  stated: Quantity,
  movement: Movement,
  expected: string,
  reckoning: string,
): FigureMismatch {
  return {
    start: stated.start,
    end: stated.end,
    check,
    stated: write(sentence, stated),
    expected,
    working: `${reckoning}，文中写${write(sentence, stated)}`,
    workingEnglish: `${reckoning}; the text says ${write(sentence, stated)}`,
    related: [spanOf(movement.from), spanOf(movement.to)],
  }
}
