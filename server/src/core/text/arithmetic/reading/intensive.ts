// Figures that describe a state and never add up: 亩产, 海拔, 气温, 单价, 均分, 率. Their 合计 is an average.

import type { Quantity } from '../../quantities'
import { amount } from './amounts'
import type { Part } from './parts'

const label =
  /亩产|单产|海拔|气温|温度|[水室地体]温|湿度|[降积][雨水雪]量?|雨量|[单均物房地油]价|价格|[售收]购?价|[均得平积评总]分|评分|年龄|均龄|工龄|党龄|指数|系数|浓度|密度|水位|[水埋]深|深度|高度|厚度|坡度|[车流时风]速|速度|平均|均值|中位|[户人村亩地校班日月年]均|每[亩户人村斤公吨个件家台天月]|率(?![先领队])|比重|工期|时长|时限|用时|历时|半径/
const unit = /^(?:岁|月龄|℃|°C|摄氏度|分贝|分|毫米|兆帕|帕|千伏|伏)$/

/** 平均亩产350公斤: what the figure measures has a mean, not a sum. */
export function isIntensive({ q, label: name }: Pick<Part, 'q' | 'label'>): boolean {
  return unit.test(q.unit) || label.test(name)
}

/** No sum of two or more amounts lies among them; a mean does. */
export function isAmong(whole: number, parts: readonly number[]): boolean {
  return parts.length > 1 && whole >= Math.min(...parts) && whole <= Math.max(...parts)
}

/** Things are counted, not averaged, so only measures and money can hold a mean without saying so. */
export function mayBeMean(total: Quantity, parts: readonly Quantity[]): boolean {
  return total.kind !== 'count' && isAmong(amount(total), parts.map(amount))
}
