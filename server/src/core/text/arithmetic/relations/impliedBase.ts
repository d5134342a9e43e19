// NUM04 without the base: 项目23个，比上年同期增加6个、增长35.3%. Amount and difference give the base.

import type { Quantity } from '../../quantities'
import {
  amount,
  inUnitsOf,
  isExactPercent,
  isPlainAmount,
  percentFits,
  percentText,
  sameDimension,
  slackOf,
} from '../reading/amounts'
import { fall, isElsewhere, rise } from '../reading/roles'
import { gapBefore, textBefore, write } from '../reading/sentence'
import { type FigureMismatch, type FigureSentence, type SentenceCheck, spanOf } from '../reading/types'

const otherBasis = /可比|不变价|现价|口径|剔除|还原|扣除|实际增|名义|调整后|核减|年均|基数|完成率/
const officialGrowth =
  /生产总值|GDP|增加值|总产值|固定资产投资|社会消费品|社零|规模以上|规上|限额以上|限上|进出口/

const differs = new RegExp(
  `^[^。；，、（）()]{0,8}，?(?:总量|数量|总数|总额)?(?:同比|环比|[比较与](?:上年|去年|上月|上季度|前年|年初|年末|年底)[^，。；、（）()\\d]{0,6})?(?:净)?(?:(${rise})|(${fall}))(?:了|(?<=(?<![增减缩])[多少])(?![到至为于])[一-龥])?$`,
)
const grows = new RegExp(
  `^[^，。；、（）()]{0,4}[，、]?(?:同比|环比)?(?:(${rise})|(${fall}))(?:幅|率)?(?:了|达到?|为)?$`,
)

export const impliedBases: SentenceCheck = { figures: 3, kind: 'percent', check: checkImpliedBases }

function checkImpliedBases(sentence: FigureSentence): FigureMismatch[] {
  const { text, start, end, figures } = sentence
  if (otherBasis.test(text.slice(start, end))) return []
  const found: FigureMismatch[] = []
  for (let i = 2; i < figures.length; i++) {
    const mismatch = checkAt(sentence, i)
    if (mismatch) found.push(mismatch)
  }
  return found
}

function checkAt(sentence: FigureSentence, index: number): FigureMismatch | undefined {
  const { figures } = sentence
  const [first, second] = [figures[index - 1]!, figures[index]!]
  // 增加6个、增长35.3% and 增长35.3%，增加6个 are both usual.
  const [difference, percent] = first.kind === 'percent' ? [second, first] : [first, second]
  const now = presentAmount(sentence, index - 2)
  const behind = totalBehind(sentence, index)
  if (behind) return judge(sentence, behind)
  if (!now || isElsewhere(sentence, now) || /[比较与][^，。；]*$/.test(textBefore(sentence, now.start, 20)))
    return undefined
  if (!isExactPercent(percent) || !isPlainAmount(now) || !isPlainAmount(difference)) return undefined
  if (!sameDimension(now, difference)) return undefined
  const [gap, next] = [gapBefore(sentence, index - 1), gapBefore(sentence, index)]
  const change = differs.exec(gap)
  const growth = grows.exec(next)
  if (!change || !growth || Boolean(change[1]) !== Boolean(growth[1]) || otherComparison(gap, next))
    return undefined
  return judge(sentence, { now, difference, percent, sign: change[1] ? 1 : -1 })
}

interface Told {
  readonly now: Quantity
  readonly difference: Quantity
  readonly percent: Quantity
  readonly sign: 1 | -1
}

/** 净增640户，总量达到8640户，增长8%: the difference stands in front of the amount. */
function totalBehind(sentence: FigureSentence, index: number): Told | undefined {
  const [difference, now, percent] = sentence.figures.slice(index - 2, index + 1) as [
    Quantity,
    Quantity,
    Quantity,
  ]
  if (!isExactPercent(percent) || !isPlainAmount(now) || !isPlainAmount(difference)) return undefined
  if (!sameDimension(now, difference) || amount(now) <= amount(difference)) return undefined
  if (!/净增加?[^，。；、\d]{0,8}$/.test(textBefore(sentence, difference.start, 12))) return undefined
  if (!/^[，、](?:总量|总数|累计|总户数|保有量)(?:达到?|为|突破)?$/.test(gapBefore(sentence, index - 1)))
    return undefined
  return /^[，、]增[长幅]$/.test(gapBefore(sentence, index))
    ? { now, difference, percent, sign: 1 }
    : undefined
}

function judge(sentence: FigureSentence, told: Told): FigureMismatch | undefined {
  const { now, difference, percent, sign } = told
  if (officialGrowth.test(textBefore(sentence, now.start, 60))) return undefined
  const base = amount(now) - sign * amount(difference)
  const slack = slackOf(now) + slackOf(difference)
  if (base - slack <= 0) return undefined
  if (
    percentFits(
      percent,
      ((amount(difference) - slackOf(difference)) / (base + slack)) * 100,
      ((amount(difference) + slackOf(difference)) / (base - slack)) * 100,
    )
  )
    return undefined
  const [a, d, b] = [base, amount(difference), amount(now)].map(value => inUnitsOf(now, value))
  const expected = percentText(percent, (amount(difference) / base) * 100)
  const reckoning = `${b}${sign > 0 ? '−' : '+'}${d}=${a}，${d}÷${a}=${expected}`
  return {
    start: percent.start,
    end: percent.end,
    check: 'growth',
    stated: write(sentence, percent),
    expected,
    working: `${reckoning}，文中写${write(sentence, percent)}`,
    workingEnglish: `${reckoning}; the text says ${write(sentence, percent)}`,
    related: [spanOf(now), spanOf(difference)],
  }
}

/** 环比减少38件、同比下降8.4% have two bases. */
function otherComparison(first: string, second: string): boolean {
  if (second.includes('同比')) return /环比|上月|上季|年初/.test(first)
  if (second.includes('环比')) return !/环比|上月|上季/.test(first)
  return false
}

/** 完成24627万元，完成预算60999万元的40.4%，比上年…: the plan and its share stand in between. */
function presentAmount(sentence: FigureSentence, index: number): Quantity | undefined {
  const { figures } = sentence
  if (index < 0) return undefined
  const nearest = figures[index]!
  if (nearest.kind !== 'percent') return nearest
  if (index < 2 || !/^[^，。；、]{0,8}的$/.test(gapBefore(sentence, index))) return undefined
  const plan = /^[^。；]{0,8}，[^，。；、]{0,6}(?:计划|预算|任务|目标)[^，。；、]{0,4}[（(]?$/
  return plan.test(gapBefore(sentence, index - 1)) ? figures[index - 2]! : undefined
}
