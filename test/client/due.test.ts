// 待报事项 at any moment: groups, words, reminders and when they change. It is 28 April 2026, 10:00 in Shanghai.

import assert from 'node:assert/strict'
import {
  type Due,
  dayText,
  duesOf,
  groupsOf,
  headline,
  leftText,
  nextChange,
  standingOf,
} from '../../client/src/features/due/items'
import { newsOf } from '../../client/src/features/due/thresholds'
import type { DueFile, DueItem } from '../../server/src/protocol'

const now = Date.parse('2026-04-28T10:00:00+08:00')
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }

const onDay = (date: string, more: Partial<DueItem> = {}, zone = '+08:00'): DueItem => ({
  of: 'text',
  nature: 'obligation',
  text: date,
  matter: `${date}完成清淤`,
  owner: '',
  due: `${date}T23:59:59${zone}`,
  wholeDay: true,
  nearFrom: new Date(Date.parse(`${date}T00:00:00${zone}`) - day).toISOString(),
  recurring: false,
  basis: '',
  range,
  ...more,
})
const report = (due: string, nearFrom: string): DueItem => ({
  ...onDay('2026-04-28'),
  of: 'report',
  text: '报送时限',
  due,
  nearFrom,
  wholeDay: false,
})
const file = (items: readonly DueItem[], name = '清淤'): DueFile => ({
  uri: `file:///w/${name}.md`,
  title: name,
  kindLabel: '问题',
  items,
})
const only = (item: DueItem): Due => duesOf([file([item])])[0]!

describe('the list of what is due', () => {
  const files = [
    file([
      onDay('2026-04-20', { owner: '县水利局' }),
      onDay('2026-04-28'),
      onDay('2026-04-29', { owner: '县财政局' }),
    ]),
    file([onDay('2026-05-05', { owner: '县水利局' }), onDay('2026-05-06'), onDay('2026-12-31')], '补种'),
    file([report('2026-04-28T10:30:00+08:00', '2026-04-28T10:15:00+08:00')], '山洪'),
  ]
  const shown = (grouping: 'time' | 'owner' | 'draft', at = now) =>
    groupsOf(duesOf(files), grouping, at).map(
      ({ label, dues }) => `${label} ${dues.map(due => due.item.due.slice(5, 10)).join(' ')}`,
    )

  it('by time: drafts first, then what is past, near and far', () => {
    assert.deepEqual(shown('time'), [
      '待报稿件 04-28',
      '已过期 04-20',
      '今明两天 04-28 04-29',
      '七天内 05-05',
      '三十天内 05-06',
      '以后 12-31',
    ])
  })

  it('by owner and by draft: the most urgent first, without owner last', () => {
    assert.deepEqual(shown('owner'), [
      '待报稿件 04-28',
      '县水利局 04-20 05-05',
      '县财政局 04-29',
      '没写责任单位 04-28 05-06 12-31',
    ])
    assert.deepEqual(shown('draft'), ['待报稿件 04-28', '清淤 04-20 04-28 04-29', '补种 05-05 05-06 12-31'])
  })

  it('midnight, month end and leap day move it on', () => {
    const midnight = Date.parse('2026-04-29T00:00:00+08:00')
    assert.equal(shown('time', midnight - 1)[1], '已过期 04-20')
    assert.equal(shown('time', midnight)[1], '已过期 04-20 04-28')
    const leap = only(onDay('2028-02-29'))
    assert.equal(leftText(leap, Date.parse('2028-02-28T12:00:00+08:00')), '明天到期')
    assert.equal(leftText(leap, Date.parse('2028-02-29T23:59:59+08:00')), '今天到期')
    assert.equal(leftText(leap, Date.parse('2028-03-01T00:00:00+08:00')), '已过1天')
    assert.equal(leftText(only(onDay('2026-05-01')), now), '剩3天')
    assert.equal(dayText(only(onDay('2027-01-01')), now), '2027年1月1日')
  })

  it('days are those of the zone of the draft, whatever zone the machine is in', () => {
    const urumqi = only(onDay('2026-04-28', {}, '+06:00'))
    const late = Date.parse('2026-04-29T01:30:00+08:00')
    assert.deepEqual([standingOf(urumqi, late), leftText(urumqi, late)], ['near', '今天到期'])
    assert.equal(standingOf(only(onDay('2026-04-28')), late), 'overdue')
    assert.equal(dayText(urumqi, late), '4月28日')
  })

  it('counts minutes under two hours, then hours, then days', () => {
    const due = only(report('2026-04-28T10:30:00+08:00', '2026-04-28T10:15:00+08:00'))
    const left = (at: number) => leftText(due, due.due - at)
    assert.deepEqual(
      [left(30 * minute), left(119 * minute), left(120 * minute), left(50 * hour), left(-10 * minute)],
      ['剩 30分钟', '剩 119分钟', '剩 2小时0分', '剩 2天', '超时 10分钟'],
    )
    assert.equal(dayText(due, now), '4月28日 10:30')
  })

  it('knows when it next looks different', () => {
    const due = only(report('2026-04-28T10:30:00+08:00', '2026-04-28T10:00:30+08:00'))
    assert.equal(nextChange([due], now), now + 30_000)
    assert.equal(nextChange([only(onDay('2026-06-01'))], now), Date.parse('2026-04-29T00:00:00+08:00'))
    assert.equal(nextChange([], now), Number.POSITIVE_INFINITY)
  })

  it('names the owner unless the words do, and tells twins apart', () => {
    const [a, b] = duesOf([file([onDay('2026-04-28'), onDay('2026-04-28')])])
    assert.notEqual(a!.key, b!.key)
    assert.equal(headline(only(onDay('2026-04-28', { owner: '县水利局' }))), '县水利局：2026-04-28完成清淤')
    const own = onDay('2026-04-28', { owner: '县水利局', matter: '县水利局须完成清淤' })
    assert.equal(headline(only(own)), '县水利局须完成清淤')
  })
})

describe('reminders', () => {
  const item = report('2026-04-28T10:30:00+08:00', '2026-04-28T10:15:00+08:00')
  const dues = duesOf([file([item])])
  const names = (list: readonly Due[]) => list.map(({ item: { due } }) => due)

  it('come once when a matter comes near and once when it is past', () => {
    let told = newsOf(dues, {}, now)
    assert.deepEqual([told.near, told.overdue], [[], []])
    told = newsOf(dues, told.told, now + 15 * minute)
    assert.deepEqual(names(told.near), [item.due])
    told = newsOf(dues, told.told, now + 20 * minute)
    assert.deepEqual(told.near, [])
    told = newsOf(dues, told.told, now + 31 * minute)
    assert.deepEqual([names(told.overdue), told.near], [[item.due], []])
    // Also after a restart, and when the clock was set back.
    const kept = JSON.parse(JSON.stringify(told.told))
    for (const at of [now + 20 * minute, now + 40 * minute, now + 2 * day])
      assert.deepEqual([newsOf(dues, kept, at).near, newsOf(dues, kept, at).overdue], [[], []])
  })

  it('a machine that slept over both thresholds tells of the later one only', () => {
    const { near, overdue } = newsOf(dues, {}, now + 8 * hour)
    assert.deepEqual([near.length, overdue.length], [0, 1])
  })

  it('a new time is a new matter; what lapsed long ago is no news; what is told is forgotten in time', () => {
    const { told } = newsOf(dues, {}, now + 40 * minute)
    const later = duesOf([file([report('2026-04-28T11:30:00+08:00', '2026-04-28T10:15:00+08:00')])])
    assert.equal(newsOf(later, told, now + 40 * minute).near.length, 1)
    assert.equal(newsOf(duesOf([file([onDay('2026-04-20')])]), {}, now).overdue.length, 0)
    assert.deepEqual(newsOf([], told, now + 60 * day).told, {})
    assert.equal(newsOf(dues, {}, now + 60 * day).overdue.length, 0)
  })
})
