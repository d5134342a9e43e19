// The elements (要素) that a report of each kind owes its reader, and which of them a block gives.

import type { FrontMatterKey } from '../../document/head'
import type { DocumentView, Fact } from '../../engine/rule'
import { expressionOf } from '../../knowledge/cue'
import * as elementsWords from '../../knowledge/elements.generated'
import type { KindId, Stage } from '../../report/kinds'
import type { Bilingual } from '../../types'
import { asOf } from './asOf'

export interface Element {
  readonly name: Bilingual
  /** How a writer gives it. */
  readonly add: string
  /** Any of these words in the draft gives it; “正在核实” and “无人员伤亡” count. */
  readonly given: RegExp
  /** An entry of the front matter that gives it. */
  readonly key?: FrontMatterKey
  /** What to type where it is missing, with tab stops. */
  readonly skeleton: string
  /** Without it a first report must not leave the house. */
  readonly vital?: boolean
}

/** All elements of one kind, read block by block: bit n is element n. */
export interface ElementList {
  readonly elements: readonly Element[]
  readonly fact: Fact<number>
}

const list = (id: string, elements: readonly Element[]): ElementList => ({
  elements,
  fact: {
    id: `elements-${id}`,
    read({ context, text, source }) {
      const words = context.type === 'table' ? source : text
      if (words === '') return 0
      let found = 0
      elements.forEach((element, bit) => {
        if (element.given.test(words)) found |= 1 << bit
      })
      return found
    },
  },
})

const numeral = '[\\d一二三四五六七八九十百两]{1,9}'
const hurt = '(?:死亡|遇难|身亡|溺亡|受伤|重伤|轻伤|失联|失踪|被困|受困|送医|罹难)'
const casualties = new RegExp(
  `${hurt}[^，。；]{0,6}?${numeral}[余多]?(?:人|名|位)?|${numeral}[余多]?(?:人|名|位)[^，。；]{0,10}?${hurt}|(?:无|未造成|没有|暂无|未发现|未接到|未出现)[^，。；]{0,10}(?:伤亡|被困|失联|受伤|死亡)|伤亡[^，。；]{0,12}(?:核实|统计|排查|不明|不详|待查|为零)|(?:被困|失联)[^，。；]{0,10}(?:核实|搜救|排查)|(?:受灾|受冻|受旱|成灾|绝收|减产)(?:面积)?[^，。；]{0,6}\\d[^，。；]{0,6}亩|\\d亩[^，。；]{0,6}(?:受灾|受冻|受旱|绝收|减产|病虫害)|病虫害[^，。；]{0,20}\\d[^，。；]{0,6}亩`,
)
const clock = /(?:\d{1,2}|[零一二三四五六七八九十]{1,3})[时点](?![候间期装段下代])|\d{1,2}[:：]\d{2}/
const finePlace = expressionOf(elementsWords.finePlace)
const longestDate =
  /\d{1,2}月\d{1,2}日|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|\d{4}[-./]\d{1,2}[-./]\d{1,2}/

const first = list('first', [
  {
    name: ['事发时间', 'time of the event'],
    add: '事发时间写到分（×月×日×时×分）',
    given: clock,
    key: '事发时间',
    skeleton: '事发时间：${月}月${日}日${时}时${分}分。',
    vital: true,
  },
  {
    name: ['接报时间', 'time of the notice'],
    add: '接报时间（24小时制）',
    given: /接报|接警|接到|接[^，。]{0,10}(?:报告|来电|电话|报警)|获悉|获知/,
    key: '接报时间',
    skeleton: '接报时间：${月}月${日}日${时}时${分}分。',
  },
  {
    name: ['信息来源', 'source'],
    add: '谁报来的（群众报警、网格员、值班电话）',
    given: expressionOf(elementsWords.source),
    skeleton: '信息来源：${群众报警／网格员报告}。',
  },
  {
    name: ['地点', 'place'],
    add: '地点写到村组或路段',
    given: finePlace,
    skeleton: '地点：${县}${镇}${村组或路段}。',
  },
  {
    name: ['伤亡情况', 'casualties'],
    add: '死亡、受伤、失联、被困各多少人；没有写“无人员伤亡”，不明写“正在核实”',
    given: casualties,
    skeleton: '伤亡情况：${无人员伤亡／死亡×人、受伤×人、失联×人／正在核实}。',
    vital: true,
  },
  {
    name: ['原因', 'cause'],
    add: '初判原因，不明写“原因正在调查”',
    given: expressionOf(elementsWords.cause),
    skeleton: '原因：${初步判断／正在调查}。',
  },
  {
    name: ['处置措施', 'measures taken'],
    add: '谁什么时间到场、采取了什么措施',
    given:
      /赶赴|赶到|到达|抵达|到场|出动|调集|救援|抢险|抢修|抢救|搜救|扑救|处置|封控|封闭|警戒|转移|疏散|安置|送医|救治|救灾|启动[^，。]{0,16}(?:预案|响应)|设置警示|工作组|防治/,
    skeleton: '处置：${单位}${人数}人于${时}时${分}分到场，${措施}。',
  },
  {
    name: ['发展趋势', 'outlook'],
    add: '险情会不会扩大、是否受控',
    given:
      /趋势|态势|势头|蔓延|扩大|可控|控制|扑灭|次生|火势|明火|水位|回落|上涨|稳定|平稳|恢复|险情|影响范围|受影响|不排除|余震|风险|隐患|抢通|中断|滞留/,
    skeleton: '趋势：${险情已受控／可能扩大}。',
  },
  {
    name: ['现场负责人和电话', 'person on the spot'],
    add: '现场负责人姓名、职务、电话',
    given:
      /(?:负责人|指挥[长员]|总指挥|联系人|值班(?:领导|人员|员))|电话[：:]?\d|1[3-9]\d{9}|\d{3,4}-\d{7,8}/,
    key: '联系电话',
    skeleton: '现场负责人：${姓名}（${职务}），电话${电话}。',
  },
  {
    name: ['续报说明', 'announcement of follow-up'],
    add: '写明“后续情况将及时续报”',
    given:
      /续报|后续[^。]{0,14}(?:报|告)|随时[^。，]{0,4}报|继续(?:上|跟踪)?[^。，]{0,4}报|进一步情况|将(?:及时|继续|随时)[^。，]{0,8}报/,
    skeleton: '后续情况将及时续报。',
  },
])

const followUp = list('follow-up', [
  {
    name: ['截至时点', 'as of'],
    add: '截至×月×日×时×分',
    given: asOf,
    skeleton: '截至${月}月${日}日${时}时${分}分，${变化的数据}。',
  },
  {
    name: ['处置进展', 'progress'],
    add: '上次报告以来新做了什么、有什么变化',
    given: expressionOf(elementsWords.progress),
    skeleton: '进展：${上次报告以来的变化}。',
  },
])

const final = list('final', [
  {
    name: ['原因认定', 'cause as found'],
    add: '认定的或初步认定的原因',
    given: /原因|认定|起因|所致|引发/,
    skeleton: '原因：${认定的原因}。',
  },
  {
    name: ['最终损失', 'final loss'],
    add: '最终伤亡和直接经济损失',
    given: new RegExp(`损失|${casualties.source}`),
    skeleton: '损失：${伤亡}，直接经济损失${金额}万元。',
  },
  {
    name: ['处置过程', 'what was done'],
    add: '处置全过程和善后',
    given: /处置|救援|善后|安置|赔偿|恢复|抢修|理赔/,
    skeleton: '处置：${处置和善后}。',
  },
  {
    name: ['教训和整改', 'lessons'],
    add: '教训和整改措施',
    given: /教训|整改|防范|举一反三|问责|追责|排查|下一步/,
    skeleton: '教训和整改：${整改措施、责任单位、完成时限}。',
  },
])

const brief = list('brief', [
  {
    name: ['日期', 'date'],
    add: '写到日（×月×日）',
    given: longestDate,
    skeleton: '${月}月${日}日，',
  },
  {
    name: ['单位和地点', 'unit and place'],
    add: '哪个单位、在哪里',
    given: expressionOf(elementsWords.body),
    key: '单位',
    skeleton: '${单位}在${地点}',
  },
])

const opinion = list('opinion', [
  {
    name: ['首发平台和时间', 'first post'],
    add: '在哪个平台、几月几日几时首发',
    given:
      /微博|抖音|微信|快手|论坛|小红书|头条|贴吧|短视频|视频号|公众号|平台|朋友圈|网站|热线|留言板|发帖|发文/,
    skeleton: '${月}月${日}日${时}时，${平台}账号首发',
  },
  {
    name: ['传播量', 'spread'],
    add: '阅读、评论、转发各多少，截至什么时点',
    given: expressionOf(elementsWords.reach),
    skeleton: '截至${时}时，阅读${次数}次、评论${条数}条、转发${次数}次。',
  },
  {
    name: ['核查情况', 'verification'],
    add: '说法是否属实',
    given: /属实|不实|核实|核查|经查|查明|查证|谣言|真实性|调查/,
    skeleton: '经核查，${属实／部分属实／不实}。',
  },
  {
    name: ['处置回应', 'response'],
    add: '谁在什么时间怎样回应和处置',
    given: /回应|答复|回复|处置|处理|约谈|通报|发布|澄清|辟谣|整改|立案|沟通|解释/,
    skeleton: '处置：${单位}于${月}月${日}日${回应和处置}。',
  },
])

const survey = list('survey', [
  {
    name: ['调研时间', 'when'],
    add: '哪几天调研的',
    given: /\d{4}年|\d{1,2}月|近日|日前|今年|去年|上半年|季度|期间/,
    skeleton: '${月}月${日}日至${月}月${日}日，',
  },
  {
    name: ['调研方法', 'how'],
    add: '问卷、座谈、走访还是查阅资料',
    given: /问卷|座谈|走访|访谈|实地|抽样|抽查|查阅|入户|调查|调研|电话回访|统计|测算/,
    skeleton: '采取${问卷、座谈、走访}方式，',
  },
  {
    name: ['调研对象和样本数', 'sample'],
    add: '走访了几个村、问了多少人',
    given: new RegExp(`${numeral}[余多]?(?:份|户|人|名|位|家|个|次|场)`),
    skeleton: '走访${数量}个村、${数量}户，收回有效问卷${份数}份。',
  },
])

/** What a report of this kind owes; undefined when no list of elements is agreed upon. */
export function elementsOf(kind: KindId, stage: Stage | undefined): ElementList | undefined {
  if (kind === 'brief') return brief
  if (kind === 'opinion') return opinion
  if (kind === 'survey') return survey
  if (kind !== 'emergency') return undefined
  return stage === 'follow-up' ? followUp : stage === 'final' ? final : first
}

/** The elements that neither the text nor the front matter gives. */
export function missingElements(document: DocumentView, { elements, fact }: ElementList): Element[] {
  let found = 0
  for (let block = 0; block < document.blockCount; block++) found |= document.fact(fact, block)
  return elements.filter(
    ({ key }, bit) => !(found & (1 << bit)) && !(key && document.frontMatter?.entries.get(key)?.text),
  )
}
