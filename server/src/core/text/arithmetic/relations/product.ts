// 1.8万亩，每亩投资3000元，总投资5400万元: so much per one, times how many, makes the total.

import { givenEach } from '../../../knowledge/figures.generated'
import type { Quantity } from '../../quantities'
import {
  amount,
  dimensionOf,
  inUnitsOf,
  isPlainAmount,
  powerAndUnit,
  slackOf,
  spell,
} from '../reading/amounts'
import { isChange, isElsewhere } from '../reading/roles'
import { gapBefore, write } from '../reading/sentence'
import { type FigureMismatch, type FigureSentence, type SentenceCheck, spanOf } from '../reading/types'

/** 每亩投资, 亩均节水: one of what, and what of it. */
const perOne = /(?:^|[，、；：。（(])(?:平均)?(?:每(.{1,2}?)|(.)均)([\u4e00-\u9fff]{2,4})$/
const ofAll =
  /(?:总|共|合计|总计|共计)([\u4e00-\u9fff]{2,4})(?:为|达到?)?$|(?:^|[，、])([\u4e00-\u9fff]{2,4})(?:总额|总量|总计|共计|合计)(?:为|达到?)?$/
/** A third factor, or a price that does not hold for all of it. */
const otherFactor =
  /每年|年均|连续|逐年|分期|上限|最高|封顶|不超过|不低于|(?<!高)标准|其中|部分|分别|另|累计|已|年期|按/

/** 每个网格配2名, 按每亩120元发放: one of what, and how many or how much for it. */
const rate = new RegExp(
  `[每各](个|名|人|户|台|所|家|座|处|支|辆|床|亩|位|村|组)(?:([一-龥]{0,4}?)各?(?:${givenEach.source})[一-龥]{0,4}|([一-龥]{0,4}))(?<!标准)$`,
)
const allOf = /(?:^|[，、；])?(?:总共|一共|合计|总计|共计|共)[一-龥]{0,4}$/

/** 网格86个，每个网格配2名，共配182名: whole numbers, so the product is exact. */
function checkRates(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end, figures } = sentence
  const body = text.slice(start, end)
  if (!/[每各]/.test(body) || !/共|计/.test(body) || otherRate.test(body)) return []
  const found: FigureMismatch[] = []
  figures.forEach((per, i) => {
    const hit = isPlainAmount(per) ? rate.exec(gapBefore(sentence, i)) : null
    const mismatch = hit ? undefined : eachOfNumber(sentence, i)
    if (mismatch) found.push(mismatch)
    if (!hit) return
    const noun = hit[2] ?? hit[3] ?? ''
    const totals = figures.filter(
      (q, k) => k > i && dimensionOf(q) === dimensionOf(per) && allOf.test(gapBefore(sentence, k)),
    )
    const numbers = figures.filter(
      q =>
        q !== per &&
        !totals.includes(q) &&
        counts(q, hit[1]!) &&
        isPlainAmount(q) &&
        aroundOf(sentence, q).includes(noun),
    )
    const [number, total] = [numbers[0], totals[0]]
    if (!number || !total || numbers.length > 1 || totals.length > 1 || !isPlainAmount(total)) return
    if (isChange(sentence, total) || isElsewhere(sentence, total) || isElsewhere(sentence, number)) return
    if (apart(sentence, [per, number, total])) return
    const made = amount(per) * amount(number)
    const loose = (slackOf(per) / amount(per) + slackOf(number) / amount(number)) * made + slackOf(total)
    if (Math.abs(made - amount(total)) <= loose + 0.01 * made) return
    found.push(productMismatch(sentence, per, number, total, made))
  })
  return found
}

const each = new RegExp(`^[一-龥]{0,6}各(?:${givenEach.source})[一-龥]{0,4}$`)

/** 12个村各拨付3万元，共计36万元: the number stands directly in front. */
function eachOfNumber(sentence: FigureSentence, index: number): FigureMismatch | undefined {
  const [number, per, total] = sentence.figures.slice(Math.max(0, index - 1), index + 2)
  if (index < 1 || !number || !per || !total || !isPlainAmount(number) || !isPlainAmount(total))
    return undefined
  if (number.kind !== 'count' || dimensionOf(per) !== dimensionOf(total) || !isPlainAmount(per))
    return undefined
  if (!each.test(gapBefore(sentence, index)) || !allOf.test(gapBefore(sentence, index + 1))) return undefined
  const made = amount(per) * amount(number)
  // What everybody is given is a round sum and exact.
  return Math.abs(made - amount(total)) <= slackOf(total) + 0.002 * made
    ? undefined
    : productMismatch(sentence, per, number, total, made)
}

/** 64名 for 每人, 24个 for 每个 */
const counts = (q: Quantity, unit: string): boolean =>
  q.unit === unit || ('名人位'.includes(unit) && /^[名人位]$/.test(q.unit))

/** 24个小区 or 小区24个: what is counted stands on either side. */
const aroundOf = ({ text, start, end }: FigureSentence, q: Quantity): string =>
  text.slice(Math.max(start, q.start - 6), Math.min(end, q.end + 6))

const otherRate =
  /每年|年均|连续|逐年|上限|最高|封顶|不超过|不低于|不少于|至少|以上|部分|分别|另|累计|其中|至少|平均|左右|各类|和每|每个?月|每季/

export const products: SentenceCheck = { figures: 3, cue: /[每均各]/, check: checkProducts }

function checkProducts(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end, figures } = sentence
  const rates = checkRates(sentence)
  if (rates.length > 0) return rates
  const body = text.slice(start, end)
  if (!/每|均/.test(body) || !/[总共合]/.test(body) || otherFactor.test(body)) return []
  const found: FigureMismatch[] = []
  figures.forEach((per, i) => {
    if (!isPlainAmount(per)) return
    const hit = perOne.exec(gapBefore(sentence, i))
    if (!hit) return
    const mismatch = judge(sentence, per, (hit[1] ?? hit[2])!, hit[3]!)
    if (mismatch) found.push(mismatch)
  })
  return found
}

/** Reckons only where the sentence holds exactly one number and one total that fit the average. */
function judge(
  sentence: FigureSentence,
  per: Quantity,
  unit: string,
  noun: string,
): FigureMismatch | undefined {
  const { figures } = sentence
  const numbers = figures.filter(q => q.unit === unit)
  const totals = figures.filter(q => q !== per && dimensionOf(q) === dimensionOf(per))
  if (numbers.length !== 1 || totals.length !== 1) return undefined
  const [number, total] = [numbers[0]!, totals[0]!]
  if ([number, total].some(q => !isPlainAmount(q) || isChange(sentence, q) || isElsewhere(sentence, q)))
    return undefined
  const at = figures.indexOf(total)
  const named = ofAll.exec(gapBefore(sentence, at))
  if ((named?.[1] ?? named?.[2]) !== noun || apart(sentence, [per, number, total])) return undefined
  const made = amount(per) * amount(number)
  const loose = (slackOf(per) / amount(per) + slackOf(number) / amount(number)) * made + slackOf(total)
  if (Math.abs(made - amount(total)) <= loose + 0.02 * made) return undefined
  return productMismatch(sentence, per, number, total, made)
}

function productMismatch(
  sentence: FigureSentence,
  per: Quantity,
  number: Quantity,
  total: Quantity,
  made: number,
): FigureMismatch {
  const reckoning = `${write(sentence, per)}×${write(sentence, number)}=${inUnitsOf(total, made)}${powerAndUnit(total)}`
  return {
    start: total.start,
    end: total.end,
    check: 'product',
    stated: write(sentence, total),
    expected: spell(total, made),
    working: `${reckoning}，文中写${write(sentence, total)}`,
    workingEnglish: `${reckoning}; the text says ${write(sentence, total)}`,
    related: [spanOf(per), spanOf(number)],
  }
}

/** A semicolon or full stop between the three makes them tell of different things. */
function apart(sentence: FigureSentence, three: readonly Quantity[]): boolean {
  const from = Math.min(...three.map(q => q.end))
  const to = Math.max(...three.map(q => q.start))
  return to - from > 40 || /[；。]/.test(sentence.text.slice(from, to))
}
