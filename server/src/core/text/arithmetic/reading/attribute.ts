// A number that names a kind is no amount: 80岁老人, 110千伏线路, 50亩大户, 500万元以上项目. Nobody divides 80 by 60 there.

import type { Quantity } from '../../quantities'

/** Units of a property: an age, a tension, a bore. In front of a noun they always say which kind. */
const property: ReadonlySet<string> = new Set([
  '岁',
  '周岁',
  '月龄',
  '千伏',
  '伏',
  '寸',
  '英寸',
  '级',
  '型',
  '层',
])
const beforeNoun = /^(?:及?以[上下]|左右|级|型|规格)?的?[一-龥A-Z]/
/** Endings of a sentence's own words, which stand behind an amount as well: 60岁的占…, 80岁及以上占…. */
const noNoun = /^(?:及?以[上下]|左右)?的?(?:占|为|是|有|达|比|较|和|与|及|的|增|减|共|约)/
/** Sizes of land, money and space that say which kind of holder or project. */
const kinds =
  /^(?:及?以[上下]|级)?的?(?:种[植粮]|养殖|规模|连片|重点|产业|工业|投资|大型|中型|小型|标准)?(?:大户|农户|户型|农场|企业|商户|项目|工程|基地|大棚|水库|小区|地块|线路|管道|管网|电站|变压器|机组|园区|合作社|门店|超市|市场)/

/** Whether a figure says which kind of thing is meant and not how much of it there is. */
export function isAttribute(text: string, q: Quantity): boolean {
  if (q.kind === 'percent') return false
  const behind = text.slice(q.end, q.end + 14)
  if (property.has(q.unit)) return beforeNoun.test(behind) && (!noNoun.test(behind) || q.unit !== '级')
  return (q.kind === 'measure' || q.kind === 'money') && kinds.test(behind)
}

/** The figures of a text as the reckoning may use them: those that name a kind count for nothing. */
export function withoutAttributes(text: string, figures: readonly Quantity[]): readonly Quantity[] {
  if (!figures.some(q => isAttribute(text, q))) return figures
  return figures.map(q => (isAttribute(text, q) ? { ...q, vague: true } : q))
}
