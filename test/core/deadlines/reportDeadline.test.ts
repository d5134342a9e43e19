// When a report is due: the limit that applies, its arithmetic, how it stands, and when that changes.

import assert from 'node:assert/strict'
import {
  type LimitSettings,
  type ReportDeadline,
  type ReportTimes,
  reportDeadline,
  timelinessOf,
} from '../../../server/src/core/report/deadlines'
import type { KindId, Stage } from '../../../server/src/core/report/kinds'
import { createCalendar, formatIso, parseInstant } from '../../../server/src/core/text/dates'

const zone = 'Asia/Shanghai'
const usual: LimitSettings = { timeZone: zone, deadlinePreset: '', deadlineLimits: {}, dueSoonHours: 6 }

function at(text: string, where = zone): number {
  const read = parseInstant(text, where)
  assert.ok(read.ok, text)
  return read.instant
}

interface Case {
  readonly now: string
  readonly times: ReportTimes
  readonly kind?: KindId
  readonly stage?: Stage
  readonly settings?: Partial<LimitSettings>
  readonly changes?: Record<string, string>
}

function deadline({
  now,
  times,
  kind = 'emergency',
  stage,
  settings = {},
  changes = {},
}: Case): ReportDeadline {
  const all = { ...usual, ...settings }
  return reportDeadline({
    kind,
    stage,
    times,
    settings: all,
    calendar: createCalendar(changes),
    now: at(now, all.timeZone),
  })
}

const iso = (instant: number | null | undefined) =>
  instant == null ? '-' : formatIso(instant, zone).slice(0, 19)
const codes = (result: ReportDeadline) => result.problems.map(problem => problem.code)

describe('the limit of a report', () => {
  it('is 24 hours from the event unless somebody says otherwise', () => {
    const result = deadline({ now: '2026-11-22 10:00', times: { occurred: '2026-11-22 08:30' } })
    assert.equal(iso(result.due), '2026-11-23T08:30:00')
    assert.equal(result.arithmetic, '事发 11月22日 08:30 + 24 小时 = 11月23日 08:30')
    assert.deepEqual(
      [result.state, result.choice?.limit?.id, result.choice?.origin],
      ['notDue', 'N01', 'default'],
    )
    assert.deepEqual(result.standing, ['还剩 22 小时 30 分', '22 h 30 min left'])
    assert.deepEqual(codes(result), [])
  })

  it('is the preset that was picked, with its arithmetic and its source', () => {
    const result = deadline({
      now: '2026-11-22 11:40',
      times: { occurred: '2026-11-22 08:10', received: '2026-11-22 08:30' },
      stage: 'first',
      settings: { deadlinePreset: 'L04' },
    })
    assert.equal(result.arithmetic, '接报 11月22日 08:30 + 1 小时 = 09:30')
    assert.deepEqual([result.state, result.standing[0]], ['overdue', '已超 2 小时 10 分'])
    assert.equal(
      result.choice?.citation[0],
      '依据《生产安全事故报告和调查处理条例》（国务院令第493号）第九条',
    )
  })

  it('of a township is 20 minutes by telephone and 40 in writing', () => {
    const result = deadline({
      now: '2026-11-22 09:00',
      times: { occurred: '2026-11-22 08:30' },
      settings: { deadlinePreset: 'P03' },
    })
    assert.equal(iso(result.due), '2026-11-22T09:10:00')
    assert.deepEqual(
      result.milestones.map(each => [each.by, iso(each.due), each.passed]),
      [['电话', '2026-11-22T08:50:00', true]],
    )
    assert.match(result.choice!.citation[0], /^参照.*以本地现行规定为准$/)
  })

  it('depends on the grade of the event where the rule says so', () => {
    const of = (level?: string) =>
      deadline({
        now: '2026-11-22 08:31',
        times: { occurred: '2026-11-22 08:30', ...(level && { level }) },
        settings: { deadlinePreset: 'P01' },
      })
    assert.equal(iso(of('重大').due), '2026-11-22T09:05:00')
    assert.equal(iso(of('较大').due), '2026-11-22T09:30:00')
    assert.equal(iso(of('一般').due), '2026-11-22T14:30:00')
    assert.equal(iso(of().due), '2026-11-22T14:30:00')
    assert.deepEqual(codes(of()), ['level-missing'])
    assert.deepEqual(codes(of('较大')), [])
  })

  it('is the unit’s own where the workspace has one, the stage’s before the kind’s', () => {
    const settings = { deadlineLimits: { 突发: '2小时', 突发初报: '40分钟' }, deadlinePreset: 'L04' }
    const times = { received: '2026-11-22 08:30' }
    const result = deadline({ now: '2026-11-22 08:40', times, stage: 'first', settings })
    assert.deepEqual([iso(result.due), result.choice?.origin], ['2026-11-22T09:10:00', 'workspace'])
    const clocked = deadline({
      now: '2026-11-22 08:40',
      times: { ...times, occurred: '2026-11-22 08:00' },
      settings: { deadlineLimits: { 突发初报: '事发后1小时' } },
    })
    assert.equal(iso(clocked.due), '2026-11-22T09:00:00')
  })

  it('is what the draft itself says before all others', () => {
    const times = { received: '2026-11-22 08:30' }
    const of = (written: string) =>
      deadline({ now: '2026-11-22 09:00', times: { ...times, deadline: written } })
    assert.equal(iso(of('2小时').due), '2026-11-22T10:30:00')
    assert.equal(iso(of('接报后30分钟').due), '2026-11-22T09:00:00')
    assert.equal(iso(of('2026-11-22 18:00').due), '2026-11-22T18:00:00')
    assert.equal(iso(of('2026年11月25日前').due), '2026-11-25T23:59:59')
    assert.equal(iso(of('3个工作日').due), '2026-11-25T23:59:59')
    assert.deepEqual(codes(of('尽快')), ['unreadable', 'clock-missing'].slice(0, 1))
    assert.equal(of('尽快').state, 'unknown')
    assert.deepEqual(codes(of('2026-02-30')), ['impossible'])
  })

  it('in working days may count from the date of the draft, and says when holidays are unknown', () => {
    const result = deadline({
      kind: 'survey',
      now: '2026-09-29 10:00',
      times: { date: '2026-09-28', deadline: '5个工作日' },
    })
    assert.deepEqual(
      [iso(result.due), result.arithmetic],
      ['2026-10-10T23:59:59', '成稿 9月28日 00:00 + 5 个工作日 = 10月10日 24:00'],
    )
    const later = deadline({
      kind: 'survey',
      now: '2026-12-30 10:00',
      times: { date: '2026-12-30', deadline: '5个工作日' },
    })
    assert.ok(codes(later).includes('no-holiday-data'))
    const own = deadline({
      kind: 'survey',
      now: '2026-11-20 10:00',
      times: { date: '2026-11-20', deadline: '1个工作日' },
      changes: { '2026-11-23': '休' },
    })
    assert.equal(iso(own.due), '2026-11-24T23:59:59')
  })

  it('does not exist for most kinds, and nothing is said then', () => {
    for (const kind of ['experience', 'survey', 'summary', 'other'] as const) {
      const result = deadline({ kind, now: '2026-11-22 10:00', times: { occurred: '2026-11-01 08:30' } })
      assert.deepEqual([result.state, result.due, codes(result)], ['none', null, []])
    }
  })

  it('runs through nights and holidays when it is in hours', () => {
    const result = deadline({ now: '2026-09-30 17:00', times: { occurred: '2026-09-30 16:00' } })
    assert.equal(iso(result.due), '2026-10-01T16:00:00')
  })

  it('of a follow-up has its own clock', () => {
    const times = { occurred: '2026-11-20 08:00', received: '2026-11-20 08:20' }
    const unknown = deadline({ now: '2026-11-22 10:00', times, stage: 'follow-up' })
    assert.deepEqual([unknown.state, codes(unknown)], ['unknown', ['clock-missing']])
    const result = deadline({
      now: '2026-11-22 10:00',
      times: { ...times, previous: '2026-11-21 17:00' },
      stage: 'follow-up',
    })
    assert.deepEqual([result.choice?.limit?.id, iso(result.due)], ['F01', '2026-11-22T17:00:00'])
    const daily = deadline({
      now: '2026-11-22 10:00',
      times: { ...times, previous: '2026-11-22 08:05' },
      stage: 'follow-up',
      settings: { deadlinePreset: 'F02' },
    })
    assert.equal(iso(daily.due), '2026-11-22T17:00:00')
    // A preset for first reports says nothing about follow-ups.
    const other = deadline({
      now: '2026-11-22 10:00',
      times: { ...times, previous: '2026-11-21 17:00' },
      stage: 'follow-up',
      settings: { deadlinePreset: 'P03' },
    })
    assert.equal(other.choice?.limit?.id, 'F01')
  })

  it('of a final report counts from the end of the event', () => {
    const result = deadline({ now: '2026-11-22 10:00', times: { closed: '2026-11-20' }, stage: 'final' })
    assert.equal(iso(result.due), '2026-12-04T23:59:59')
  })
})

describe('a preset that cannot be used', () => {
  for (const id of ['N02', 'L01', 'X99'])
    it(`${id} gives way to the default, and says so`, () => {
      const result = deadline({
        now: '2026-11-22 10:00',
        times: { occurred: '2026-11-22 08:30' },
        settings: { deadlinePreset: id },
      })
      assert.deepEqual([result.choice?.limit?.id, codes(result)], ['N01', ['limit-unknown']])
    })
  it('for another kind is left aside in silence', () => {
    const result = deadline({
      kind: 'survey',
      now: '2026-11-22 10:00',
      times: {},
      settings: { deadlinePreset: 'L04' },
    })
    assert.deepEqual([result.state, codes(result)], ['none', []])
  })
})

describe('how a report stands', () => {
  const times = { occurred: '2026-11-22 08:00' }
  const cases: readonly (readonly [string, ReportTimes, string, string])[] = [
    ['2026-11-22 09:00', {}, 'notDue', '还剩 23 小时'],
    ['2026-11-23 01:59', {}, 'notDue', '还剩 6 小时 1 分'],
    ['2026-11-23 02:00', {}, 'dueSoon', '还剩 6 小时'],
    ['2026-11-23 07:25', {}, 'dueSoon', '还剩 35 分钟'],
    ['2026-11-23 08:00', {}, 'dueSoon', '还剩 不足 1 分钟'],
    ['2026-11-23 08:01', {}, 'overdue', '已超 1 分钟'],
    ['2026-12-07 08:00', {}, 'overdue', '已超 14 天'],
    ['2026-12-07 08:00', { submitted: '2026-11-23 07:59' }, 'submittedOnTime', '按时报送'],
    ['2026-12-07 08:00', { submitted: '2026-11-23 08:00' }, 'submittedOnTime', '按时报送'],
    ['2026-12-07 08:00', { submitted: '2026-11-23' }, 'submittedOnTime', '按时报送'],
    ['2026-12-07 08:00', { submitted: '2026-11-23 11:00' }, 'submittedLate', '迟报 3 小时'],
    ['2026-12-07 08:00', { submitted: '2026-12-07' }, 'submittedLate', '迟报 13 天'],
    ['2026-12-07 08:00', { status: '已报送' }, 'submitted', '已报送'],
    ['2026-11-23 09:00', { status: '退回' }, 'overdue', '已超 60 分钟'],
    ['2026-11-23 09:00', { status: '草稿' }, 'overdue', '已超 60 分钟'],
  ]
  for (const [now, more, state, standing] of cases)
    it(`${now} ${JSON.stringify(more)} → ${state} ${standing}`, () => {
      const result = deadline({ now, times: { ...times, ...more } })
      assert.deepEqual([result.state, result.standing[0]], [state, standing])
    })

  it('keeps the reason for lateness and how late it was', () => {
    const result = deadline({
      now: '2026-12-07 08:00',
      times: { ...times, submitted: '2026-11-23 11:00', lateReason: '通信中断' },
    })
    assert.deepEqual([result.lateReason, result.overdueBy], ['通信中断', 3 * 3_600_000])
  })

  it('a short limit is near in its last half hour', () => {
    const of = (now: string) =>
      deadline({ now, times: { occurred: '2026-11-22 08:00' }, settings: { deadlinePreset: 'P03' } }).state
    assert.deepEqual(['2026-11-22 08:09', '2026-11-22 08:10', '2026-11-22 08:41'].map(of), [
      'notDue',
      'dueSoon',
      'overdue',
    ])
  })

  it('a fixed date is near as long before as the setting says', () => {
    const of = (now: string, dueSoonHours: number) =>
      deadline({ now, times: { deadline: '2026-11-22 18:00' }, settings: { dueSoonHours } }).state
    assert.deepEqual(
      [of('2026-11-22 11:59', 6), of('2026-11-22 12:00', 6), of('2026-11-21 18:00', 24)],
      ['notDue', 'dueSoon', 'dueSoon'],
    )
  })
})

describe('the answer changes by itself', () => {
  it('exactly when it says, and not a millisecond before', () => {
    for (const preset of ['', 'P03', 'L05']) {
      let now = at('2026-11-22 08:00')
      const states: string[] = []
      for (let steps = 0; steps < 10; steps++) {
        const request = {
          kind: 'emergency' as const,
          stage: 'first' as const,
          times: { occurred: '2026-11-22 08:00', received: '2026-11-22 08:00' },
          settings: { ...usual, deadlinePreset: preset },
          calendar: createCalendar(),
          now,
        }
        const result = reportDeadline(request)
        states.push(result.state)
        if (result.nextChangeAt === undefined) break
        assert.ok(result.nextChangeAt > now)
        assert.equal(reportDeadline({ ...request, now: result.nextChangeAt - 1 }).state, result.state)
        now = result.nextChangeAt
      }
      assert.deepEqual(states, ['notDue', 'dueSoon', 'overdue'])
    }
  })

  it('and so does the wording', () => {
    let now = at('2026-11-23 07:20')
    for (let steps = 0; steps < 400; steps++) {
      const request = {
        kind: 'emergency' as const,
        stage: undefined,
        times: { occurred: '2026-11-22 08:00' },
        settings: usual,
        calendar: createCalendar(),
        now,
      }
      const result = reportDeadline(request)
      assert.ok(result.nextWordingAt! > now)
      assert.equal(
        reportDeadline({ ...request, now: result.nextWordingAt! - 1 }).standing[0],
        result.standing[0],
      )
      assert.notEqual(
        reportDeadline({ ...request, now: result.nextWordingAt! }).standing[0],
        result.standing[0],
      )
      now = result.nextWordingAt!
    }
    assert.ok(now > at('2026-11-23 08:00'))
  })

  it('not after it was handed in', () => {
    const result = deadline({
      now: '2026-11-22 10:00',
      times: { occurred: '2026-11-22 08:00', submitted: '2026-11-22 09:00' },
    })
    assert.deepEqual([result.nextChangeAt, result.nextWordingAt], [undefined, undefined])
  })
})

describe('times that contradict each other', () => {
  const cases: readonly (readonly [ReportTimes, readonly string[]])[] = [
    [{ occurred: '2026-11-22 08:30', received: '2026-11-22 08:00' }, ['order']],
    [{ occurred: '2026-11-22 08:30', submitted: '2026-11-22 08:00' }, ['order']],
    [{ occurred: '2026-11-22', received: '2026-11-22 00:10' }, ['clock-day-only']],
    [{ occurred: '2026-11-23 08:30' }, ['in-future']],
    [{ occurred: '2026-11-22 08:30', date: '2026-11-21' }, ['order']],
    [{ occurred: '2026年2月30日' }, ['impossible', 'clock-missing']],
    [{ occurred: '不详' }, ['unreadable', 'clock-missing']],
    [{ occurred: '11月22日8时' }, ['year-assumed']],
    [{ occurred: '2026年11月22日（星期一）8时' }, ['weekday']],
    [{ received: '2026-11-22 08:30' }, ['clock-substituted']],
    [{}, ['clock-missing']],
    [{ occurred: '2026-11-22 08:00', status: '已报送' }, ['submitted-unknown']],
    [{ occurred: '2026-11-22 08:00', received: '2026-11-22 08:20', submitted: '2026-11-22 09:00' }, []],
  ]
  for (const [times, expected] of cases)
    it(`${JSON.stringify(times)} → ${expected.join(' ') || 'nothing'}`, () => {
      const result = deadline({ now: '2026-11-22 10:00', times })
      assert.deepEqual(codes(result), expected)
      for (const { text } of result.problems) assert.match(text[0], /[一-龥]/)
    })

  it('a start without time of day is never late too early', () => {
    const result = deadline({ now: '2026-11-23 12:00', times: { occurred: '2026-11-22' } })
    assert.deepEqual(
      [result.state, iso(result.due)],
      ['notDue', '2026-11-24T00:00:00'].map((each, i) => (i === 0 ? 'notDue' : each)),
    )
  })
})

describe('a writer in another zone', () => {
  it('reads and shows times on the clock of the setting', () => {
    const result = deadline({
      now: '2026-11-22 09:00',
      times: { occurred: '2026-11-22 08:30' },
      settings: { timeZone: 'Asia/Urumqi' },
    })
    assert.equal(result.arithmetic, '事发 11月22日 08:30 + 24 小时 = 11月23日 08:30')
    assert.equal(formatIso(result.due!, 'Asia/Urumqi'), '2026-11-23T08:30:00+06:00')
  })
})

describe('news value', () => {
  it('is stale after a week and half-month old after fifteen days', () => {
    const of = (now: string) => timelinessOf(at('2026-11-01 08:00'), at(now)).state
    assert.deepEqual(['2026-11-08 10:00', '2026-11-09 10:00', '2026-11-16 08:00'].map(of), [
      'fresh',
      'stale',
      'half-month',
    ])
  })
})
