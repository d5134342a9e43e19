// What part a figure plays in its sentence: an amount, a change, last year's amount, a plan.

import type { Quantity } from '../../quantities'
import { textBefore } from './sentence'
import type { FigureSentence } from './types'

export const rise =
  '增长|增加|增幅|增速|提高|提升|上升|上涨|扩大|攀升|净增|高出|多出|增收|增支|增产|多|增|升|涨|高'
export const fall = '下降|减少|降低|降幅|回落|下跌|缩减|压减|压缩|缩短|缩小|下滑|减收|减支|减产|减|降|少|低'

const change = new RegExp(`(?:${rise}|${fall})(?:了|约|近)?$`)
/** 新增 and 达到 name the amount itself. */
const noChange = /(?:新增|至少|最多|最少|至多|最高|最低|不低|不少|不多|不高|多达|增至|减至)$/

/** 比上年增加12件: the figure is a difference. */
export function isChange(sentence: FigureSentence, q: Quantity): boolean {
  const before = textBefore(sentence, q.start, 6)
  return change.test(before) && !noChange.test(before)
}

const earlier = /(?:上年|去年|前年|同期|上月|上季度|年初|往年|上周)[^，。；、]{0,8}$/
const planned = /(?:计划|目标|任务|力争|预计|预期(?!性)|不低于|(?<!高)标准|应为)[^，。；、]{0,8}$/

/** 年度计划5亿元: a plan is set, not measured, so its figure is exact. */
export function isPlanned(sentence: FigureSentence, q: Quantity): boolean {
  return /(?:计划|目标|任务|预算|总投资)[^，。；、]{0,4}$/.test(textBefore(sentence, q.start, 10))
}

/** 上年同期63件: the figure belongs to another time. */
export function isEarlier(sentence: FigureSentence, q: Quantity): boolean {
  return earlier.test(textBefore(sentence, q.start, 16))
}

/** 上年同期63件, 计划48户: the figure belongs to another time or to a plan. */
export function isElsewhere(sentence: FigureSentence, q: Quantity): boolean {
  return isEarlier(sentence, q) || planned.test(textBefore(sentence, q.start, 16))
}

/** 每户补助500元: the figure is per something and does not add up with totals. */
export function isEach(sentence: FigureSentence, q: Quantity): boolean {
  return /(?:每[^，。；]{0,6}|平均[^，。；]{0,6}|[户人村亩均](?:均)[^，。；]{0,6}|各|最[大高多少低])$/.test(
    textBefore(sentence, q.start, 10),
  )
}

/** Words that say the parts need not make up the whole, or that figures were counted another way. */
export const looseSum =
  /四舍五入|重复|交叉|兼[有任具]|既[^，。；]{0,12}又|多选|不含|不包括|另有|另外|此外|除外|含上年|结转|跨年|折合|同时具有|包括但不限于/
