// GENERATED from server/knowledge/roles.yaml. Do not edit: change the YAML and run `npm run generate`.
// 一段话起什么作用：问题、原因、措施

import type { Cue } from './cue'

/** 标题里说问题的词 */
export const problemTitle: Cue = {"id":"roles.problem-title","source":"问题|不足|短板|弱项|困难|差距|堵点|难点|痛点|薄弱|制约|瓶颈|挑战|隐患|漏洞|矛盾|弊端|弊病|症状|难题|缺陷|误区|困境|风险点|不容忽视|没(?:有)?(?:完成|办好|做到|落实|解决)|未(?:完成|落实|办结|解决)|(?:主要|突出|具体|集中|现实)表现"}

/** 标题里说打算、建议、措施的词 */
export const aheadTitle: Cue = {"id":"roles.ahead-title","source":"对策|建议|打算|下一步|下步|下一阶段|下阶段|今后|努力方向|下半年|明年|后续|请求|需要?(?:上级)?(?:解决|支持|协调)|(?<!有|较大|明显|很大|不断)改进(?!成效)|工作思路|(?:工作|下一步|今后|后续|\\d{4}年|阶段|近期|下周|下月)的?(?:安排|计划|部署)|^(?:计划|安排|思路)$|路径|怎么办|怎么干|如何|重点任务|主要任务|工作任务|重点工作|工作重点|工作目标|整改措施|整改方案|工作要求|几点意见|几点要求"}

/** 段首说下面讲打算和建议 */
export const measureLead: Cue = {"id":"roles.measure-lead","source":"^(?:对此|为此|针对[^，。；]{2,24}|根据[^，。；]{2,20}|对以上[^，。；]{2,8})，[^。；：]{0,30}(?:将|拟|建议|要|计划|打算|准备|重点|应)|^为[^，。；]{2,24}，[^，。；：]{0,8}(?:拟|建议|计划|打算)|^(?:下一步|下步|今后|接下来|下一阶段|下阶段|后续)(?:[，：]|工作|打算|安排|措施|计划|我|将|，?拟)|^(?:下半年|明年|新的一年|今年|\\d{4}年|二季度|三季度|四季度|下季度)，[^。；：]{0,20}(?:将|要|拟|计划)|^(?:整改|工作|主要|具体)?(?:措施|对策|建议|打算|意见建议|对策建议|整改措施)(?:如下|是)?[：，]|^(?:为此|对此|因此)?，?(?:特|现)?(?:提出[^，。；]{0,12})?建议(?:如下)?[：，]|^建议"}

/** 原因、症结：说原因的名词 */
export const causeNoun: Cue = {"id":"roles.cause-noun","source":"原因|成因|症结|根源","plain":true}

/** 造成……的主要原因：原因前面的词 */
export const beforeCause: Cue = {"id":"roles.before-cause","source":"主要|产生|造成|存在|深层次?|分析|问题|上述|究其|这些"}

/** 问题出在、究其原因、经分析：段首说下面讲原因的别的说法 */
export const causeOpening: Cue = {"id":"roles.cause-opening","source":"^[^。；：，]{0,24}问题(?:主要|就|都|还是)?(?:出|卡|堵)在[^。；：，]{0,10}[。：]|^究其原因|^经(?:分析|调查|核查)[^，。]{0,8}，?(?:主要)?原因"}

/** 存在、面临、发现：说有问题的动词 */
export const thereIs: Cue = {"id":"roles.there-is","source":"暴露出|反映出|存在|面临|发现|还有|仍有|主要|有","plain":true}

/** 问题、短板、堵点：说问题的名词 */
export const problemNoun: Cue = {"id":"roles.problem-noun","source":"薄弱环节|问题|不足|困难|短板|差距|难点|堵点|隐患|现象","plain":true}

/** 主要问题：、检查中发现：、问题主要有三：段首说下面讲问题的别的说法 */
export const problemOpening: Cue = {"id":"roles.problem-opening","source":"^(?:存在(?:的)?|主要|突出)?(?:问题|不足|困难|短板)(?:之处|和不足|与不足|和困难|[及与]?分析)?[：，]|^[^。；：，]{0,20}(?:检查|督查|抽查|暗访|排查|核查|自查|巡查|调查|走访)(?:中|组)?(?:还|共|中)?发现(?:：|，(?=一是|1))|^[^。；：]{0,40}(?:问题|困难|难处|不足|短板)(?:主要|大致|突出|集中)?(?:有|在|是|卡在)[一二三四五六七八九两几][^。；：]{0,4}[：。]"}

/** 问题主要是、如下、以下几个：问题后面引出下文的话 */
export const problemTold: Cue = {"id":"roles.problem-told","source":"，?(?:主要|集中|突出|具体)?(?:是|有|为|表现|体现|反映)[^。；：，]{0,8}|[^。；：，]{0,6}如下|[^。；：，]{0,6}以下[^。；：，]{0,8}|有[^。；：，]{0,8}"}

/** 冒号，或逗号后面“一是、首先”：下面一条一条讲 */
export const listBegins: Cue = {"id":"roles.list-begins","source":"：|，(?=一是|一方面|首先|1|第一)|(?=一是|（1）|①)"}

/** All of them, in the order of the file. */
export const cues: readonly Cue[] = [
  problemTitle,
  aheadTitle,
  measureLead,
  causeNoun,
  beforeCause,
  causeOpening,
  thereIs,
  problemNoun,
  problemOpening,
  problemTold,
  listBegins,
]
