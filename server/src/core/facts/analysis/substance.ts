// What an item has to hold on to: figures, names, cases; and the words that have nothing.

import { expressionOf } from '../../knowledge/cue'
import * as substanceWords from '../../knowledge/substance.generated'
import { hasFigure } from '../../text/quantities'

export const instance = expressionOf(substanceWords.instance)
const namedPlace =
  /([一-龥]{2,5})(?:村(?!级|里|干|务|委|支|两|居|组|医|庄|落)|镇(?!村|级|里|上|区)|乡(?!村|镇|土|亲)|县(?!级|里|委|乡|域|城|区|政|直)|街道|社区(?!服务|管理|建设|治理|文化)|小区|水库|河|路(?!径|线|子|上)|街(?!头|面)|桥|渠(?!道)|坝|屯|庄|寨|湾|卫生院|派出所|中学|小学|幼儿园|公司|市场(?!主体|化|监管|秩序|竞争|需求|价格)|园区|食品厂|化工厂|水厂|超市|饭店|广场|大道|隧道|涵洞|泵站|码头|林场|农场|养殖场|屠宰场|采石场)/g
/** 李村, 王庄: a family name is name enough. */
const village =
  /(?:^|[，。；：、是和与在如及）\s“])[王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾田董袁潘蒋蔡余杜叶程苏魏吕丁沈卢姜崔钟谭陆范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤](?:家)?(?:村|庄|屯|寨)(?![级里干务委支两居组医庄落])/
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
