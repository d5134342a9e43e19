// Instants, spans, working days and zones: values as people write them, and clocks that do not stand in China.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import {
  addSpan,
  addWorkdays,
  createCalendar,
  formatChinese,
  formatIso,
  humanize,
  instantAt,
  parseInstant,
  parseSpan,
  spanText,
  wallTime,
} from '../../../server/src/core/text/dates'
import { addMonths, dateOf, dayOf, isoDay, weekdayOf } from '../../../server/src/core/text/dates/civil'
import { offsetAt } from '../../../server/src/core/text/dates/zone'

const zone = 'Asia/Shanghai'

describe('written times', () => {
  const read = (text: string) => {
    const found = parseInstant(text, zone)
    return found.ok ? `${formatIso(found.instant, zone).slice(0, 19)} ${found.precision}` : found.code
  }
  const forms: readonly (readonly [string, string])[] = [
    ['2026-11-22', '2026-11-22T00:00:00 day'],
    ['2026-11-22 08:30', '2026-11-22T08:30:00 minute'],
    ['2026-11-22T08:30:15', '2026-11-22T08:30:15 second'],
    ['2026年11月22日8时30分', '2026-11-22T08:30:00 minute'],
    ['2026年11月22日 8时', '2026-11-22T08:00:00 hour'],
    ['2026/11/22 8:30', '2026-11-22T08:30:00 minute'],
    ['2026.11.22', '2026-11-22T00:00:00 day'],
    ['２０２６年１１月２２日　８：３０', '2026-11-22T08:30:00 minute'],
    ['二〇二六年十一月二十二日', '2026-11-22T00:00:00 day'],
    ['二〇二六年十一月二十二日八时三十分', '2026-11-22T08:30:00 minute'],
    ['2026年11月22日下午3点半', '2026-11-22T15:30:00 minute'],
    ['2026年11月22日（星期日）20时', '2026-11-22T20:00:00 hour'],
    ['2026年11月22日24时', '2026-11-23T00:00:00 hour'],
    ['2026-11-22T00:30:00Z', '2026-11-22T08:30:00 second'],
    ['2026-11-22T08:30+09:00', '2026-11-22T07:30:00 minute'],
    ['20261122', '2026-11-22T00:00:00 day'],
    ['2026年11月22日8时30分许', '2026-11-22T08:30:00 minute'],
    ['2026年2月30日', 'impossible-date'],
    ['2026-13-01', 'impossible-date'],
    ['2026-02-29', 'impossible-date'],
    ['2026-11-22 25:61', 'impossible-time'],
    ['11月22日8时', 'no-year'],
    ['昨天上午', 'not-a-time'],
    ['2026-11', 'not-a-time'],
    ['待定', 'not-a-time'],
    ['', 'empty'],
  ]
  for (const [text, expected] of forms)
    it(`${text || '(empty)'} → ${expected}`, () => assert.equal(read(text), expected))

  it('a refusal says why in Chinese', () => {
    const found = parseInstant('2026年2月30日', zone)
    assert.ok(!found.ok)
    assert.match(found.reason[0], /2026年2月没有30日，最后一天是28日/)
  })

  it('a wrong weekday is noted and does not keep the time from being read', () => {
    const found = parseInstant('2026年11月22日（星期一）', zone)
    assert.ok(found.ok)
    assert.match(found.problem![0], /是星期日/)
  })

  it('a time without a year is put near the base', () => {
    const base = instantAt(zone, dayOf(2027, 1, 2))
    const found = parseInstant('12月30日8时', zone, base)
    assert.ok(found.ok)
    assert.equal(formatIso(found.instant, zone), '2026-12-30T08:00:00+08:00')
    assert.ok(found.yearAssumed)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        parseInstant(text, zone)
        parseSpan(text)
      }),
    )
  })
})

describe('written spans', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['24小时', '24 小时'],
    ['24 小时内', '24 小时'],
    ['24h', '24 小时'],
    ['二十四小时', '24 小时'],
    ['2小时30分', '2 小时 30 分钟'],
    ['半小时', '30 分钟'],
    ['一个半小时', '1 小时 30 分钟'],
    ['两小时半', '2 小时 30 分钟'],
    ['30分钟', '30 分钟'],
    ['四十分钟', '40 分钟'],
    ['3个工作日', '3 个工作日'],
    ['三日内', '3 天'],
    ['两周', '14 天'],
    ['1个月', '1 个月'],
    ['一个半月', '1 个月 15 天'],
    ['半年', '6 个月'],
    ['不超过2小时', '2 小时'],
  ]
  for (const [text, expected] of forms)
    it(`${text} → ${expected}`, () => {
      const found = parseSpan(text)
      assert.equal(found.ok && spanText(found.span), expected)
    })
  for (const text of ['', '尽快', '2026-11-22', '0小时', '半个工作日', '小时', '3'])
    it(`“${text}” is refused with a reason`, () => {
      const found = parseSpan(text)
      assert.ok(!found.ok)
      assert.match(found.reason[0], /[一-龥]/)
    })
})

describe('working days', () => {
  const calendar = createCalendar()
  const days = (from: readonly [number, number, number], count: number, of = calendar) =>
    isoDay(addWorkdays(of, dayOf(...from), count))

  it('follow the notice for 2026, moved working days included', () => {
    assert.equal(days([2026, 4, 28], 3), '2026-05-06')
    assert.equal(days([2026, 4, 28], 10), '2026-05-14')
    assert.equal(days([2026, 9, 30], 1), '2026-10-08')
    assert.equal(days([2026, 9, 30], 3), '2026-10-10')
  })

  it('obey the writer’s own calendar, as a map or as lists', () => {
    assert.equal(days([2026, 11, 20], 1, createCalendar({ '2026-11-23': '休' })), '2026-11-24')
    assert.equal(days([2026, 11, 20], 1, createCalendar({ '2026-11-21': '班' })), '2026-11-21')
    assert.equal(days([2026, 11, 20], 1, createCalendar({ holidays: ['2026-11-23'] })), '2026-11-24')
    assert.equal(
      days([2026, 11, 20], 1, createCalendar({ '2026-13-45': '休', nonsense: '班' })),
      '2026-11-23',
    )
  })

  it('say when a year is only an estimate', () => {
    assert.equal(calendar.isKnown(dayOf(2026, 5, 1)), true)
    assert.equal(calendar.isKnown(dayOf(2027, 5, 1)), false)
    const own = createCalendar(
      Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map(day => [`2027-10-0${day}`, '休'])),
    )
    assert.equal(own.isKnown(dayOf(2027, 5, 1)), true)
    const span = parseSpan('5个工作日')
    assert.ok(span.ok)
    assert.equal(addSpan(instantAt(zone, dayOf(2026, 12, 30)), span.span, zone, calendar).estimated, true)
    assert.equal(addSpan(instantAt(zone, dayOf(2026, 4, 28)), span.span, zone, calendar).estimated, false)
  })

  it('a month ends on its corresponding day, or on its last', () => {
    assert.equal(isoDay(addMonths(dayOf(2026, 1, 31), 1)), '2026-02-28')
    assert.equal(isoDay(addMonths(dayOf(2028, 1, 31), 1)), '2028-02-29')
    assert.equal(isoDay(addMonths(dayOf(2026, 11, 30), 3)), '2027-02-28')
  })
})

describe('zones', () => {
  it('a moment keeps its wall time through any zone, gaps and overlaps of clock changes included', () => {
    const zones = [
      'Asia/Shanghai',
      'America/New_York',
      'Pacific/Kiritimati',
      'UTC',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: dayOf(1992, 1, 1), max: dayOf(2090, 1, 1) }),
        fc.integer({ min: 0, max: 86_399 }),
        (name, day, second) => {
          const instant = instantAt(name, day, second * 1000)
          const back = wallTime(name, instant)
          const shifted = (back.day - day) * 86_400_000 + back.ms - second * 1000
          // In the hour that a clock change leaves out, the clock shows the hour after it.
          assert.ok(
            shifted === 0 || (shifted > 0 && shifted <= 3_600_000),
            `${name} ${isoDay(day)} ${second}`,
          )
          assert.equal(instant + offsetAt(name, instant), back.day * 86_400_000 + back.ms)
        },
      ),
    )
  })

  it('days and dates convert both ways, and weeks run on', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), day => {
        const { year, month, day: dayOfMonth } = dateOf(day)
        assert.equal(dayOf(year, month, dayOfMonth), day)
        assert.equal(weekdayOf(day + 1), (weekdayOf(day) % 7) + 1)
        const utc = new Date(day * 86_400_000)
        assert.deepEqual(
          [year, month, dayOfMonth],
          [utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate()],
        )
      }),
    )
  })

  it('an unknown zone answers as Shanghai instead of failing', () =>
    assert.equal(instantAt('Nowhere/Else', dayOf(2026, 4, 28)), instantAt(zone, dayOf(2026, 4, 28))))

  it('answers are the same on a machine in another zone', () => {
    const script = join(__dirname, 'printAnswers.ts')
    const run = (TZ: string) =>
      execFileSync(process.execPath, ['--import', 'tsx', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      })
    const here = run('Asia/Shanghai')
    assert.match(here, /2026-05-14T23:59:59\+08:00/)
    assert.equal(run('America/New_York'), here)
    assert.equal(run('Pacific/Kiritimati'), here)
  }).timeout(60_000)
})

describe('shown times', () => {
  it('name the day, and the year only where it differs', () => {
    const at = instantAt(zone, dayOf(2026, 11, 22), 8.5 * 3_600_000)
    assert.equal(formatChinese(at, zone, 2026), '11月22日 08:30')
    assert.equal(formatChinese(at, zone, 2025), '2026年11月22日 08:30')
    assert.equal(formatIso(at, 'America/New_York'), '2026-11-21T19:30:00-05:00')
  })

  it('durations are in minutes under two hours, then in hours, then in days', () => {
    const minute = 60_000
    for (const [minutes, expected] of [
      [0.5, '不足 1 分钟'],
      [8, '8 分钟'],
      [119, '119 分钟'],
      [120, '2 小时'],
      [130, '2 小时 10 分'],
      [1440, '1 天'],
      [27 * 60, '1 天 3 小时'],
      [15 * 1440 + 60, '15 天'],
    ] as const)
      assert.equal(humanize(minutes * minute), expected)
  })
})
