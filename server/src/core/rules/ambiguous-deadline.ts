// 时限含糊: a limit that two readers understand as two days, so that each is right and nothing is late.

import type { DocumentContext, DocumentRule, DocumentView, Message } from '../engine/rule'
import { chainOf } from '../facts/analysis/chain'
import { datelessPromise } from '../report/dateless'
import { type DraftTime, draftTimes, timesFact } from '../report/draftTimes'
import {
  type AmbiguityCode,
  ambiguity,
  ambiguityCodes,
  formatChinese,
  formatDay,
  wallTime,
} from '../text/dates'
import { dateOf } from '../text/dates/civil'
import type { Fix, Instant } from '../types'
import { measureWithoutDeadline } from './measure-without-deadline'

/** Words without any date (尽快, 适时) are stock phrases and missing limits, and reported as such. */
const leftToOthers: readonly AmbiguityCode[] = ['no-date']
const asked = ambiguityCodes.filter(code => ambiguity(code).weight === 'ask' && !leftToOthers.includes(code))

const messageOf = (code: AmbiguityCode): Message => ({
  what: [`“{text}”{reading}。${ambiguity(code).text[0]}`, `“{text}”{readingEn}. ${ambiguity(code).text[1]}`],
  why: ['期限有两种读法，就谁都不算超期，督办时说不清', 'With two readings nobody is ever late'],
  doNext: ['写成具体的年月日，必要时写到几时几分', 'Write the date itself, and the hour where it matters'],
})

const dateless = timesFact('dateless', (times, block) =>
  times.filter(({ nature }, at) => nature === 'vague' && datelessPromise(block, times, at)),
)

/** In what is owed, what makes two days of one. */
function doubtOf({ nature, ambiguities }: DraftTime) {
  const owed = nature === 'obligation' || nature === 'vague' || nature === 'as-of'
  return owed ? ambiguities.find(({ code }) => asked.includes(code)) : undefined
}

const doubtful = timesFact('doubtful', times => times.filter(doubtOf))

export const ambiguousDeadline: DocumentRule = {
  id: 'ambiguous-deadline',
  title: ['时限含糊', 'Ambiguous deadline'],
  family: 'deadline',
  severity: 'hint',
  scope: 'document',
  messages: {
    ...Object.fromEntries(asked.map(code => [code, messageOf(code)])),
    dateless: {
      what: ['只说“{text}”，没有说到哪一天', 'Only “{text}”, and no day'],
      why: ['没有日子的承诺到不了期，问起来没法答', 'A promise without a day never falls due'],
      doNext: [
        '写上哪天前办完；一时定不下的，写明什么时候给准信',
        'Give the day, or say when the day will be known',
      ],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 问题\n成稿日期: 2026-04-28\n---\n\n由镇水利站牵头，⟦5月中旬前⟧清淤3.2公里。\n',
        mended: '由镇水利站牵头，5月20日前清淤3.2公里。',
      },
      { text: '---\n类型: 问题\n成稿日期: 2026-04-28\n---\n\n请各村于⟦本周五前⟧上报清淤长度。\n' },
      { text: '---\n类型: 问题\n成稿日期: 2026-04-28\n---\n\n由镇水利站牵头，⟦主汛期到来前⟧清淤3.2公里。\n' },
      {
        text: '---\n类型: 舆情\n成稿日期: 2026-04-28\n---\n\n柳河小区漏水管段已列入改造计划，将⟦尽快⟧动工。\n',
        mended: '柳河小区漏水管段已列入改造计划，5月20日前动工，6月10日前恢复路面。',
      },
    ],
    good: [
      {
        text: '---\n类型: 问题\n成稿日期: 2026-04-28\n---\n\n由镇水利站牵头，2026年5月20日前清淤3.2公里，5月22日17时前报县水利局。\n',
      },
      {
        text: '---\n类型: 动态\n成稿日期: 2026-04-28\n---\n\n4月中旬前，8个村清淤2.1公里；截至4月25日，完成65.6%。\n',
      },
    ],
  },
  sources: [
    [
      '《中华人民共和国民法典》第二百条至第二百零四条、第一千二百五十九条（期间计算）',
      'Civil Code, articles 200–204 and 1259',
    ],
  ],
  reads: ['now'],
  check(document, context) {
    const { settings, now } = context
    const told = new Map<number, DraftTime>()
    for (const time of draftTimes(document, settings, now, dateless).all) {
      if (told.has(time.block) || isMeasure(document, context, time)) continue
      told.set(time.block, time)
      context.report({
        at: { block: time.block, start: time.start, end: time.end },
        message: 'dateless',
        severity: 'information',
        values: { text: time.text },
      })
    }
    for (const time of draftTimes(document, settings, now, doubtful).all) {
      const doubt = doubtOf(time)
      if (!doubt || told.get(time.block) === time) continue
      const readings = readingsOf(time, context)
      context.report({
        at: { block: time.block, start: time.start, end: time.end },
        message: doubt.code,
        values: {
          text: time.text,
          reading: readings[0] ? `按 ${readings[0]} 计` : '没有确切日期',
          readingEn: readings[0] ? ` is taken as ${readings[0]}` : ' names no date',
        },
        fixes: replaceBy(time, context, readings),
      })
    }
  },
}

/** In a measure 措施无时限 speaks of it, where that rule is asked. */
function isMeasure(document: DocumentView, context: DocumentContext, { block, start }: DraftTime): boolean {
  if (!measureWithoutDeadline.kinds?.includes(context.kind)) return false
  return chainOf(document).passages.some(
    ({ role, ahead, items }) =>
      role === 'measure' &&
      ahead &&
      items.some(({ parts }) =>
        parts.some(part => part.block === block && part.start <= start && start < part.end),
      ),
  )
}

/** The days that the words may mean, the one that is counted with first. */
function readingsOf(time: DraftTime, context: DocumentContext): string[] {
  if (time.due === null) return []
  const { timeZone } = context.settings
  const { year } = dateOf(wallTime(timeZone, context.now).day)
  const show = (due: Instant) => {
    const wall = wallTime(timeZone, due)
    const yearShown =
      dateOf(wall.day).year === year && !time.ambiguities.some(each => each.code === 'year-missing')
        ? year
        : undefined
    return time.precision === 'minute'
      ? formatChinese(due, timeZone, yearShown)
      : formatDay(wall.day, yearShown)
  }
  return [...new Set([time.due, ...time.alternatives.map(each => each.due)].map(show))].slice(0, 3)
}

/** Only a limit in days is replaced by its day: who says 24小时 wants hours. */
function replaceBy(time: DraftTime, context: DocumentContext, readings: readonly string[]): Fix[] {
  if (time.nature !== 'obligation' || time.precision === 'minute' || time.recurring) return []
  const span = context.locate(time.block, time)
  return readings.map(reading => ({
    title: [`改为“${reading}前”`, `Replace by ${reading}前`],
    edits: [{ ...span, text: `${reading}前` }],
  }))
}
