// Is something said to be so, or is it wished, planned, demanded, supposed, quoted, defined? Only the first is a claim.

import type { Span } from '../../types'
import { createGate } from '../gate'
import { createMadeOf } from '../madeOf'
import type { Candidate } from './scan'

const stops = '，。；：！？、（）“”‘’…—\n 　'

/** No sentence that is read by a human is longer; what has no end is not read again and again from its beginning. */
export const farthest = 400

/** Start of the clause around `at`, not before `from` and not farther away than `farthest`. */
export function clauseStart(text: string, from: number, at: number): number {
  const least = Math.max(from, at - farthest)
  let start = at
  while (start > least && !stops.includes(text[start - 1]!)) start--
  return start
}

/** Words that may stand before a predicate without being its subject. */
const noSubject = createMadeOf(
  `
  一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 也 并且 并 且 还 都 均 更 又 而且 而 但是 但 从而 进而 使之 同时 因此 因而 切实 着力 大力 努力 积极 认真 深入 扎实 有效 有力 继续 进一步 不断 持续 全面 加快 呈 呈现 保持 实现 仍 仍然 依然 正
  已 已经 的 地 得 就 才 便 在 较 较为 比较 相对 日益 日趋 普遍 始终 一直 确实 的确 实在 依旧 尤其 尤其是 特别 特别是 却 反而 以 来 用以 总体 整体 基本 逐步`
    .trim()
    .split(/\s+/),
)

/** A verb that turns the rest of the clause into what is to be brought about: 推动产业持续发展. */
const causative =
  /^(?:[一二三四五六七八九十]是|也|并|且|还|而|切实|着力|大力|努力|积极|有效|有力|继续|进一步|不断|持续|全面|更好地?|最大限度地?|坚决)*(?:(?:促进|推动|推进|带动|助力|助推|拉动|保障|保证|确保|力促|促使|引导|激励|维护|防止|避免|加快|实现|力求|力争|支持|鼓励|稳定|遏制|扭转|把|争取|围绕|针对|按照|根据|为|以|对|满足|适应|应对|坚持|突出|聚焦|保持)(?!了).)/

/** 带动增收效果显著: the claim brings its own subject. */
const ownSubject = /^(?:成效|效果|成绩|成果|业绩|效益|进展|反响|运行|作用|优势|效应|影响)/

const demand =
  /(?:强调|指示|希望|勉励|嘱咐|叮嘱|号召|倡议|呼吁|批示|寄语|提了?[一二三四五六七八两]点要求|(?:会议|会上|书记|[县镇乡市区局省厅院校]长|主任|主席|领导|同志|[他她]|部门|委员会?|政府|[局厅办委所站]|通知|文件|意见|《[^》]{2,30}》)[^，。；：、]{0,6}要求(?!的|下)|(?:^|[，；：])要求)/
const plan =
  /(?<![主重简摘紧首概纲纪提扼机])要(?![素求点闻件领塞害]|么|道)|将(?=进一步|继续|不断|持续|大力|会|于|在|达|实现|有|更|全面|加|对|以|按|通过|从|为|切实|着力|积极|坚持|深入|认真|组织|开展|采取|是|使|力|紧|围绕|逐步|大幅|显著|明显|有效|极大|面临|超过|成为|推|促|提|增|降|扩|重点|适时|尽快|严格|依法|督促|视|结合|强化|优|建|完成|保持|迎)|(?<![反相响适供效对回呼顺感一])应(?=当|该|予|按|由|以|从|在|把|将|继续|进一步|加|尽快|努力|着力|重点|积极|充分|认真|严格|建|制|明确|是|为|对|根据|结合)|必须|务必|需要|还需|仍需|亟需|急需|须|有望|预计|预期|预测|或将|势必|必将|以便|以期|旨在|意在|便于|有利于|有助于|有待|亟待|尚待|力争|争取(?!上级|各级|政策|资金|项目|专项|中央|[省市县][级委里]|各方|社会|多方|[到了])|力求|(?<!着)力促|确保|务求|努力(?=实现|使|做到|把|让|推动|形成|打造|构建|提高|提升)|计划(?=到|于|在|用|将|完成|新|投|年|20)|拟(?=于|在|对|将|建|投|用)|目标(?:任务)?(?:是|为|：)|是否|如何|怎样|为什么|何以|怎么|通过[^，。；]{2,20}来/g
/** Possible, not done; says nothing about the clauses behind it. */
const possible =
  /可以|可(?=望|使|达|有效|大幅|显著|提|减少|降低|增加|节|能)|能够|能(?=使|有效|大幅|显著|极大|让)|会(?=使|导致|造成|进一步|更|大幅)|一定能|就能|才能/
const supposed =
  /如果|假如|倘若|倘|一旦|若(?!干)|只有|只要|除非|无论|不论|不管|即使|即便|哪怕|凡是?|每当|否则|万一/
const denied =
  /(?:没有|未能|未|尚未|并未|没能|难以|无法|不能|不会|不可能|并非|并不|不是|谈不上|未必|缺乏|(?<!的)(?:影响|制约|阻碍)|不利于|不够|不太|不很|不甚|不|(?:不[宜得应准可])[^，。；]{0,2})$/
const definition = /是指|所谓|指的是|系指|定义为|第[一二三四五六七八九十百零\d]{1,4}条/

/** Which of them a sentence may hold at all. */
const gate = createGate({ plan, demand, supposed, definition, possible })
const mark = gate.bit

const done = /已|了|截至|目前|累计/
const purpose = /^(?:为(?!止|此|主|期|数)|为了|以便?(?=提|增|促|推|改|保|实|确))/
const judges = /(?:给予|予以|作出|认定为|评为|列为|分为|属于|定为)$/

/** 于九时, 10时5分许: what has its hour is an event of the day. */
const byTheClock =
  /(?:\d{1,2}|[一二三四五六七八九十]{1,3})[时点](?:(?:\d{1,2}|[零〇一二三四五六七八九十]{1,3})分|半|整)?(?:许|左右|前后)?(?:已经?|被|得到|基本|完全|全部)*$/
const status =
  /(?:火势|火灾|大火|明火|山火|险情|火情|疫情|灾情|伤情|病情|水位|事态|局势|现场)(?:已经?|基本|目前)*$/

/** A sentence as the readings below need it; made once for all candidates in it. */
export interface SentenceReading {
  readonly start: number
  readonly end: number
  readonly marks: number
  /** Says of itself that it is over (已, 了): it may report even among plans. */
  readonly reported: boolean
  /** A question, a definition, an article of law. */
  readonly stating: boolean
}

export function readSentence(text: string, { start, end }: Span): SentenceReading {
  const marks = gate.scan(text, start, end)
  const last = text[end - 1]
  const sentence = text.slice(start, end)
  return {
    start,
    end,
    marks,
    reported: done.test(sentence),
    stating: last !== '？' && last !== '?' && !(marks & mark.definition && definition.test(sentence)),
  }
}

/** Does the candidate assert a fact? */
export function isAsserted(text: string, sentence: SentenceReading, candidate: Candidate): boolean {
  const { start, end, by: pattern } = candidate
  const { marks } = sentence
  if (!sentence.stating || text[end] === '的') return false
  const prefix = text.slice(clauseStart(text, sentence.start, start), start)
  if (pattern.is === 'change' && prefix.endsWith('的')) return false
  if (pattern.subject && noSubject(prefix)) return false
  if (!pattern.completed && pattern.is !== 'degree' && causative.test(prefix))
    if (!ownSubject.test(text.slice(start, start + 2))) return false
  if (denied.test(prefix) || (marks & mark.possible && possible.test(prefix)) || judges.test(prefix))
    return false
  if (purpose.test(prefix)) return false
  // 火势已得到初步控制 tells how things stand, not what was achieved.
  if (
    pattern.is === 'result' &&
    (byTheClock.test(prefix) ||
      (status.test(prefix) && /(?:初步|基本)(?:的)?控制/.test(text.slice(start, end))))
  )
    return false
  return isStated(text, sentence, start, text.slice(start, end))
}

/** Is what stands at `start` told as it is: not quoted, supposed, demanded or planned? */
export function isStated(text: string, sentence: SentenceReading, start: number, claim: string): boolean {
  const { marks } = sentence
  const before = text.slice(Math.max(sentence.start, start - farthest), start)
  if (isQuoted(before)) return false
  if (marks & mark.supposed && supposed.test(before)) return false
  if (marks & mark.demand && demand.test(before)) return false
  return !(marks & mark.plan && isPlanned(before, claim))
}

/** 要登录的平台很多: what has to be done only tells which platforms are meant. */
const attributive = /^(?![使让把将有对从在以为更不])[^，。；：的更]{1,6}的[^，。；：的]{1,8}$/

/** A plan, unless what stands between the word of planning and the claim is said to be done. */
function isPlanned(before: string, claim: string): boolean {
  let last = -1
  plan.lastIndex = 0
  while (plan.test(before)) last = plan.lastIndex
  if (last < 0) return false
  const between = before.slice(last)
  if (done.test(between) || attributive.test(between)) return false
  // 要……，提高了……: completed in the claim itself, and in another clause than the plan.
  return !(claim.includes('了') && /[，；]/.test(between))
}

/** Inside “…” that opened in this sentence: somebody else's words or a name. */
function isQuoted(before: string): boolean {
  return (
    before.lastIndexOf('“') > before.lastIndexOf('”') || before.lastIndexOf('《') > before.lastIndexOf('》')
  )
}

const planLead =
  /^(?:[一二三四五六七八九十]是|（?[一二三四五六七八九十]）|同时，|\s)*(?:下一?步|下一?阶段|今后|接下来|新的一年|明年|下半年|下季度|为此，|对此，|建议)/
const planTopic = /^[^，。；]{0,16}(?:总体要求|目标(?:任务)?)(?:是|为)/

const opening = createGate({ planLead, planTopic })

/** The sentence at `start` says that what follows in the paragraph is about things to come. */
export function opensPlan(text: string, start: number): boolean {
  const cues = opening.scan(text, start, Math.min(start + 40, text.length))
  if (cues & opening.bit.planLead && planLead.test(text.slice(start, start + 40))) return true
  return (cues & opening.bit.planTopic) !== 0 && planTopic.test(text.slice(start, start + 24))
}
