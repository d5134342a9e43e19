// NUM08: 18个村新增路灯1494盏，村均83盏. An average must be the total divided by the number.

import { type Quantity, quantum } from '../quantities'
import { amount, dimensionOf, factorless, inUnitsOf, isPlainAmount, plain, spell } from './amounts'
import { isChange, isElsewhere } from './roles'
import { clauseOf, gapBefore, textAfter, write } from './sentence'
import { type FigureMismatch, type FigureSentence, spanOf } from './types'

/** 户均, 平均每村, 每户平均: over what, and of what. */
const averageLabel =
  /(?:^|[，；：。（(、])(?:平均)?(?:([户人村亩镇校]|企业|每[户人村亩镇校个家])均?(?:均)?|平均每([户人村亩镇校家]))(?:平均)?([^，。；：、\d]{0,6}?)(?:约|近|达到?|为)?$/
const per: Readonly<Record<string, RegExp>> = {
  户: /^户$/,
  人: /^(?:人|名|位)$/,
  村: /^(?:村|行政村|个)$/,
  亩: /^亩$/,
  镇: /^(?:镇|乡镇|个)$/,
  校: /^(?:所|校)$/,
  家: /^家$/,
}

export function checkAverages(sentence: FigureSentence): FigureMismatch[] {
  const found: FigureMismatch[] = []
  sentence.figures.forEach((average, i) => {
    if (i < 2 || average.kind === 'percent' || average.high !== undefined) return
    const hit = averageLabel.exec(gapBefore(sentence, i))
    if (!hit || !/均/.test(hit[0])) return
    const mismatch = checkAverage(sentence, average, i, (hit[1] ?? hit[2])!.replace('每', ''), hit[3] ?? '')
    if (mismatch) found.push(mismatch)
  })
  return found
}

function checkAverage(
  sentence: FigureSentence,
  average: Quantity,
  index: number,
  over: string,
  label: string,
): FigureMismatch | undefined {
  const unit = per[over]
  if (!unit) return undefined
  const before = sentence.figures
    .slice(0, index)
    .filter(q => !isChange(sentence, q) && !isElsewhere(sentence, q))
  const numbers = before.filter(q => unit.test(q.unit) && (q.unit !== '个' || isCountOf(sentence, q, over)))
  const totals = before.filter(q => dimensionOf(q) === dimensionOf(average) && !numbers.includes(q))
  if (numbers.length === 0 || totals.length === 0) return undefined
  if (totals.some(t => numbers.some(n => averageFits(average, t, n)))) return undefined
  if (numbers.length !== 1 || totals.length !== 1) return undefined
  const [number, total] = [numbers[0]!, totals[0]!]
  if (!isPlainAmount(number) || !isPlainAmount(total) || amount(number) <= 0) return undefined
  if (!belongs(sentence, total, number, label)) return undefined
  const value = amount(total) / amount(number)
  const reckoning = `${inUnitsOf(average, amount(total))}÷${plain(number.value)}=${plain(Number(inUnitsOf(average, value)), Math.max(1, average.decimals))}`
  return {
    start: average.start,
    end: average.end,
    check: 'average',
    stated: write(sentence, average),
    expected: spell(average, value),
    working: `${reckoning}${factorless(average)}，文中写${write(sentence, average)}`,
    workingEnglish: `${reckoning}; the text says ${write(sentence, average)}`,
    related: [spanOf(total), spanOf(number)],
  }
}

/** 18个村, 18个行政村 */
function isCountOf(sentence: FigureSentence, q: Quantity, over: string): boolean {
  return new RegExp(`^(?:[^，。；、]{0,4})?${over}`).test(textAfter(sentence, q.end, 6))
}

const given =
  /发放|补贴|补助|分红|兑现|投入|安排|新增|安装|建成|清理|栽植|种植|拨付|奖补|救助|落实|募集|筹集|收入|增收|流转|修建|硬化|配备|创收/

/** The total and the average speak of the same thing. */
function belongs(sentence: FigureSentence, total: Quantity, number: Quantity, label: string): boolean {
  const clause = clauseOf(sentence, total)
  if (Math.abs(total.start - number.start) > 40) return false
  if (label !== '') return clause.includes(label)
  return given.test(clause)
}

function averageFits(average: Quantity, total: Quantity, number: Quantity): boolean {
  if (amount(number) <= 0) return true
  const value = amount(total) / amount(number)
  const stated = amount(average)
  const loose = [average, total, number].some(q => q.approx !== 'exact')
  // 近、约、余 excuse a tenth; an exact average one hundredth or its last digit.
  const tolerated = Math.max(stated * (loose ? 0.1 : 0.01), quantum(average) * (stated / average.value || 1))
  return Math.abs(value - stated) <= tolerated * 1.0001
}
