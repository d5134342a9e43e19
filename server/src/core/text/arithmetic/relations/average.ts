// NUM08: 18个村新增路灯1494盏，村均83盏. An average must be the total divided by the number.

import { type Quantity, quantum } from '../../quantities'
import { amount, dimensionOf, inUnitsOf, isPlainAmount, plain, powerAndUnit, spell } from '../reading/amounts'
import { isChange, isElsewhere } from '../reading/roles'
import { clauseOf, gapBefore, textAfter, textBefore, write } from '../reading/sentence'
import { type FigureMismatch, type FigureSentence, type SentenceCheck, spanOf } from '../reading/types'

/** 户均, 平均每村, 每户平均: over what, and of what. */
const averageLabel =
  /(?:^|[，；：。（(、])(?:平均)?(?:((?![平年月日总都也皆])[\u4e00-\u9fff])均|每个?(社区|乡镇|小区|学校|[\u4e00-\u9fff]{1,2}?)(?:平均|均)|平均每个?(社区|乡镇|小区|学校|[\u4e00-\u9fff]{1,2}?))(?:平均)?([^，。；：、\d]{0,6}?)(?:约|近|达到?|为)?$/
const unitsOf: Readonly<Record<string, RegExp>> = {
  人: /^(?:人|名|位)$/,
  村: /^(?:村|行政村|个)$/,
  镇: /^(?:镇|乡镇|个)$/,
  校: /^(?:所|校)$/,
  社区: /^(?:社区|个)$/,
  乡镇: /^(?:乡镇|个)$/,
  小区: /^(?:小区|个)$/,
  学校: /^(?:所|个|学校)$/,
}

export const averages: SentenceCheck = { figures: 3, cue: /均/, check: checkAverages }

function checkAverages(sentence: FigureSentence): FigureMismatch[] {
  const found: FigureMismatch[] = []
  sentence.figures.forEach((average, i) => {
    if (i < 2 || average.kind === 'percent' || average.high !== undefined) return
    const hit = averageLabel.exec(gapBefore(sentence, i))
    if (!hit) return
    const mismatch = checkAverage(sentence, average, i, (hit[1] ?? hit[2] ?? hit[3])!, hit[4] ?? '')
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
  const before = sentence.figures
    .slice(0, index)
    .filter(q => (!isChange(sentence, q) || sharedGain(sentence, q, label)) && !isElsewhere(sentence, q))
  const numbers = before.filter(q => isNumberOf(sentence, q, over))
  const totals = before.filter(q => dimensionOf(q) === dimensionOf(average) && !numbers.includes(q))
  if (numbers.length === 0 || totals.length === 0) return undefined
  if (totals.some(total => numbers.some(number => averageFits(average, total, number)))) return undefined
  if (numbers.length !== 1 || totals.length !== 1) return undefined
  const [number, total] = [numbers[0]!, totals[0]!]
  if (!isPlainAmount(number) || !isPlainAmount(total) || amount(number) <= 0) return undefined
  if (!belongs(sentence, total, number, label) && !isPair(sentence, total, number, index, label))
    return undefined
  const value = amount(total) / amount(number)
  const result = plain(Number(inUnitsOf(average, value)), Math.max(1, average.decimals))
  const reckoning = `${write(sentence, total)}÷${write(sentence, number)}=${result}${powerAndUnit(average)}`
  return {
    start: average.start,
    end: average.end,
    check: 'average',
    stated: write(sentence, average),
    expected: spell(average, value),
    working: `${reckoning}，文中写${write(sentence, average)}`,
    workingEnglish: `${reckoning}; the text says ${write(sentence, average)}`,
    related: [spanOf(total), spanOf(number)],
  }
}

/** 共增收129万元，户均增收1.5万元: both tell of the same gain. */
const sharedGain = (sentence: FigureSentence, q: Quantity, label: string): boolean =>
  label.length >= 2 && textBefore(sentence, q.start, 6).includes(label)

/** 18个村 for 村均, 12期 for 平均每期. */
function isNumberOf(sentence: FigureSentence, q: Quantity, over: string): boolean {
  const units = unitsOf[over]
  // 12个网格: whatever is counted in 个 is named behind it.
  const counted = units ? units.test(q.unit) : q.unit === over || q.unit === `${over}次` || q.unit === '个'
  if (!counted) return false
  return q.unit !== '个' || new RegExp(`^[^，。；、]{0,4}${over}`).test(textAfter(sentence, q.end, 6))
}

const given =
  /发放|补贴|补助|分红|兑现|投入|安排|新增|安装|建成|清理|栽植|种植|拨付|奖补|救助|落实|募集|筹集|收入|增收|流转|修建|硬化|配备|创收|培训|接待|服务|共设|设置|布设|配有/

/** The total and the average speak of the same thing. */
function belongs(sentence: FigureSentence, total: Quantity, number: Quantity, label: string): boolean {
  const clause = clauseOf(sentence, total)
  if (Math.abs(total.start - number.start) > 40) return false
  if (label === '') return given.test(clause)
  // 平均每眼井投入: the verb is enough, the noun of what is counted stands between.
  const verb = given.exec(label)?.[0]
  return clause.includes(label) || (verb !== undefined && clause.includes(verb))
}

/** 2680户、7504人，户均: the two stand side by side, and the average follows at once. */
function isPair(
  sentence: FigureSentence,
  total: Quantity,
  number: Quantity,
  index: number,
  label: string,
): boolean {
  if (label !== '' || Math.max(total.start, number.start) !== sentence.figures[index - 1]!.start) return false
  const [first, second] = total.start < number.start ? [total, number] : [number, total]
  return (
    /^[^，。；、\d]{0,6}(?:[，、][^，。；、\d]{0,8})?$/.test(sentence.text.slice(first.end, second.start)) &&
    /^[，、（(](?:平均)?[\u4e00-\u9fff]均$/.test(gapBefore(sentence, index))
  )
}

function averageFits(average: Quantity, total: Quantity, number: Quantity): boolean {
  if (amount(number) <= 0) return true
  const value = amount(total) / amount(number)
  const stated = amount(average)
  const loose = [average, total, number].some(q => q.approx !== 'exact')
  // 近、约、余 excuse a tenth; an exact average one hundredth, or what the last digit leaves open.
  const step = quantum(average) * (stated / average.value || 1) * (average.kind === 'count' ? 0.99 : 0.6)
  const tolerated = Math.max(stated * (loose ? 0.1 : 0.01), step)
  return Math.abs(value - stated) <= tolerated * 1.0001
}
