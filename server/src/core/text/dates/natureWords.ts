// Words that several questions about a time ask for.

import { expressionOf } from '../../knowledge/cue'
import * as datesWords from '../../knowledge/dates.generated'
import { opening } from '../edges'

const label = expressionOf(datesWords.limitLabel)
export const duty = expressionOf(datesWords.duty)
export const reports = opening(
  /^(?:内|前)?(?:必须|务必|须|要|应|书面|电话|口头)*(?:报送|上报|报告|续报|提交|反馈|报备|报(?![道考名纸废销社案价刊酬答复账载警])|办结|回复|答复|交稿|完成(?=[。；，]|$))/,
)
export const completing =
  /^[^，。；、]{0,14}?(?:完成|建成|竣工|办结|销号|通过验收|验收合格|交付|投用|通车|完工|结案|兑付|召开了|举行了)/
export const bareBefore = /(?:^|[，。；：:（(\s“"、—-])$/
export const bareAfter = /^(?:$|[，。；、）)”"\s/])/
export const ends = /^(?:$|[。；）)”"\s/])/

/** A label ends in 为, 是, ：, 在 or a blank; looking at that first spares most of the work. */
export function isLabelled(left: string): boolean {
  return '为是：:在 \t'.includes(left.charAt(left.length - 1)) && left !== '' && label.test(left)
}
