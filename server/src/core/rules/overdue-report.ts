// 报送超时: the report is past its own time limit, or was handed in late without a word why.

import type { DocumentContext, DocumentRule, DocumentView } from '../engine/rule'
import {
  type ReportDeadline,
  type ReportTimes,
  readTimes,
  reportDeadline,
  timelinessOf,
  timesOf,
} from '../report/deadlines'
import { clockKeys, deadlineValues, headPlace } from '../report/deadlineWords'
import { calendarOf } from '../report/draftClock'
import type { Stage } from '../report/kinds'
import type { Fix } from '../types'

export const overdueReport: DocumentRule = {
  id: 'overdue-report',
  title: ['报送超时', 'Report overdue'],
  family: 'deadline',
  severity: 'error',
  scope: 'document',
  reads: ['now'],
  messages: {
    overdue: {
      what: ['报送超时：{arithmetic}，{standing}', 'Overdue: {arithmetic}, {standingEn}'],
      why: ['时限出处：{basis}（{title}）', 'The limit: {basisEn} ({titleEn})'],
      doNext: ['马上报送，并在文首写明“迟报原因”', 'Hand it in at once and give 迟报原因 in the head'],
    },
    explained: {
      what: [
        '报送超时：{arithmetic}，{standing}；已写明原因',
        'Overdue: {arithmetic}, {standingEn}; a reason is given',
      ],
      why: ['时限出处：{basis}（{title}）', 'The limit: {basisEn} ({titleEn})'],
      doNext: ['尽快报送，补报时说明原因', 'Hand it in as soon as possible'],
    },
    late: {
      what: ['{standing}，没有写迟报原因：{arithmetic}', '{standingEn} without a reason: {arithmetic}'],
      why: ['时限出处：{basis}（{title}）', 'The limit: {basisEn} ({titleEn})'],
      doNext: ['在文首补写“迟报原因”', 'Give 迟报原因 in the head'],
    },
    stale: {
      what: ['事发至今已 {days} 天，信息已过时', 'The event was {days} days ago'],
      why: [
        '信息重在及时；隔了这么久，收稿单位多半已从别处得知',
        'Information is worth its speed; the office has long known',
      ],
      doNext: [
        '补上最新进展或结果再报，或写明为什么现在才报',
        'Add what is new, or say why it comes so late',
      ],
    },
    noClock: {
      what: ['没有填事发时间或接报时间，算不出报送时限', 'No time of the event, so no limit can be computed'],
      why: [
        '突发信息从事发或接报起算时限，缺了它就不知道迟没迟',
        'The clock of an emergency report starts there',
      ],
      doNext: ['在文首填“事发时间”和“接报时间”，精确到分', 'Give 事发时间 and 接报时间 to the minute'],
    },
    noPrevious: {
      what: ['没有填上次报送时间，算不出这次续报的时限', 'Nobody wrote when the last report went out'],
      why: [
        '续报从上一次报出的时间起算，缺了它就不知道该几时再报',
        'The clock of a follow-up starts when the last report went out',
      ],
      doNext: [
        '在文首填“上次报送时间”，照初报或上一次续报的“报送时间”填',
        'Give 上次报送时间, the 报送时间 of the last report',
      ],
    },
    noEnd: {
      what: ['没有填处置结束时间，算不出终报的时限', 'Nobody wrote when the event was dealt with'],
      why: ['终报从处置结束起算', 'The clock of a final report starts at the end of the response'],
      doNext: ['在文首填“处置结束时间”，精确到分', 'Give 处置结束时间 to the minute'],
    },
  },
  examples: {
    bad: [
      {
        now: '2026-11-22T11:40:00+08:00',
        text: '---\n标题: 青石镇山体滑坡\n类型: 突发初报\n事发时间: 2026-11-22 08:10\n⟦接报时间⟧: 2026-11-22 08:30\n报送时限: 1小时\n---\n\n11月22日8时10分，青石镇柳河村三组发生山体滑坡，土方约600立方米，无人员伤亡。\n',
        mended: '迟报原因: 通信基站断电，10时40分恢复',
      },
      {
        text: '---\n标题: 青石镇仓库火灾\n类型: 突发初报\n⟦事发时间⟧: 2026-04-12 14:00\n---\n\n4月12日14时，青石镇一处仓库发生火灾，过火面积80平方米，无人员伤亡。\n',
      },
      {
        now: '2026-04-28T09:00:00+08:00',
        text: '---\n标题: 青石镇仓库火灾续报\n类型: 突发续报\n事发时间: 2026-04-26 14:00\n⟦上次报送时间⟧: 2026-04-26 15:10\n---\n\n截至4月28日8时，过火面积核定为86平方米，无人员伤亡，起因正在调查。\n',
      },
      {
        text: '---\n标题: 青石镇仓库火灾续报\n⟦类型⟧: 突发续报\n事发时间: 2026-04-27 14:00\n---\n\n截至4月28日8时，过火面积核定为86平方米，无人员伤亡，起因正在调查。\n',
      },
      {
        text: '---\n标题: 青石镇仓库火灾\n类型: 突发初报\n事发时间: 2026-04-26 14:00\n⟦报送时间⟧: 2026-04-27 18:00\n状态: 已报送\n---\n\n4月26日14时，青石镇一处仓库发生火灾，过火面积80平方米，无人员伤亡。\n',
      },
    ],
    good: [
      {
        text: '---\n标题: 青石镇仓库火灾\n类型: 突发初报\n事发时间: 2026-04-28 08:00\n接报时间: 2026-04-28 08:10\n---\n\n4月28日8时，青石镇一处仓库发生火灾，过火面积80平方米，8时40分扑灭，无人员伤亡。\n',
      },
      {
        text: '---\n标题: 青石镇仓库火灾\n类型: 突发初报\n事发时间: 2026-04-26 14:00\n报送时间: 2026-04-27 18:00\n状态: 已报送\n迟报原因: 进山道路塌方，27日16时打通\n---\n\n4月26日14时，青石镇一处仓库发生火灾，过火面积80平方米，无人员伤亡。\n',
      },
    ],
  },
  sources: [
    [
      '《中华人民共和国突发事件应对法》（2024年修订）第六十一条：不得迟报、谎报、瞒报、漏报',
      'Emergency Response Law, article 61',
    ],
    ['各条时限及依据见 server/limits', 'The limits and their sources stand in server/limits'],
  ],
  check(document, context) {
    const times = timesOf(document.frontMatter)
    const { kind, stage, settings, now } = context
    const deadline = reportDeadline({ kind, stage, times, settings, calendar: calendarOf(settings), now })
    const explained = deadline.lateReason !== ''
    if (deadline.nextChangeAt !== undefined) context.refreshAt(deadline.nextChangeAt)
    if (deadline.state === 'overdue') {
      if (deadline.nextWordingAt !== undefined) context.refreshAt(deadline.nextWordingAt)
      report(document, context, deadline, explained ? 'explained' : 'overdue')
    } else if (deadline.state === 'submittedLate' && !explained) report(document, context, deadline, 'late')
    else if (deadline.state === 'unknown' && kind === 'emergency') {
      const place = headPlace(document, ['类型'])
      const message = missingClock(stage, times)
      if (place && message && !times.deadline) context.report({ at: place, message, severity: 'information' })
    } else if (deadline.state === 'none') reportStale(document, context)
  },
}

/** What the head would have to say for the limit to be reckoned; a time that is there and cannot be read is said elsewhere. */
function missingClock(stage: Stage | undefined, times: ReportTimes) {
  if (stage === 'follow-up') return times.previous ? undefined : 'noPrevious'
  if (stage === 'final') return times.closed ? undefined : 'noEnd'
  return times.occurred || times.received ? undefined : 'noClock'
}

function report(
  document: DocumentView,
  context: DocumentContext,
  deadline: ReportDeadline,
  message: 'overdue' | 'explained' | 'late',
): void {
  const at = message === 'late' ? headPlace(document, ['报送时间']) : headPlace(document, clockKeys(deadline))
  const { choice } = deadline
  if (!at || !choice) return
  const firm = choice.origin !== 'default'
  context.report({
    at,
    message,
    severity: message === 'explained' ? 'information' : message === 'overdue' && firm ? 'error' : 'warning',
    values: deadlineValues(deadline),
    fixes: message === 'explained' ? [] : giveReason(document),
  })
}

function giveReason(document: DocumentView): Fix[] {
  const head = document.frontMatter
  if (!head || head.entries.has('迟报原因')) return []
  const at = head.inner.end
  return [
    {
      title: ['补写迟报原因', 'Give the reason for lateness'],
      edits: [{ start: at, end: at, text: '迟报原因: $' + '{1:说明原因}\n' }],
      snippet: true,
    },
  ]
}

/** Kinds without a limit: what happened half a month ago is no news. Only drafts that say when it happened. */
function reportStale(document: DocumentView, context: DocumentContext): void {
  const read = readTimes(timesOf(document.frontMatter), context.settings.timeZone, context.now)
  const at = headPlace(document, ['事发时间'])
  if (!read.occurred || !at || document.frontMatter?.entries.has('迟报原因')) return
  const { state, days } = timelinessOf(read.occurred.instant, read.submitted?.instant ?? context.now)
  if (state !== 'fresh')
    context.report({
      at,
      message: 'stale',
      severity: state === 'half-month' ? 'warning' : 'information',
      values: { days },
    })
  if (!read.submitted) context.refreshAt(read.occurred.instant + (days + 1) * 86_400_000)
}
