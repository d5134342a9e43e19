// 日期有误: dates and times that no calendar has, weekdays that are another day's, ends before beginnings.

import type { DocumentRule } from '../engine/rule'
import { readable } from '../facts/text'
import { reportDeadline, timesOf } from '../report/deadlines'
import { calendarOf } from '../report/draftClock'
import { draftTimes, timesFact } from '../report/draftTimes'
import { endOfDay, formatDay, wallTime } from '../text/dates'
import { dateOf } from '../text/dates/civil'

/** A day on which something is told to have happened; where its form leaves that open, what nobody plans shows it. */
const toldDays = timesFact('told-days', (times, block) =>
  times.filter(
    ({ text, nature, from, superseded, recurring, end }) =>
      from !== null &&
      /[日号]/.test(text) &&
      !/[前内]$/.test(text) &&
      !superseded &&
      !recurring &&
      (nature === 'done' || (nature === 'plan' && happened.test(readable(block).slice(end, end + 24)))),
  ),
)
const happened = /^，?[^，。；将拟可未防如]{0,12}(?:发生|突发|接到|接报|造成|扑灭|抢通|遇难|受伤)/

const inHead = new Set(['impossible', 'unreadable', 'order', 'in-future', 'weekday'])

const faulty = timesFact('faulty', times => times.filter(({ faults }) => faults.length > 0))

export const impossibleDate: DocumentRule = {
  id: 'impossible-date',
  title: ['日期有误', 'Impossible date'],
  family: 'deadline',
  severity: 'error',
  scope: 'document',
  messages: {
    fault: {
      what: ['“{text}”有误：{problem}', '“{text}” cannot be: {problemEn}'],
      why: ['日期错一个字，时限和事实就都对不上', 'One wrong figure and neither limit nor fact holds'],
      doNext: ['对照日历和原始记录改正', 'Correct it by the calendar and the records'],
    },
    'after-signature': {
      what: [
        '“{text}”的事写成已经发生，可这份稿子的日期是{date}',
        '“{text}” is told as past, but the draft is dated {date}',
      ],
      why: [
        '落款早于所写的事，日期必有一处写错',
        'A signature before the event: one of the two dates is wrong',
      ],
      doNext: ['核对落款（成稿日期）和事情的日期', 'Check the signature and the date of the event'],
    },
    head: {
      what: ['{problem}', '{problemEn}'],
      why: ['时限按这里的时间计算，错了就算不准', 'The limit is computed from these times'],
      doNext: [
        '对照值班记录改正，写成 2026-11-22 08:30',
        'Correct it by the duty log; write 2026-11-22 08:30',
      ],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 问题\n成稿日期: 2026-04-28\n---\n\n由镇水利站牵头，⟦6月31日前⟧清淤完毕。\n',
        mended: '由镇水利站牵头，6月30日前清淤完毕。',
      },
      {
        text: '---\n类型: 动态\n成稿日期: 2026-04-28\n---\n\n⟦4月18日（星期五）⟧，县局召开调度会，12个乡镇参加。\n',
      },
      {
        text: '---\n类型: 突发初报\n---\n\n⟦11月18日8时30分⟧，青石镇一处仓库发生火灾，无人员伤亡。\n\n青石镇人民政府\n\n2026年11月16日\n',
      },
      {
        text: '---\n标题: 青石镇仓库火灾\n类型: 突发初报\n接报时间: ⟦早上八点多⟧\n---\n\n4月28日8时30分，青石镇一处仓库发生火灾，无人员伤亡。\n',
        mended: '接报时间: 2026-04-28 08:40',
      },
      {
        text: '---\n标题: 青石镇仓库火灾\n类型: 突发初报\n接报时间: 2026-04-28 08:40\n报送时限: ⟦尽快⟧\n---\n\n4月28日8时30分，青石镇一处仓库发生火灾，无人员伤亡。\n',
        mended: '报送时限: 1小时',
      },
      {
        text: '---\n标题: 青石镇仓库火灾\n类型: 突发初报\n事发时间: 2026-04-28 08:30\n接报时间: ⟦2026-04-28 08:00⟧\n---\n\n4月28日8时30分，青石镇一处仓库发生火灾，无人员伤亡。\n',
      },
    ],
    good: [
      {
        text: '---\n类型: 突发初报\n---\n\n11月16日8时30分，青石镇一处仓库发生火灾，9时已扑灭，无人员伤亡。\n\n青石镇人民政府\n\n2026年11月16日\n',
      },
      {
        text: '---\n类型: 动态\n成稿日期: 2026-04-28\n---\n\n4月18日（星期六），县局召开调度会，12个乡镇参加，6月30日前清淤完毕。\n',
      },
      {
        text: '---\n类型: 动态\n成稿日期: 2028-02-01\n---\n\n2月29日前，由镇水利站清淤3.2公里；生产用房3.13亩。\n',
      },
    ],
  },
  reads: ['now'],
  check(document, context) {
    for (const time of draftTimes(document, context.settings, context.now, faulty).all)
      for (const fault of time.faults)
        context.report({
          at: { block: time.block, start: time.start, end: time.end },
          message: 'fault',
          severity:
            fault.code === 'weekday-mismatch' || fault.code === 'reversed-range' ? 'warning' : 'error',
          values: { text: time.text, problem: fault.text[0], problemEn: fault.text[1] },
        })
    const { all, base, dated } = draftTimes(document, context.settings, context.now, toldDays)
    const zone = context.settings.timeZone
    const { day } = wallTime(zone, base)
    const date = formatDay(day, dateOf(day).year)
    if (dated)
      for (const time of all)
        if (time.from! > endOfDay(zone, day))
          context.report({
            at: { block: time.block, start: time.start, end: time.end },
            message: 'after-signature',
            severity: 'warning',
            values: { text: time.text, date },
          })
    const { kind, stage, settings, now } = context
    const times = timesOf(document.frontMatter)
    const { problems } = reportDeadline({ kind, stage, times, settings, calendar: calendarOf(settings), now })
    for (const { code, key, text } of problems) {
      const entry = key && document.frontMatter?.entries.get(key)
      if (!entry || !inHead.has(code)) continue
      // 【填：时:分】 is a gap of a template, which another rule points at.
      if (code === 'unreadable' && entry.text.includes('【')) continue
      context.report({
        at: { source: entry.value },
        message: 'head',
        severity: code === 'impossible' ? 'error' : 'warning',
        values: { problem: text[0], problemEn: text[1] },
      })
    }
  },
}
