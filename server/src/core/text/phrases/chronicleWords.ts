// How the sentences of a log (流水账) look: expressions only; what they add up to is said in chronicle.ts.

import * as chronicleWords from '../../knowledge/chronicle.generated'
import { expressionOf } from '../../knowledge/cue'

/** A time or an order at the beginning. */
export const opener = expressionOf(chronicleWords.opener)
/** A date at the beginning: one of the openers. */
export const dated = /^[\s　]*(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]/

/** From here on somebody speaks: 李某强调，, 会议要求，, 他指出：. */
export const speechOpener = /^[\s　]*[^，。；：]{0,16}(?:强调|指出|要求|表示|提出|希望)[，：:]/

/** A meeting, visit, training or campaign, or what was said there. */
export const event = new RegExp(
  [
    '(?:组织|举办|召开|举行|开展)(?:了)?[^，。；]{0,40}(?:会议?|培训班?|活动|讲座|座谈|仪式|演练|宣讲|学习|调研)(?=[，。；、]|$)',
    '(?:出席|参加|列席|主持|陪同|莅临)[^，。；]{0,40}(?:会议|培训|活动|调研|座谈|讲话|检查|学习)|参加培训|陪同调研|并讲话|作(?:了)?(?:重要|动员|总结)?讲话',
    '(?:领导|同志|书记|县长|镇长|局长|主任|市长|主席|会议|他|她)(?:同时|还|最后|在会上)?(?:指出|强调|要求|希望|表示)',
    '一行[^，。；]{0,12}(?:来到|考察|查看|调研|走进|参观|前往|听取)|实地(?:考察|查看|察看|走访|调研)|听取[^。；]{0,40}(?:汇报|介绍)|参观考察|先后(?:来到|深入|前往)',
    '邀请[^，。；]{0,30}授课|进行(?:了)?(?:授课|讲解|面对面交流|交流发言|座谈)|系统解读|交流发言|观看(?:了)?[^，。；]{0,15}片|发放[^，。；]{0,12}(?:宣传|资料|手册)|悬挂[^，。；]{0,6}(?:横幅|标语)|汇报了|传达(?:学习)?了|表态发言|合影',
    '(?:详细|仔细|细心|认真)(?:了解|询问|听取|倾听|察看)',
  ].join('|'),
)

/** Something was found, decided, solved or reached. */
export const outcome = expressionOf(chronicleWords.outcome)

/** A figure beside it counts who came and what was handed out. */
export const attendance =
  /(?:人|名|家|个|位)[^，。；]{0,10}(?:参加|参训|参会|出席)|参加[^，。；]{0,10}\d|发放|派发|\d(?:余|多)?(?:份|册|人次)|授课|公司机关/
