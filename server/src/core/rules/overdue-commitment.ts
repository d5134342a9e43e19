// 事项逾期: the report promises something for a day that has passed, and nothing says that it was done.

import type { DocumentContext, DocumentRule, DocumentView } from '../engine/rule'
import { lapsedReach } from '../report/commitments'
import { inEnglish } from '../report/deadlines'
import { type DraftTime, draftTimes, timesFact } from '../report/draftTimes'
import { formatChinese, formatDay, humanize, wallTime, wordingStep } from '../text/dates'
import { dateOf, dayMs } from '../text/dates/civil'
import type { Fix, Instant } from '../types'

/** What falls due once. */
const promised = timesFact('promised', times =>
  times.filter(
    ({ nature, due, recurring }) =>
      (nature === 'obligation' || nature === 'plan') && due !== null && !recurring,
  ),
)

export const overdueCommitment: DocumentRule = {
  id: 'overdue-commitment',
  title: ['事项逾期', 'Commitment overdue'],
  family: 'deadline',
  severity: 'warning',
  scope: 'document',
  kinds: [
    'brief',
    'emergency',
    'problem',
    'experience',
    'overview',
    'survey',
    'proposal',
    'opinion',
    'special',
    'summary',
    'bulletin',
  ],
  reads: ['now'],
  messages: {
    overdue: {
      what: [
        '“{text}”的期限是{due}，已过 {by}，文中没有写办结',
        '“{text}” fell due {dueEn}, {byEn} ago, and is not said to be done',
      ],
      why: [
        '写进信息的承诺上级会盯着要结果，过期没有下文会被追问',
        'Whoever reads a promise waits for its end',
      ],
      doNext: [
        '已办结的写明完成情况；没办结的写明原因和新的期限',
        'Say that it is done, or why not and by when',
      ],
    },
    plan: {
      what: [
        '“{text}”这个时间已经过了（{due}，已过 {by}），文中还写得像没发生',
        '“{text}” was planned for {dueEn}, {byEn} ago',
      ],
      why: ['时间过了还写“将”“预计”，读的人不知道到底办了没有', 'The text was not brought up to date'],
      doNext: ['按实际进展改写：已经完成，还是推迟到什么时候', 'Say what became of it'],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 问题\n成稿日期: 2026-04-10\n---\n\n青石镇河道淤积3.2公里，由镇水利站牵头，⟦4月20日前⟧清淤完毕。\n',
        mended: '由镇水利站牵头，4月18日已清淤完毕，过水断面恢复到12平方米。',
      },
      {
        text: '---\n类型: 问题\n成稿日期: 2026-04-28\n---\n\n柳河村36户改厕应于⟦4月20日前⟧完成，目前完成25户，占69.4%。\n',
      },
    ],
    good: [
      {
        text: '---\n类型: 问题\n成稿日期: 2026-04-28\n---\n\n青石镇河道淤积3.2公里，由镇水利站牵头，5月20日前清淤完毕。\n',
      },
      {
        text: '---\n类型: 问题\n成稿日期: 2026-04-28\n---\n\n柳河村36户改厕应于4月20日前完成，4月18日已全部完成并通过验收。\n',
      },
      {
        text: '---\n类型: 动态\n成稿日期: 2026-04-28\n---\n\n4月15日，青石镇召开河道清淤调度会，8个村报来进度，已清淤2.1公里。\n',
      },
    ],
  },
  check(document, context) {
    const { all, dated } = draftTimes(document, context.settings, context.now, promised)
    const oldest = context.now - (dated ? lapsedReach.dated : lapsedReach.undated)
    for (const time of all) {
      if (time.due === null) continue
      if (time.due >= context.now) context.refreshAt(time.due + 1)
      else if (time.due >= oldest) report(document, context, time, time.due)
    }
  },
}

function report(document: DocumentView, context: DocumentContext, time: DraftTime, due: Instant): void {
  const { now, settings } = context
  const passed = now - due
  // Beyond a day nobody asks for the hours.
  const step = passed < dayMs ? wordingStep(passed) : dayMs
  const by = passed < dayMs ? passed : Math.floor(passed / dayMs) * dayMs
  const { year } = dateOf(wallTime(settings.timeZone, now).day)
  const shown =
    time.precision === 'minute'
      ? formatChinese(due, settings.timeZone, year)
      : formatDay(wallTime(settings.timeZone, due).day, year)
  context.refreshAt(due + (Math.floor(passed / step) + 1) * step)
  context.reportOf(time.block, [time, shown, by], () => ({
    at: { block: time.block, start: time.start, end: time.end },
    message: time.nature === 'plan' ? 'plan' : 'overdue',
    severity: time.nature === 'plan' ? 'information' : time.open ? 'information' : 'warning',
    values: { text: time.text, due: shown, dueEn: shown, by: humanize(by), byEn: inEnglish(by) },
    fixes: markDone(document, context, time),
  }))
}

/** Says in the text that it is done, where the clause of the limit ends. */
function markDone(document: DocumentView, context: DocumentContext, time: DraftTime): Fix[] {
  const block = document.block(time.block)
  const text = block.context.type === 'table' ? block.source : block.text
  const stop = text.slice(time.end).search(/[，。；|\n]/)
  const at = stop < 0 ? text.length : time.end + stop
  const { start } = context.locate(time.block, { start: at, end: at })
  return [
    {
      title: ['标明已完成', 'Mark as done'],
      edits: [{ start, end: start, text: '（已于$' + '{1:月日}完成）' }],
      snippet: true,
    },
  ]
}
