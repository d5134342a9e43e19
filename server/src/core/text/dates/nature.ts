// Decides what a time expression is, before anything is computed: a duty, a plan, something done, a date of narrative.
// The order of the questions is the order of certainty; a duty is only what words around it say or its form leaves no
// doubt about, because an event that is called a promise costs more trust than a promise that is missed.

import { ending, opening } from '../edges'
import type { Cue } from './cues'
import { isClock, isEnd, isLimit } from './forms'
import { judgeLimit, judgePoint } from './naturePoint'
import { judgeChange, judgeClosing, judgeCondition, judgeDone } from './natureSettled'
import { judgeSpan } from './natureSpan'
import { bareAfter, reports } from './natureWords'
import { clauseAround, datedBefore, isOpen, type Nearest, nearestAfter, nearestBefore } from './nearby'
import type { RawTime } from './point'
import { type Surroundings, type Verdict, verdict } from './verdict'

const issued = /^(?:印发|发布|公布|通过|修订|修正|起施行|施行|实施|签发|下发)[^，。；）)]{0,6}[）)]/
const ratio = /^[^，。；\d]{1,8}(?:率|比例|占比)/
const attributive = opening(
  /^(?:的(?!话)|(?:发现|登记|报名|出生|入库|开工|办理|签订|形成|产生|发生|受理|建成|成立|参加|购买|取得|毕业|注册|备案|排查出|竣工|投产)[^，。；]{0,8}的)/,
)
/** 按照2026年底前清零的目标: what somebody else has set. */
const accordingTo = ending(/(?:按照|围绕|对照|根据|依据)$/)
const setFor = /^[^，。；]{1,10}的(?:目标|要求|部署|节点|时限|任务)/

/** 7月3日20时至4日8时，全县平均雨量46.5毫米 / 情况续报如下: a period that is reported on. */
const countedOver =
  /^[，,]?[^，。；\d]{0,10}(?:情况|雨量|降雨|降水|转移|受灾|接警|接报|过程|最大)(?![^，。；]{0,8}(?:演练|检查|排查))/

/** 物业今年5月承诺“两个月内装好”: another's words on another day, which nothing counts from here. */
function quotesOther(raw: RawTime, { previous, sentence, beforeZone, text }: Surroundings): boolean {
  return (
    raw.form === 'span' &&
    previous !== undefined &&
    previous.start >= sentence.start &&
    previous.form === 'point' &&
    /(?:承诺|答应|表示|称|回复|答复)[，：:]?$/.test(beforeZone) &&
    !/[我本]/.test(text.slice(sentence.start, raw.start))
  )
}

export function judge(raw: RawTime, around: Surroundings): Verdict {
  const { text, sentence, cues } = around
  const left = text.slice(Math.max(sentence.start, raw.start - 24), raw.start)
  const right = text.slice(raw.end, Math.min(sentence.end, raw.end + 40))

  if (around.zone === 'title') return verdict('quoted', 'title', 'past')
  const bracket = left.charCodeAt(left.length - 1)
  if (
    (bracket === 0xff08 || bracket === 0x28) &&
    (/^(?:印发|发布|公布|修订|修正|通过)[）)]/.test(right) ||
      (issued.test(right) && /》[^。；，]{0,4}.$/.test(left)))
  )
    return verdict('quoted', 'title', 'past')
  if (
    around.zone === 'quotation' &&
    /^的?(?:目标|要求|部署|时限|原则|规定|节点)/.test(around.afterZone) &&
    /(?:按照|围绕|对照|根据|依据|按)$/.test(around.beforeZone)
  )
    return verdict('quoted', 'statute', 'past')
  if (around.zone === 'quotation' && (around.quotesDocument || quotesOther(raw, around)))
    return verdict('quoted', 'statute', 'past')
  if (raw.form === 'vague') return verdict('vague', 'vague', 'future')
  if (accordingTo.test(left) && setFor.test(right)) return verdict('quoted', 'statute', 'past')

  const closing = judgeClosing(raw, left, right)
  if (closing) return closing

  const clause = clauseAround(text, sentence, raw)
  const before = nearestBefore(cues, raw.start, clause.start, sentence.start, around.previous, text)
  const after = nearestAfter(cues, raw.end, clause, text)
  const limit = isLimit(raw)
  const open = (limit || before !== undefined || isEnd(raw)) && isOpen(cues, raw.end, text, around.next)

  // 补发4—6月补助, 下半年打算: the period names the matter, it is not when something happens.
  if (raw.suffix === 'none' && raw.form !== 'span' && !raw.every && namesMatter(raw, right))
    return verdict('historical', 'narrative', 'none')
  const change = judgeChange(raw, around, cues, left, right)
  if (change) return { ...change, open }
  const condition = judgeCondition(raw, around, clause, left, right)
  if (condition) return condition

  // 曾于5月8日要求5月20日前整改完毕 tells of a demand; what became of it is another story.
  if (limit && !open && onceDemanded.test(text.slice(sentence.start, raw.start)))
    return verdict(undefined, 'past-demand', 'none', { ifFuture: 'obligation', ifPast: 'historical' })
  if (limit && attributive.test(right))
    return verdict(undefined, 'condition', 'none', { ifFuture: 'condition', ifPast: 'historical' })
  if (repeatsPast(raw, around)) return verdict('historical', 'narrative', 'past')
  const done = judgeDone(raw, around, clause, limit, open)
  if (done) return done
  // 各组汇报了26日工作情况: what stands behind 了 in its clause has been.
  if (
    !limit &&
    raw.form !== 'span' &&
    !raw.every &&
    !before &&
    behindPerfective(cues, clause.start, raw.start)
  )
    return verdict('historical', 'narrative', 'past')
  if (raw.every) return judgeCycle(raw, before, after, right)
  if (raw.form === 'range' && before?.kind !== 'oblige' && after?.kind !== 'oblige') {
    if (isClock(raw.point) && isClock(raw.last) && !datedBefore(around))
      return verdict('historical', 'practice', 'none')
    if (raw.last?.hour !== undefined && !before && !after && countedOver.test(right))
      return verdict('historical', 'narrative', 'past')
  }
  // 三个工作日内答复率由71%提高到96%: a measure of what was done, by its name.
  if (
    raw.form === 'span' &&
    raw.suffix === 'within' &&
    ratio.test(right) &&
    !before &&
    after?.kind !== 'oblige'
  )
    return verdict('historical', 'narrative', 'past')
  if (raw.form === 'span') return judgeSpan(raw, around, before, after, left, right, open)
  return limit
    ? judgeLimit(raw, before, after, left, right, open)
    : judgePoint(raw, cues, before, after, left, right, open, text.slice(raw.end, raw.end + 40))
}

/** 昨日（14日）上午: the bracket says the day before once more. */
const repeatsPast = (raw: RawTime, { previous, text }: Surroundings): boolean =>
  previous?.point?.dayShift !== undefined &&
  previous.point.dayShift < 0 &&
  previous.end === raw.start - 1 &&
  /[（(]/.test(text[raw.start - 1]!)

const behindPerfective = (cues: readonly Cue[], from: number, to: number): boolean => {
  let last: Cue | undefined
  for (const cue of cues) if (cue.start >= from && cue.end <= to && cue.kind !== 'neutral') last = cue
  return last?.kind === 'perfective'
}

const onceDemanded = /曾(?:[于经在]|多次|先后)?[^。；]{0,40}(?:要求|责令|承诺|通知|明确|约定)[^，。；]{0,8}$/
const ofPeriod = opening(
  /^份?的?(?:(?:补助|补贴|津贴|工资|养老金|低保金|报表|月报|数据|台账|租金|社保费|电费|水费)|(?:工作)?(?:打算|思路|要点|安排|计划)(?=$|[：。；，]))/,
)

const namesMatter = ({ point, last }: RawTime, right: string): boolean => {
  const end = last ?? point
  return end !== undefined && end.day === undefined && end.hour === undefined && ofPeriod.test(right)
}

function judgeCycle(
  raw: RawTime,
  before: Nearest | undefined,
  after: Nearest | undefined,
  right: string,
): Verdict {
  if (before?.same && before.kind !== 'oblige') return verdict('plan', 'plan', 'future')
  // 每日8时、18时报送: what is said behind the list is said of each.
  const said = right.replace(/^(?:[、和及]\d{1,2}[日时点](?:前)?)+/, '')
  if (before?.kind === 'oblige' || after?.kind === 'oblige') return verdict('obligation', 'cycle', 'future')
  if (raw.suffix === 'before' || raw.suffix === 'within' || reports.test(said))
    return verdict('obligation', 'cycle', 'future')
  if (bareAfter.test(said) && said.length < 2) return verdict('obligation', 'cycle', 'future')
  return verdict('plan', 'practice', 'future')
}
