// 11月15日前, 四季度, 10月8日: is a limit or a day a duty, a plan, something done, or part of a story?

import { ending, opening } from '../edges'
import type { Cue } from './cues'
import { isEnd } from './forms'
import { bareAfter, bareBefore, completing, duty, ends, isLabelled, reports } from './natureWords'
import type { Nearest } from './nearby'
import type { RawTime } from './point'
import { type Verdict, verdict } from './verdict'

const allOfIt =
  /^，?[^，。；、]{0,14}?(?:全部|均|都)(?:按期|如期|顺利)?(?:完成|建成|竣工|办结|销号|验收|交付|投用|完工|兑付)/
const demanding = opening(/^(?:要求|责令|责成|督促|督办|交办|承诺|明确|限|保证|请|敬请|约稿|下达)/)
const stock =
  /^[^，。；\d完建达实增提降]{0,8}(?:人员|人口|存栏|余额|总数|总量|总户数|总人数|从业|结余|库存|存量|在册|保有量|拥有量|参保|面积|资产)[^，。；\d完建达实增提降]{0,6}\d/
const attends = opening(/^(?:到|来|赴|参加|出席|派员|派人|携|前来|集中|集合)/)
const settledLabel = /^[^。]{0,24}(?:状态|进展|结果|情况)(?:为|：|:)\s*(?:已|完成|办结|销号)/
const aimedAt = ending(/(?:到|至|在)$/)

/** 月底前可完成: what can be expected, not what was promised. */
const expected = opening(/^(?:，)?(?:即|就|便|方|均|基本)?可(?![以不靠控行持])/)
const told = opening(/^(?:累计|先后|共|已|曾|曾经|发生)/)
const onlyThen = opening(/^，?才(?!能)/)

export function judgeLimit(
  raw: RawTime,
  before: Nearest | undefined,
  after: Nearest | undefined,
  left: string,
  right: string,
  open: boolean,
): Verdict {
  if (before?.same)
    return before.kind === 'oblige'
      ? verdict('obligation', 'duty', 'future', { open })
      : verdict('plan', before.kind === 'plan' ? 'plan' : 'target', 'future', { open })
  if (after)
    return after.kind === 'oblige'
      ? verdict('obligation', 'duty', 'future', { open })
      : verdict('plan', after.kind === 'plan' ? 'plan' : 'target', 'future', { open })
  if (isLabelled(left)) return verdict('obligation', 'label', 'future', { open })
  if (expected.test(right)) return verdict('plan', 'plan', 'future', { open })
  if (told.test(right))
    return verdict(undefined, 'narrative', 'past', { ifFuture: 'historical', ifPast: 'historical' })
  if (raw.maybeAgo)
    return before?.kind === 'oblige' || duty.test(right) || bareAfter.test(right)
      ? verdict(undefined, 'form', 'future', { ifFuture: 'obligation', open })
      : verdict('historical', 'narrative', 'past')
  if (before?.kind === 'oblige') return verdict('obligation', 'duty', 'future', { open })
  // 次日8时前报告 counts from the event, so it may well be past and still owed.
  if (raw.point?.dayFrom === 'event' && raw.point.dayShift !== undefined && reports.test(right))
    return verdict('obligation', 'report', 'future', { open })
  if (open) return verdict('obligation', 'form', 'future', { open })
  const wide =
    raw.point !== undefined && (raw.point.bareYear || raw.point.half !== undefined) && raw.suffix !== 'before'
  if (raw.point?.bareYear && raw.point.year !== undefined && !duty.test(right) && !bareAfter.test(right))
    return verdict(undefined, 'ahead', 'none')
  if (wide && !duty.test(right) && !bareAfter.test(right)) return verdict(undefined, 'ahead', 'none')
  return verdict(undefined, 'form', 'none', {
    ifFuture: 'obligation',
    ifPast: allOfIt.test(right) ? 'done' : 'historical',
  })
}

const assigned =
  /^[^。；]{0,30}，(?:由[^，。；\d]{2,16}(?:负责|牵头|督办|落实|承办|实施)|责任(?:单位|部门|人|领导))/

export function judgePoint(
  raw: RawTime,
  cues: readonly Cue[],
  before: Nearest | undefined,
  after: Nearest | undefined,
  left: string,
  right: string,
  open: boolean,
  following: string,
): Verdict {
  if (isLabelled(left)) {
    const settled =
      /时间[^，。；]{0,3}$/.test(left) ||
      cues.some(cue => cue.kind === 'done' && cue.end <= raw.start) ||
      settledLabel.test(following)
    return verdict(undefined, 'label', 'future', {
      ifFuture: 'obligation',
      ifPast: settled ? 'done' : 'obligation',
      ...(settledLabel.test(following) && { nature: 'done' as const }),
      open,
    })
  }
  const near = before?.same ? raw.start - before.at : Number.POSITIVE_INFINITY
  if (onlyThen.test(right) || (raw.point?.approximate && !before?.same && !after))
    return verdict('historical', 'narrative', 'past')
  if (before && near <= 30 && before.kind !== 'oblige' && !right.startsWith('，'))
    return verdict('plan', before.kind === 'plan' ? 'plan' : 'target', 'future', { open })
  if (before && near <= 30 && before.kind !== 'oblige') return verdict(undefined, 'ahead', 'none')
  if (before?.kind === 'oblige' && (near <= 3 || (near <= 24 && (duty.test(right) || attends.test(right)))))
    return verdict('obligation', 'duty', 'future', { open })
  if (raw.point?.planEnd !== undefined && before?.kind !== 'oblige')
    return verdict(undefined, 'target', 'none', { ifFuture: 'plan' })
  if (expected.test(right)) return verdict('plan', 'plan', 'future', { open })
  // 次日上午，工作组进村: with nothing said about duty it goes on with a story.
  if (
    raw.point?.dayFrom === 'event' &&
    raw.point.dayShift !== undefined &&
    !reports.test(right) &&
    after?.gap !== 0
  )
    return verdict('historical', 'narrative', 'past')
  // 年末就业人员20.63万人 tells what there was; nobody can count it beforehand.
  if (isEnd(raw) && !before && !after && stock.test(right)) return verdict('historical', 'narrative', 'past')
  const endsPeriod = isEnd(raw)
  if (endsPeriod && after)
    return after.kind === 'oblige'
      ? verdict(undefined, 'duty', 'future', { ifFuture: 'obligation', open })
      : verdict('plan', after.kind === 'plan' ? 'plan' : 'target', 'future')
  // 4月20日责令该厂停产 tells who demanded what that day; 4月20日须停产 is the demand.
  if (after?.kind === 'oblige' && after.gap === 0)
    return demanding.test(right)
      ? verdict(undefined, 'duty', 'none', { ifFuture: 'obligation' })
      : verdict('obligation', 'duty', 'future', { open })
  // 四季度完成剩余8公里，由县水务公司负责: whoever is named answers for what is still to come.
  if (
    (raw.point?.quarter !== undefined || raw.point?.half !== undefined) &&
    (following.includes('，由') || following.includes('，责任')) &&
    duty.test(right) &&
    assigned.test(following)
  )
    return verdict(undefined, 'form', 'none', {
      ifFuture: 'obligation',
      ifPast: completing.test(right) ? 'done' : 'historical',
    })
  const figures = raw.point?.half !== undefined && /^[^。；]{0,24}\d/.test(right)
  if (endsPeriod && !figures && (duty.test(right) || (ends.test(right) && bareBefore.test(left))))
    return verdict(undefined, 'form', 'none', {
      ifFuture: 'obligation',
      ifPast: completing.test(right) ? 'done' : 'historical',
    })
  if (reports.test(right) && !/^(?:内|前)?[^，。；]{0,6}\d/.test(right))
    return verdict(undefined, 'report', 'none', { ifFuture: 'obligation', ifPast: 'historical' })
  if (after && after.gap <= 3 && !right.startsWith('，'))
    return verdict(undefined, after.kind === 'oblige' ? 'duty' : 'plan', 'none', {
      ifFuture: after.kind === 'oblige' ? 'obligation' : 'plan',
    })
  if (aimedAt.test(left) && raw.point?.bareYear)
    return verdict(undefined, 'target', 'none', { ifFuture: 'plan' })
  return verdict(undefined, 'narrative', 'none', {
    ifPast: !right.startsWith('，') && completing.test(right) ? 'done' : 'historical',
  })
}
