// Is something said to be so, or is it wished, planned, demanded, supposed, quoted, defined? Only the first is a claim.

import { expressionOf, wordsOf } from '../../knowledge/cue'
import { legalForm } from '../../knowledge/law.generated'
import {
  basis as basisLead,
  causative as causativeLead,
  demanded,
  denied as deniedBefore,
  noSubject as noSubjectWord,
  planned,
  possible as possiblyDone,
  supposed as supposedly,
} from '../../knowledge/stance.generated'
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
const noSubject = createMadeOf([...wordsOf(noSubjectWord)])

/** A verb that turns the rest of the clause into what is to be brought about: 推动产业持续发展. */
const causative = expressionOf(causativeLead)

/** 带动增收效果显著: the claim brings its own subject. */
const ownSubject = /^(?:成效|效果|成绩|成果|业绩|效益|进展|反响|运行|作用|优势|效应|影响)/

const demand = expressionOf(demanded)
const basis = new RegExp(`^(?:${basisLead.source}).*要求$`)
const plan = expressionOf(planned, 'g')
/** Possible, not done; says nothing about the clauses behind it. */
const possible = expressionOf(possiblyDone)
const supposed = expressionOf(supposedly)
const denied = expressionOf(deniedBefore)
const definition = new RegExp(
  `是指|所谓|指的是|系指|定义为|第[一二三四五六七八九十百零\\d]{1,4}条|${legalForm.source}`,
)

/** Which of them a sentence may hold at all. */
const gate = createGate({ plan, demand, supposed, definition, possible })
const mark = gate.bit

const done = /已|了|截至|目前|累计/
const purpose = /^(?:为(?!止|此|主|期|数)|为了|以便?(?=提|增|促|推|改|保|实|确))/
/** 主要原因是村医用量小: a cause explains; what it explains owes the figure. */
const cause = /原因(?:是|在于)[^，。；]{0,12}$/
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

/** 规模大、带动性强的项目: says which projects are meant. */
const attributiveList = /^(?:、[^，。；：！？、的]{1,12}){1,4}的/
const farthestList = 60

/** Does the candidate assert a fact? */
export function isAsserted(text: string, sentence: SentenceReading, candidate: Candidate): boolean {
  const { start, end, by: pattern } = candidate
  const { marks } = sentence
  if (!sentence.stating || text[end] === '的' || attributiveList.test(text.slice(end, end + farthestList)))
    return false
  const prefix = text.slice(clauseStart(text, sentence.start, start), start)
  if (pattern.is === 'change' && prefix.endsWith('的')) return false
  if (pattern.subject && noSubject(prefix)) return false
  if (!pattern.completed && pattern.is !== 'degree' && causative.test(prefix))
    if (!ownSubject.test(text.slice(start, start + 2))) return false
  if (denied.test(prefix) || (marks & mark.possible && possible.test(prefix)) || judges.test(prefix))
    return false
  if (purpose.test(prefix)) return false
  if (pattern.is === 'degree' && cause.test(prefix)) return false
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
  if (marks & mark.demand && demand.test(withoutBasis(before))) return false
  return !(marks & mark.plan && isPlanned(before, claim))
}

/** Without 按照……要求，, which says on what ground something was done, not what is demanded. */
function withoutBasis(before: string): string {
  if (!before.includes('要求，')) return before
  return before
    .split('，')
    .filter(clause => !basis.test(clause))
    .join('，')
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
