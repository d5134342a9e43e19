// Where the words around a phrase make it the matter that is spoken of, not what the writer says was done or will be.

import * as chronicleWords from '../../knowledge/chronicle.generated'
import { expressionOf } from '../../knowledge/cue'
import type { ClassId } from '../../lexicon/types'
import type { Span } from '../../types'
import { endOfClause, startOfClause, startOfSentencePart } from './clause'

/** 提案反映的主要内容有：…… names subjects; 整治内容 and 工作内容 would be the writer's own work. */
export const matterLead = new RegExp(
  `(?:${chronicleWords.matterSource.source})[^，。；：]{0,10}(?:${chronicleWords.matterTopic.source})[^，。；：]{0,4}(?:有|是|为|包括|包含|涉及|涵盖)(：)?`,
  'g',
)
/** What comes of the matter is told again by the writer. */
const turnsToResult = /^(?:使|让|从而|有效|切实|有力|受到|得到|取得|并|同时|进一步)/
export const matterTail = /^[^，。；：]{0,40}等[^，。；：、]{0,8}(?:议题|话题|主题|专题|课题|课程|选题|内容)/
const within = /^的?(?:(?:过程|进程|实践|征程)?中|背景下|形势下|条件下|基础上|的同时|同时，|之际)/
export const sanction =
  /^(?:、[^，。；]{0,16})?(?:的[^，。；]{0,14}|的，(?:一律|坚决|严肃|依法|依规|将|予以|进行|及时)*)(?:通报|问责|约谈|追责|追究|处分|处罚|曝光|扣分|一票否决|严肃处理|取消)/
const sanctioned = /(?:对|凡|因|将)[^，。；：]{0,20}$/
const faults: ReadonlySet<ClassId> = new Set(['N', 'O'])

/** 在全面推进乡村振兴中: named, not claimed or promised. */
export function isWithin(text: string, { start, end }: Span): boolean {
  return text[start - 1] === '在' && within.test(tailOf(text, end))
}

/** 围绕落实责任、强化监管等议题 */
export function isMatterOfList(text: string, { start, end }: Span): boolean {
  const tail = tailOf(text, end)
  return (tail.includes('、') || text[start - 1] === '、') && matterTail.test(tail)
}

/** 对落实不力的予以通报 */
export function isSanctioned(classId: ClassId, text: string, { start, end }: Span): boolean {
  return faults.has(classId) && sanctioned.test(partBefore(text, start)) && sanction.test(tailOf(text, end))
}

const tailOf = (text: string, end: number) => text.slice(end, end + 80)
const partBefore = (text: string, start: number) => text.slice(startOfSentencePart(text, start), start)

/** 提案反映的主要内容有落实责任、强化监管 */
export function isListedMatter(text: string, { start }: Span): boolean {
  const before = partBefore(text, start)
  let lead: RegExpExecArray | null = null
  matterLead.lastIndex = 0
  for (let hit = matterLead.exec(before); hit; hit = matterLead.exec(before)) lead = hit
  if (!lead) return false
  const listed = before.slice(lead.index + lead[0].length)
  // A colon opens a list that may run over commas; without one the matter ends with its clause.
  if (!lead[1] && listed.includes('，')) return false
  return !turnsToResult.test(text.slice(startOfClause(text, start)))
}

const generalWords = '措施|制度|机制|任务|工作|活动|服务|政策|要求|项目'.split('|')
const general = new RegExp(`(?:${generalWords.join('|')})$`)
const spelledOut = new Map(
  generalWords.map(noun => [noun, new RegExp(`[^，、]{2,}、[^，、]{2,}、[^，、]{2,}等[^，、]{0,4}${noun}`)]),
)

/** 落实各项戒毒措施，依法落实强制隔离、社区康复、药物维持等措施: the general word is spelled out at once. */
export function isSpelledOut(classId: ClassId, text: string, span: Span): boolean {
  if (classId !== 'F') return false
  const noun = general.exec(text.slice(span.start, span.end))?.[0]
  if (!noun) return false
  const tail = text.slice(span.end, span.end + 120)
  const stop = tail.search(/[。；]/)
  const near = stop < 0 ? tail : tail.slice(0, stop)
  return spelledOut.get(noun)!.test(near)
}

const body = '(?:[国省市县区州]|部|委|[局厅署院]|政府|组织|银行|协会|学会|总工会|大学|机构)'
/** Somebody with a name said so, and it can be looked up. */
export const acclaim = new RegExp(
  `(?:受到|获得?|荣获|被|经)(?:了)?[^，。；]{0,12}${body}[^，。；]{0,10}(?:表彰|通报表扬|授予|评为|命名|称号|[一二三]等奖|推广)`,
)
const ofWork = /^(?:工作)?(?:成绩|成效|业绩|表现)/

/** 成绩显著，受到省政府表彰: the praise is somebody else's, with a name. */
export function isAcclaimed(classId: ClassId, text: string, span: Span): boolean {
  if (classId !== 'D' || !ofWork.test(text.slice(span.start, span.end))) return false
  const stop = endOfClause(text, endOfClause(text, span.end) + 1)
  return acclaim.test(text.slice(span.end, stop))
}

export const grade = expressionOf(chronicleWords.grade)

/** 水质明显提升，经检测达到Ⅲ类: a grade of a standard says how good, as a figure would. */
export function isGraded(classId: ClassId, text: string, span: Span): boolean {
  if (classId !== 'D') return false
  const stop = endOfClause(text, endOfClause(text, endOfClause(text, span.end) + 1) + 1)
  return grade.test(text.slice(span.end, stop))
}

const guidance =
  /^(?:[^，。；]{0,12}：)?(?:坚持|高举)?以[^，。；]{2,40}(?:思想|理论|精神|发展观)[^，。；]{0,10}为(?:指导|统领|引领)/

/** The sentence of guidance that a notice or a plan opens with by rule; what units are told to do is another sentence. */
export function isGuidance(text: string): boolean {
  return text.includes('以') && guidance.test(text)
}
