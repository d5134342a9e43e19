// Signs of a log (流水账): what happened in order of time, who spoke and who was there, and nothing that came of it.

import { createGate } from '../gate'
import { hasFigure } from '../quantities'

export interface ChronicleMarks {
  /** The sentence opens with a time or an order: 4月12日, 近日, 会上, 随后, 最后. */
  readonly opener: boolean
  /** It tells of a meeting, visit, training or campaign, or of what was said there. */
  readonly event: boolean
  /** It says what was found, decided, solved or reached. */
  readonly outcome: boolean
  /** It opens with a date: a line of a calendar. */
  readonly dated: boolean
  readonly length: number
}

export interface Chronicle {
  readonly isChronicle: boolean
  readonly sentences: number
  readonly openers: number
  readonly events: number
  readonly outcomes: number
}

const opener =
  /^[\s　]*(?:(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]|近日|日前|昨[日天]|今[日天]|当[日天]|上午|下午|连日来|近期|会上|会议(?:还|最后|首先)?[指强要认听传]|会后|会议由|座谈会上|培训(?:中|由|会上|邀请|期间)|活动(?:中|现场|期间|当天|结束)|现场，|期间，|随后|接着|紧接着|首先|其次|之后|最后|此次|本次|通过此次|[^，。]{1,8}一行|针对下一步)/
const dated = /^[\s　]*(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]/
const event = new RegExp(
  [
    '(?:组织|举办|召开|举行|开展)(?:了)?[^，。；]{0,40}(?:会议?|培训班?|活动|讲座|座谈|仪式|演练|宣讲|学习|调研)(?=[，。；、]|$)',
    '(?:出席|参加|列席|主持|陪同|莅临)[^，。；]{0,40}(?:会议|培训|活动|调研|座谈|讲话|检查|学习)|参加培训|陪同调研|并讲话|作(?:了)?(?:重要|动员|总结)?讲话',
    '(?:领导|同志|书记|县长|镇长|局长|主任|市长|主席|会议|他|她)(?:同时|还|最后|在会上)?(?:指出|强调|要求|希望|表示)',
    '一行[^，。；]{0,12}(?:来到|考察|查看|调研|走进|参观|前往|听取)|实地(?:考察|查看|察看|走访|调研)|听取[^。；]{0,40}(?:汇报|介绍)|参观考察|先后(?:来到|深入|前往)',
    '邀请[^，。；]{0,30}授课|进行(?:了)?(?:授课|讲解|面对面交流|交流发言|座谈)|系统解读|交流发言|观看(?:了)?[^，。；]{0,15}片|发放[^，。；]{0,12}(?:宣传|资料|手册)|悬挂[^，。；]{0,6}(?:横幅|标语)|汇报了|传达(?:学习)?了|表态发言|合影',
    '(?:详细|仔细|细心|认真)(?:了解|询问|听取|倾听|察看)',
  ].join('|'),
)
const outcome =
  /(?:会议|会上|当场|现场|研究|党委会)[^，。；]{0,10}(?:决定|议定|确定|明确由|协调解决|解决了)|决定|议定|发现[^，。；]{0,20}(?:问题|隐患|不足)|立案|查处|责令|整改完成|办结|修复|恢复|达成[^，。；]{0,8}(?:协议|意向)|签订|提出[^，。；]{0,10}(?:\d|[二三四五六七八九十])(?:条|项)|(?:下降|增长|增加|减少|提高|降低)(?:了)?\d|存在[^，。；]{0,14}(?:问题|不足)|建议，/
const attendance =
  /(?:人|名|家|个|位)[^，。；]{0,10}(?:参加|参训|参会|出席)|参加[^，。；]{0,10}\d|发放|派发|\d(?:余|多)?(?:份|册|人次)|授课|公司机关/

const { scan, bit } = createGate({ event, outcome, attendance })

/** `isCounted`: the sentence gives an amount, for callers that know. */
export function chronicleMarks(text: string, isCounted = hasFigure(text)): ChronicleMarks {
  const cues = scan(text)
  const isEvent = (cues & bit.event) !== 0 && event.test(text)
  const isAttended = (cues & bit.attendance) !== 0 && attendance.test(text)
  return {
    opener: opener.test(text),
    event: isEvent,
    outcome: (isCounted && !isEvent && !isAttended) || ((cues & bit.outcome) !== 0 && outcome.test(text)),
    dated: dated.test(text),
    length: text.length,
  }
}

/** What the sentences of one block add up to. */
export interface ChronicleCounts {
  readonly sentences: number
  readonly openers: number
  readonly events: number
  readonly outcomes: number
  readonly told: number
  /** Dated lines without an outcome: six of them stay a calendar however much praise is wrapped around them. */
  readonly lines: number
}

export function countMarks(marks: readonly ChronicleMarks[]): ChronicleCounts {
  const count = (is: (mark: ChronicleMarks) => boolean) => marks.filter(is).length
  return {
    sentences: marks.length,
    openers: count(mark => mark.opener),
    events: count(mark => mark.event),
    outcomes: count(mark => mark.outcome),
    told: count(mark => mark.opener || mark.event),
    lines: count(mark => mark.dated && mark.event && !mark.outcome),
  }
}

const fewestSentences = 3
/** So many dated lines without an outcome make a log by themselves. */
const calendar = 4

/**
 * A report is a log when most of its sentences tell of proceedings and hardly one of an outcome. Headings, titles and
 * signatures are not passed in.
 */
export function chronicleOf(counts: Iterable<ChronicleCounts>): Chronicle {
  let [sentences, openers, events, outcomes, told, lines] = [0, 0, 0, 0, 0, 0]
  for (const each of counts) {
    sentences += each.sentences
    openers += each.openers
    events += each.events
    outcomes += each.outcomes
    told += each.told
    lines += each.lines
  }
  const isChronicle =
    sentences >= fewestSentences &&
    events >= 2 &&
    (told / sentences >= 0.5 || lines >= calendar) &&
    outcomes <= Math.max(1, Math.floor(sentences / 8)) &&
    events > outcomes
  return { isChronicle, sentences, openers, events, outcomes }
}
