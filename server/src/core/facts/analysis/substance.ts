// What an item has to hold on to: figures, names, cases; and the words that have nothing.

import { expressionOf } from '../../knowledge/cue'
import * as substanceWords from '../../knowledge/substance.generated'
import { hasFigure } from '../../text/quantities'

export const instance = expressionOf(substanceWords.instance)
const namedPlace = new RegExp(`([一-龥]{2,5})(?:${substanceWords.placeEnd.source})`, 'g')
/** 李村, 王庄: a family name is name enough. */
const village = new RegExp(
  `(?:^|[，。；：、是和与在如及）\\s“])${substanceWords.villageFamily.source}(?:家)?(?:村|庄|屯|寨)(?![级里干务委支两居组医庄落])`,
)
const genericPlace = expressionOf(substanceWords.genericPlace)

export const hedge = expressionOf(substanceWords.hedge, 'g')
export const stockCause = expressionOf(substanceWords.stockCause, 'g')
export const namelessActor =
  /(?:部分|个别|少数|一些|有些|有的|某些|许多|不少|多数|相关|有关)(?:干部|同志|单位|部门|地方|群众|人员|村|社区|企业|乡镇|基层|党员|站所|学校|商户|经营户|村民|居民|农户|工作|领导|职工|项目|人)/g
export const reasoned =
  /由于|因为|原因|主要是因|(?:^|[，；：])(?:主要|多|均|系|都)?因(?!此|地|人|为此|素)|缘于|源于|症结|根源|加之|受[^，。；]{1,14}(?:影响|限制|制约)|导致|致使|卡在|所致/
export const request = /建议|恳请|请求|提请|请(?:县|市|省|上级|有关)|希望|呼吁/
// 应在24小时内报送 names a limit, not the size of the problem.
const limits = /\d{1,4}(?:个)?(?:小时|日|天|分钟|个?工作日|个月)(?:之|以)?[内前]|24小时/g
const anyNumber = /[\d一二两三四五六七八九十百千万半]/

/** A figure that says how much of something there is. */
export function givesFigure(text: string): boolean {
  return anyNumber.test(text) && hasFigure(text.replace(limits, ''))
}

/** A village, road or company by its name, not 各村 or 基层单位. */
export function givesName(text: string): boolean {
  if (village.test(text)) return true
  for (const hit of text.matchAll(namedPlace)) if (!genericPlace.test(hit[1]!)) return true
  return false
}
