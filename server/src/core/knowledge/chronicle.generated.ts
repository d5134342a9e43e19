// GENERATED from server/knowledge/chronicle.yaml. Do not edit: change the YAML and run `npm run generate`.
// 流水账的写法，和写出来的结果

import type { Cue } from './cue'

/** 几月几日、会上、随后：流水账的段首：其中的用词 */
export const openerWord: Cue = {"id":"chronicle.opener-word","source":"(?:\\d{4}年)?\\d{1,2}月\\d{1,2}[日号]|近日|日前|昨[日天]|今[日天]|当[日天]|上午|下午|连日来|近期|会上|会议(?:还|最后|首先)?[指强要认听传]|会后|会议由|座谈会上|培训(?:中|由|会上|邀请|期间)|活动(?:中|现场|期间|当天|结束)|现场，|期间，|随后|接着|紧接着|首先|其次|之后|最后|此次|本次|通过此次|[^，。]{1,8}一行|针对下一步"}

/** 几月几日、会上、随后：流水账的段首 */
export const opener: Cue = {"id":"chronicle.opener","source":"^[\\s　]{0,12}(?:(?:\\d{4}年)?\\d{1,2}月\\d{1,2}[日号]|近日|日前|昨[日天]|今[日天]|当[日天]|上午|下午|连日来|近期|会上|会议(?:还|最后|首先)?[指强要认听传]|会后|会议由|座谈会上|培训(?:中|由|会上|邀请|期间)|活动(?:中|现场|期间|当天|结束)|现场，|期间，|随后|接着|紧接着|首先|其次|之后|最后|此次|本次|通过此次|[^，。]{1,8}一行|针对下一步)"}

/** 决定、查处、办结：说了结果 */
export const outcome: Cue = {"id":"chronicle.outcome","source":"(?:会议|会上|当场|现场|研究|党委会)[^，。；]{0,10}(?:决定|议定|确定|明确由|协调解决|解决了)|决定|议定|发现[^，。；]{0,20}(?:问题|隐患|不足)|立案|查处|责令|整改完成|办结|修复|恢复|达成[^，。；]{0,8}(?:协议|意向)|签订|提出[^，。；]{0,10}(?:\\d|[二三四五六七八九十])(?:条|项)|(?:下降|增长|增加|减少|提高|降低)(?:了)?\\d|存在[^，。；]{0,14}(?:问题|不足)|建议，"}

/** 达到Ⅱ类、验收合格：有标准可查 */
export const grade: Cue = {"id":"chronicle.grade","source":"达到(?:了)?[^，。；]{0,14}(?:[ⅠⅡⅢⅣⅤⅰⅱⅲⅳⅴ一二三四五]类|[一二三甲A]级)|达到(?:了)?[^，。；]{0,6}(?:国家|省级?|行业)[^，。；]{1,12}标准|(?:检测|监测|验收|评估)[^，。；]{0,6}(?:合格|达标|通过)"}

/** 提案、来信、讲座：里面的内容不是本单位做的事 */
export const matterSource: Cue = {"id":"chronicle.matter-source","source":"提案|议案|建议|来信|来访|来电|诉求|信件|工单|留言|发言|授课|课程|培训|宣讲|讨论|座谈|讲座|文章|论文|征文|调研","plain":true}

/** 内容、议题、选题：说的是题目 */
export const matterTopic: Cue = {"id":"chronicle.matter-topic","source":"内容|议题|主题|专题|选题|题目|话题","plain":true}

/** All of them, in the order of the file. */
export const cues: readonly Cue[] = [
  openerWord,
  opener,
  outcome,
  grade,
  matterSource,
  matterTopic,
]
