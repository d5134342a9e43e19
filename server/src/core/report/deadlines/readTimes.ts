// Reads the times that a draft states, and says what is wrong with them: unreadable, impossible, in the wrong order.

import type { FrontMatter } from '../../document/frontMatter'
import type { FrontMatterKey } from '../../document/head'
import { parseInstant, type ReadInstant } from '../../text/dates/parseInstant'
import type { Instant } from '../../types'
import type { ReportTimes, TimeProblem } from './types'

export interface ReadTimes {
  readonly occurred: ReadInstant | undefined
  readonly received: ReadInstant | undefined
  readonly submitted: ReadInstant | undefined
  readonly date: ReadInstant | undefined
  readonly previous: ReadInstant | undefined
  readonly closed: ReadInstant | undefined
  readonly problems: readonly TimeProblem[]
}

/** The entries of a front matter that concern time. */
export function timesOf(frontMatter: FrontMatter | undefined): ReportTimes {
  const text = (key: FrontMatterKey) => frontMatter?.entries.get(key)?.text.trim() || undefined
  const times = {
    occurred: text('事发时间'),
    received: text('接报时间'),
    deadline: text('报送时限'),
    submitted: text('报送时间'),
    status: text('状态'),
    lateReason: text('迟报原因'),
    date: text('成稿日期'),
    previous: text('上次报送时间'),
    closed: text('处置结束时间'),
    level: text('等级'),
  }
  return Object.fromEntries(Object.entries(times).filter(([, value]) => value !== undefined))
}

/** The entry that each time stands in. */
export const timeKeys = {
  occurred: '事发时间',
  received: '接报时间',
  submitted: '报送时间',
  date: '成稿日期',
  previous: '上次报送时间',
  closed: '处置结束时间',
} as const satisfies Partial<Record<keyof ReportTimes, FrontMatterKey>>

export function readTimes(times: ReportTimes, zone: string, now: Instant): ReadTimes {
  const problems: TimeProblem[] = []
  const read = (value: string | undefined, key?: FrontMatterKey): ReadInstant | undefined => {
    if (value === undefined || value.trim() === '') return undefined
    const found = parseInstant(value, zone, now)
    if (!found.ok) {
      problems.push({
        code:
          found.code === 'impossible-date' || found.code === 'impossible-time' ? 'impossible' : 'unreadable',
        text: found.reason,
        ...(key && { key }),
      })
      return undefined
    }
    if (found.problem) problems.push({ code: 'weekday', text: found.problem, ...(key && { key }) })
    if (found.yearAssumed)
      problems.push({
        code: 'year-assumed',
        text: ['时间没有写年份，请补上', 'The time has no year'],
        ...(key && { key }),
      })
    return found
  }
  const result = {
    occurred: read(times.occurred, timeKeys.occurred),
    received: read(times.received, timeKeys.received),
    submitted: read(times.submitted, timeKeys.submitted),
    date: read(times.date, timeKeys.date),
    previous: read(times.previous, timeKeys.previous),
    closed: read(times.closed, timeKeys.closed),
  }
  problems.push(...orderProblems(result, now))
  return { ...result, problems }
}

/** 事发 ≤ 接报 ≤ 上次报送 ≤ 报送, 事发 ≤ 接报 ≤ 处置结束, and none but 报送 lies ahead. Whole days get the benefit of the doubt. */
function orderProblems(times: Omit<ReadTimes, 'problems'>, now: Instant): TimeProblem[] {
  const problems: TimeProblem[] = []
  const chain = [
    ['事发时间', times.occurred],
    ['接报时间', times.received],
    ['上次报送时间', times.previous],
    ['处置结束时间', times.closed],
    ['报送时间', times.submitted],
  ] as const
  for (let i = 0; i < chain.length; i++)
    for (let j = i + 1; j < chain.length; j++) {
      const [earlier, first] = chain[i]!
      const [later, second] = chain[j]!
      // A follow-up may well go out when all is over, or before.
      if (earlier === '上次报送时间' && later === '处置结束时间') continue
      if (first && second && second.until < first.instant)
        problems.push({
          code: 'order',
          text: [`${later}早于${earlier}，请核对`, `${later} is earlier than ${earlier}`],
          key: later,
        })
    }
  for (const [key, time] of chain)
    if (time && time.instant > now && key !== '报送时间')
      problems.push({ code: 'in-future', text: [`${key}还没有到，请核对`, `${key} lies in the future`], key })
  if (times.date && times.occurred && times.date.until < times.occurred.instant)
    problems.push({
      code: 'order',
      text: ['成稿日期早于事发时间，请核对', '成稿日期 is earlier than 事发时间'],
      key: '成稿日期',
    })
  return problems
}
