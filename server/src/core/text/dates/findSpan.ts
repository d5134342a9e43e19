// 15日内, 3个工作日内, 接报后2小时内: what counts from somewhere, and from where.

import type { Instant } from '../../types'
import { ambiguity } from './ambiguity'
import type { TimeExpression } from './expression'
import { make, none, weak } from './make'
import { type Pass, remember } from './pass'
import type { RawTime } from './point'
import { resolvePoint } from './resolve'
import { chooseStart, closeDue, intervalDue, type SpanStart, spanDue } from './spanDue'
import type { Surroundings, Verdict } from './verdict'
import { instantAt, startOfDay } from './zone'

export function spanExpression(
  pass: Pass,
  raw: RawTime,
  verdict: Verdict,
  around: Surroundings,
): TimeExpression | undefined {
  const { options } = pass
  if (raw.every?.cycle === 'interval') {
    const due = intervalDue(raw, options)
    return make(pass, raw, verdict.nature ?? 'plan', verdict.reason, {
      due,
      to: due,
      precision: raw.span!.minutes > 0 ? 'minute' : 'day',
    })
  }
  if (raw.every) {
    const close = closeDue(raw, options)
    const nature = verdict.nature === 'historical' ? 'obligation' : (verdict.nature ?? 'obligation')
    return make(pass, raw, nature, 'cycle', {
      due: close.due,
      from: close.from,
      to: close.due,
      precision: 'day',
      codes: close.asks,
      arithmetic: close.arithmetic,
    })
  }
  let { nature, reason } = verdict
  nature ??= verdict.ifFuture
  const demanded = nature === 'obligation' || nature === 'plan' ? demandDay(pass, raw) : undefined
  const start = startOfSpan(pass, raw, verdict, demanded, around)
  if (start.unknown)
    return make(pass, raw, nature, reason, {
      codes: weak.includes(nature) ? start.asks : none,
      open: verdict.open,
    })
  const sum = spanDue(raw, start, options, nature !== 'plan')
  if (
    nature === 'obligation' &&
    demanded !== undefined &&
    sum.due < startOfDay(options.zone, pass.frame.baseDay) &&
    !verdict.open
  ) {
    nature = 'historical'
    reason = 'past-demand'
  }
  return make(pass, raw, nature, reason, {
    due: sum.due,
    from: sum.from,
    to: sum.due,
    precision: sum.precision,
    codes: weak.includes(nature) ? sum.asks : none,
    alternatives:
      nature === 'obligation'
        ? sum.others.map(other => ({ due: other.due, why: ambiguity(other.ask).text }))
        : none,
    arithmetic: sum.arithmetic,
    open: verdict.open,
  })
}

function startOfSpan(
  pass: Pass,
  raw: RawTime,
  verdict: Verdict,
  demanded: number | undefined,
  around: Surroundings,
): SpanStart {
  const { options, frame } = pass
  if (raw.anchor) {
    const resolved = resolvePoint(raw.anchor, frame, verdict.open ? 'past' : 'none', true)
    remember(pass, raw.anchor, resolved)
    const instant =
      resolved.ms === undefined
        ? startOfDay(options.zone, resolved.last)
        : instantAt(options.zone, resolved.last, resolved.ms)
    return { instant, dayOnly: resolved.ms === undefined, asks: none, name: '起算' }
  }
  if (demanded !== undefined)
    return { instant: startOfDay(options.zone, demanded), dayOnly: true, asks: none, name: '提出要求' }
  const left = pass.text.slice(Math.max(around.sentence.start, raw.start - 24), raw.start)
  if (isRule(pass, raw, pass.text.slice(around.sentence.start, raw.start)))
    return { instant: options.base, dayOnly: true, asks: ['start-undated'], name: '', unknown: true }
  return chooseStart(
    raw,
    left,
    options,
    raw.span!.minutes > 0 ? momentsIn(pass) : { occurred: undefined, received: undefined },
  )
}

/** 当事人应当自收到决定书之日起, 便民服务中心应在: a rule for whoever it meets, in a clause that names them. */
const ruled =
  /(?:[^，。；：、\s]{2}应当|(?:当事人|申请人|机关|经营者|用人单位|纳税人|参保人|监护人|窗口|(?:的|后|时)，[^，。；\d]{0,14})(?:应|须))[^，。；\d]{0,12}$/
/** 遇超警戒水位, 凡新开工项目, 应于收到意见之日起: a case that may come. */
const inCase =
  /(?:遇|凡|一旦|逢)[^，。；\d]{1,16}$|(?:应当?|须)[于自在]?(?:收到|接到|送达|签收)[^，。；\d]{0,10}(?:之日起|后)$/
const speaksTo =
  /我|本|(?<![申提邀聘])请|各|[你贵]单位|要求|责令|督促|交办|函告|约谈|通知|承诺|明确|提出|今|下一?步|上述|该|涉事/

/** A rule without an event: its days count from nothing that has happened. */
const isRule = ({ told }: Pass, { span }: RawTime, lead: string): boolean =>
  inCase.test(lead) || (span!.minutes === 0 && told === undefined && ruled.test(lead) && !speaksTo.test(lead))

const demands = /要求|责令|函告|发函|下达|下发|交办|督办|约谈|立案|提出|承诺|明确|批示|移交|督促|通知/
const backToNow = /下一步|下步|接下来|今后|目前|请|现[要需将]/

/** 4月12日函告…要求在15日内报送: the days count from the day on which it was demanded. */
function demandDay(pass: Pass, raw: RawTime): number | undefined {
  const { told } = pass
  if (!told || raw.start - told.end > 120 || raw.start < told.end) return undefined
  const between = pass.text.slice(told.end, raw.start)
  return demands.test(between) && !backToNow.test(between) ? told.day : undefined
}

/** Moments of the event that the text itself gives, wherever they stand: (事发4月26日14时). */
function momentsIn(pass: Pass): { occurred: Instant | undefined; received: Instant | undefined } {
  if (pass.moments) return pass.moments
  const moments: { occurred: Instant | undefined; received: Instant | undefined } = {
    occurred: undefined,
    received: undefined,
  }
  for (const raw of pass.found.slice(0, 200)) {
    if (raw.form !== 'point' || raw.suffix !== 'none' || raw.point?.hour === undefined || raw.every) continue
    const left = pass.text.slice(Math.max(0, raw.start - 8), raw.start)
    const right = pass.text.slice(raw.end, raw.end + 40)
    const received =
      /(?:接报|接到报告|接警|获悉|获知)(?:时间|于|时|：|:)*\s*$/.test(left) ||
      /^[^，。；]{0,14}(?:接报|接到[^，。；]{0,8}(?:报告|报警|电话|举报)|接警|获悉)/.test(right)
    const occurred =
      /(?:事发|发生|案发)(?:时间|于|时|：|:)*\s*$/.test(left) || /^[^。；]{0,30}发生/.test(right)
    if (!received && !occurred) continue
    const resolved = resolvePoint(raw.point, pass.frame, 'past', true)
    if (resolved.fault || resolved.ms === undefined) continue
    const instant = instantAt(pass.options.zone, resolved.first, resolved.ms)
    if (received) moments.received ??= instant
    else moments.occurred ??= instant
  }
  pass.moments = moments
  return moments
}
