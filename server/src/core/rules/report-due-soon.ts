// 临近时限: little is left of the time in which the report must be handed in.

import type { DocumentRule } from '../engine/rule'
import { reportDeadline, timesOf } from '../report/deadlines'
import { clockKeys, deadlineValues, headPlace } from '../report/deadlineWords'
import { calendarOf } from '../report/draftClock'

export const reportDueSoon: DocumentRule = {
  id: 'report-due-soon',
  title: ['临近时限', 'Report due soon'],
  family: 'deadline',
  severity: 'information',
  scope: 'document',
  reads: ['now'],
  messages: {
    soon: {
      what: ['{standing}就到报送时限：{arithmetic}', '{standingEn}: {arithmetic}'],
      why: ['时限出处：{basis}（{title}）', 'The limit: {basisEn} ({titleEn})'],
      doNext: [
        '先报已核实的内容，不明的写“正在核实”，后续再续报',
        'Report what is verified now and follow up later',
      ],
    },
  },
  examples: {
    bad: [
      {
        now: '2026-11-22T09:05:00+08:00',
        text: '---\n标题: 青石镇山体滑坡\n类型: 突发初报\n⟦接报时间⟧: 2026-11-22 08:30\n报送时限: 1小时\n---\n\n11月22日8时10分，青石镇柳河村三组发生山体滑坡，土方约600立方米，无人员伤亡。\n',
      },
    ],
    good: [
      {
        now: '2026-11-22T08:40:00+08:00',
        text: '---\n标题: 青石镇山体滑坡\n类型: 突发初报\n接报时间: 2026-11-22 08:30\n报送时限: 2小时\n---\n\n11月22日8时10分，青石镇柳河村三组发生山体滑坡，土方约600立方米，无人员伤亡。\n',
      },
      {
        now: '2026-11-22T09:05:00+08:00',
        text: '---\n标题: 青石镇山体滑坡\n类型: 突发初报\n接报时间: 2026-11-22 08:30\n报送时限: 1小时\n报送时间: 2026-11-22 08:50\n状态: 已报送\n---\n\n11月22日8时10分，青石镇柳河村三组发生山体滑坡，土方约600立方米，无人员伤亡。\n',
      },
    ],
  },
  check(document, context) {
    const times = timesOf(document.frontMatter)
    const { kind, stage, settings, now } = context
    const deadline = reportDeadline({ kind, stage, times, settings, calendar: calendarOf(settings), now })
    if (deadline.nextChangeAt !== undefined) context.refreshAt(deadline.nextChangeAt)
    if (deadline.state !== 'dueSoon' || !deadline.choice) return
    if (deadline.nextWordingAt !== undefined) context.refreshAt(deadline.nextWordingAt)
    const at = headPlace(document, clockKeys(deadline))
    if (at) context.report({ at, message: 'soon', values: deadlineValues(deadline) })
  },
}
