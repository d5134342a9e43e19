// What settles the matter before its form is asked: it closes, was moved, is a condition, is done.

import { expressionOf } from '../../knowledge/cue'
import * as datesWords from '../../knowledge/dates.generated'
import { ending, opening } from '../edges'
import { createGate } from '../gate'
import { completedLater, countOwed, countTold } from './completion'
import type { Cue, CueKind } from './cues'
import { isLimit, namesDay } from './forms'
import { completing, duty } from './natureWords'
import { clauseEnd, type Extent } from './nearby'
import type { RawTime } from './point'
import { type Surroundings, type Verdict, verdict } from './verdict'

const closingMatter =
  '(?:报名|申报|征集|投稿|受理|报送|提交|缴费|缴纳|登记|预约|申请|意见|投递|报价|投标|举报|办理|认领|认证|填报|推荐|参评|领取|征求)'
const closesBefore = ending(
  new RegExp(`${closingMatter}[^，。；]{0,6}截止(?:到|至|于|时间|日期)*[为是：:在]?$`),
)
const closesLabel = /截止(?:日期|时间|期限)(?:为|是|：|:|定为|定在|在)?\s*$/
const closesAfter = opening(
  new RegExp(
    `^(?:(?:为|是)(?:最后|最终)?(?:期限|时限|截止|底线)|(?:为|是)[^，。；]{1,14}的?(?:最后|最终|截止)(?:期限|时限|日期|时间|时点|一天)|(?:${closingMatter})?(?:正式)?(?:截止|截稿))`,
  ),
)
const closes = /[截限]/
const countedUpTo = /(?:截至|截止到?|截止至|截至到|统计到|统计至)(?:时间)?(?:为)?\s*$/
const enters = opening(/^(?:起)?(?:正式)?(?:开始)?(?:施行|实施|执行|生效|试行|启用)/)
const entersSurely = opening(/^(?:正式)?(?:施行|生效)/)
const validity =
  /(?:有效期限?|试行期|质保期|保修期|任期|聘期|保质期|租期|合同期)(?:至|到|为|：|:|截至|截止|自)*\s*$/
const unlessDone = opening(
  /^(?:之内)?(?:仍|还|尚|均|都)?(?:未|不|拒不|没有|无正当)[^，。；]{0,18}?(?:的|者)(?:[，。；、]|$|视|按|将|予|一律|取消|不|扣|由|给|责)/,
)

/** 对11月15日前不能完工的标段，一律约谈: what happens to whoever misses it. */
const missedBy = opening(expressionOf(datesWords.missedBy))
const forbidden = opening(/^(?:一律)?不得(?!超过|迟于|晚于|少于)/)
const fromWhich = ending(/[由从]$/)
const factualEnd = expressionOf(datesWords.factualEnd)
const meets = /^(?:[^，。；]{0,6})(?:召开|举行|举办|开幕|开标|开庭|进行|开展)/

export function judgeClosing(raw: RawTime, left: string, right: string): Verdict | undefined {
  if (raw.form === 'span') return undefined
  // 到11月18日止，收缴医保费386万元: counted up to that day, unless it is still to come.
  if (raw.suffix === 'until' && raw.form === 'point' && /(?<!自.*)[到至]$/.test(left) && !duty.test(right))
    return verdict(undefined, 'as-of', 'none', { ifFuture: 'plan', ifPast: 'as-of' })
  const counted = left.includes('截') || left.includes('统计')
  if (!counted && !closes.test(right)) return undefined
  if (counted && closesLabel.test(left)) return verdict('obligation', 'closing', 'future')
  if (counted && closesBefore.test(left)) return verdict('obligation', 'closing', 'future')
  if (closesAfter.test(right) && !/^截止[到至]/.test(right))
    return verdict(undefined, 'closing', 'none', { ifFuture: 'obligation' })
  // 截止5月20日前清零 means a limit, whatever the word.
  if (counted && countedUpTo.test(left))
    return raw.suffix === 'before' && duty.test(right)
      ? verdict(undefined, 'closing', 'none', { ifFuture: 'obligation', ifPast: 'as-of' })
      : verdict('as-of', 'as-of', 'past')
  return undefined
}

/** 原定…推迟至…: the newest date counts. */
export function judgeChange(
  raw: RawTime,
  around: Surroundings,
  cues: readonly Cue[],
  left: string,
  right: string,
): Verdict | undefined {
  if (raw.form === 'span') return undefined
  for (const cue of cues) {
    const gap = raw.start - cue.end
    if (
      cue.kind === 'original' &&
      gap >= 0 &&
      gap <= 8 &&
      !/[，。；]/.test(around.text.slice(cue.end, raw.start))
    )
      return verdict('historical', 'superseded', 'past', { superseded: true })
    if (cue.kind === 'moved' && gap >= 0 && gap <= 2) {
      // 夜间巡查延长到次日1时: the hours that something is open, not a day that was put off.
      if (raw.point?.hour !== undefined && around.text.startsWith('延长', cue.start) && !namesDay(raw.point))
        return verdict('historical', 'practice', 'none')
      const planned = /(?:拟|预计|计划|将|可能|打算)[^，。；]{0,6}$/.test(
        around.text.slice(Math.max(0, cue.start - 8), cue.start),
      )
      if (factualEnd.test(around.text.slice(raw.end, around.sentence.end)))
        return verdict('done', 'done', 'past')
      return planned || meets.test(right)
        ? verdict('plan', 'moved', 'future')
        : verdict('obligation', 'moved', 'future')
    }
    if (
      cue.kind === 'moved' &&
      cue.start >= raw.end &&
      around.next &&
      around.next.start - cue.end <= 2 &&
      around.next.start >= cue.end &&
      !right.startsWith('，')
    )
      return verdict('historical', 'superseded', 'past', { superseded: true })
  }
  if (
    around.next &&
    fromWhich.test(left) &&
    /^[^，。；]{0,4}(?:推迟|延期|延长|延后|调整|顺延|改|变|提前)[至到为]/.test(right)
  )
    return verdict('historical', 'superseded', 'past', { superseded: true })
  return undefined
}

const eachTime = new RegExp(
  `${datesWords.eachTime.source}|(?:^|[，、：])[^，。；\\d]{0,12}?(?:${datesWords.happens.source})[^，。；]{1,14}?(?<!届|当|及|同|按|按)时(?![间段候限期刻])[^。；]{0,20}$`,
)

/** 发现落石的，2小时内上报: a case that may come, told right before what is due in it. */
const inCaseOf =
  /(?:发生|遇到?|遇有|出现|发现|接到|收到|低于|高于|达到|超过|造成)[^，。；]{1,24}(?<!目|标)的，[^，。；\d]{0,8}$/

const cases = createGate({ inCaseOf, eachTime })

export function judgeCondition(
  raw: RawTime,
  around: Surroundings,
  clause: Extent,
  left: string,
  right: string,
): Verdict | undefined {
  const { cues, text, sentence } = around
  if (raw.form !== 'span') {
    // 2027年3月底前施行 is a limit; 自3月1日起施行 is when it begins.
    if (raw.suffix === 'since' ? enters.test(right) : !isLimit(raw) && entersSurely.test(right))
      return verdict('condition', 'effective', 'none')
    if (left.includes('期') && validity.test(left)) return verdict('condition', 'effective', 'future')
    if (raw.point?.dayShift === 0 && raw.suffix === 'since' && raw.form === 'point')
      return verdict('condition', 'effective', 'none')
  } else if (raw.suffix === 'none' && !raw.every) return verdict('condition', 'condition', 'future')
  if (raw.form === 'span' && /^(?:持续)?有效/.test(right)) return verdict('condition', 'effective', 'future')
  if (
    raw.maybeAgo &&
    /(?:召开|举行|举办|开始|启动|到期|届满|会议|活动|考试|选举|会|开标|开工|结束)$/.test(left)
  )
    return verdict('condition', 'relative', 'none')
  if (unlessDone.test(right) || missedBy.test(right) || forbidden.test(right))
    return verdict('condition', 'condition', 'future')
  const isSpan = raw.form === 'span'
  const inHours = isSpan ? raw.span!.minutes > 0 : raw.point?.dayShift === 0
  const told = isSpan || inHours ? cases.scan(text, sentence.start, raw.start) : 0
  if (isSpan && told & cases.bit.inCaseOf && inCaseOf.test(text.slice(sentence.start, raw.start)))
    return verdict('condition', 'condition', 'none')
  // 发生火情时，应在10分钟内报告 is how it is done in every such case; what is told of one case gives its day or hour.
  if (
    inHours &&
    told & cases.bit.eachTime &&
    !(around.previous && around.previous.start >= sentence.start) &&
    eachTime.test(text.slice(sentence.start, raw.start))
  )
    return verdict('condition', 'condition', 'none')
  let last: Cue | undefined
  for (const cue of cues)
    if (cue.end <= raw.start && cue.start >= clause.start && cue.kind !== 'neutral') last = cue
  return last?.kind === 'condition' ? verdict('condition', 'condition', 'none') : undefined
}

export function judgeDone(
  raw: RawTime,
  around: Surroundings,
  clause: Extent,
  limit: boolean,
  open: boolean,
): Verdict | undefined {
  const { text, cues, sentence } = around
  let lastBefore: CueKind | undefined
  for (const cue of cues)
    if (cue.end <= raw.start && cue.start >= clause.start)
      lastBefore = cue.kind === 'perfective' ? lastBefore : cue.kind
  if (lastBefore === 'done') return verdict('done', 'done', 'past')
  // The clause that says what happens then: this one, or the next when a comma follows directly.
  const from = text[raw.end] === '，' ? raw.end + 1 : raw.end
  const to = clauseEnd(text, from, sentence.end)
  for (const cue of cues) {
    if (cue.start < from || cue.start >= to) continue
    if (cue.kind === 'oblige' || cue.kind === 'plan' || cue.kind === 'target') break
    if (cue.kind === 'done') return verdict('done', 'done', 'past')
    if (cue.kind === 'perfective') {
      const matter = text.slice(from, to)
      return (limit && !raw.maybeAgo) || raw.form === 'span' || completing.test(matter)
        ? verdict('done', 'done', 'past')
        : verdict('historical', 'narrative', 'past')
    }
  }
  if ((limit || raw.form === 'span') && !open) {
    const stop = around.next && isLimit(around.next) ? around.next.start : text.length
    const rest = text.slice(to, Math.min(stop, to + 60))
    const owed = text.slice(raw.end, to)
    // Eight were due and 已完成整改五项: only the same count settles it.
    if (factualEnd.test(rest) && !(countOwed(owed) && countTold.test(rest)))
      return verdict('done', 'done', 'past')
    if (completedLater(owed, text.slice(to, to + 200))) return verdict('done', 'done', 'past')
    const next = around.next
    if (
      next?.form === 'point' &&
      next.suffix === 'none' &&
      next.end <= sentence.end &&
      next.point?.day !== undefined &&
      /^(?:[^，。；]{0,6})(?:完成|办结|报送|上报|提交|竣工|完工|通过验收|开工|实现|建成|整改到位|销号|清零|交付|投用)/.test(
        text.slice(next.end, next.end + 14),
      ) &&
      !cues.some(
        cue =>
          (cue.kind === 'oblige' || cue.kind === 'plan' || cue.kind === 'moved') &&
          cue.start >= to &&
          cue.end <= next.start,
      ) &&
      text[to] === '，'
    )
      return verdict(undefined, 'done', 'past', { ifFuture: 'obligation', ifPast: 'done' })
  }
  return undefined
}
